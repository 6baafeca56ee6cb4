#include "extract/resolve.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/extract/documents.h"

namespace entente {
namespace {

/// Entities as "person:shinzo-abe: Shinzo Abe, Abe".
Strings entities_of(std::string_view marked) {
  const Document document = marked_text(marked);
  Strings result;
  for (const Entity& entity : document.entities) {
    std::string text = entity.id + ":";
    for (const uint32_t m : entity.mentions)
      text += (m == entity.mentions[0] ? " " : ", ") +
              std::string(document.slice(document.mentions[m].tokens));
    result.push_back(text);
  }
  return result;
}

std::vector<Merge> merges_of(std::string_view marked) {
  const Document document = marked_text(marked);
  REQUIRE(document.entities.size() == 1);
  return document.entities[0].merges;
}

}  // namespace

TEST_CASE("resolve puts names of one thing together", "[extract]") {
  struct Case {
    std::string_view text;
    Strings entities;
  };
  const Case cases[] = {
      {"[Shinzo Abe/Person] spoke. [Abe/Person] left.", {"person:shinzo-abe: Shinzo Abe, Abe"}},
      {"[Boris Johnson/Person] spoke. [Boris/Person] left.",
       {"person:boris-johnson: Boris Johnson, Boris"}},
      {"[Abe/Person] spoke. [Shinzo Abe/Person] left.", {"person:shinzo-abe: Abe, Shinzo Abe"}},
      {"[Erdoğan/Person] spoke. [Erdogan/Person] left.", {"person:erdogan: Erdoğan, Erdogan"}},
      {"[Shabwa Coastal United Army/Organization] met. The [SCUA/Organization] left.",
       {"organization:shabwa-coastal-united-army: Shabwa Coastal United Army, SCUA"}},
      {"The [SCUA/Organization] met. [Shabwa Coastal United Army/Organization] left.",
       {"organization:shabwa-coastal-united-army: SCUA, Shabwa Coastal United Army"}},
      {"The [Lagos Peace Treaty/Agreement] held. The [Peace Treaty/Agreement] failed.",
       {"agreement:lagos-peace-treaty: Lagos Peace Treaty, Peace Treaty"}},
      {"The [Southern Kurils/Territory] or [Northern Territories/Territory].",
       {"territory:northern-territories: Southern Kurils, Northern Territories"}},
      {"[Japan/State] and the [Japanese/State/demonym] envoy.", {"state:japan: Japan, Japanese"}},
      {"[James G. Blaine/Person]. [James Gillespie Blaine/Person].",
       {"person:james-gillespie-blaine: James G. Blaine, James Gillespie Blaine"}},
      {"[Kenneth Franzheim II/Person]. [Franzheim/Person].",
       {"person:kenneth-franzheim-ii: Kenneth Franzheim II, Franzheim"}},
      {"[Franklin D. Roosevelt/Person]. [FDR/Person].",
       {"person:franklin-d-roosevelt: Franklin D. Roosevelt, FDR"}},
      {"[Ricardo Rosselló Nevares/Person]. [Rosselló/Person].",
       {"person:ricardo-rossello-nevares: Ricardo Rosselló Nevares, Rosselló"}},
      {"[Hamza bin Laden/Person]. [Hamza bin Ladin/Person].",
       {"person:hamza-bin-laden: Hamza bin Laden, Hamza bin Ladin"}},
      {"[Jacques Chirac/Person]. [Chriac/Person].",
       {"person:jacques-chirac: Jacques Chirac, Chriac"}},
      {"The [Ministry of Foreign Affairs/Organization]. The [Foreign Ministry/Organization].",
       {"organization:ministry-of-foreign-affairs: Ministry of Foreign Affairs, Foreign Ministry"}},
      {"The [Parliament of Lagosia/Organization]. The [Parliament/Organization].",
       {"organization:parliament-of-lagosia: Parliament of Lagosia, Parliament"}},
      {"[Burisma Holdings/Organization]. [Burisma/Organization].",
       {"organization:burisma-holdings: Burisma Holdings, Burisma"}},
      {"the [Bolshevik/Organization] side; [Bolsheviks/Organization].",
       {"organization:bolsheviks: Bolshevik, Bolsheviks"}},
      {"[World War II/Event]. The [Second World War/Event].",
       {"event:second-world-war: World War II, Second World War"}},
      {"[Baden/State]. [Baden/State].", {"state:baden: Baden, Baden"}},
      {"[Kingdom of Sweden/State]. [Sweden/State].", {"state:sweden: Kingdom of Sweden, Sweden"}}};
  for (const auto& [text, entities] : cases) {
    CAPTURE(text);
    CHECK(entities_of(text) == entities);
  }
}

TEST_CASE("resolve keeps different things apart", "[extract]") {
  struct Case {
    std::string_view text;
    size_t count;
  };
  const Case cases[] = {
      {"[George Bush/Person] met [Barbara Bush/Person].", 2},
      {"[Ivan Petrov/Person] met [Ivan Sidorov/Person].", 2},
      {"[South Korea/State] met [North Korea/State].", 2},
      {"[Georgia/State] is not [Georgia/Territory].", 2},
      {"[Abe/Person] joined [ABE/Organization].", 2},
      {"The [Foreign Ministry/Organization] met the [Defense Ministry/Organization].", 2},
      {"The [Treaty of Paris/Agreement] and the [Treaty of Rome/Agreement].", 2},
      {"[George H. W. Bush/Person]; his son [George Walker Bush/Person].", 2},
      {"[Timchenko/Person]. [Gennady Timchenko/Person]. [Elena Petrovna Timchenko/Person].", 2},
      {"[Ivan Petrov/Person] met [Ivan Petrova/Person].", 2},
      {"[John Smith/Person] met [Joan Smith/Person].", 2},
      {"[Hassan/Person] met [Hussein/Person].", 2},
      {"The [1883 treaty/Agreement], the [1903 treaty/Agreement].", 2},
      {"[Spanish Civil War/Event], [war/Event], [Spanish-American War/Event].", 2},
      {"the [Zambian/State/demonym] [Electoral Commission/Organization], the "
       "[Kenyan/State/demonym] [Electoral Commission/Organization].",
       4},
      {"[Russia/State]'s [Defence Ministry/Organization], [Japan/State]'s "
       "[Defence Ministry/Organization].",
       4},
      {"[Peace Council of the Red Union/Organization], the [Red Union/Organization].", 2},
      {"[New York/Territory], [New York City/Territory].", 2},
      {"[North Yemen/State] and [South Yemen/State] and [Yemen/State].", 3},
      {"[Republic of the Congo/State], [Democratic Republic of the Congo/State].", 2}};
  for (const auto& [text, count] : cases) {
    CAPTURE(text);
    CHECK(entities_of(text).size() == count);
  }
}

TEST_CASE("a surname goes to the person spoken of last", "[extract]") {
  const Strings entities =
      entities_of("[George Bush/Person] met [Barbara Bush/Person]. Then [Bush/Person] left.");
  REQUIRE(entities.size() == 2);
  CHECK(entities[1] == "person:barbara-bush: Barbara Bush, Bush");
}

TEST_CASE("a surname stays with the person whom it was used for", "[extract]") {
  const Strings entities = entities_of(
      "[Joe Biden/Person]. [Biden/Person]. His son [Hunter Biden/Person]. [Biden/Person].");
  REQUIRE(entities.size() == 2);
  CHECK(entities[0] == "person:joe-biden: Joe Biden, Biden, Biden");
}

TEST_CASE("an acronym means what the text defines it as", "[extract]") {
  const Strings entities = entities_of(
      "The [MSS/Organization] came. The [Multinational Security Support Mission/Organization] "
      "([MSS/Organization]) left. [MSS/Organization].");
  REQUIRE(entities.size() == 1);
  CHECK(entities[0].starts_with("organization:multinational-security-support-mission:"));
  CHECK(entities_of("The [NPT/Agreement]. The [Treaty on the Non-Proliferation of Nuclear "
                    "Weapons/Agreement] ([NPT/Agreement]).")
            .size() == 1);
  CHECK(entities_of("The [Red Front/Organization] ([ABC/Organization]).").size() == 2);
}

TEST_CASE("a sieve that is left out puts no names together", "[extract]") {
  const Document document = marked_text("[Shinzo Abe/Person] spoke. [Abe/Person] left.");
  CHECK(resolve(document, test_models(), {}).size() == 1);
  CHECK(resolve(document, test_models(), SieveSet().without(Sieve::surname)).size() == 2);
  std::set<std::string_view> names;
  for (const Sieve sieve : kSieves) CHECK(names.insert(name(sieve)).second);
}

TEST_CASE("ten thousand persons are resolved", "[extract]") {
  std::string text;
  for (int i = 0; i < 10000; ++i)
    text += "[Xul" + std::to_string(i) + " Petrov" + std::to_string(i % 1000) + "/Person], ";
  CHECK(entities_of(text).size() == 10000);
}

TEST_CASE("resolve records why names were put together", "[extract]") {
  CHECK(merges_of("[Shinzo Abe/Person] spoke. [Abe/Person] left.") ==
        std::vector<Merge>{{"Abe", "surname"}});
  CHECK(merges_of("[Boris Johnson/Person] spoke. [Boris/Person] left.") ==
        std::vector<Merge>{{"Boris", "given name"}});
  CHECK(merges_of("[Red Cloud Front/Organization] and [RCF/Organization].") ==
        std::vector<Merge>{{"RCF", "acronym"}});
  CHECK(merges_of("[Southern Kurils/Territory], [Northern Territories/Territory].") ==
        std::vector<Merge>{{"Northern Territories", "known name"}});
  CHECK(merges_of("[Abe/Person] and [Abe/Person].").empty());
}

TEST_CASE("an entity has the fullest name, a state its usual one", "[extract]") {
  const Document document = marked_text(
      "[Abe/Person] and [Shinzo Abe/Person] of the [Japanese/State/demonym] side, [LDP/"
      "Organization].");
  REQUIRE(document.entities.size() == 3);
  CHECK(document.entities[0].name == "Shinzo Abe");
  CHECK(document.entities[1].name == "Japan");
  CHECK(document.entities[1].iso == "JP");
  CHECK(document.entities[2].name == "LDP");
}

TEST_CASE("names that read alike have ids of their own", "[extract]") {
  const Document document =
      marked_text("[A-B Pact/Agreement] and [A B Pact/Agreement], [!!/Person] and [##/Person].");
  std::set<std::string> ids;
  for (const Entity& entity : document.entities) {
    CAPTURE(entity.id);
    CHECK(ids.insert(entity.id).second);
    CHECK_FALSE(entity.id.ends_with(':'));
  }
}

TEST_CASE("a name over two lines is one line", "[extract]") {
  const Document document = marked_text("[Shinzo\nAbe/Person] spoke.");
  REQUIRE(document.entities.size() == 1);
  CHECK(document.entities[0].name == "Shinzo Abe");
}

TEST_CASE("no mentions give no entities", "[extract]") {
  CHECK(entities_of("Nobody spoke.").empty());
  CHECK(entities_of("").empty());
}

}  // namespace entente
