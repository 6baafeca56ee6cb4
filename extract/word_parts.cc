#include "extract/word_parts.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

// As in UD English EWT.
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"anti",  "arch",   "bi",     "co",    "counter", "cross", "de",    "e",   "ex",
     "extra", "inter",  "intra",  "macro", "mega",    "meta",  "micro", "mid", "mini",
     "mm",    "multi",  "neo",    "non",   "over",    "pan",   "post",  "pre", "pro",
     "proto", "pseudo", "psycho", "quasi", "re",      "semi",  "socio", "sub", "super",
     "trans", "uh",     "ultra",  "un",    "vice"});

constexpr auto kUnits = std::to_array<std::string_view>(
    {"am",  "bn",  "cm", "ft",  "g",   "gb",  "ghz", "h",  "hr",  "hrs", "hz", "in",
     "k",   "kb",  "kg", "khz", "km",  "kmh", "kw",  "lb", "lbs", "m",   "mb", "mg",
     "mhz", "min", "ml", "mm",  "mph", "mw",  "oz",  "pm", "sec", "tb",  "yr", "yrs"});

struct Contraction {
  std::string_view word;
  uint32_t split;  ///< where its second part begins
};
constexpr auto kContractions = std::to_array<Contraction>({
    {"aint", 2},     {"arent", 3},  {"cannot", 3}, {"cant", 2},    {"couldnt", 5}, {"didnt", 3},
    {"doesnt", 4},   {"dont", 2},   {"gimme", 3},  {"gonna", 3},   {"gotta", 3},   {"hadnt", 3},
    {"hasnt", 3},    {"havent", 4}, {"im", 1},     {"isnt", 2},    {"ive", 1},     {"lemme", 3},
    {"shouldnt", 6}, {"thats", 4},  {"theres", 5}, {"theyre", 4},  {"wanna", 3},   {"wasnt", 3},
    {"werent", 4},   {"whats", 4},  {"wont", 2},   {"wouldnt", 5}, {"youre", 3},
});

static_assert(std::ranges::is_sorted(kPrefixes));
static_assert(std::ranges::is_sorted(kUnits));
static_assert(std::ranges::is_sorted(kContractions, {}, &Contraction::word));

}  // namespace

std::string fold_ascii(std::string_view word) {
  static constexpr size_t kLongest = 12;
  std::string folded;
  if (word.size() > kLongest) return folded;
  for (const char c : word) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return folded;
}

bool is_prefix(std::string_view word) {
  return std::ranges::binary_search(kPrefixes, fold_ascii(word));
}

bool is_unit(std::string_view word) { return std::ranges::binary_search(kUnits, fold_ascii(word)); }

std::optional<uint32_t> contraction_split(std::string_view word) {
  // Every word is asked: most end in another letter.
  static constexpr std::string_view kLastLetters = "aemstAEMST";
  if (word.empty() || kLastLetters.find(word.back()) == std::string_view::npos) return std::nullopt;
  const std::string folded = fold_ascii(word);
  const auto found = std::ranges::lower_bound(kContractions, folded, {}, &Contraction::word);
  if (found == kContractions.end() || found->word != folded) return std::nullopt;
  return found->split;
}

}  // namespace entente
