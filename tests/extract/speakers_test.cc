// Whom "we" stands for.

#include "extract/speakers.h"

#include <catch2/catch.hpp>

#include "extract/statement_candidates.h"
#include "tests/extract/documents.h"

namespace entente {
namespace {

/// Names of the entities that "we" of a text stands for.
Strings speakers(std::string_view marked) {
  const Document document = marked_text(marked);
  Strings names;
  for (const uint32_t entity : read_context(document).speakers)
    names.push_back(document.entities[entity].name);
  return names;
}

TEST_CASE("\"we\" of a joint statement are all who issue it", "[extract]") {
  CHECK(speakers("We, the foreign ministers of [Chad/State], [Mali/State] and [Niger/State], met "
                 "in [Paris/Territory]. We condemn the attack on [Togo/State].") ==
        Strings{"Chad", "Mali", "Niger"});
  CHECK(speakers("This statement was released by the governments of [Chad/State] and "
                 "[Mali/State]. We condemn the attack.") == Strings{"Chad", "Mali"});
}

TEST_CASE("\"we\" of a speech are the country that it calls its own", "[extract]") {
  CHECK(speakers("I speak on behalf of [Chad/State]. We thank [Mali/State]. [Mali/State] helped "
                 "us, and [Mali/State] will help us again.") == Strings{"Chad"});
  CHECK(speakers("My country, [Chad/State], wants peace. We thank [Mali/State].") ==
        Strings{"Chad"});
}

TEST_CASE("\"we\" of a speech that names no country as its own are the one it names most",
          "[extract]") {
  CHECK(speakers("We want peace. [Chad/State] and [Mali/State] met. We help [Chad/State].") ==
        Strings{"Chad"});
  CHECK(speakers("We want peace.").empty());
}

TEST_CASE("quotations do not make a report a speech", "[extract]") {
  CHECK(speakers("[Chad/State] met [Mali/State]. “We want peace,” said [Chad/State].").empty());
  CHECK(speakers("[Chad/State] met [Mali/State]. \"We want peace,\" said [Chad/State].").empty());
  CHECK(speakers("[Chad/State] met [Mali/State].").empty());
}

TEST_CASE("what \"we\" do is a candidate for each of those who speak", "[extract]") {
  const ViewedSentence sentence(
      with_syntax(marked_text("We, the envoys of [Chad/State] and [Mali/State], condemn "
                              "[Togo/State]."),
                  {"PRON 10 nsubj", "PUNCT 4 punct", "DET 4 det", "NOUN 1 appos envoy",
                   "ADP 6 case", "PROPN 4 nmod", "CCONJ 8 cc", "PROPN 6 conj", "PUNCT 4 punct",
                   "VERB 0 root condemn", "PROPN 10 obj", "PUNCT 10 punct"}));
  const auto groups = find_verb_groups(sentence.view());
  const auto& entities = sentence.view().document().entities;
  Strings pairs;
  for (const StatementCandidate& candidate :
       find_candidates(sentence.view(), groups, find_drafts(sentence.view(), groups)))
    if (candidate.source_token == 0)
      pairs.push_back(entities[candidate.source].name + " " + entities[candidate.target].name);
  CHECK(has(pairs, "Chad Togo"));
  CHECK(has(pairs, "Mali Togo"));
}

}  // namespace
}  // namespace entente
