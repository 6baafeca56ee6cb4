#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Sizes of the tables of vectors that features index. Part of the fingerprint of a model.
inline constexpr uint32_t kAffixBuckets = 1 << 15;
inline constexpr uint32_t kGramBuckets = 1 << 15;
inline constexpr uint32_t kShapeBuckets = 512;
inline constexpr size_t kAffixes = 8;

/// What a tagger and parser see of a word by itself.
struct WordFeatures {
  uint64_t word = 0;                         ///< hash of the folded form: key of its vector
  uint64_t digitless = 0;                    ///< the same with each digit as 0, tried next
  std::array<uint32_t, kAffixes> affixes{};  ///< beginnings and ends, < kAffixBuckets
  std::vector<uint32_t> grams;               ///< 3 to 5 bytes in a row, < kGramBuckets; never empty
  uint32_t shape = 0;                        ///< capitals, digits, marks: < kShapeBuckets
};

/// Lower case, curly apostrophes straight. Requires valid UTF-8.
std::string fold_word(std::string_view form);

/// FNV-1a, 64 bits.
uint64_t hash_word(std::string_view folded);

/// The features of a form; `first` words of sentences have shapes of their own: pass 1, else 0.
/// Requires valid UTF-8, not empty. The number of grams is bounded, however long the form.
WordFeatures word_features(std::string_view form, uint32_t first);

}  // namespace entente
