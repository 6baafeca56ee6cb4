#include "extract/name_match.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "graph/edit_distance.h"

namespace entente {
namespace {

using Words = std::vector<std::string>;

bool is_initial(const std::string& word) { return word.size() == 1; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_number(const std::string& word) {
  return !word.empty() && std::ranges::all_of(word, is_digit);
}

bool contains(const Words& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}
bool is_subset(const Words& part, const Words& whole) {
  return std::ranges::all_of(part, [&](const auto& word) { return contains(whole, word); });
}

/// Words that many names share and that tell none apart.
bool is_empty_word(const std::string& word) {
  static constexpr std::array<std::string_view, 9> kEmpty = {"of", "the",     "for", "and", "on",
                                                             "s",  "affairs", "in",  "de"};
  return std::ranges::find(kEmpty, word) != kEmpty.end();
}

/// The forms that a company's or district's name may drop.
bool is_droppable(const std::string& word, const Lexicon& lexicon) {
  static constexpr std::array<std::string_view, 14> kLegalForms = {
      "ltd", "limited", "inc", "corp", "plc",     "llc",      "co",
      "ag",  "gmbh",    "sa",  "oao",  "holding", "holdings", "company"};
  return is_empty_word(word) || lexicon.head_kind(word).has_value() ||
         std::ranges::find(kLegalForms, word) != kLegalForms.end();
}

/// "G.W." gives "g" and "w".
void add_words(const std::string& slug, Words& words) {
  const bool letters = slug.size() >= 3 && slug.size() % 2 == 1;
  bool initials = letters;
  for (size_t i = 1; i < slug.size(); i += 2) initials = initials && slug[i] == '-';
  if (!initials) {
    words.push_back(slug);
    return;
  }
  for (size_t i = 0; i < slug.size(); i += 2) words.emplace_back(1, slug[i]);
}

/// "Jr.", "II": what may follow a person's surname.
bool is_generation(const std::string& word) {
  static constexpr std::array<std::string_view, 6> kGenerations = {"jr",  "sr", "ii",
                                                                   "iii", "iv", "esq"};
  return std::ranges::find(kGenerations, word) != kGenerations.end();
}

/// The state of a demonym or the name of a state, as one word; else the word.
std::string content_of(std::string_view token, const std::string& slug,
                       const Knowledge& knowledge) {
  for (const KnownName& reading : knowledge.find(plain_token(token))) {
    const KnownThing& thing = knowledge.thing(reading.thing);
    if (thing.kind == NodeKind::state && reading.use != NameUse::capital) return thing.id;
  }
  if (slug == "defence") return "defense";
  if (slug == "labour") return "labor";
  return slug;
}

/// "Second World War" and "World War II" have the same contents.
std::string numbered(const std::string& word) {
  static constexpr std::array<std::array<std::string_view, 3>, 3> kNumbers = {
      {{"1", "first", "i"}, {"2", "second", "ii"}, {"3", "third", "iii"}}};
  for (const auto& number : kNumbers)
    if (std::ranges::find(number, word) != number.end()) return std::string(number[0]);
  return word;
}

/// What a word has beside vowels and doubled letters.
std::string skeleton(const std::string& word) {
  std::string result;
  for (const char c : word) {
    const bool vowel = std::string_view("aeiouy").find(c) != std::string_view::npos;
    const char sign = vowel ? '-' : c;
    if (result.empty() || result.back() != sign) result += sign;
  }
  return result;
}

bool is_transposed(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  const auto [i, j] = std::mismatch(a.begin(), a.end(), b.begin());
  if (i == a.end() || i + 1 == a.end()) return false;
  return *i == *(j + 1) && *(i + 1) == *j && std::equal(i + 2, a.end(), j + 2);
}

/// Whether two spellings differ in one vowel, in a doubled letter, or in two letters that changed
/// places: transliterations and slips. Not "Petrov", "Petrova" or "Hassan", "Hussein".
bool is_spelled_alike(const std::string& a, const std::string& b) {
  static constexpr size_t kShortest = 5;
  if (a == b) return true;
  if (std::min(a.size(), b.size()) < kShortest) return false;
  if (std::ranges::any_of(a, is_digit) || std::ranges::any_of(b, is_digit)) return false;
  return is_transposed(a, b) || (skeleton(a) == skeleton(b) && edit_distance(a, b) == 1);
}

bool is_spelled_alike(const Words& a, const Words& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i)
    if (!is_spelled_alike(a[i], b[i])) return false;
  return true;
}

/// Whether the shorter of two full names is the longer with words left out or as initials, the
/// surname kept: "J. G. Blaine", "James Gillespie Blaine", "James Blaine". An initial stands for
/// the next word: "George Walker Bush" is not "George H. W. Bush".
bool is_same_person(const Words& a, const Words& b) {
  if (a.size() > b.size()) return is_same_person(b, a);
  if (a.back() != b.back()) return false;
  size_t at = 0;
  for (size_t i = 0; i + 1 < a.size(); ++i) {
    const bool abbreviated = (is_initial(a[i]) || is_initial(b[at])) && b[at][0] == a[i][0];
    if (!abbreviated)
      while (at + 1 < b.size() && b[at] != a[i]) ++at;
    if (++at >= b.size()) return false;
  }
  return true;
}

std::optional<Sieve> match_single(const std::string& word, const Words& name) {
  if (name.size() < 2 || is_initial(word)) return std::nullopt;
  if (name.back() == word) return Sieve::surname;
  if (name.size() == 3 && name[1] == word && word.size() > 3) return Sieve::surname;  // "Rosselló"
  if (name.front() == word) return Sieve::given_name;
  return std::nullopt;
}

std::optional<Sieve> match_person(const NameForm& form, const std::vector<NameForm>& others,
                                  SieveSet sieves) {
  const auto used = [&](std::optional<Sieve> sieve) { return sieve && sieves.contains(*sieve); };
  const bool full = form.words.size() > 1;
  bool is_full_known = false;
  for (const NameForm& other : others) is_full_known |= other.words.size() > 1;
  std::optional<Sieve> found;
  for (const NameForm& other : others) {
    std::optional<Sieve> sieve;
    if (full && other.words.size() > 1) {
      if (is_same_person(form.words, other.words))
        sieve = Sieve::full_name;
      else if (is_spelled_alike(form.words, other.words))
        sieve = Sieve::spelling;
      else
        return std::nullopt;  // another person of that surname
    } else if (!full) {
      sieve = match_single(form.words[0], other.words);
      if (!sieve && form.compact.size() > 2 && form.compact == other.initials)
        sieve = Sieve::acronym;
      if (!sieve && is_spelled_alike(form.words[0], other.words.back())) sieve = Sieve::spelling;
    } else if (!is_full_known) {
      sieve = match_single(other.words[0], form.words);
      if (sieve == Sieve::given_name) sieve.reset();
      if (!sieve && other.compact.size() > 2 && other.compact == form.initials)
        sieve = Sieve::acronym;
    }
    if (used(sieve) && (!found || *sieve < *found)) found = sieve;
  }
  return found;
}

/// Numbers tell agreements, meetings and wars apart: "1883 treaty", "1903 treaty".
bool has_other_number(const Words& a, const Words& b) {
  bool differs = false, shared = false;
  for (const std::string& word : a)
    if (is_number(word)) (contains(b, word) ? shared : differs) = true;
  const bool numbered = std::ranges::any_of(b, is_number);
  return differs && numbered && !shared;
}

/// "Parliament" of "Parliament of the United Kingdom", "Burisma" of "Burisma Holdings".
bool is_beginning(const NameForm& part, const NameForm& whole, const Lexicon& lexicon) {
  const size_t size = part.words.size();
  if (!std::equal(part.words.begin(), part.words.end(), whole.words.begin())) return false;
  const bool headed = lexicon.head_kind(part.words.back()).has_value();
  const std::string& next = whole.words[size];
  if (next == "of" || next == "on" || next == "for") return headed;
  return part.kind == NodeKind::organization && !headed &&
         std::all_of(whole.words.begin() + static_cast<ptrdiff_t>(size), whole.words.end(),
                     [&](const std::string& word) { return is_droppable(word, lexicon); });
}

/// Whether the last words are what the rest belongs to: "Peace Council of the | African Union".
bool is_complement(const Words& part, const Words& whole) {
  const size_t rest = whole.size() - part.size();
  if (!std::equal(part.begin(), part.end(), whole.begin() + static_cast<ptrdiff_t>(rest)))
    return false;
  return whole[rest - 1] == "of" ||
         (rest > 1 && whole[rest - 1] == "the" && whole[rest - 2] == "of");
}

bool is_short_form(const NameForm& part, const NameForm& whole, const Lexicon& lexicon) {
  if (part.words.size() >= whole.words.size()) return false;
  if (part.words.back() == whole.words.back() && is_subset(part.words, whole.words))
    return !is_complement(part.words, whole.words);
  const bool body = part.kind == NodeKind::organization || part.kind == NodeKind::agreement ||
                    part.kind == NodeKind::event;
  return body && is_beginning(part, whole, lexicon);
}

bool is_plural_of(const Words& a, const Words& b) {
  if (a.size() == b.size() && !a.empty())
    return std::equal(a.begin(), a.end() - 1, b.begin()) &&
           (a.back() == b.back() + "s" || b.back() == a.back() + "s");
  if (a.size() > b.size()) return is_plural_of(b, a);
  return a.size() == 1 && b.size() == 2 && b[1] == "people" && a[0] == b[0] + "s";
}

std::optional<Sieve> match_pair(const NameForm& form, const NameForm& other,
                                const Lexicon& lexicon) {
  if (has_other_number(form.words, other.words)) return std::nullopt;
  if (form.compact.size() >= 2 && form.compact == other.initials) return Sieve::acronym;
  if (other.compact.size() >= 2 && other.compact == form.initials) return Sieve::acronym;
  if (form.contents.size() > 1 && form.contents == other.contents) return Sieve::reordered;
  if (is_short_form(form, other, lexicon)) return Sieve::short_form;
  if (form.kind != NodeKind::territory && is_short_form(other, form, lexicon))
    return Sieve::longer_form;
  const bool many = form.kind == NodeKind::organization || form.kind == NodeKind::group;
  if (many && is_plural_of(form.words, other.words)) return Sieve::plural;
  if (form.kind == NodeKind::territory && is_spelled_alike(form.words, other.words))
    return Sieve::spelling;
  return std::nullopt;
}

/// Of a thing with a long name, that name too must agree: "war" does not make "Spanish Civil War"
/// and "Spanish-American War" one.
bool is_contradicted(const NameForm& form, const std::vector<NameForm>& others) {
  if (form.words.size() < 2) return false;
  return std::ranges::any_of(others, [&](const NameForm& other) {
    return other.words.size() > 1 && !is_subset(form.words, other.words) &&
           !is_subset(other.words, form.words) && form.contents != other.contents;
  });
}

std::optional<Sieve> match_other(const NameForm& form, const std::vector<NameForm>& others,
                                 const Lexicon& lexicon, SieveSet sieves) {
  std::optional<Sieve> found;
  for (const NameForm& other : others) {
    const auto sieve = match_pair(form, other, lexicon);
    if (!sieve || !sieves.contains(*sieve)) continue;
    if (*sieve == Sieve::longer_form && is_contradicted(form, others)) continue;
    if (!found || *sieve < *found) found = sieve;
  }
  return found;
}

}  // namespace

NameForm name_form(const Document& document, const Mention& mention, const Models& models) {
  NameForm form;
  form.kind = mention.kind;
  for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    const std::string_view token = document.token(t);
    const CodePoint first = first_code_point(token);
    if (is_upper(first.value)) form.initials.append(token.substr(0, first.size));
    const std::string word = slug(token);
    if (word.empty()) continue;
    add_words(word, form.words);
    if (is_empty_word(word)) continue;
    const bool counted = mention.kind == NodeKind::agreement || mention.kind == NodeKind::event;
    form.contents.push_back(counted ? numbered(word) : content_of(token, word, models.knowledge));
  }
  if (mention.kind == NodeKind::person)
    while (form.words.size() > 1 && is_generation(form.words.back())) form.words.pop_back();
  std::ranges::sort(form.contents);
  form.initials = mention.tokens.size() > 1 ? fold(form.initials) : std::string();
  form.compact = fold(document.slice(mention.tokens));
  std::erase(form.compact, '.');
  if (form.compact.find(' ') != std::string::npos) form.compact.clear();
  return form;
}

std::optional<Sieve> match_name(const NameForm& form, const std::vector<NameForm>& others,
                                const Lexicon& lexicon, SieveSet sieves) {
  if (form.words.empty()) return std::nullopt;
  if (sieves.contains(Sieve::same_name))
    for (const NameForm& other : others)
      if (other.words == form.words) return Sieve::same_name;
  if (form.kind == NodeKind::state) return std::nullopt;
  return form.kind == NodeKind::person ? match_person(form, others, sieves)
                                       : match_other(form, others, lexicon, sieves);
}

std::string spelling_key(const std::string& word) {
  std::string key;
  for (const char c : word)
    if (std::string_view("aeiouy").find(c) == std::string_view::npos) key += c;
  std::ranges::sort(key);
  key.erase(std::ranges::unique(key).begin(), key.end());
  return key;
}

bool abbreviates(const NameForm& acronym, const NameForm& name) {
  std::string letters = acronym.compact;
  if (letters.ends_with('s') && letters.size() > 3) letters.pop_back();
  if (letters.size() < 2 || letters.size() > 10 || name.words.size() < 2) return false;
  std::string firsts, all;
  for (const std::string& word : name.words) {
    for (size_t i = 0; i < word.size(); ++i)
      if (i == 0 || word[i - 1] == '-') firsts += word[i];
    all += word;
  }
  const bool initials =
      std::ranges::all_of(letters, [&](char c) { return firsts.find(c) != std::string::npos; });
  size_t at = 0;
  for (const char c : letters) {
    at = all.find(c, at);
    if (at == std::string::npos) return initials;
    ++at;
  }
  return letters[0] == all[0] || initials;
}

}  // namespace entente
