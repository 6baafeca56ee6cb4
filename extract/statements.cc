#include "extract/statements.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "extract/attribution.h"
#include "extract/drafts.h"
#include "extract/statement_choice.h"
#include "extract/time_links.h"
#include "extract/time_options.h"

namespace entente {
namespace {

/// Gives drafts of one sentence their time, source and evidence.
class SentenceStatements {
 public:
  SentenceStatements(const SentenceView& s, const Quotation& before)
      : s_(s), groups_(find_verb_groups(s)), attributions_(find_attributions(s, groups_)) {
    const auto quoted = continue_quotation(s_, before, attributions_);
    attributions_.insert(attributions_.begin(), quoted.begin(), quoted.end());
    quotation_ = last_quotation(s_, before, attributions_);
    resolve_first_person(s_, attributions_, groups_);
  }

  const Quotation& quotation() const { return quotation_; }

  /// By rules alone.
  std::vector<Statement> find() const { return finish(find_drafts(s_, groups_)); }

  /// By the networks, which have the drafts of the rules before them.
  std::vector<Statement> find(const Models& models, const TokenStates& states) const {
    return finish(choose_drafts(s_, groups_, *models.statements, states), models.times);
  }

 private:
  std::vector<Statement> finish(const std::vector<Draft>& drafts,
                                const std::optional<TimeModel>& model = {}) const {
    const TimeLinks links(s_, groups_);
    const TimeOptions options(s_, groups_, links);
    std::vector<Statement> found;
    for (const Draft& draft : drafts) {
      if (!valid(draft)) continue;
      Statement statement = finish(draft);
      if (model)
        set_time(draft, choose_time(options.of(draft), *model), statement);
      else if (!date_by_name(draft, links, statement) && draft.dated)
        date(draft, links, statement);
      found.push_back(std::move(statement));
    }
    return found;
  }

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

  static void set_time(const std::string& phrase, const Interval& value, Statement& statement) {
    statement.claim.time = value;
    statement.time = phrase + " → " + value.str();
  }

  void set_time(uint32_t t, Statement& statement) const {
    const TimeExpression& time = s_.document().times[t];
    set_time(std::string(s_.document().slice(time.tokens)), time.value, statement);
  }

  void set_time(const Draft& draft, const TimeOption& time, Statement& statement) const {
    if (!time.value) return;
    set_time(time.phrase, *time.value, statement);
    if (statement.claim.status != Status::actual) return;
    if (!time.value->begin()) statement.claim.status = Status::ended;
    if (is_ahead(*time.value) && is_present(draft.anchor)) statement.claim.status = Status::planned;
  }

  /// What is done with an event or agreement is done when it is: "the 2011 war in Sudan". Whether
  /// its name has a time.
  bool date_by_name(const Draft& draft, const TimeLinks& times, Statement& statement) const {
    if (draft.type != EdgeType::party_to && draft.type != EdgeType::attends &&
        draft.type != EdgeType::located_in && draft.type != EdgeType::signs)
      return false;
    const auto& entities = s_.document().entities;
    for (const uint32_t entity : {draft.source, draft.target}) {
      if (entities[entity].kind != NodeKind::agreement && entities[entity].kind != NodeKind::event)
        continue;
      const uint32_t mention = nearest_mention(entity, draft.anchor);
      const uint32_t t = mention == kNone ? kNone : times.time_of_mention(mention);
      if (t == kNone) continue;
      set_time(t, statement);
      return true;
    }
    return false;
  }

  /// How far from its word the time of a statement may hang: what happens has a time as a rule,
  /// what is held or thought seldom.
  static TimeReach reach_of(EdgeType type) {
    switch (type) {
      case EdgeType::meets:
      case EdgeType::visits:
      case EdgeType::attends:
      case EdgeType::hosts:
      case EdgeType::signs:
      case EdgeType::leaves:
      case EdgeType::recognizes:
      case EdgeType::seizes:
      case EdgeType::sanctions:
      case EdgeType::protests:
      case EdgeType::agrees_with:
      case EdgeType::assaults:
        return TimeReach::far;
      case EdgeType::claims:
      case EdgeType::disputes_with:
      case EdgeType::violates:
      case EdgeType::mediates:
      case EdgeType::allied_with:
      case EdgeType::aids:
      case EdgeType::supports:
      case EdgeType::concedes_to:
      case EdgeType::accuses:
        return TimeReach::near;
      default:
        return TimeReach::usual;
    }
  }

  void date(const Draft& draft, const TimeLinks& times, Statement& statement) const {
    const uint32_t t = times.time_of(draft.anchor, reach_of(draft.type));
    if (t == kNone) return;
    set_time(t, statement);
    const TimeExpression& time = s_.document().times[t];
    if (statement.claim.status != Status::actual) return;
    if (!time.value.begin() && times.is_end(t)) statement.claim.status = Status::ended;
    if (is_ahead(time.value) && is_present(draft.anchor)) statement.claim.status = Status::planned;
  }

  bool is_ahead(const Interval& time) const {
    const auto& today = s_.document().date;
    return today && time.begin() && time.begin()->first_day() > today->last_day();
  }

  /// "Abe visits Moscow in June."
  bool is_present(uint32_t anchor) const {
    return std::any_of(groups_.begin(), groups_.end(), [&](const VerbGroup& group) {
      return group.verb == anchor && group.present;
    });
  }

  /// By the innermost report. What someone accuses or denies themselves is told by the verb alone.
  void attribute(const Draft& draft, Statement& statement) const {
    if (!draft.dated) return;  // offices and places are background, not what is reported
    for (auto at = attributions_.rbegin(); at != attributions_.rend(); ++at) {
      if (draft.anchor < at->begin || draft.anchor >= at->end) continue;
      if (at->speaker == kNone) {
        statement.claim.asserted_by = at->phrase;
        return;
      }
      const uint32_t speaker = s_.entity(at->speaker);
      if (speaker == draft.source && !at->own) continue;
      statement.claim.asserted_by = s_.document().entities[speaker].id;
      return;
    }
  }

  const SentenceView& s_;
  std::vector<VerbGroup> groups_;
  std::vector<Attribution> attributions_;
  Quotation quotation_;
};

/// Whether a thing stands so to one other as a rule: who holds two offices holds one more surely.
bool is_exclusive(EdgeType type) {
  return type == EdgeType::holds_office || type == EdgeType::located_in ||
         type == EdgeType::part_of;
}

/// Leaves out what the document says much more surely of the same thing and another: of the
/// network's guesses at the office of one person, those near the best stay.
std::vector<Statement> keep_likeliest(std::vector<Statement> statements) {
  constexpr double kNear = 0.6;
  std::map<std::pair<uint32_t, EdgeType>, double> best;
  const auto key = [](const Statement& s) { return std::pair(s.source, s.claim.type); };
  for (const Statement& statement : statements) {
    double& most = best[key(statement)];
    most = std::max(most, statement.confidence);
  }
  std::erase_if(statements, [&](const Statement& statement) {
    return is_exclusive(statement.claim.type) &&
           statement.confidence < kNear * best[key(statement)];
  });
  return statements;
}

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

}  // namespace

std::vector<Statement> find_statements(const Document& document, const Models& models,
                                       const TokenStates& states) {
  const DocumentContext context = read_context(document);
  std::vector<Statement> statements;
  uint32_t first_mention = 0;
  Quotation quotation;
  for (uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    const SentenceView view(document, models, context, sentence, first_mention);
    const SentenceStatements reader(view, quotation);
    quotation = reader.quotation();
    if (view.last_mention() > first_mention) {
      auto found = models.statements ? reader.find(models, states) : reader.find();
      std::move(found.begin(), found.end(), std::back_inserter(statements));
    }
    first_mention = view.last_mention();
  }
  lift_to_states(document, statements);
  if (models.statements) statements = keep_likeliest(std::move(statements));
  return without_repeats(std::move(statements));
}

}  // namespace entente
