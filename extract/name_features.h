#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/document.h"
#include "extract/models.h"

namespace entente {

/// How many features of a token there are: they index a table of vectors, and belong to the
/// fingerprint of a model of names.
inline constexpr uint32_t kNameFeatures = 128;

/// What rules and tables say of tokens, for the finder of names to weigh: the names that rules
/// propose, known names, titles, given names, and how the document writes the word elsewhere.
struct TokenFeatures {
  std::vector<uint32_t> begins;  ///< [tokens + 1]: where a token's features begin in `values`
  std::vector<uint8_t> values;   ///< < kNameFeatures

  std::span<const uint8_t> of(uint32_t token) const {
    return std::span(values).subspan(begins[token], begins[token + 1] - begins[token]);
  }
};

/// Where a feature comes from, to measure what each source is worth.
enum class FeatureGroup : uint8_t {
  rules,   ///< names that the rules propose, which know the tables
  tables,  ///< known names, titles, heads, given names
  words    ///< class and spelling of the word, and how the document writes it elsewhere
};
FeatureGroup feature_group(uint8_t feature);

/// Needs tokens and sentences. `proposed` are mentions by position, disjoint.
TokenFeatures name_features(const Document& document, std::span<const Mention> proposed,
                            const Models& models);

}  // namespace entente
