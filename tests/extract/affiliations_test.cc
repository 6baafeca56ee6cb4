#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "extract/drafts.h"
#include "tests/extract/documents.h"

namespace entente {
namespace {

/// Drafts as "Japan party_to Pact X".
Strings drafts_of(std::string_view marked) {
  const ViewedSentence viewed(marked_text(marked));
  const auto& entities = viewed.view().document().entities;
  Strings result;
  for (const Draft& draft : find_affiliations(viewed.view())) {
    result.push_back(entities[draft.source].name + " " + std::string(name(draft.type)) + " " +
                     entities[draft.target].name);
    if (!draft.role.empty()) result.back() += ": " + draft.role;
    if (draft.status != Status::actual)
      result.back() += " (" + std::string(name(draft.status)) + ")";
  }
  std::sort(result.begin(), result.end());
  return result;
}

struct Case {
  std::string_view text;
  Strings drafts;
};

void check(std::initializer_list<Case> cases) {
  for (const auto& [text, drafts] : cases) {
    CAPTURE(text);
    CHECK(drafts_of(text) == drafts);
  }
}

}  // namespace

TEST_CASE("organs are part of their state, other bodies are based there", "[extract]") {
  check({{"The [Turkish/State/demonym] gas giant [Botas/Organization] paid.",
          {"Botas based_in Turkey"}},
         {"[Argentina/State]'s [Congress/Organization] voted.", {"Congress part_of Argentina"}},
         {"The [Parliament/Organization] of [Norway/State] voted.", {"Parliament part_of Norway"}},
         {"[NATO/Organization]'s [Military Committee/Organization] met.",
          {"Military Committee part_of NATO"}}});
}

TEST_CASE("territories lie in the state beside them", "[extract]") {
  check(
      {{"They met in [Kidal/Territory], [Mali/State].", {"Kidal located_in Mali"}},
       {"They met in [Munich/Territory] in [Germany/State].", {"Munich located_in Germany"}},
       {"They left [Japan/State]'s [Hokkaido/Territory].", {"Hokkaido located_in Japan"}},
       {"The [Syrian/State/demonym] city of [Raqqa/Territory] fell.", {"Raqqa located_in Syria"}}});
}

TEST_CASE("a list of places says nothing of where they lie", "[extract]") {
  check({{"In [Lyon/Territory], [Osaka/Territory] and [Turin/Territory] they met.", {}},
         {"Known as the [Northern Territories/Territory] in [Japan/State].", {}}});
}

TEST_CASE("events are located where they take place", "[extract]") {
  check({{"The [summit/Event] in [Osaka/Territory] opened.", {"summit located_in Osaka"}},
         {"[Jamaica/State]'s [general election/Event] came.",
          {"general election located_in Jamaica"}},
         {"The [Osaka/Territory] [summit/Event] opened.", {"summit located_in Osaka"}}});
}

TEST_CASE("offices are read in every place of a title", "[extract]") {
  const auto offices = [](std::string_view marked) {
    const ViewedSentence viewed(marked_text(marked));
    const auto& entities = viewed.view().document().entities;
    Strings result;
    for (const Draft& draft : find_offices(viewed.view()))
      result.push_back(entities[draft.source].name + " " + std::string(name(draft.type)) + " " +
                       entities[draft.target].name + ": " + lower_case(draft.role));
    return result;
  };
  const Case cases[] = {{"[Russian/State/demonym] Foreign Minister [Sergey Lavrov/Person] spoke.",
                         {"Sergey Lavrov holds_office Russia: foreign minister"}},
                        {"[Sergey Lavrov/Person], [Russia/State]'s foreign minister, spoke.",
                         {"Sergey Lavrov holds_office Russia: foreign minister"}},
                        {"[Sergey Lavrov/Person], the foreign minister of [Russia/State], spoke.",
                         {"Sergey Lavrov holds_office Russia: foreign minister"}},
                        {"[Angela Merkel/Person], the [German/State/demonym] chancellor, spoke.",
                         {"Angela Merkel holds_office Germany: chancellor"}}};
  for (const auto& [text, drafts] : cases) {
    CAPTURE(text);
    CHECK(offices(text) == drafts);
  }
}

}  // namespace entente
