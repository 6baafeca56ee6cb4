#include "extract/statements.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "extract/attribution.h"
#include "extract/drafts.h"
#include "extract/statement_choice.h"

namespace entente {
namespace {

/// Gives drafts of one sentence their time, source and evidence.
class SentenceStatements {
 public:
  SentenceStatements(const SentenceView& s, std::vector<VerbGroup> groups, uint32_t first_time)
      : s_(s), groups_(std::move(groups)), attributions_(find_attributions(s, groups_)) {
    const auto& times = s.document().times;
    for (uint32_t t = first_time; t < times.size() && times[t].tokens.begin < s.tokens().end; ++t)
      times_.push_back(t);
  }

  /// By rules alone.
  std::vector<Statement> find() const {
    std::vector<Statement> found;
    for (const Draft& draft : find_drafts(s_, groups_))
      if (valid(draft)) found.push_back(finish(draft));
    return found;
  }

  /// By the network, which has the drafts of the rules before it.
  std::vector<Statement> find(const StatementModel& model, const TokenStates& states) const {
    std::vector<Statement> found;
    for (const Draft& draft : choose_drafts(s_, groups_, model, states))
      if (valid(draft)) found.push_back(finish(draft));
    return found;
  }

 private:
  bool valid(const Draft& draft) const {
    if (draft.source == draft.target) return false;
    const auto& entities = s_.document().entities;
    return allowed(entities[draft.source].kind, draft.type, entities[draft.target].kind);
  }

  Statement finish(const Draft& draft) const {
    Statement statement;
    statement.source = draft.source;
    statement.target = draft.target;
    statement.claim.type = draft.type;
    statement.claim.status = draft.status;
    statement.claim.role = draft.role;
    statement.confidence = draft.confidence;
    statement.evidence = evidence(draft);
    statement.rule = draft.rule;
    if (draft.dated) date(draft, statement);
    attribute(draft, statement);
    return statement;
  }

  /// The sentence; of one that is too long to read, the stretch around what states the draft.
  ByteSpan evidence(const Draft& draft) const {
    constexpr uint32_t kLongSentence = 150, kContext = 12;  // words
    if (s_.size() <= kLongSentence) return s_.bytes();
    uint32_t begin = draft.anchor, end = draft.anchor + 1;
    for (const uint32_t entity : {draft.source, draft.target}) {
      const uint32_t mention = nearest_mention(entity, draft.anchor);
      if (mention == kNone) continue;
      begin = std::min(begin, s_.begin(mention));
      end = std::max(end, s_.end(mention));
    }
    begin -= std::min(begin, kContext);
    end = std::min(s_.size(), end + kContext);
    const uint32_t first = s_.tokens().begin;
    return s_.document().bytes({first + begin, first + end});
  }

  /// kNone where the sentence does not name the entity.
  uint32_t nearest_mention(uint32_t entity, uint32_t word) const {
    uint32_t best = kNone, distance = kNone;
    for (uint32_t m = s_.first_mention(); m < s_.last_mention(); ++m) {
      const uint32_t apart = s_.begin(m) > word ? s_.begin(m) - word : word - s_.begin(m);
      if (s_.entity(m) != entity || apart >= distance) continue;
      best = m;
      distance = apart;
    }
    return best;
  }

  /// The time nearest to the words that make the statement.
  void date(const Draft& draft, Statement& statement) const {
    const TimeExpression* best = nullptr;
    uint32_t distance = kNone;
    for (const uint32_t t : times_) {
      const TimeExpression& time = s_.document().times[t];
      const uint32_t at = time.tokens.begin - s_.tokens().begin;
      const uint32_t apart = at > draft.anchor ? at - draft.anchor : draft.anchor - at;
      if (apart >= distance) continue;
      best = &time;
      distance = apart;
    }
    if (best == nullptr) return;
    statement.claim.time = best->value;
    statement.time = std::string(s_.document().slice(best->tokens)) + " → " + best->value.str();
  }

  void attribute(const Draft& draft, Statement& statement) const {
    for (const Attribution& attribution : attributions_) {
      if (draft.anchor < attribution.begin || draft.anchor >= attribution.end) continue;
      if (attribution.speaker != kNone) {
        const uint32_t speaker = s_.entity(attribution.speaker);
        if (speaker == draft.source && draft.dated) continue;
        if (!draft.dated) continue;  // offices and places are background, not what is reported
        statement.claim.asserted_by = s_.document().entities[speaker].id;
      } else if (draft.dated) {
        statement.claim.asserted_by = attribution.phrase;
      }
    }
  }

  const SentenceView& s_;
  std::vector<VerbGroup> groups_;
  std::vector<Attribution> attributions_;
  std::vector<uint32_t> times_;
};

/// One statement a fact: of equal ones in a sentence the surer stays; a party that signs is not
/// also said to be bound.
std::vector<Statement> without_repeats(std::vector<Statement> statements) {
  using Key = std::tuple<uint32_t, uint32_t, EdgeType, uint32_t>;
  std::map<Key, size_t> seen;
  std::vector<Statement> kept;
  for (Statement& statement : statements) {
    uint32_t a = statement.source, b = statement.target;
    if (is_symmetric(statement.claim.type) && b < a) std::swap(a, b);
    const auto [at, added] =
        seen.emplace(Key{a, b, statement.claim.type, statement.evidence.begin}, kept.size());
    if (added)
      kept.push_back(std::move(statement));
    else if (statement.confidence > kept[at->second].confidence)
      kept[at->second] = std::move(statement);
  }
  return kept;
}

}  // namespace

bool is_against_place(EdgeType type) {
  return type == EdgeType::assaults || type == EdgeType::mobilizes_against ||
         type == EdgeType::aids || type == EdgeType::coerces || type == EdgeType::threatens;
}

/// What is done to a place of a state is done to the state: "drones hit Kharkiv, Ukraine".
void lift_to_states(const Document& document, std::vector<Statement>& statements) {
  std::map<uint32_t, uint32_t> state_of;
  for (const Statement& statement : statements)
    if (statement.claim.type == EdgeType::located_in &&
        document.entities[statement.target].kind == NodeKind::state)
      state_of.emplace(statement.source, statement.target);
  for (Statement& statement : statements) {
    const auto state = state_of.find(statement.target);
    if (state == state_of.end() || !is_against_place(statement.claim.type)) continue;
    if (state->second == statement.source) continue;
    statement.target = state->second;
    statement.rule += ", in its state";
  }
}

std::vector<Statement> find_statements(const Document& document, const Models& models,
                                       const TokenStates& states) {
  const DocumentContext context = read_context(document);
  std::vector<Statement> statements;
  uint32_t first_mention = 0, first_time = 0;
  for (uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    const SentenceView view(document, models, context, sentence, first_mention);
    while (first_time < document.times.size() &&
           document.times[first_time].tokens.begin < view.tokens().begin)
      ++first_time;
    if (view.last_mention() > first_mention) {
      const SentenceStatements reader(view, find_verb_groups(view), first_time);
      auto found = models.statements ? reader.find(*models.statements, states) : reader.find();
      std::move(found.begin(), found.end(), std::back_inserter(statements));
    }
    first_mention = view.last_mention();
  }
  lift_to_states(document, statements);
  return without_repeats(std::move(statements));
}

}  // namespace entente
