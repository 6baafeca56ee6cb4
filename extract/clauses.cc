#include "extract/clauses.h"

#include <algorithm>
#include <unordered_set>

#include "extract/anaphora.h"
#include "extract/veracity.h"
#include "extract/verb_forms.h"

namespace entente {
namespace {

using WordSet = std::unordered_set<std::string_view>;

bool is_be(std::string_view lower) {
  static const WordSet kForms = {"be",   "am",   "is",    "are", "was",
                                 "were", "been", "being", "'re", "'m"};
  return kForms.contains(lower);
}

/// Nouns whose bearer acts for the state or body named before them.
bool is_agent_noun(std::string_view lower) {
  static const WordSet kNouns = {
      "government",      "governments", "administration", "military",   "army",
      "forces",          "force",       "troops",         "soldiers",   "officials",
      "official",        "authorities", "leaders",        "leader",     "leadership",
      "diplomats",       "diplomat",    "president",      "minister",   "ministers",
      "parliament",      "delegation",  "police",         "navy",       "airstrikes",
      "drones",          "jets",        "warplanes",      "planes",     "side",
      "representatives", "negotiators", "envoy",          "ambassador", "cabinet",
      "regime",          "court",       "courts",         "lawmakers",  "premier",
      "chancellor",      "foreign",     "ministry",       "spokesman",  "spokesperson",
      "spokeswoman",     "people",      "members",        "rebels",     "fighters",
      "militants",       "missiles",    "strikes",        "embassy",    "counterpart",
      "counterparts",    "state",       "states",         "republic",   "company"};
  return kNouns.contains(lower);
}

bool is_subordinator(std::string_view lower) {
  static const WordSet kWords = {"because", "although", "though", "while", "whereas", "if",
                                 "unless",  "whether",  "when",   "where", "after",   "before",
                                 "since",   "as",       "until",  "once",  "that"};
  return kWords.contains(lower);
}

bool is_comma(std::string_view lower) { return lower == ","; }

/// Walks left over auxiliaries, negation and adverbs; notes what they say.
void read_auxiliaries(const SentenceView& s, VerbGroup& group) {
  int64_t at = static_cast<int64_t>(group.verb) - 1;
  bool planned = false, hypothetical = false, ended = false, passive = false, first = true;
  bool would = false, perfect = false, finite = false;
  for (; at >= 0 && !s.is_mention(at); --at) {
    const std::string_view word = s.lower(at);
    const WordClass cls = s.cls(at);
    if (cls == WordClass::negation) {
      if (s.lower(at + 1) != "only") group.negated = true;
    } else if (cls == WordClass::modal) {
      would |= word == "would";
      const bool obliged = word == "must" || word == "should" || word == "ought";
      const bool ahead = word == "will" || word == "shall" || word == "'ll" || word == "wo";
      (ahead || would || obliged ? planned : hypothetical) = true;
    } else if (cls == WordClass::auxiliary) {
      if (first && is_be(word)) passive = true;
      perfect |= word == "have" || word == "'ve";
      finite = word == "is" || word == "are" || word == "'re" || word == "has" || word == "do" ||
               word == "does" || word == "have";
      first = false;
    } else if (word == "longer" && s.lower(at - 1) == "no") {
      ended = true;
      --at;
    } else if (const Effect* cue = s.lexicon().effect("adverb", word)) {
      hypothetical |= cue->affirmed == Status::hypothetical;
    } else if ((cls != WordClass::adverb && word != "yet") || is_comma(word)) {
      break;
    }
  }
  const bool participle = group.form == Inflection::participle || group.form == Inflection::past;
  if (participle && passive) group.voice = ClauseVoice::passive;
  if (s.lower(at) == "without") group.negated = true;
  const bool instead = (s.lower(at) == "of" && s.lower(at - 1) == "instead") ||
                       (s.lower(at) == "than" && s.lower(at - 1) == "rather");
  if (instead && group.form == Inflection::gerund) group.negated = true;
  group.begin = static_cast<uint32_t>(at + 1);
  if (group.begin > group.verb) group.begin = group.verb;
  const bool bare = first && !planned && !hypothetical;
  group.present =
      finite ||
      (bare && (group.form == Inflection::third_person || group.form == Inflection::base));
  if (group.negated)
    group.status = Status::denied;
  else if (ended)
    group.status = Status::ended;
  else if (hypothetical || (would && perfect))
    group.status = Status::hypothetical;
  else if (planned)
    group.status = Status::planned;
}

class ClauseReader {
 public:
  explicit ClauseReader(const SentenceView& s) : s_(s) {}

  Argument subject_before(uint32_t at) const {
    const int64_t before = static_cast<int64_t>(at) - 1;
    return s_.cls(before) == WordClass::relative ? antecedent(before) : left_subject(before);
  }

  std::vector<VerbGroup> read() {
    for (uint32_t at = 0; at < s_.size(); ++at) {
      const auto reading = read_verb(s_, at);
      if (!reading) continue;
      VerbGroup group;
      group.verb = at;
      group.lemma = reading->lemma;
      group.form = reading->form;
      read_auxiliaries(s_, group);
      if (group.form == Inflection::past && s_.lower(at + 1) == "by")
        group.voice = ClauseVoice::passive;
      group.subject = subject_of(group);
      groups_.push_back(std::move(group));
    }
    const auto statuses = read_statuses(s_, groups_);
    for (size_t g = 0; g < groups_.size(); ++g) groups_[g].status = statuses[g];
    return std::move(groups_);
  }

 private:
  Argument subject_of(VerbGroup& group) {
    const int64_t before = static_cast<int64_t>(group.begin) - 1;
    if (s_.lower(before) == "to") return controller(group, before);
    if (group.form == Inflection::gerund)
      if (auto subject = subject_of_gerund(group, before)) return *subject;
    if (s_.cls(before) == WordClass::relative) return antecedent(before);
    if (s_.lower(before) == "nor") {
      group.negated = true;
      group.status = Status::denied;
    }
    const bool joined = s_.lower(before) == "and" || s_.lower(before) == "but" ||
                        s_.lower(before) == "or" || s_.lower(before) == "nor";
    if (joined && !groups_.empty()) return shared(group);
    const bool bare_participle = group.begin == group.verb && s_.lower(group.verb + 1) == "by";
    if (bare_participle && group.form != Inflection::base) group.voice = ClauseVoice::passive;
    Argument subject = left_subject(before);
    if (!subject.empty() && subject.front() >= s_.first_mention() &&
        neither_before(s_.begin(subject.front()))) {
      group.negated = true;
      group.status = Status::denied;
    }
    return subject;
  }

  bool neither_before(int64_t at) const {
    --at;
    while (s_.cls(at) == WordClass::determiner) --at;
    return s_.lower(at) == "neither";
  }

  /// Absent where the gerund is the verb of its clause ("is attacking").
  std::optional<Argument> subject_of_gerund(VerbGroup& group, int64_t before) const {
    if (is_quotation_mark(s_.lower(before))) --before;
    const bool preposition = s_.cls(before) == WordClass::preposition;
    if (!groups_.empty()) {
      const VerbGroup& above = groups_.back();
      const int64_t gap = static_cast<int64_t>(group.begin) - above.verb - 1;
      const auto index = static_cast<uint32_t>(groups_.size() - 1);
      // "stopped | bombing", "ruled out | bombing", "succeeded in | bombing"
      const bool beside =
          gap == 0 || (gap == 1 && !s_.is_mention(before) && !is_comma(s_.lower(before)) &&
                       (preposition || s_.lower(before) == "out"));
      if (beside && s_.lexicon().effect("ing", above.lemma) != nullptr) {
        group.above = index;
        group.embedded = Embedded::gerund;
        return above.subject;
      }
      if (preposition && gap > 0 && s_.lexicon().effect("object", above.lemma) != nullptr &&
          (s_.lower(before) == "of" || s_.lower(before) == "for" || s_.lower(before) == "from")) {
        group.above = index;
        group.embedded = Embedded::of_object;
        return above.voice == ClauseVoice::passive ? above.subject : find_object(s_, above);
      }
    }
    if (before >= 0 && !is_comma(s_.lower(before)) && !preposition) return std::nullopt;
    return inherited(group);
  }

  /// "unable to sign", "its refusal to sign", "is to sign": absent where no such word stands
  /// before "to".
  std::optional<Argument> subject_by_cue(VerbGroup& group, int64_t to) const {
    const std::string_view word = s_.lower(to - 1);
    if (s_.is_mention(to - 1)) return std::nullopt;
    static const Effect kPlanned{Status::planned, Status::denied};
    static const Effect kEnded{Status::ended, Status::ended};
    if (is_be(word)) {
      group.cue = &kPlanned;
      return left_subject(to - 2);
    }
    if (word == "used") {
      group.cue = &kEnded;
      return left_subject(to - 2);
    }
    if ((group.cue = s_.lexicon().effect("adjective", word)) != nullptr) {
      for (int64_t at = to - 2; at >= 0 && to - at < 7 && !s_.is_mention(at); --at) {
        group.cue_negated |= s_.cls(at) == WordClass::negation;
        if (s_.cls(at) == WordClass::modal && group.status == Status::actual)
          group.status = s_.lower(at) == "will" ? Status::planned : Status::hypothetical;
      }
      return left_subject(to - 2);
    }
    if ((group.cue = s_.lexicon().effect("noun", word)) == nullptr) return std::nullopt;
    group.cue_negated = s_.lower(to - 2) == "no";
    Argument owner = find_possessor(s_, static_cast<uint32_t>(to - 1));
    if (!owner.empty()) return owner;
    if (!groups_.empty() && to - static_cast<int64_t>(groups_.back().verb) < 10) {
      group.cue_negated |= groups_.back().negated;
      return groups_.back().subject;
    }
    return left_subject(to - 2);
  }

  /// "plans to visit", "urged Iran to withdraw": who does what follows "to".
  Argument controller(VerbGroup& group, int64_t to) {
    if (s_.cls(to - 1) == WordClass::negation) {  // "decided not to sign"
      group.negated = true;
      group.status = Status::denied;
      --to;
    }
    if (auto subject = subject_by_cue(group, to)) return *subject;
    for (size_t g = groups_.size(); g-- > 0;) {
      const VerbGroup& above = groups_[g];
      const auto embedding = s_.lexicon().embedding(above.lemma);
      const int64_t distance = to - static_cast<int64_t>(above.verb);
      if (distance > 10) break;
      group.above = static_cast<uint32_t>(g);
      group.embedded = Embedded::infinitive;
      const Argument object = find_object(s_, above);
      if (!object.empty() && s_.end(object.back()) <= static_cast<uint32_t>(to) &&
          above.voice == ClauseVoice::active && embedding)
        return object;
      const Argument asked = find_prepositional(s_, above.verb, "on");
      if (above.lemma == "call" && !asked.empty() &&
          s_.end(asked.back()) <= static_cast<uint32_t>(to))
        return asked;
      return above.subject;
    }
    if (group.status == Status::actual) group.status = Status::planned;
    return left_subject(to - 1);
  }

  /// Whether a mention, of this sentence or an earlier one, ends before a word.
  bool before_word(uint32_t m, int64_t word) const {
    return m < s_.first_mention() || s_.end(m) <= static_cast<uint32_t>(word);
  }

  /// Of a participle or gerund beside a clause: "…, attacking Iran", "After attacking Iran, X …".
  Argument inherited(VerbGroup& group) const {
    const bool initial = group.begin <= 2;
    if (groups_.empty() && !initial) return first_name(group.begin);
    if (groups_.empty()) {
      uint32_t comma = group.verb + 1;
      while (comma < s_.size() && !is_comma(s_.lower(comma))) ++comma;
      const uint32_t m = head_mention(s_, comma + 1, std::min(s_.size(), comma + 7));
      return m == kNone ? Argument{} : coordination(s_, m);
    }
    if (group.status == Status::actual && is_comma(s_.lower(static_cast<int64_t>(group.begin) - 1)))
      group.status = groups_.back().status;
    return groups_.back().subject;
  }

  Argument first_name(uint32_t end) const {
    for (uint32_t m = s_.first_mention(); m < s_.last_mention() && s_.begin(m) < end; ++m)
      if (can_act(m)) return coordination(s_, m);
    return {};
  }

  Argument shared(VerbGroup& group) const {
    const VerbGroup& previous = groups_.back();
    if (group.begin == group.verb && group.form == Inflection::base) {
      group.above = previous.above;
      group.embedded = previous.embedded;
      group.cue = previous.cue;
      group.cue_negated = previous.cue_negated;
      if (group.status == Status::actual) group.status = previous.status;
    }
    if (previous.voice == ClauseVoice::passive && group.form == Inflection::participle &&
        group.begin == group.verb)
      group.voice = ClauseVoice::passive;
    return previous.subject;
  }

  Argument antecedent(int64_t relative) const {
    int64_t at = relative - 1;
    while (at >= 0 && (is_comma(s_.lower(at)) || s_.cls(at) == WordClass::preposition)) --at;
    for (int64_t steps = 0; at >= 0 && steps < 4; --at, ++steps)
      if (s_.is_mention(at)) return coordination(s_, s_.mention_at(at));
    return {};
  }

  /// The subject to the left of a verb: a name that no preposition governs, nearest first; else
  /// one in "of", "for" or "from" after a noun that can act.
  Argument left_subject(int64_t at) const {
    at = skip_parenthesis(at);
    uint32_t governed = kNone;
    for (; at >= 0; --at) {
      if (ends_clause(s_, at) || is_subordinator(s_.lower(at))) break;
      if (is_comma(s_.lower(at)) && governed == kNone && !list_comma(at)) break;
      const uint32_t m = s_.mention_at(at);
      if (m == kNone) {
        if (is_group_verb(at)) break;
        const Anaphor anaphor = resolve_anaphor(s_, static_cast<uint32_t>(at));
        if (anaphor.length > 0 && s_.cls(at - 1) != WordClass::preposition) return anaphor.mentions;
        continue;
      }
      at = s_.begin(m);
      if (can_act(m)) {
        const WordClass before = preposition_before(m);
        if (before != WordClass::preposition || is_subordinator(governing_word(m)))
          return coordination(s_, m);
        if (governed == kNone) governed = m;
      }
    }
    if (governed == kNone) return {};
    const std::string_view preposition = governing_word(governed);
    const bool agentive = preposition == "of" || preposition == "from" || preposition == "for";
    return agentive ? coordination(s_, governed) : Argument{};
  }

  /// Past ", … ," directly before the verb: "Abe, speaking in Tokyo, met".
  int64_t skip_parenthesis(int64_t at) const {
    if (!is_comma(s_.lower(at)) && s_.lower(at) != ")" && s_.lower(at) != "—") return at;
    for (int64_t left = at - 1; left >= 0 && at - left < 25; --left)
      if (is_comma(s_.lower(left)) || s_.lower(left) == "(" || s_.lower(left) == "—")
        return left - 1;
    return at - 1;
  }

  bool list_comma(int64_t at) const {
    return s_.is_mention(at - 1) && (s_.is_mention(at + 1) || s_.lower(at + 1) == "and" ||
                                     s_.title_length(static_cast<uint32_t>(at + 1)) > 0);
  }

  bool is_group_verb(int64_t at) const {
    return std::any_of(groups_.begin(), groups_.end(), [&](const VerbGroup& g) {
      return g.verb == at && g.form != Inflection::gerund;
    });
  }

  /// Not "Abe's | proposal" or "the Russian | proposal" unless the noun can act.
  bool can_act(uint32_t m) const {
    const uint32_t after = s_.end(m);
    const bool possessive = s_.lower(after) == "'s" || s_.lower(after) == "'";
    uint32_t noun = possessive ? after + 1 : after;
    if (!possessive && !s_.is_demonym(m)) return true;
    for (uint32_t steps = 0; noun < s_.size() && steps < 4; ++noun, ++steps) {
      if (s_.is_mention(noun)) return false;
      if (is_agent_noun(s_.lower(noun))) return true;
      if (s_.cls(noun) != WordClass::open) break;
    }
    return s_.is_demonym(m) && noun == after;  // "the British rejected"
  }

  int64_t phrase_start(uint32_t m) const {
    int64_t at = static_cast<int64_t>(s_.begin(m)) - 1;
    while (at >= 0 && (s_.cls(at) == WordClass::determiner || s_.cls(at) == WordClass::possessive ||
                       (s_.cls(at) == WordClass::open && !s_.is_mention(at) &&
                        s_.lower(at) != "case" && s_.lexicon().verbs(s_.lower(at)).empty()) ||
                       (s_.is_mention(at) && s_.is_demonym(s_.mention_at(at)))))
      --at;
    return at;
  }
  WordClass preposition_before(uint32_t m) const {
    const int64_t at = phrase_start(m);
    return at >= 0 && !s_.is_mention(at) ? s_.cls(at) : WordClass::punctuation;
  }
  std::string_view governing_word(uint32_t m) const { return s_.lower(phrase_start(m)); }

  const SentenceView& s_;
  std::vector<VerbGroup> groups_;
};

}  // namespace

std::vector<VerbGroup> find_verb_groups(const SentenceView& sentence) {
  return ClauseReader(sentence).read();
}

Argument find_subject_before(const SentenceView& sentence, uint32_t at) {
  return ClauseReader(sentence).subject_before(at);
}

}  // namespace entente
