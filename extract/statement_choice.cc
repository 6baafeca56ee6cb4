#include "extract/statement_choice.h"

#include <algorithm>
#include <map>
#include <string>

namespace entente {
namespace {

/// What the rules have drafted too needs this share of the probability that it would need else:
/// they know more words than the network has been shown.
constexpr float kDraftedShare = 1.0f / 3;

class Chooser {
 public:
  Chooser(const SentenceView& s, const std::vector<VerbGroup>& groups, std::vector<Draft> drafts)
      : s_(s), groups_(groups), drafts_(std::move(drafts)) {}

  std::vector<Draft> choose(const StatementModel& model, const TokenStates& states) {
    const auto candidates = find_candidates(s_, groups_, drafts_);
    const auto scores = score_candidates(candidates, s_.tokens(), states, model);
    for (size_t i = 0; i < candidates.size(); ++i)
      for (const EdgeTypeInfo& row : ontology()) {
        const auto type = static_cast<size_t>(row.type);
        const float least = model.thresholds[type] *
                            (draft_of(candidates[i], row.type) != nullptr ? kDraftedShare : 1);
        if (scores[i].types[type] >= least) add(candidates[i], row.type, scores[i]);
      }
    std::vector<Draft> chosen;
    for (auto& [key, draft] : chosen_) chosen.push_back(std::move(draft));
    return chosen;
  }

 private:
  using Key = std::tuple<uint32_t, uint32_t, EdgeType>;

  NodeKind kind(uint32_t entity) const { return s_.document().entities[entity].kind; }

  void add(const StatementCandidate& candidate, EdgeType type, const CandidateScores& scores) {
    uint32_t source = candidate.source, target = candidate.target;
    if (is_symmetric(type) && target < source) std::swap(source, target);
    if (!allowed(kind(source), type, kind(target))) return;
    const double probability = scores.types[static_cast<size_t>(type)];
    const auto [at, added] = chosen_.try_emplace({source, target, type});
    Draft& draft = at->second;
    if (!added && draft.confidence >= probability) return;
    draft = made(candidate, type, scores);
    draft.source = source;
    draft.target = target;
    draft.confidence = probability;
  }

  /// What the rules have drafted of this type between the two, or null.
  const Draft* draft_of(const StatementCandidate& candidate, EdgeType type) const {
    for (const Draft& draft : drafts_) {
      const bool same = draft.source == candidate.source && draft.target == candidate.target;
      const bool turned = draft.source == candidate.target && draft.target == candidate.source;
      if (draft.type == type && (same || (turned && is_symmetric(type)))) return &draft;
    }
    return nullptr;
  }

  Draft made(const StatementCandidate& candidate, EdgeType type,
             const CandidateScores& scores) const {
    if (const Draft* draft = draft_of(candidate, type)) return *draft;
    Draft draft;
    draft.type = type;
    draft.anchor = candidate.anchor - s_.tokens().begin;
    draft.rule = "model: " + s_.document().syntax.lemmas[candidate.anchor];
    draft.dated = is_event_like(type);
    draft.status = status_of(draft, scores);
    return draft;
  }

  /// By the network, which is told what the rules read of the clause. That bears on what happens,
  /// not on what the two are: "Iran will not send its minister".
  Status status_of(const Draft& draft, const CandidateScores& scores) const {
    const auto best = std::ranges::max_element(scores.statuses);
    const auto likeliest = static_cast<Status>(best - scores.statuses.begin());
    if (!draft.dated) return likeliest == Status::ended ? Status::ended : Status::actual;
    return likeliest;
  }

  /// Types whose statements happen at some time, rather than hold.
  static bool is_event_like(EdgeType type) {
    const Family family = info(type).family;
    return family != Family::affiliation && family != Family::place && type != EdgeType::concerns &&
           type != EdgeType::party_to;
  }

  const SentenceView& s_;
  const std::vector<VerbGroup>& groups_;
  std::vector<Draft> drafts_;
  std::map<Key, Draft> chosen_;
};

}  // namespace

std::vector<Draft> choose_drafts(const SentenceView& sentence, const std::vector<VerbGroup>& groups,
                                 const StatementModel& model, const TokenStates& states) {
  return Chooser(sentence, groups, find_drafts(sentence, groups)).choose(model, states);
}

}  // namespace entente
