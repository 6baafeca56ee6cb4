#include "extract/syntax_features.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr uint64_t kOffset = 0xcbf29ce484222325;
constexpr uint64_t kPrime = 0x100000001b3;

uint64_t hash(std::string_view bytes, uint64_t seed) {
  uint64_t value = kOffset ^ (seed * 0x9e3779b97f4a7c15);
  for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * kPrime;
  return value;
}

uint32_t bucket(std::string_view bytes, uint64_t seed, uint32_t buckets) {
  const uint64_t value = hash(bytes, seed);
  return static_cast<uint32_t>((value ^ (value >> 29)) % buckets);
}

/// The largest size up to `limit` that cuts no character.
size_t whole_characters(std::string_view text, size_t limit) {
  if (text.size() <= limit) return text.size();
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return limit;
}

/// Words longer than the vectors can tell apart are cut in the middle.
std::string shorten(const std::string& word) {
  static constexpr size_t kHead = 18, kTail = 12;
  if (word.size() <= kHead + kTail) return word;
  return word.substr(0, kHead) + word.substr(word.size() - kTail);
}

std::vector<uint32_t> grams(const std::string& word) {
  static constexpr size_t kShortest = 3, kLongest = 5;
  const std::string padded = "<" + word + ">";
  std::vector<uint32_t> result;
  result.reserve(3 * padded.size());
  for (size_t n = kShortest; n <= kLongest; ++n)
    for (size_t i = 0; i + n <= padded.size(); ++i)
      result.push_back(bucket(std::string_view(padded).substr(i, n), n, kGramBuckets));
  return result;
}

std::array<uint32_t, kAffixes> affixes(const std::string& word) {
  const std::string_view view = word;
  std::array<uint32_t, kAffixes> result{};
  for (size_t n = 1; n <= 3; ++n) result[n - 1] = bucket(view.substr(0, n), 10 + n, kAffixBuckets);
  for (size_t n = 1; n <= 4; ++n)
    result[n + 2] =
        bucket(view.substr(view.size() - std::min(n, view.size())), 20 + n, kAffixBuckets);
  result[7] = bucket(view, 30, kAffixBuckets);
  return result;
}

/// "Xx" for "Kyiv", "XX" for "NATO", "00" for "1992": each class at most twice in a row.
std::string shape(std::string_view form, uint32_t first) {
  static constexpr size_t kLongest = 10;
  std::string result(1, first != 0 ? '^' : ' ');
  while (!form.empty() && result.size() < kLongest) {
    const CodePoint c = first_code_point(form);
    form.remove_prefix(c.size);
    char symbol = c.value < 0x80 ? static_cast<char>(c.value) : '*';
    if (is_upper(c.value))
      symbol = 'X';
    else if (is_digit(c.value))
      symbol = '0';
    else if (is_letter(c.value))
      symbol = 'x';
    const size_t size = result.size();
    if (size >= 3 && result[size - 1] == symbol && result[size - 2] == symbol) continue;
    result += symbol;
  }
  return result;
}

}  // namespace

std::string fold_word(std::string_view form) {
  static constexpr std::string_view kQuotes[] = {"’", "‘"};
  const std::string lower = lower_case(form);
  std::string folded;
  folded.reserve(lower.size());
  for (size_t at = 0; at < lower.size();) {
    const std::string_view here = std::string_view(lower).substr(at, kQuotes[0].size());
    const bool quote = here == kQuotes[0] || here == kQuotes[1];
    folded += quote ? '\'' : lower[at];
    at += quote ? here.size() : 1;
  }
  return folded;
}

uint64_t hash_word(std::string_view folded) { return hash(folded, 0); }

WordFeatures word_features(std::string_view form, uint32_t first) {
  // Hashing is linear in the form; a form of megabytes is no word.
  static constexpr size_t kLongestForm = 256;
  form = form.substr(0, whole_characters(form, kLongestForm));
  WordFeatures features;
  std::string folded = fold_word(form);
  features.word = hash_word(folded);
  features.shape = bucket(shape(form, first), 40, kShapeBuckets);
  for (char& c : folded)
    if (c >= '0' && c <= '9') c = '0';
  features.digitless = hash_word(folded);
  const std::string word = shorten(folded);
  features.affixes = affixes(word);
  features.grams = grams(word);
  return features;
}

}  // namespace entente
