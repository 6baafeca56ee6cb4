#include "extract/attribution.h"

#include <algorithm>

#include "extract/veracity.h"
#include "extract/verb_forms.h"

namespace entente {
namespace {

bool is_quote(std::string_view word) {
  return word != "'" && word != "‘" && is_quotation_mark(word);
}
bool opens_quote(std::string_view word) { return word == "\"" || word == "“" || word == "``"; }
bool is_stop(std::string_view word) {
  return word == "." || word == ";" || word == "," || word.empty();
}

/// Who speaks, and the words that name them.
struct Speaker {
  uint32_t begin = 0, end = 0;
  uint32_t mention = kNone;
  std::string phrase{};
  bool known() const { return mention != kNone || !phrase.empty(); }
};

class ReportReader {
 public:
  ReportReader(const SentenceView& s, const std::vector<VerbGroup>& groups)
      : s_(s), groups_(groups) {}

  std::vector<Attribution> read() {
    for (const VerbGroup& group : groups_) {
      if (s_.lexicon().is_report(group.lemma) && group.voice == ClauseVoice::active &&
          !group.negated)
        report(group);
      if (group.embedded == Embedded::of_object) accusation(group);
    }
    for (uint32_t at = 0; at < s_.size(); ++at) {
      if (s_.is_mention(at)) continue;
      according(at);
      view_of(at);
      opinion(at);
      if (s_.lexicon().effect("hearsay", s_.lower(at)) != nullptr)
        add(clause_at(at), {at, at + 1, kNone, text(at, at + 1)});
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return a.begin < b.begin; });
    return std::move(found_);
  }

 private:
  std::string text(uint32_t begin, uint32_t end) const {
    const uint32_t first = s_.tokens().begin;
    return std::string(s_.document().slice(TokenSpan{first + begin, first + end}));
  }

  void add(WordRange words, const Speaker& speaker, bool own = false) {
    if (!words.empty() && speaker.known())
      found_.push_back({words.begin, words.end, speaker.mention, speaker.phrase, own});
  }

  /// What an adverb bears on: from its verb to the next; the whole sentence where it begins it.
  WordRange clause_at(uint32_t adverb) const {
    if (s_.word(adverb).initial) return {0, s_.size()};
    for (uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].verb < adverb) continue;
      const uint32_t end = g + 1 < groups_.size() ? groups_[g + 1].begin : s_.size();
      return {std::min(adverb, groups_[g].begin), end};
    }
    return {};
  }

  bool in_phrase(int64_t at) const {
    return s_.is_mention(at) || s_.cls(at) == WordClass::open ||
           s_.cls(at) == WordClass::determiner || s_.cls(at) == WordClass::number ||
           s_.cls(at) == WordClass::possessive || is_dash(s_.lower(at));
  }

  bool is_source_noun(int64_t at) const {
    return !s_.is_mention(at) && s_.lexicon().effect("source", s_.lower(at)) != nullptr;
  }

  /// The noun phrase that ends before the verb: unnamed where its head is a word such as
  /// "official", else the subject.
  Speaker subject_of(const VerbGroup& group) const {
    int64_t last = static_cast<int64_t>(group.begin) - 1;
    while (s_.cls(last) == WordClass::adverb && !s_.is_mention(last)) --last;
    int64_t at = last;
    while (at >= 0 && in_phrase(at)) --at;
    if (at == last && s_.cls(at) == WordClass::pronoun) --at;
    Speaker speaker{static_cast<uint32_t>(at + 1), static_cast<uint32_t>(last + 1)};
    const bool pronoun = s_.cls(last) == WordClass::pronoun;
    if (at < last && is_source_noun(last)) {
      speaker.phrase = text(speaker.begin, speaker.end);
    } else if (!group.subject.empty()) {
      speaker.mention = group.subject.front();
      if (!pronoun && speaker.mention >= s_.first_mention())
        speaker.begin = std::min(speaker.begin, s_.begin(speaker.mention));
    } else if (at < last && !pronoun) {
      speaker.phrase = text(speaker.begin, speaker.end);
    }
    return speaker;
  }

  /// The noun phrase at a word: up to a comma, a verb or the end.
  Speaker phrase_at(uint32_t at) const {
    uint32_t end = at;
    while (end < s_.size() && (in_phrase(end) || s_.lower(end) == "of") && !is_verb(end)) ++end;
    Speaker speaker{at, end};
    if (at == end) return speaker;
    const uint32_t m = head_mention(s_, at, end);
    const bool unnamed = is_source_noun(static_cast<int64_t>(end) - 1);
    if (m != kNone && !unnamed)
      speaker.mention = m;
    else
      speaker.phrase = text(at, end);
    return speaker;
  }

  bool is_verb(uint32_t at) const {
    return std::any_of(groups_.begin(), groups_.end(),
                       [&](const VerbGroup& g) { return g.begin <= at && at <= g.verb; });
  }

  bool comma_or_quote(int64_t at) const { return s_.lower(at) == "," || is_quote(s_.lower(at)); }

  void report(const VerbGroup& group) {
    const int64_t before = static_cast<int64_t>(group.begin) - 1;
    const Effect* effect = s_.lexicon().effect("clause", group.lemma);
    const bool own = effect != nullptr && effect->affirmed == Status::actual;
    if (comma_or_quote(before) && is_inverted(group)) {  // "…," said Japan
      add({0, group.begin}, phrase_at(group.verb + 1), own);
      return;
    }
    const Speaker speaker = subject_of(group);
    const int64_t left = static_cast<int64_t>(speaker.begin) - 1;
    if (s_.lower(group.verb + 1) == "," && s_.lower(left) == "," &&
        !opens_quote(s_.lower(group.verb + 2))) {  // "China, Japan said, attacked"
      add({0, s_.size()}, speaker, own);
      return;
    }
    const WordRange clause = reported_clause(s_, group);
    if (!clause.empty()) {
      add(asserted(clause), speaker, own && has_verb(clause));
      if (!is_quote(s_.lower(left))) return;
    }
    if (comma_or_quote(left) && group.form != Inflection::gerund)
      add({0, speaker.begin}, speaker, own);
  }

  /// Whether a clause has a verb of its own: "announced | a decision to sign" has none.
  bool has_verb(WordRange clause) const {
    return std::any_of(groups_.begin(), groups_.end(), [&](const VerbGroup& g) {
      return clause.contains(g.verb) && g.above == kNone && g.cue == nullptr &&
             g.form != Inflection::gerund && s_.lower(static_cast<int64_t>(g.begin) - 1) != "to";
    });
  }

  /// Of a clause, what is asserted in it: not clauses of time, which the writer vouches for.
  WordRange asserted(WordRange clause) const {
    for (uint32_t at = clause.begin + 1; at < clause.end; ++at) {
      if (opens_quote(s_.lower(at))) return clause;
      const std::string_view word = s_.lower(at);
      const bool temporal = word == "after" || word == "before" || word == "until" ||
                            word == "when" || word == "while" || word == "amid";
      if (!temporal) continue;
      for (const VerbGroup& group : groups_)
        if (group.verb > at && group.form != Inflection::gerund) return {clause.begin, at};
    }
    return clause;
  }

  /// Whether what is after a verb only names the speaker: no verb follows in its clause.
  bool is_inverted(const VerbGroup& group) const {
    uint32_t at = group.verb + 1;
    if (s_.lower(at) == "that" || !in_phrase(at)) return false;
    for (; at < s_.size() && !is_stop(s_.lower(at)) && !is_quote(s_.lower(at)); ++at)
      if (is_verb(at)) return false;
    return true;
  }

  /// "accused Iran of violating", "Iran was accused by Israel of violating".
  void accusation(const VerbGroup& group) {
    const VerbGroup& above = groups_[group.above];
    const Effect* effect = s_.lexicon().effect("object", above.lemma);
    if (effect == nullptr || effect->affirmed != Status::actual) return;
    const bool passive = above.voice == ClauseVoice::passive;
    const Argument by = passive ? find_prepositional(s_, above.verb, "by") : above.subject;
    Speaker speaker = passive || !by.empty() ? Speaker{} : subject_of(above);
    if (!by.empty()) speaker.mention = by.front();
    uint32_t end = group.verb + 1;
    while (end < s_.size() && s_.lower(end) != "," && s_.lower(end) != ";") ++end;
    add({group.begin, end}, speaker);
  }

  void according(uint32_t at) {
    if (s_.lower(at) == "according" && s_.lower(at + 1) == "to")
      add({0, s_.size()}, phrase_at(at + 2));
  }

  /// "in the view of Japan", "in Japan's view".
  void view_of(uint32_t at) {
    const std::string_view word = s_.lower(at);
    if (word != "view" && word != "opinion" && word != "words" && word != "eyes") return;
    if (s_.lower(at + 1) == "of" && s_.lower(static_cast<int64_t>(at) - 2) == "in") {
      add({0, s_.size()}, phrase_at(at + 2));
      return;
    }
    const Argument owner = find_possessor(s_, at);
    if (owner.empty() || owner.front() < s_.first_mention()) return;
    if (s_.lower(static_cast<int64_t>(s_.begin(owner.front())) - 1) == "in")
      add({0, s_.size()}, {0, 0, owner.front(), {}});
  }

  /// "Israel's claim that …".
  void opinion(uint32_t at) {
    if (s_.lower(at + 1) != "that" || s_.lexicon().effect("opinion", s_.lower(at)) == nullptr)
      return;
    const Argument owner = find_possessor(s_, at);
    if (!owner.empty()) add({at + 2, s_.size()}, {0, 0, owner.front(), {}});
  }

  const SentenceView& s_;
  const std::vector<VerbGroup>& groups_;
  std::vector<Attribution> found_;
};

/// Where the quotation that is open at the beginning of a sentence closes; size() if it does not.
uint32_t first_closing(const SentenceView& s) {
  for (uint32_t at = 0; at < s.size(); ++at)
    if (is_quote(s.lower(at)) && s.lower(at) != "“") return at;
  return s.size();
}

}  // namespace

std::vector<Attribution> find_attributions(const SentenceView& sentence,
                                           const std::vector<VerbGroup>& groups) {
  return ReportReader(sentence, groups).read();
}

std::vector<Attribution> continue_quotation(const SentenceView& s, const Quotation& before,
                                            const std::vector<Attribution>& own) {
  if (!before.spoken) return {};
  if (before.open) return {{0, first_closing(s), before.speaker, before.phrase}};
  // A quotation that fills the sentence and has no speaker of its own.
  if (s.size() == 0 || !opens_quote(s.lower(0)) || !own.empty()) return {};
  return {{0, s.size(), before.speaker, before.phrase}};
}

Quotation last_quotation(const SentenceView& s, const Quotation& before,
                         const std::vector<Attribution>& attributions) {
  Quotation quotation;
  quotation.open = before.open;
  uint32_t opened = 0;
  bool any = before.open;
  for (uint32_t at = 0; at < s.size(); ++at) {
    const std::string_view word = s.lower(at);
    if (!is_quote(word)) continue;
    any = true;
    quotation.open = word == "“" || word == "``" || (word == "\"" && !quotation.open);
    if (quotation.open) opened = at;
  }
  if (!any) return quotation;
  for (const Attribution& attribution : attributions)
    if (attribution.begin <= opened && opened <= attribution.end) {
      quotation.spoken = true;
      quotation.speaker = attribution.speaker;
      quotation.phrase = attribution.phrase;
    }
  return quotation;
}

void resolve_first_person(const SentenceView& s, const std::vector<Attribution>& attributions,
                          std::vector<VerbGroup>& groups) {
  for (VerbGroup& group : groups) {
    int64_t at = static_cast<int64_t>(group.begin) - 1;
    while (s.cls(at) == WordClass::adverb && !s.is_mention(at)) --at;
    const bool first_person = s.lower(at) == "we" || s.lower(at) == "i";
    if (group.above != kNone && groups[group.above].first_person &&
        group.embedded != Embedded::of_object) {
      group.first_person = true;
      group.subject = groups[group.above].subject;
    }
    if (!first_person) continue;
    for (const Attribution& attribution : attributions)
      if (attribution.begin <= group.verb && group.verb < attribution.end &&
          attribution.speaker != kNone) {
        group.subject = {attribution.speaker};
        group.first_person = true;
      }
  }
}

}  // namespace entente
