// What the finder of statements reads from a tree: slots of predicates, pairs, times.

#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "extract/clauses.h"
#include "extract/predicate_frames.h"
#include "extract/statement_candidates.h"
#include "extract/statement_model.h"
#include "extract/time_links.h"
#include "extract/tree.h"
#include "extract/tree_paths.h"
#include "tests/extract/documents.h"

namespace entente {
namespace {

uint32_t token_of(const Document& document, std::string_view text) {
  for (uint32_t t = 0; t < document.tokens.size(); ++t)
    if (document.token(t) == text) return t;
  FAIL("the document has no word " << text);
  return 0;
}

constexpr std::array<std::string_view, 3> kFillings = {"direct", "inherited", "modifier"};

/// "requests direct": types whose rows have both ends filled by two words, and how surely.
std::set<std::string> frames(const Document& document, std::string_view source,
                             std::string_view target) {
  const ViewedSentence sentence(document);
  const PredicateFrames frames(sentence.view());
  std::set<std::string> found;
  for (const FrameMatch& match :
       frames.matches(token_of(document, source), token_of(document, target)))
    if (match.source && match.target)
      found.insert(std::string(name(match.row->type)) + " " +
                   std::string(kFillings[static_cast<size_t>(match.filling)]));
  return found;
}

using Set = std::set<std::string>;

Document active() {
  return with_syntax(marked_text("[Chad/State] accused [Mali/State] and [Niger/State]."),
                     {"PROPN 2 nsubj", "VERB 0 root accuse", "PROPN 2 obj", "CCONJ 5 cc",
                      "PROPN 3 conj", "PUNCT 2 punct"});
}

Document passive() {
  return with_syntax(marked_text("[Mali/State] was accused by [Chad/State]."),
                     {"PROPN 3 nsubj:pass", "AUX 3 aux:pass be", "VERB 0 root accuse", "ADP 5 case",
                      "PROPN 3 obl:agent", "PUNCT 3 punct"});
}

TEST_CASE("slots of predicates are filled over voice, lists and modifiers", "[extract]") {
  CHECK(frames(active(), "Chad", "Mali") == Set{"accuses direct"});
  CHECK(frames(active(), "Chad", "Niger") == Set{"accuses direct"});
  CHECK(frames(active(), "Mali", "Chad").empty());
  CHECK(frames(passive(), "Chad", "Mali") == Set{"accuses direct"});
  CHECK(frames(passive(), "Mali", "Chad").empty());
  const Document government =
      with_syntax(marked_text("The [Chadian/State/demonym] government accused [Mali/State]."),
                  {"DET 3 det", "ADJ 3 amod", "NOUN 4 nsubj", "VERB 0 root accuse", "PROPN 4 obj",
                   "PUNCT 4 punct"});
  CHECK(frames(government, "Chadian", "Mali") == Set{"accuses modifier"});
}

TEST_CASE("slots of predicates are inherited by controlled and relative clauses", "[extract]") {
  const Document joined =
      with_syntax(marked_text("[Chad/State] met [Niger/State] and accused [Mali/State]."),
                  {"PROPN 2 nsubj", "VERB 0 root meet", "PROPN 2 obj", "CCONJ 5 cc",
                   "VERB 2 conj accuse", "PROPN 5 obj", "PUNCT 2 punct"});
  CHECK(frames(joined, "Chad", "Mali") == Set{"accuses inherited"});
  CHECK(frames(joined, "Niger", "Mali").empty());
  const Document relative =
      with_syntax(marked_text("[Chad/State], which accused [Mali/State], left."),
                  {"PROPN 7 nsubj", "PUNCT 4 punct", "PRON 4 nsubj", "VERB 1 acl:relcl accuse",
                   "PROPN 4 obj", "PUNCT 4 punct", "VERB 0 root leave", "PUNCT 7 punct"});
  CHECK(frames(relative, "Chad", "Mali") == Set{"accuses direct"});
}

TEST_CASE("long lists fill a slot, each member of it", "[extract]") {
  std::string text = "[Chad/State] accused [Mali/State]";
  std::vector<std::string> tree = {"PROPN 2 nsubj", "VERB 0 root accuse", "PROPN 2 obj"};
  for (const char* name : {"Niger", "Togo", "Benin", "Ghana", "Libya", "Sudan", "Egypt", "Kenya"}) {
    text += std::string(", [") + name + "/State]";
    tree.emplace_back("PUNCT 3 punct");
    tree.emplace_back("PROPN 3 conj");
  }
  tree.emplace_back("PUNCT 2 punct");
  const Document document = with_syntax(marked_text(text + "."), tree);
  CHECK(frames(document, "Chad", "Niger") == Set{"accuses direct"});
  CHECK(frames(document, "Chad", "Kenya") == Set{"accuses direct"});
}

TEST_CASE("rows of several words need all of them", "[extract]") {
  const std::vector<std::string> tree = {"PROPN 2 nsubj", "VERB 0 root call", "ADP 4 case",
                                         "PROPN 2 obl", "PUNCT 2 punct"};
  CHECK(
      frames(with_syntax(marked_text("[Chad/State] called on [Mali/State]."), tree), "Chad", "Mali")
          .contains("requests direct"));
  CHECK_FALSE(frames(with_syntax(marked_text("[Chad/State] called from [Mali/State]."), tree),
                     "Chad", "Mali")
                  .contains("requests direct"));
}

TEST_CASE("the path between two words goes over their lowest common governor", "[extract]") {
  const Document document = active();
  const TreePath path = find_path(document.syntax, 0, 4);
  CHECK(path.up == std::vector<uint32_t>{0});
  CHECK(path.top == 1);
  CHECK(path.down == std::vector<uint32_t>{4, 2});
  CHECK(path.length() == 3);
  CHECK(find_path(document.syntax, 2, 2).length() == 0);
  CHECK(head_of(document.syntax, {2, 5}) == 2);
}

TEST_CASE("every ordered pair of named things is a candidate, once", "[extract]") {
  const ViewedSentence sentence(active());
  const auto groups = find_verb_groups(sentence.view());
  const auto drafts = find_drafts(sentence.view(), groups);
  const auto candidates = find_candidates(sentence.view(), groups, drafts);
  std::set<std::pair<uint32_t, uint32_t>> pairs;
  for (const StatementCandidate& candidate : candidates) {
    CHECK(pairs.emplace(candidate.source, candidate.target).second);
    CHECK(std::ranges::is_sorted(candidate.features));
    CHECK_FALSE(candidate.features.empty());
  }
  CHECK(pairs.size() == 6);
  CHECK(sentence.view().document().token(candidates.front().anchor) == "accused");
}

TEST_CASE("without a tree there are no candidates", "[extract]") {
  const ViewedSentence sentence(marked_text("[Chad/State] accused [Mali/State]."));
  const auto groups = find_verb_groups(sentence.view());
  CHECK(find_candidates(sentence.view(), groups, {}).empty());
}

TEST_CASE("a time holds for what it hangs on, not for what another says of it", "[extract]") {
  const Document document = with_syntax(
      marked_text("[Chad/State] said in 1990 that [Mali/State] attacked [Niger/State]."),
      {"PROPN 2 nsubj", "VERB 0 root say", "ADP 4 case", "NUM 2 obl", "SCONJ 7 mark",
       "PROPN 7 nsubj", "VERB 2 ccomp attack", "PROPN 7 obj", "PUNCT 2 punct"});
  REQUIRE(document.times.size() == 1);
  const ViewedSentence sentence(document);
  const auto groups = find_verb_groups(sentence.view());
  const TimeLinks times(sentence.view(), groups);
  for (const TimeReach reach : {TimeReach::near, TimeReach::usual, TimeReach::far}) {
    CHECK(times.time_of(sentence.word("said"), reach) == 0);
    CHECK(times.time_of(sentence.word("attacked"), reach) == kNone);
  }
}

TEST_CASE("the farther a time may hang, the more has it", "[extract]") {
  const Document document = with_syntax(
      marked_text("[Chad/State] met [Niger/State] and accused [Mali/State] in 1990."),
      {"PROPN 2 nsubj", "VERB 0 root meet", "PROPN 2 obj", "CCONJ 5 cc", "VERB 2 conj accuse",
       "PROPN 5 obj", "ADP 8 case", "NUM 5 obl", "PUNCT 2 punct"});
  const ViewedSentence sentence(document);
  const auto groups = find_verb_groups(sentence.view());
  const TimeLinks times(sentence.view(), groups);
  CHECK(times.time_of(sentence.word("accused"), TimeReach::near) == 0);
  CHECK(times.time_of(sentence.word("met"), TimeReach::near) == kNone);
  CHECK(times.time_of(sentence.word("met"), TimeReach::usual) == 0);
}

TEST_CASE("a model of statements belongs to the names it was trained with", "[extract]") {
  using Catch::Matchers::Contains;
  const std::filesystem::path models = ENTENTE_SOURCE_DIR "/models";
  const Models trained = load_models(models);
  CHECK(trained.statements->thresholds.size() == kEdgeTypeCount);
  CHECK(std::ranges::is_sorted(trained.statements->vocabulary));
  CHECK_THROWS_WITH(load_statement_model(models / "names.model", *trained.names),
                    Contains("names.model"));
  NameModel other = load_name_model(models / "names.model", *trained.syntax);
  other.sizes.units += 32;
  CHECK_THROWS_WITH(load_statement_model(models / "statements.model", other),
                    Contains("trained on another model"));
}

}  // namespace
}  // namespace entente
