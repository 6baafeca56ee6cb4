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
  for (const Draft& draft : find_predications(viewed.view(), find_verb_groups(viewed.view()))) {
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

TEST_CASE("verbs state edges between their subject and object", "[extract]") {
  check({{"[Abe/Person] met [Putin/Person].", {"Abe meets Putin"}},
         {"[Putin/Person] visited [Japan/State].", {"Putin visits Japan"}},
         {"[Japan/State] condemned [Iran/State].", {"Japan accuses Iran"}},
         {"[Argentina/State] invaded the [Falkland Islands/Territory].",
          {"Argentina seizes Falkland Islands"}},
         {"[China/State] detained [Michael Kovrig/Person].", {"China coerces Michael Kovrig"}},
         {"[Japan/State] was accused by [China/State].", {"China accuses Japan"}}});
}

TEST_CASE("verbs with a noun or preposition state edges of their own", "[extract]") {
  check({{"The [United States/State] imposed sanctions on [Iran/State].",
          {"United States sanctions Iran"}},
         {"[Russia/State] sent aid to [Syria/State].", {"Russia aids Syria"}},
         {"[Iran/State] withdrew from the [Paris Agreement/Agreement].",
          {"Iran leaves Paris Agreement"}},
         {"[Israel/State] and [Egypt/State] held talks.", {"Israel meets Egypt"}}});
}

TEST_CASE("members of both ends are joined one by one", "[extract]") {
  check({{"[France/State] and [Germany/State] urged [Iran/State] and [Iraq/State].",
          {"France requests Iran", "France requests Iraq", "Germany requests Iran",
           "Germany requests Iraq"}},
         {"[Japan/State] and [Russia/State] signed [Pact X/Agreement].",
          {"Japan signs Pact X", "Russia signs Pact X"}}});
}

TEST_CASE("nouns state edges between who owns them and what follows", "[extract]") {
  check({{"The [Russian/State/demonym] invasion of [Ukraine/State] shocked.",
          {"Russia seizes Ukraine"}},
         {"[Moscow/State]'s rejection of [Japan/State] came.", {"Russia rejects Japan"}},
         {"[China/State]'s claim to [Taiwan/State] stands.", {"China claims Taiwan"}}});
}

TEST_CASE("the status of a verb is that of its edge", "[extract]") {
  check({{"[Japan/State] did not recognize [Kosovo/State].", {"Japan recognizes Kosovo (denied)"}},
         {"[Putin/Person] plans to visit [Japan/State].", {"Putin visits Japan (planned)"}},
         {"[France/State] may support [Iran/State].", {"France supports Iran (hypothetical)"}}});
}

TEST_CASE("verbs without arguments state nothing", "[extract]") {
  check({{"[Japan/State] slept.", {}}, {"They met.", {}}});
}

}  // namespace entente
