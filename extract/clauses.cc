#include "extract/clauses.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "extract/anaphora.h"

namespace entente {
namespace {

using WordSet = std::unordered_set<std::string_view>;

/// Longer coordinations are lists; pairing all their members would say nothing and take forever.
constexpr size_t kMostMembers = 40;

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

bool ends_clause(const SentenceView& s, int64_t at) {
  const std::string_view word = s.lower(at);
  return word == ";" || word == ":" || word == "." || word == "!" || word == "?" || word == "(" ||
         word == ")" || s.cls(at) == WordClass::relative || word == "—";
}

bool is_subordinator(std::string_view lower) {
  static const WordSet kWords = {"because", "although", "though", "while", "whereas", "if",
                                 "unless",  "whether",  "when",   "where", "after",   "before",
                                 "since",   "as",       "until",  "once",  "that"};
  return kWords.contains(lower);
}

bool is_comma(std::string_view lower) { return lower == ","; }
bool is_quote(std::string_view lower) {
  return lower == "\"" || lower == "“" || lower == "”" || lower == "``" || lower == "''" ||
         lower == "'" || lower == "‘";
}

/// Whether a word of the lexicon is used as a verb here, and as what form.
class VerbJudge {
 public:
  explicit VerbJudge(const SentenceView& s) : s_(s) {}

  std::optional<VerbReading> judge(uint32_t at) const {
    if (s_.is_mention(at) || s_.word(at).all_caps || s_.cls(at) != WordClass::open)
      return std::nullopt;
    const auto readings = s_.lexicon().verbs(s_.lower(at));
    if (readings.empty()) return std::nullopt;
    if (s_.word(at).capitalized && !s_.word(at).initial) return std::nullopt;
    const int64_t before = previous(at);
    for (const VerbReading& reading : readings)
      if (fits(reading.form, at, before)) return reading;
    return std::nullopt;
  }

 private:
  int64_t previous(uint32_t at) const {
    int64_t before = static_cast<int64_t>(at) - 1;
    while (before >= 0 && (s_.cls(before) == WordClass::adverb || is_quote(s_.lower(before))) &&
           !s_.is_mention(before))
      --before;
    return before;
  }

  bool fits(VerbForm form, uint32_t at, int64_t before) const {
    const WordClass cls = s_.is_mention(before) ? WordClass::open : s_.cls(before);
    const std::string_view word = s_.lower(before);
    const bool after_auxiliary =
        cls == WordClass::auxiliary || cls == WordClass::modal || cls == WordClass::negation;
    switch (form) {
      case VerbForm::base:
        if (cls == WordClass::modal || cls == WordClass::negation || word == "to")
          return !s_.is_mention(before);
        if (word == "do" || word == "did" || word == "does") return true;
        if (cls == WordClass::pronoun || word == "who" || word == "which" || word == "that")
          return true;
        return plural_subject(before) && !noun_goes_on(at);
      case VerbForm::third_person:
        if (!s_.lexicon().noun(s_.lower(at)).empty() && !object_follows(at) &&
            !(cls == WordClass::pronoun || word == "who" || word == "which"))
          return false;
        if (cls == WordClass::pronoun || word == "who" || word == "which" || word == "that")
          return true;
        if (cls == WordClass::determiner || cls == WordClass::possessive ||
            cls == WordClass::preposition || cls == WordClass::number)
          return false;
        return name_before(before) && !noun_goes_on(at);
      case VerbForm::past:
      case VerbForm::participle:
        if (after_auxiliary) return (form == VerbForm::participle) || word == "not";
        if (cls == WordClass::determiner || cls == WordClass::possessive || is_dash(word))
          return false;
        if (demonym_before(before)) return false;
        return cls != WordClass::preposition;
      case VerbForm::gerund:
        return cls != WordClass::determiner && cls != WordClass::possessive &&
               !demonym_before(before) && !is_dash(word);
    }
    return false;
  }

  bool demonym_before(int64_t before) const {
    return s_.is_mention(before) && s_.is_demonym(s_.mention_at(before));
  }
  bool name_before(int64_t before) const {
    if (before < 0) return false;
    if (s_.is_mention(before)) return !s_.is_demonym(s_.mention_at(before));
    return s_.cls(before) == WordClass::open || is_comma(s_.lower(before)) ||
           s_.lower(before) == ")" || s_.lower(before) == "and";
  }
  bool plural_subject(int64_t before) const {
    if (before < 1) return false;
    if (s_.is_mention(before) && !demonym_before(before)) {
      const std::string_view joined =
          s_.lower(static_cast<int64_t>(s_.begin(s_.mention_at(before))) - 1);
      return joined == "and" || s_.lower(before).ends_with("s");
    }
    return s_.cls(before) == WordClass::open && s_.lower(before).ends_with("s") &&
           s_.lexicon().verbs(s_.lower(before)).empty();
  }
  /// After a verb that may be a noun ("talks", "visits"): something that only a verb takes.
  bool object_follows(uint32_t at) const {
    const WordClass next = s_.cls(at + 1);
    return s_.is_mention(at + 1) || next == WordClass::determiner || next == WordClass::pronoun ||
           next == WordClass::possessive || next == WordClass::number || s_.lower(at + 1) == "that";
  }
  /// A noun reading: what follows is a verb or the phrase ends.
  bool noun_goes_on(uint32_t at) const {
    const std::string_view next = s_.lower(at + 1);
    return s_.cls(at + 1) == WordClass::auxiliary || s_.cls(at + 1) == WordClass::modal ||
           next == "." || next == ";";
  }

  const SentenceView& s_;
};

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
  const bool participle = group.form == VerbForm::participle || group.form == VerbForm::past;
  if (participle && passive) group.voice = Voice::passive;
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

struct Embedding {
  Status status;
  std::string_view kind;
};

std::optional<Embedding> embedding_of(std::string_view lemma) {
  struct Row {
    std::string_view lemma;
    Embedding embedding;
  };
  static constexpr std::array kRows = {
      Row{"plan", {Status::planned, "to"}},     Row{"intend", {Status::planned, "to"}},
      Row{"hope", {Status::planned, "to"}},     Row{"expect", {Status::planned, "to"}},
      Row{"want", {Status::planned, "to"}},     Row{"wish", {Status::planned, "to"}},
      Row{"aim", {Status::planned, "to"}},      Row{"seek", {Status::planned, "to"}},
      Row{"agree", {Status::planned, "to"}},    Row{"decide", {Status::planned, "to"}},
      Row{"promise", {Status::planned, "to"}},  Row{"pledge", {Status::planned, "to"}},
      Row{"vow", {Status::planned, "to"}},      Row{"prepare", {Status::planned, "to"}},
      Row{"schedule", {Status::planned, "to"}}, Row{"propose", {Status::planned, "to"}},
      Row{"offer", {Status::planned, "to"}},    Row{"try", {Status::planned, "to"}},
      Row{"attempt", {Status::planned, "to"}},  Row{"threaten", {Status::planned, "to"}},
      Row{"ask", {Status::planned, "to"}},      Row{"urge", {Status::planned, "to"}},
      Row{"demand", {Status::planned, "to"}},   Row{"order", {Status::planned, "to"}},
      Row{"request", {Status::planned, "to"}},  Row{"require", {Status::planned, "to"}},
      Row{"invite", {Status::planned, "to"}},   Row{"call", {Status::planned, "to"}},
      Row{"refuse", {Status::denied, "to"}},    Row{"decline", {Status::denied, "to"}},
      Row{"fail", {Status::denied, "to"}}};
  const auto row =
      std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.lemma == lemma; });
  return row == kRows.end() ? std::nullopt : std::optional(row->embedding);
}

class ClauseReader {
 public:
  explicit ClauseReader(const SentenceView& s) : s_(s) {}

  Argument subject_before(uint32_t at) const {
    const int64_t before = static_cast<int64_t>(at) - 1;
    return s_.cls(before) == WordClass::relative ? antecedent(before) : left_subject(before);
  }

  std::vector<VerbGroup> read() {
    const VerbJudge judge(s_);
    for (uint32_t at = 0; at < s_.size(); ++at) {
      const auto reading = judge.judge(at);
      if (!reading) continue;
      VerbGroup group;
      group.verb = at;
      group.lemma = reading->lemma;
      group.form = reading->form;
      read_auxiliaries(s_, group);
      if (group.form == VerbForm::past && s_.lower(at + 1) == "by") group.voice = Voice::passive;
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
    if (group.form == VerbForm::gerund &&
        (before < 0 || is_comma(s_.lower(before)) || s_.cls(before) == WordClass::preposition))
      return inherited(group);
    if (s_.cls(before) == WordClass::relative) return antecedent(before);
    if (const bool joined =
            s_.lower(before) == "and" || s_.lower(before) == "but" || s_.lower(before) == "or";
        joined && !groups_.empty())
      return shared(group);
    const bool bare_participle = group.begin == group.verb && s_.lower(group.verb + 1) == "by";
    if (bare_participle && group.form != VerbForm::base) group.voice = Voice::passive;
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
      const auto embedding = embedding_of(above.lemma);
      const int64_t distance = to - static_cast<int64_t>(above.verb);
      if (distance > 10) break;
      group.above = static_cast<uint32_t>(g);
      const Status imposed = embedding ? embedding->status : Status::planned;
      if (group.status == Status::actual)
        group.status = above.status == Status::denied ? Status::denied : imposed;
      const Argument object = find_object(s_, above);
      if (!object.empty() && s_.end(object.back()) <= static_cast<uint32_t>(to) &&
          above.voice == Voice::active && embedding)
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
    if (group.begin == group.verb && group.status == Status::actual && group.form == VerbForm::base)
      group.status = previous.status;
    if (previous.voice == Voice::passive && group.form == VerbForm::participle &&
        group.begin == group.verb)
      group.voice = Voice::passive;
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
      return g.verb == at && g.form != VerbForm::gerund;
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

/// Where the next member of a coordination would begin, after "," and "and"; kNone if none.
uint32_t next_member(const SentenceView& s, uint32_t mention) {
  uint32_t at = s.end(mention);
  const uint32_t joint = at;
  if (is_comma(s.lower(at))) ++at;
  const bool word =
      s.lower(at) == "and" || s.lower(at) == "or" || s.lower(at) == "&" || s.lower(at) == "nor";
  if (word) ++at;
  if (at == joint) return kNone;
  const uint32_t next = head_mention(s, at, std::min(s.size(), at + 8));
  if (next == kNone) return kNone;
  for (uint32_t w = at; w < s.begin(next); ++w) {
    const bool filler = s.is_mention(w) || s.cls(w) == WordClass::determiner ||
                        s.title_length(w) > 0 || s.cls(w) == WordClass::possessive ||
                        s.lower(w) == "former" || s.lower(w) == "of" || s.lower(w) == "foreign" ||
                        s.lower(w) == "prime" || s.lower(w) == "minister" ||
                        s.lower(w) == "secretary" || s.lower(w) == "state" ||
                        s.lower(w) == "general" || is_dash(s.lower(w));
    if (!filler) return kNone;
  }
  return next;
}

bool same_sort(NodeKind a, NodeKind b) {
  const auto sort = [](NodeKind kind) {
    switch (kind) {
      case NodeKind::person:
        return 0;
      case NodeKind::agreement:
        return 2;
      case NodeKind::event:
        return 3;
      default:
        return 1;
    }
  };
  return sort(a) == sort(b);
}

}  // namespace

std::vector<VerbGroup> find_verb_groups(const SentenceView& sentence) {
  return ClauseReader(sentence).read();
}

Argument find_subject_before(const SentenceView& sentence, uint32_t at) {
  return ClauseReader(sentence).subject_before(at);
}

uint32_t head_mention(const SentenceView& s, uint32_t at, uint32_t end) {
  for (; at < end && at < s.size(); ++at) {
    const uint32_t m = s.mention_at(at);
    if (m != kNone) {
      // A state before a title only says whose title it is.
      uint32_t after = s.end(m);
      if (s.lower(after) == "'s") ++after;
      for (uint32_t skipped = 0;
           skipped < 2 && s.lower(after) != "" && !s.is_mention(after) &&
           s.title_length(after) == 0 &&
           (s.lower(after) == "deputy" || s.lower(after) == "former" || s.lower(after) == "vice");
           ++skipped)
        ++after;
      uint32_t length = s.title_length(after);
      uint32_t person = after;
      while (length > 0) {
        person += length;
        length = s.title_length(person);
      }
      if (person > after && s.is_mention(person) &&
          s.kind(s.mention_at(person)) == NodeKind::person)
        return s.mention_at(person);
      return m;
    }
    const WordClass cls = s.cls(at);
    const bool goes_on = cls == WordClass::determiner || cls == WordClass::possessive ||
                         cls == WordClass::adverb || cls == WordClass::number ||
                         is_quote(s.lower(at)) || is_dash(s.lower(at)) || (cls == WordClass::open);
    if (!goes_on) return kNone;
  }
  return kNone;
}

Argument coordination(const SentenceView& s, uint32_t mention) {
  Argument members = {mention};
  for (uint32_t next = next_member(s, mention); next != kNone && members.size() < kMostMembers;
       next = next_member(s, next)) {
    if (!same_sort(s.kind(mention), s.kind(next))) break;
    members.push_back(next);
  }
  // To the left: whatever leads here by the same steps.
  for (uint32_t previous = mention; previous-- > s.first_mention();) {
    if (s.begin(members.front()) - s.end(previous) > 8 || members.size() >= kMostMembers) break;
    if (same_sort(s.kind(previous), s.kind(mention)) && next_member(s, previous) == members.front())
      members.insert(members.begin(), previous);
  }
  return members;
}

Argument find_object(const SentenceView& s, const VerbGroup& group) {
  if (const Anaphor anaphor = resolve_anaphor(s, group.verb + 1); !anaphor.mentions.empty())
    return anaphor.mentions;
  const uint32_t m = head_mention(s, group.verb + 1, std::min(s.size(), group.verb + 12));
  if (m == kNone) return {};
  for (uint32_t at = group.verb + 1; at < s.begin(m); ++at)
    if (!s.lexicon().verbs(s.lower(at)).empty() && s.lower(at).ends_with("ing")) return {};
  return coordination(s, m);
}

/// "… agreed to speed up talks based | on": a verb form within whose reach another verb's is over.
bool begins_other_verb(const SentenceView& s, uint32_t at) {
  if (s.is_mention(at)) return false;
  if (s.lower(at) == "to") {
    const auto readings = s.lexicon().verbs(s.lower(at + 1));
    return !s.is_mention(at + 1) && !readings.empty() && readings.front().form == VerbForm::base;
  }
  const bool ending = s.lower(at).ends_with("ed") || s.lower(at).ends_with("ing");
  const WordClass before = s.cls(static_cast<int64_t>(at) - 1);
  return ending && s.cls(at) == WordClass::open && before != WordClass::determiner &&
         before != WordClass::possessive && s.cls(at + 1) == WordClass::preposition &&
         !s.lexicon().verbs(s.lower(at)).empty() && s.lexicon().noun(s.lower(at)).empty();
}

Argument find_prepositional(const SentenceView& s, uint32_t from, std::string_view preposition,
                            uint32_t reach) {
  const uint32_t limit = std::min(s.size(), from + reach);
  for (uint32_t at = from + 1; at < limit; ++at) {
    if (ends_clause(s, at) || begins_other_verb(s, at)) break;
    if (s.is_mention(at) || s.lower(at) != preposition) continue;
    if (const Anaphor anaphor = resolve_anaphor(s, at + 1); !anaphor.mentions.empty())
      return anaphor.mentions;
    const uint32_t m = head_mention(s, at + 1, std::min(s.size(), at + 9));
    if (m != kNone) return coordination(s, m);
  }
  return {};
}

Argument find_possessor(const SentenceView& s, uint32_t noun) {
  int64_t at = static_cast<int64_t>(noun) - 1;
  for (int64_t steps = 0; at >= 0 && steps < 4; --at, ++steps) {
    const uint32_t m = s.mention_at(at);
    if (m != kNone) {
      const uint32_t after = s.end(m);
      const bool possessive = s.lower(after) == "'s" || s.lower(after) == "'";
      if (!possessive && !s.is_demonym(m) && after != noun) return {};
      return coordination(s, m);
    }
    if (s.cls(at) != WordClass::open && s.cls(at) != WordClass::possessive &&
        s.cls(at) != WordClass::number)
      return {};
  }
  return {};
}

}  // namespace entente
