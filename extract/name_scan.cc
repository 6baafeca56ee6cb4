#include "extract/name_scan.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"

namespace entente {
namespace {

template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 26> kNameParticles = {
    "de", "der", "den", "van",  "von", "da",  "do",  "dos", "das", "di", "du", "la", "le",
    "el", "al",  "bin", "bint", "ibn", "ben", "abu", "ter", "y",   "ul", "ur", "zu", "ad"};
constexpr std::array<std::string_view, 4> kAffiliateWords = {"former", "then", "late", "acting"};

/// Lower-case institutions that a state or its demonym makes a name: "Burmese military".
constexpr std::array<std::string_view, 20> kStateInstitutions = {"army",
                                                                 "military",
                                                                 "navy",
                                                                 "parliament",
                                                                 "embassy",
                                                                 "congress",
                                                                 "senate",
                                                                 "coastguard",
                                                                 "air force",
                                                                 "police",
                                                                 "coast guard",
                                                                 "armed forces",
                                                                 "supreme court",
                                                                 "central bank",
                                                                 "foreign ministry",
                                                                 "defense ministry",
                                                                 "defence ministry",
                                                                 "interior ministry",
                                                                 "constitutional court",
                                                                 "national assembly"};
/// Nouns after which a state stands for its government.
constexpr std::array<std::string_view, 12> kNotNames = {
    "mr", "i", "ii", "the", "a", "an", "no.", "p.m.", "a.m.", "gmt", "press", "image"};

/// Words of a name up to which its head is looked for: a text may be one capitalized stretch.
constexpr uint32_t kLongestName = 40;

bool is_gathering(std::string_view lower) {
  return lower == "summit" || lower == "conference" || lower == "forum";
}

bool is_roman_or_number(const Word& word) {
  if (word.cls == WordClass::number) return true;
  return !word.plain.empty() && word.plain.size() <= 4 && word.all_caps &&
         word.plain.find_first_not_of("IVX") == std::string::npos;
}

/// Places whose names are ordinary words: "Nice to meet you" names none.
bool is_ordinary_opening(const Word& word) {
  static constexpr std::array<std::string_view, 12> kOrdinary = {
      "nice", "van",     "perm",   "west",  "pale",   "gulf",
      "bath", "reading", "mobile", "split", "orange", "bar"};
  return word.initial && !word.all_caps &&
         std::find(kOrdinary.begin(), kOrdinary.end(), word.lower) != kOrdinary.end();
}

}  // namespace

std::vector<NameCandidate> NameScan::scan() {
  for (uint32_t at = 0; at < size();) {
    if (!starts_name(at)) {
      const KnownMatch match = known_at(at);  // names that begin in lower case: "al-Qaeda"
      at = match.length > 1 ? read_known(at, match) : at + 1;
      continue;
    }
    const uint32_t end = run_end(at);
    bool after_title = false;
    while (at < end) {
      if (words_[at].cls == WordClass::punctuation || one_of(words_[at].lower, kAffiliateWords)) {
        ++at;
      } else if (const uint32_t length = title_length(at);
                 length > 0 && known_at(at).length <= length) {
        at += length;
        after_title = true;
      } else {
        at = read_name(at, end, after_title || (at > 0 && title_length(at - 1) == 1));
        after_title = false;
      }
    }
    at = std::max(at, end);
  }
  return std::move(found_);
}

bool NameScan::starts_name(uint32_t at) const {
  const Word& word = words_[at];
  if (!word.capitalized || one_of(word.lower, kNotNames)) return false;
  if (is_weekday(word.lower) || is_month(word.lower)) return known_at(at).length > 1;
  if (known_at(at).length > 0)
    return word.cls == WordClass::open || word.all_caps || known_at(at).length > 1;
  if (word.cls != WordClass::open) return false;
  return word.plain.size() > 1;
}

bool NameScan::continues_name(uint32_t at) const {
  return at < size() && words_[at].capitalized && words_[at].cls != WordClass::punctuation &&
         !is_weekday(words_[at].lower) &&
         (words_[at].cls == WordClass::open || words_[at].all_caps ||
          words_[at].plain.size() <= 2 || known_at(at).length > 0);
}

/// The longest known name at a word; all-capital text also matches names in title case.
NameScan::KnownMatch NameScan::known_at(uint32_t at) const {
  KnownMatch best;
  const uint32_t longest = std::min(models_.knowledge.longest(words_[at].plain), size() - at);
  std::string surface;
  for (uint32_t length = 1; length <= longest; ++length) {
    if (length > 1) surface += ' ';
    surface += words_[at + length - 1].plain;
    const auto readings = models_.knowledge.find(surface);
    if (!readings.empty()) best = {length, readings};
  }
  if (best.length == 1 && is_ordinary_opening(words_[at])) return {};
  return best.length > 0 ? best : known_in_capitals(at);
}

/// "TOKYO", "SAUDI ARABIA": words in capitals as the name that they write in title case.
NameScan::KnownMatch NameScan::known_in_capitals(uint32_t at) const {
  KnownMatch best;
  std::string surface;
  for (uint32_t w = at; w < size() && w < at + 4; ++w) {
    const std::string& plain = words_[w].plain;
    if (!words_[w].all_caps || plain.size() < 4) break;
    const uint32_t first = first_code_point(plain).size;
    if (w > at) surface += ' ';
    surface += plain.substr(0, first) + words_[w].lower.substr(first);
    const auto readings = models_.knowledge.find(surface);
    if (!readings.empty()) best = {w - at + 1, readings};
  }
  return best;
}

std::optional<NodeKind> NameScan::known_kind(const KnownMatch& match) const {
  if (match.length == 0) return std::nullopt;
  return models_.knowledge.thing(match.readings.front().thing).kind;
}

uint32_t NameScan::title_length(uint32_t at) const {
  return models_.lexicon.title_at(words_, at).length;
}

/// Words that may stand inside a name: "of", "of the", "for", "and", a hyphen, a particle.
uint32_t NameScan::connector_length(uint32_t at) const {
  const auto lower_at = [&](uint32_t i) -> std::string_view {
    return i < size() ? std::string_view(words_[i].lower) : std::string_view();
  };
  if (is_dash(lower_at(at))) return continues_name(at + 1) ? 1 : 0;
  if (one_of(lower_at(at), kNameParticles)) {
    const uint32_t next = is_dash(lower_at(at + 1)) ? at + 2 : at + 1;
    const uint32_t second = one_of(lower_at(next), kNameParticles) ? next + 1 : next;
    return continues_name(second) ? second - at : 0;
  }
  return 0;
}

uint32_t NameScan::run_end(uint32_t at) const {
  uint32_t end = at + 1;
  while (end < size()) {
    if (const uint32_t connector = connector_length(end); connector > 0) {
      end += connector + 1;
    } else if (continues_name(end) ||
               (is_roman_or_number(words_[end]) && !is_year(words_[end].plain) &&
                words_[end].plain.find_first_of(",.") == std::string::npos &&
                words_[end].plain.size() < 4 && words_[end].lower != "million")) {
      ++end;
    } else {
      break;
    }
  }
  while (end > at + 1 && words_[end - 1].cls == WordClass::number &&
         !models_.lexicon.head_kind(words_[end - 2].lower))
    --end;  // a number belongs to a name only after its head: "Resolution 242"
  return std::max({end, at + known_at(at).length});
}

/// The end of the longest stretch from `begin` whose last word is a head noun ("… Ministry").
uint32_t NameScan::headed_end(uint32_t begin, uint32_t end, NodeKind& kind) const {
  end = std::min(end, begin + kLongestName);
  uint32_t best = begin;
  for (uint32_t at = begin; at < end; ++at) {
    if (at > begin && title_length(at) > 0 && !models_.lexicon.head_kind(words_[at].lower)) break;
    if (const auto head = models_.lexicon.head_kind(words_[at].lower)) {
      best = at + 1;
      kind = *head;
      while (best < end && is_roman_or_number(words_[best])) ++best;
    }
  }
  return best;
}

/// "Ministry | of Foreign Affairs", "Treaty | on the Prohibition of Nuclear Weapons".
uint32_t NameScan::complement_end(uint32_t end) const {
  static constexpr std::array<std::string_view, 6> kOpeners = {"of",      "for", "on",
                                                               "against", "to",  "in"};
  uint32_t best = end;
  for (uint32_t at = end; at < size();) {
    const bool joined = words_[at].lower == "and" && best > end;
    const bool opener = one_of(words_[at].lower, kOpeners) &&
                        (words_[at].lower != "to" || best == end) &&
                        (words_[at].lower != "in" || best > end);
    if (!joined && !opener) break;
    uint32_t next = at + 1;
    if (next < size() && words_[next].lower == "the") ++next;
    if (!continues_name(next) || title_length(next) > 0) break;
    if (joined && known_at(next).length > 0) break;
    if (words_[at].lower == "in" && !known_at(next).length) break;
    best = std::max(run_end(next), next + known_at(next).length);
    at = best;
  }
  return best;
}

/// After a state or demonym: the end of a lower-case institution, or `after`.
uint32_t NameScan::lower_head_end(uint32_t after) const {
  for (uint32_t length = 2; length >= 1; --length) {
    if (after + length > size()) continue;
    std::string text = words_[after].lower;
    if (length == 2) text += " " + words_[after + 1].lower;
    if (one_of(text, kStateInstitutions)) return after + length;
  }
  return after;
}

/// A person's name goes on over words that known names share ("Jack London"), up to a title.
uint32_t NameScan::person_end(uint32_t begin, uint32_t end) const {
  uint32_t at = begin + 1;
  while (at < end && title_length(at) == 0) {
    if (words_[at].cls == WordClass::number) break;
    const KnownMatch match = known_at(at);
    if (match.length > 0 && match.readings.front().use == NameUse::demonym && at > begin + 1) break;
    ++at;
  }
  return at;
}

uint32_t NameScan::read_name(uint32_t at, uint32_t end, bool after_title) {
  const KnownMatch match = known_at(at);
  const bool given = models_.lexicon.is_given_name(words_[at].plain) ||
                     models_.lexicon.is_leading_surname(words_[at].plain);
  NodeKind kind{};
  const uint32_t headed = headed_end(at, end, kind);
  const bool demonym = match.length > 0 && match.readings.front().use == NameUse::demonym;
  if (given && match.length <= 1 && end > at + 1 && headed == at &&
      (after_title || match.length == 0)) {
    const uint32_t last = person_end(at, end);
    emit(at, last, NodeKind::person);
    return last;
  }
  if (headed > at + match.length && (headed > at + 1 || complement_end(headed) > headed)) {
    const uint32_t last = complement_end(headed);
    emit(at, last, kind);
    return last;
  }
  if (after_title && match.length > 0 && !demonym && at + match.length < end &&
      known_kind(match) != NodeKind::organization && match.length == 1 &&
      title_length(at + 1) == 0) {
    emit(at, person_end(at, end), NodeKind::person);  // "President Chad Houston"
    return person_end(at, end);
  }
  if (match.length > 0) return read_known(at, match);
  return read_unknown(at, end, after_title);
}

uint32_t NameScan::read_known(uint32_t at, const KnownMatch& match) {
  const KnownName& reading = match.readings.front();
  const KnownThing& thing = models_.knowledge.thing(reading.thing);
  uint32_t last = at + match.length;
  if (thing.kind == NodeKind::state && reading.use != NameUse::capital) {
    if (const uint32_t institution = lower_head_end(last); institution > last) {
      emit(at, institution, NodeKind::organization);
      return institution;
    }
  }
  if (thing.kind == NodeKind::organization) {
    if (last < size() && is_gathering(words_[last].lower)) {  // "G20 summit"
      emit(at, last + 1, NodeKind::event, MentionForm::name,
           "event:" + slug(thing.name) + "-" + words_[last].lower);
      return last + 1;
    }
    last = std::max(last, complement_end(last));
  }
  const bool whole = last == at + match.length;
  emit(at, last, thing.kind,
       reading.use == NameUse::demonym || reading.use == NameUse::people ? MentionForm::demonym
                                                                         : MentionForm::name,
       whole ? thing.id : std::string());
  if (reading.use == NameUse::capital) found_.back().city = city_of(match);
  return last;
}

/// The city that a capital's name means where it does not stand for the state.
std::string NameScan::city_of(const KnownMatch& match) const {
  for (const KnownName& reading : match.readings) {
    const KnownThing& thing = models_.knowledge.thing(reading.thing);
    if (thing.kind == NodeKind::territory) return thing.id;
  }
  return {};
}

uint32_t NameScan::read_unknown(uint32_t at, uint32_t end, bool after_title) {
  uint32_t last = at + 1;
  while (last < end && title_length(last) == 0) {
    const KnownMatch match = known_at(last);
    if (match.length > 0 && !after_title && !is_dash(words_[last - 1].plain) &&
        known_kind(match) != NodeKind::territory)
      break;
    ++last;
  }
  std::optional<NodeKind> kind;
  if (after_title) kind = NodeKind::person;
  if (!kind && last == at + 1 && words_[at].all_caps && words_[at].plain.size() <= 8 &&
      words_[at].plain.size() >= 2)
    kind = NodeKind::organization;
  emit(at, last, kind);
  return last;
}

void NameScan::emit(uint32_t begin, uint32_t end, std::optional<NodeKind> kind, MentionForm form,
                    std::string known) {
  while (end > begin + 1 && words_[end - 1].cls == WordClass::punctuation) --end;
  found_.push_back({{begin, end}, kind, form, std::move(known), {}});
}

}  // namespace entente
