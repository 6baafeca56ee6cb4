#include "extract/verb_forms.h"

namespace entente {
namespace {

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
    while (before >= 0 &&
           (s_.cls(before) == WordClass::adverb || is_quotation_mark(s_.lower(before)) ||
            s_.lower(before) == "yet") &&
           !s_.is_mention(before))
      --before;
    return before;
  }

  bool fits(Inflection form, uint32_t at, int64_t before) const {
    const WordClass cls = s_.is_mention(before) ? WordClass::open : s_.cls(before);
    const std::string_view word = s_.lower(before);
    const bool after_auxiliary =
        cls == WordClass::auxiliary || cls == WordClass::modal || cls == WordClass::negation;
    switch (form) {
      case Inflection::base:
        if (cls == WordClass::modal || cls == WordClass::negation || word == "to")
          return !s_.is_mention(before);
        if (word == "do" || word == "did" || word == "does") return true;
        if (cls == WordClass::pronoun || word == "who" || word == "which" || word == "that")
          return true;
        if (demanded(before) || inverted(before)) return true;
        return plural_subject(before) &&
               (!noun_goes_on(at) || s_.lexicon().is_report(s_.lower(at)));
      case Inflection::third_person:
        if (!s_.lexicon().noun(s_.lower(at)).empty() && !object_follows(at) &&
            !(cls == WordClass::pronoun || word == "who" || word == "which"))
          return false;
        if (cls == WordClass::pronoun || word == "who" || word == "which" || word == "that")
          return true;
        if (cls == WordClass::determiner || cls == WordClass::possessive ||
            cls == WordClass::preposition || cls == WordClass::number)
          return false;
        return name_before(before) && !noun_goes_on(at);
      case Inflection::past:
      case Inflection::participle:
        if (after_auxiliary) return (form == Inflection::participle) || word == "not";
        if (cls == WordClass::determiner || cls == WordClass::possessive || is_dash(word))
          return false;
        if (demonym_before(before)) return false;
        return cls != WordClass::preposition;
      case Inflection::gerund:
        return cls != WordClass::determiner && cls != WordClass::possessive &&
               !demonym_before(before) && !is_dash(word);
    }
    return false;
  }

  /// "demanded that China | recognize".
  bool demanded(int64_t before) const {
    if (!s_.is_mention(before)) return false;
    int64_t at = static_cast<int64_t>(s_.begin(s_.mention_at(before))) - 1;
    while (s_.cls(at) == WordClass::determiner) --at;
    if (s_.lower(at) != "that") return false;
    for (const VerbReading& reading : s_.lexicon().verbs(s_.lower(at - 1)))
      if (const Effect* effect = s_.lexicon().effect("clause", reading.lemma))
        return effect->affirmed == Status::planned;
    return false;
  }
  /// "Should Turkey | attack".
  bool inverted(int64_t before) const {
    return s_.is_mention(before) && s_.begin(s_.mention_at(before)) == 1 && s_.lower(0) == "should";
  }

  bool demonym_before(int64_t before) const {
    return s_.is_mention(before) && s_.is_demonym(s_.mention_at(before));
  }
  bool name_before(int64_t before) const {
    if (before < 0) return false;
    if (s_.is_mention(before)) return !s_.is_demonym(s_.mention_at(before));
    return s_.cls(before) == WordClass::open || s_.lower(before) == "," ||
           s_.lower(before) == ")" || s_.lower(before) == "and" || s_.lower(before) == "but";
  }
  bool plural_subject(int64_t before) const {
    if (before < 0) return false;
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

}  // namespace

bool ends_clause(const SentenceView& s, int64_t at) {
  const std::string_view word = s.lower(at);
  return word == ";" || word == ":" || word == "." || word == "!" || word == "?" || word == "(" ||
         word == ")" || s.cls(at) == WordClass::relative || word == "—";
}

bool is_quotation_mark(std::string_view lower) {
  return lower == "\"" || lower == "“" || lower == "”" || lower == "``" || lower == "''" ||
         lower == "'" || lower == "‘";
}

std::optional<VerbReading> read_verb(const SentenceView& sentence, uint32_t at) {
  return VerbJudge(sentence).judge(at);
}

}  // namespace entente
