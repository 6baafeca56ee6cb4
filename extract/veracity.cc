#include "extract/veracity.h"

#include <algorithm>

#include "extract/verb_forms.h"

namespace entente {
namespace {

/// What holds of something under a thing that itself holds so.
Status under(Status above, const Effect& effect, bool negated) {
  const Status told = negated ? effect.negated : effect.affirmed;
  switch (above) {
    case Status::denied:
      return negated ? told : effect.negated;
    case Status::hypothetical:
      return told == Status::denied ? Status::denied : Status::hypothetical;
    case Status::planned:
      return told == Status::actual ? Status::planned : told;
    case Status::ended:
      return told == Status::actual ? Status::ended : told;
    case Status::actual:
      return told;
  }
  return told;
}

/// The status of a verb whose own form says `own` where its surroundings say `told`.
Status compose(Status own, Status told) {
  if (told == Status::actual) return own;
  if (told == Status::denied) return own == Status::denied ? Status::actual : Status::denied;
  if (own == Status::denied || own == Status::ended) return own;
  if (told == Status::planned && own == Status::hypothetical) return own;
  return told;
}

bool opens_condition(std::string_view word) {
  return word == "if" || word == "unless" || word == "provided" || word == "assuming" ||
         word == "whether";
}

class StatusReader {
 public:
  StatusReader(const SentenceView& s, const std::vector<VerbGroup>& groups)
      : s_(s), groups_(groups) {
    for (const VerbGroup& group : groups_) clauses_.push_back(clause_of(group));
    find_conditions();
    find_that_clauses();
  }

  std::vector<Status> read() {
    for (uint32_t g = 0; g < groups_.size(); ++g) statuses_.push_back(status(g));
    return std::move(statuses_);
  }

 private:
  struct ToldClause {
    WordRange words;
    Status told = Status::actual;
  };

  WordRange clause_of(const VerbGroup& group) const {
    const bool takes = s_.lexicon().effect("clause", group.lemma) != nullptr ||
                       s_.lexicon().effect("fact", group.lemma) != nullptr;
    return takes ? reported_clause(s_, group) : WordRange{};
  }

  Status status(uint32_t g) const {
    const VerbGroup& group = groups_[g];
    Status own = group.status;
    if (group.cue != nullptr) own = compose(own, cue_status(group));
    if (group.above != kNone) {
      const VerbGroup& above = groups_[group.above];
      return compose(own, under(statuses_[group.above], embedding(group, above), above.negated));
    }
    for (uint32_t r = 0; r < g; ++r) {
      if (!clauses_[r].contains(group.verb)) continue;
      const VerbGroup& above = groups_[r];
      const Effect* effect = s_.lexicon().effect("clause", above.lemma);
      if (effect == nullptr) effect = s_.lexicon().effect("fact", above.lemma);
      own = compose(own, above.negated ? effect->negated : effect->affirmed);
    }
    if (own == Status::hypothetical && in_purpose(group.verb)) own = Status::planned;
    for (const ToldClause& clause : told_)
      if (clause.words.contains(group.verb)) own = compose(own, clause.told);
    return by_condition(group, own);
  }

  /// "… so that Abe can | meet Putin".
  bool in_purpose(uint32_t verb) const {
    for (uint32_t at = 0; at < verb; ++at)
      if (s_.lower(at) == "so" && s_.lower(at + 1) == "that") return true;
    return false;
  }

  static Status cue_status(const VerbGroup& group) {
    return group.cue_negated ? group.cue->negated : group.cue->affirmed;
  }

  Effect embedding(const VerbGroup& group, const VerbGroup& above) const {
    const std::string_view kind = group.embedded == Embedded::gerund      ? "ing"
                                  : group.embedded == Embedded::of_object ? "object"
                                                                          : "to";
    const Effect* effect = s_.lexicon().effect(kind, above.lemma);
    return effect == nullptr ? Effect{Status::planned, Status::denied} : *effect;
  }

  /// What is under a condition may hold, and so may what would follow from it.
  Status by_condition(const VerbGroup& group, Status own) const {
    if (own == Status::denied) return own;
    for (const WordRange& condition : conditions_)
      if (condition.contains(group.verb)) return Status::hypothetical;
    return conditional_ && own == Status::planned ? Status::hypothetical : own;
  }

  void find_conditions() {
    for (uint32_t at = 0; at < s_.size(); ++at) {
      const std::string_view word = s_.lower(at);
      const bool in_case = word == "case" && s_.lower(static_cast<int64_t>(at) - 1) == "in" &&
                           s_.lower(at + 1) != "of";
      if (opens_condition(word) || in_case || inverted(at)) {
        const bool verb_form = word == "provided" || word == "assuming";
        const bool opens = s_.word(at).initial || s_.lower(static_cast<int64_t>(at) - 1) == ",";
        if (verb_form && !opens) continue;
        conditions_.push_back({at, end_of_condition(at)});
        conditional_ |= word != "whether";
      }
    }
  }

  /// "Should Turkey attack, …", "Were Turkey to attack, …", "Had Turkey attacked, …".
  bool inverted(uint32_t at) const {
    if (!s_.word(at).initial) return false;
    const std::string_view word = s_.lower(at);
    if (word != "should" && word != "were" && word != "had") return false;
    return end_of_condition(at) < s_.size() && s_.lower(s_.size() - 1) != "?";
  }

  /// The comma after the first verb of the condition, if the clause begins the sentence; else the
  /// end of the sentence.
  uint32_t end_of_condition(uint32_t begin) const {
    for (const VerbGroup& group : groups_) {
      if (group.verb < begin) continue;
      for (uint32_t at = group.verb; at < s_.size(); ++at)
        if (s_.lower(at) == "," || s_.lower(at) == ";" || s_.lower(at) == "then") return at;
      break;
    }
    return s_.size();
  }

  /// "It is possible that …".
  void find_that_clauses() {
    for (uint32_t at = 0; at + 1 < s_.size(); ++at) {
      if (s_.lower(at + 1) != "that" || s_.is_mention(at)) continue;
      const Effect* effect = s_.lexicon().effect("that", s_.lower(at));
      if (effect == nullptr) continue;
      const int64_t before = static_cast<int64_t>(at) - 1;
      const bool negated = s_.cls(before) == WordClass::negation || s_.lower(before) == "no";
      told_.push_back({{at + 2, s_.size()}, negated ? effect->negated : effect->affirmed});
    }
    const Effect* first = s_.size() > 0 ? s_.lexicon().effect("adverb", s_.lower(0)) : nullptr;
    if (first != nullptr) told_.push_back({{1, s_.size()}, first->affirmed});
  }

  const SentenceView& s_;
  const std::vector<VerbGroup>& groups_;
  std::vector<WordRange> clauses_;  // [groups]: what each takes as its clause
  std::vector<WordRange> conditions_;
  bool conditional_ = false;  // the sentence has an "if"
  std::vector<ToldClause> told_;
  std::vector<Status> statuses_;
};

bool opens_quote(std::string_view word) { return word == "\"" || word == "“" || word == "``"; }

/// Words between a verb of saying and its clause: "told | China | that", "said | on Monday |
/// that", "said | in a statement | that".
uint32_t skip_to_clause(const SentenceView& s, uint32_t at) {
  constexpr uint32_t kReach = 8;
  for (uint32_t w = at; w < s.size() && w - at < kReach; ++w) {
    if (s.lower(w) == "that" || s.lower(w) == "whether") return w;
    if (s.lower(w) == "." || s.lower(w) == ";") break;
    if (is_quotation_mark(s.lower(w)) || s.lower(w) == ":") return w;
  }
  return at;
}

bool begins_clause(const SentenceView& s, uint32_t at) {
  const WordClass cls = s.cls(at);
  return s.lower(at) == "that" || s.lower(at) == "whether" || s.lower(at) == ":" ||
         opens_quote(s.lower(at)) || s.is_mention(at) || cls == WordClass::determiner ||
         cls == WordClass::pronoun || cls == WordClass::possessive;
}

/// Quotations and clauses after "that" go on to the end or to a participle beside them (", paving
/// the way"); others, which may be but a noun phrase, to the comma.
uint32_t end_of_clause(const SentenceView& s, uint32_t begin) {
  const bool marked = s.lower(begin) == "that" || s.lower(begin) == "whether";
  if (opens_quote(s.lower(begin)) || s.lower(begin) == ":") return s.size();
  for (uint32_t at = begin + 1; at < s.size(); ++at) {
    if (opens_quote(s.lower(at))) return s.size();
    if (s.lower(at) != ",") continue;
    const bool participle = s.lower(at + 1).ends_with("ing") && read_verb(s, at + 1);
    const bool list = s.is_mention(at - 1) && s.is_mention(at + 1);
    if (participle || (!marked && !list)) return at;
  }
  return s.size();
}

}  // namespace

WordRange reported_clause(const SentenceView& s, const VerbGroup& group) {
  uint32_t next = skip_to_clause(s, group.verb + 1);
  if (s.lower(next) == "," && opens_quote(s.lower(next + 1))) ++next;
  if (s.lower(next) == "," || s.lower(next) == "." || !begins_clause(s, next)) return {};
  return {next, end_of_clause(s, next)};
}

std::vector<Status> read_statuses(const SentenceView& sentence,
                                  const std::vector<VerbGroup>& groups) {
  return StatusReader(sentence, groups).read();
}

namespace {

/// The verb whose object the noun may be: the nearest before it, at most eight words.
const VerbGroup* governing_verb(const std::vector<VerbGroup>& groups, uint32_t noun) {
  constexpr uint32_t kReach = 8;
  const VerbGroup* best = nullptr;
  for (const VerbGroup& group : groups)
    if (group.verb < noun && noun - group.verb <= kReach) best = &group;
  return best;
}

}  // namespace

Status noun_status(const SentenceView& s, const std::vector<VerbGroup>& groups, uint32_t noun) {
  constexpr int64_t kModifiers = 4;
  bool definite = false, owned = false;
  const int64_t first = static_cast<int64_t>(noun) - 1;
  for (int64_t at = first; at >= 0 && first - at < kModifiers; --at) {
    const std::string_view word = s.lower(at);
    if (!s.is_mention(at))
      if (const Effect* effect = s.lexicon().effect("modifier", word)) return effect->affirmed;
    if (word == "the" || word == "'s" || word == "'") definite = true;
    if (s.cls(at) == WordClass::possessive && !definite) owned = true;
    if (!s.is_mention(at) && s.cls(at) != WordClass::open && s.cls(at) != WordClass::adverb) break;
  }
  const VerbGroup* above = governing_verb(groups, noun);
  if (above == nullptr) return Status::actual;
  for (uint32_t at = above->verb + 1; at < noun; ++at)
    if (ends_clause(s, at) || s.lower(at) == ",") return Status::actual;
  if (const Effect* effect = s.lexicon().effect("thing", above->lemma);
      effect != nullptr && !(above->lemma == "withdraw" && !owned))
    return under(above->status, *effect, above->negated);
  return definite && !owned ? Status::actual : above->status;
}

}  // namespace entente
