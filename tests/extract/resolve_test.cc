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
      {"[Japan/State] and the [Japanese/State/demonym] envoy.", {"state:japan: Japan, Japanese"}}};
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
      {"The [Treaty of Paris/Agreement] and the [Treaty of Rome/Agreement].", 2}};
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
