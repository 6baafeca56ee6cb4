#include "extract/clauses.h"

#include <algorithm>
#include <unordered_set>

#include "extract/anaphora.h"
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
  bool negated = false, planned = false, hypothetical = false, passive = false, first = true;
  for (; at >= 0 && !s.is_mention(at); --at) {
    const std::string_view word = s.lower(at);
    const WordClass cls = s.cls(at);
    if (cls == WordClass::negation) {
      negated = true;
    } else if (cls == WordClass::modal) {
      (word == "will" || word == "shall" || word == "would" || word == "'ll" || word == "wo"
           ? planned
           : hypothetical) = true;
    } else if (cls == WordClass::auxiliary) {
      if (first && is_be(word)) passive = true;
      first = false;
    } else if (cls != WordClass::adverb || is_comma(word)) {
      break;
    }
  }
  const bool participle = group.form == Inflection::participle || group.form == Inflection::past;
  if (participle && passive) group.voice = ClauseVoice::passive;
  if (s.lower(at) == "without") negated = true;
  group.begin = static_cast<uint32_t>(at + 1);
  if (group.begin > group.verb) group.begin = group.verb;
  if (negated)
    group.status = Status::denied;
  else if (hypothetical)
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
      if (group.form == Inflection::past && s_.lower(at + 1) == "by") group.voice = ClauseVoice::passive;
      group.subject = subject_of(group);
      if (in_condition(group) && group.status == Status::actual)
        group.status = Status::hypothetical;
      groups_.push_back(std::move(group));
    }
    return std::move(groups_);
  }

 private:
  bool in_condition(const VerbGroup& group) const {
    for (int64_t at = group.begin; at >= 0; --at) {
      if (s_.lower(at) == "if" || s_.lower(at) == "unless") return true;
      if (is_comma(s_.lower(at)) || s_.lower(at) == ";") return false;
    }
    return false;
  }

  Argument subject_of(VerbGroup& group) {
    const int64_t before = static_cast<int64_t>(group.begin) - 1;
    if (s_.lower(before) == "to") return controller(group, before);
    if (group.form == Inflection::gerund &&
        (before < 0 || is_comma(s_.lower(before)) || s_.cls(before) == WordClass::preposition))
      return inherited(group);
    if (s_.cls(before) == WordClass::relative) return antecedent(before);
    if (const bool joined =
            s_.lower(before) == "and" || s_.lower(before) == "but" || s_.lower(before) == "or";
        joined && !groups_.empty())
      return shared(group);
    const bool bare_participle = group.begin == group.verb && s_.lower(group.verb + 1) == "by";
    if (bare_participle && group.form != Inflection::base) group.voice = ClauseVoice::passive;
    return left_subject(before);
  }

  /// "plans to visit", "urged Iran to withdraw": who does what follows "to".
  Argument controller(VerbGroup& group, int64_t to) {
    const std::string_view adjective = s_.lower(to - 1);
    if (adjective == "unable" || adjective == "unwilling" || adjective == "failure" ||
        adjective == "refusal") {
      group.status = Status::denied;
      return left_subject(to - 2);
    }
    for (size_t g = groups_.size(); g-- > 0;) {
      const VerbGroup& above = groups_[g];
      const auto embedding = s_.lexicon().embedding(above.lemma);
      const int64_t distance = to - static_cast<int64_t>(above.verb);
      if (distance > 10) break;
      group.above = static_cast<uint32_t>(g);
      const Status imposed = embedding ? *embedding : Status::planned;
      if (group.status == Status::actual)
        group.status = above.status == Status::denied ? Status::denied : imposed;
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

  Argument inherited(VerbGroup& group) const {
    if (groups_.empty()) return {};
    if (group.status == Status::actual) group.status = groups_.back().status;
    return groups_.back().subject;
  }

  Argument shared(VerbGroup& group) const {
    const VerbGroup& previous = groups_.back();
    if (group.begin == group.verb && group.status == Status::actual && group.form == Inflection::base)
      group.status = previous.status;
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
        if (before != WordClass::preposition) return coordination(s_, m);
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
                        s_.lexicon().verbs(s_.lower(at)).empty()) ||
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
