#include "extract/statement_candidates.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "extract/anaphora.h"
#include "extract/candidate_features.h"
#include "extract/speakers.h"
#include "extract/tree.h"
#include "extract/tree_paths.h"

namespace entente {
namespace {

class CandidateFinder {
 public:
  CandidateFinder(const SentenceView& s, const std::vector<VerbGroup>& groups,
                  const std::vector<Draft>& drafts)
      : s_(s), groups_(groups), drafts_(drafts), features_(s, groups, drafts) {}

  std::vector<StatementCandidate> find() {
    collect_mentions();
    collect_anaphors();
    collect_speakers();
    if (arguments_.size() > kMostArguments) arguments_.resize(kMostArguments);
    if (!arguments_.empty()) collect_implied();
    for (const Argument& source : arguments_)
      for (const Argument& target : arguments_)
        if (source.entity != target.entity) offer(source, target);
    for (const Draft& draft : drafts_) add_implied(draft);
    std::vector<StatementCandidate> found;
    for (const auto& [ends, pair] : best_) found.push_back(make(pair));
    return found;
  }

 private:
  using Argument = CandidateArgument;
  struct Pair {
    Argument source, target;
    TreePath path;
    uint32_t apart = 0;
  };

  uint32_t token(uint32_t word) const { return s_.tokens().begin + word; }

  void add(uint32_t entity, uint32_t begin, uint32_t end, ArgumentForm form) {
    const uint32_t head = head_of(s_.document().syntax, {token(begin), token(end)});
    arguments_.push_back({entity, begin, end, head, form});
  }

  void collect_mentions() {
    for (uint32_t m = s_.first_mention(); m < s_.last_mention(); ++m)
      if (s_.entity(m) != kNone)
        add(s_.entity(m), s_.begin(m), s_.end(m),
            s_.is_demonym(m) ? ArgumentForm::demonym : ArgumentForm::name);
  }

  void collect_anaphors() {
    for (uint32_t at = 0; at < s_.size(); ++at) {
      const Anaphor anaphor = resolve_anaphor(s_, at);
      for (const uint32_t m : anaphor.mentions)
        if (s_.entity(m) != kNone)
          add(s_.entity(m), at, at + anaphor.length, ArgumentForm::anaphor);
      if (anaphor.length > 1) at += anaphor.length - 1;
    }
  }

  /// "We" and "our": of the document, or of who is quoted.
  void collect_speakers() {
    for (uint32_t at = 0; at < s_.size(); ++at) {
      if (!is_first_person(s_.lower(at))) continue;
      const uint32_t quoted = quoted_speaker(at);
      if (quoted != kNone)
        add(quoted, at, at + 1, ArgumentForm::speaker);
      else
        for (const uint32_t entity : s_.context().speakers)
          add(entity, at, at + 1, ArgumentForm::speaker);
    }
  }

  /// Whom a report has given a verb of the first person right after this word to, or kNone.
  uint32_t quoted_speaker(uint32_t at) const {
    for (const VerbGroup& group : groups_)
      if (group.first_person && !group.subject.empty() && group.begin >= at &&
          group.begin <= at + 3)
        return s_.entity(group.subject.front());
    return kNone;
  }

  /// Entities that the sentence may be about without saying so, as if its root named them.
  void collect_implied() {
    uint32_t root = s_.tokens().begin;
    while (root + 1 < s_.tokens().end && s_.document().syntax.arcs[root].head != root) ++root;
    const auto add_new = [&](uint32_t entity, ArgumentForm form) {
      const bool named = std::ranges::any_of(
          arguments_, [&](const Argument& argument) { return argument.entity == entity; });
      const uint32_t word = root - s_.tokens().begin;
      if (entity != kNone && !named) arguments_.push_back({entity, word, word + 1, root, form});
    };
    for (const uint32_t entity : s_.context().speakers) add_new(entity, ArgumentForm::voice);
    add_new(s_.context().leading, ArgumentForm::leading);
    add_new(topic(), ArgumentForm::topic);
  }

  /// The entity that is the subject of the sentence before, or kNone.
  uint32_t topic() const {
    if (s_.sentence() == 0) return kNone;
    const Document& document = s_.document();
    const TokenSpan before = document.sentences[s_.sentence() - 1];
    for (uint32_t m = s_.first_mention(); m-- > 0;) {
      const TokenSpan tokens = document.mentions[m].tokens;
      if (tokens.begin < before.begin) break;
      const Arc arc = document.syntax.arcs[head_of(document.syntax, tokens)];
      const bool of_root = document.syntax.arcs[arc.head].head == arc.head;
      if (of_root && universal(arc.relation) == Deprel::nsubj) return s_.entity(m);
    }
    return kNone;
  }

  void offer(const Argument& source, const Argument& target) {
    if (source.head == target.head) return;
    Pair pair{source, target, find_path(s_.document().syntax, source.head, target.head), 0};
    pair.apart = std::max(source.head, target.head) - std::min(source.head, target.head);
    const auto [at, added] = best_.try_emplace({source.entity, target.entity}, pair);
    if (added) return;
    const auto cost = [](const Pair& p) { return std::pair(p.path.length(), p.apart); };
    if (cost(pair) < cost(at->second)) at->second = std::move(pair);
  }

  /// A draft whose end the sentence does not name: "President | Monroe" of an implied state.
  void add_implied(const Draft& draft) {
    if (best_.contains({draft.source, draft.target})) return;
    const Argument* named = nullptr;
    for (const Argument& argument : arguments_)
      if (argument.entity == draft.source || argument.entity == draft.target) named = &argument;
    if (named == nullptr) return;
    const auto implied = [&](uint32_t entity) {
      return Argument{entity, draft.anchor, draft.anchor + 1, token(draft.anchor),
                      ArgumentForm::implied};
    };
    const bool has_source = named->entity == draft.source;
    Pair pair{has_source ? *named : implied(draft.source),
              has_source ? implied(draft.target) : *named,
              {},
              0};
    pair.path = find_path(s_.document().syntax, pair.source.head, pair.target.head);
    best_.emplace(std::pair(draft.source, draft.target), std::move(pair));
  }

  /// The word that joins the two: the top of the path; where that is an end itself, what governs
  /// both if they are coordinated, else the word below it.
  uint32_t anchor_of(const Pair& pair) const {
    const TreePath& path = pair.path;
    if (!path.up.empty() && !path.down.empty()) return path.top;
    const auto& way = path.up.empty() ? path.down : path.up;
    const auto& arcs = s_.document().syntax.arcs;
    const bool coordinated =
        std::ranges::all_of(way, [&](uint32_t t) { return arcs[t].relation == Deprel::conj; });
    if (coordinated) return arcs[path.top].head;
    return way.size() > 1 ? way.back() : path.top;
  }

  StatementCandidate make(const Pair& pair) {
    StatementCandidate candidate;
    candidate.source = pair.source.entity;
    candidate.target = pair.target.entity;
    candidate.source_token = pair.source.head;
    candidate.target_token = pair.target.head;
    candidate.anchor = anchor_of(pair);
    candidate.features = features_.of(pair.source, pair.target, pair.path, candidate.anchor);
    return candidate;
  }

  const SentenceView& s_;
  const std::vector<VerbGroup>& groups_;
  const std::vector<Draft>& drafts_;
  CandidateFeatures features_;
  std::vector<Argument> arguments_;
  std::map<std::pair<uint32_t, uint32_t>, Pair> best_;
};

}  // namespace

std::vector<StatementCandidate> find_candidates(const SentenceView& sentence,
                                                const std::vector<VerbGroup>& groups,
                                                const std::vector<Draft>& drafts) {
  if (sentence.document().syntax.arcs.empty()) return {};
  return CandidateFinder(sentence, groups, drafts).find();
}

std::vector<Draft> find_drafts(const SentenceView& sentence, const std::vector<VerbGroup>& groups) {
  std::vector<Draft> all;
  for (auto& drafts : {find_offices(sentence), find_affiliations(sentence),
                       find_agreement_links(sentence), find_predications(sentence, groups)})
    std::ranges::copy(drafts, std::back_inserter(all));
  return all;
}

}  // namespace entente
