#include <catch2/catch.hpp>

#include "extract/drafts.h"
#include "tests/extract/documents.h"

namespace entente {
namespace {

/// Drafts as "Japan party_to Pact X".
Strings drafts_of(std::string_view marked) {
  const ViewedSentence viewed(marked_text(marked));
  const auto& entities = viewed.view().document().entities;
  Strings result;
  for (const Draft& draft : find_agreement_links(viewed.view())) {
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

TEST_CASE("the sides of agreements are party to them, those of events attend", "[extract]") {
  check({{"The [treaty/Agreement] between [Japan/State] and [Russia/State] held.",
          {"Japan party_to treaty", "Russia party_to treaty"}},
         {"The [war/Event] between [Iran/State] and [Iraq/State] ended.",
          {"Iran attends war", "Iraq attends war"}},
         {"A [treaty/Agreement] with [Japan/State] failed.", {"Japan party_to treaty"}},
         {"The [Japan/State]-[Russia/State] [peace treaty/Agreement] failed.",
          {"Japan party_to peace treaty", "Russia party_to peace treaty"}}});
}

TEST_CASE("what an agreement is on, over or about it concerns", "[extract]") {
  check(
      {{"The [agreement/Agreement] on [Kashmir/Territory] failed.", {"agreement concerns Kashmir"}},
       {"The [talks/Event] about [Kashmir/Territory] failed.", {"talks concerns Kashmir"}},
       {"The [agreement/Agreement] with [Japan/State] on [Hokkaido/Territory] failed.",
        {"Japan party_to agreement", "agreement concerns Hokkaido"}}});
}

TEST_CASE("what stands beyond the clause is not linked", "[extract]") {
  check({{"The [treaty/Agreement] failed, [Japan/State] said.", {}},
         {"The [treaty/Agreement], which [Japan/State] signed with [Iran/State].", {}},
         {"The [treaty/Agreement] between [Kashmir/Territory] hills.", {}}});
}

}  // namespace entente
