#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "extract/model_file.h"
#include "extract/packed_matrix.h"
#include "extract/syntax_kernels.h"

namespace entente {

/// The kind of model file that the parser reads. The fingerprint covers the features' buckets.
ModelKind syntax_model_kind();

/// Sizes of the network, as written in the section "shape" in this order.
struct SyntaxSizes {
  uint32_t word = 0, affix = 0, gram = 0, shape = 0;  ///< of the vectors that describe a word
  uint32_t units = 0;  ///< of each layer, both directions; a multiple of 32
  uint32_t layers = 0;
  uint32_t tagged_layer = 0;  ///< tags are read off after so many layers, 1 to layers
  uint32_t tag_hidden = 0;
  uint32_t arc = 0, relation = 0;

  uint32_t input() const { return word + affix + gram + shape; }
};

/// The weights of the tagger and parser (see train/syntax_network.h), ready for use. Immutable,
/// shared by threads. Requires about 15 MB.
struct SyntaxModel {
  ModelFile file;
  SyntaxKernels kernels;
  SyntaxSizes sizes{};
  std::span<const uint64_t> vocabulary{};  ///< hashes of words, ascending; row i + 1 of `words`
  QuantizedTable words{}, affixes{}, grams{}, shapes{};
  PackedMatrix window{};              ///< [units, 3 input]
  std::vector<PackedMatrix> gates{};  ///< [3 units, units], layer by layer
  PackedMatrix tag_hidden{};          ///< [tag_hidden, units]
  PackedMatrix tags{};                ///< [tags + features + rules, tag_hidden]
  PackedMatrix heads{};               ///< [2 arc + 2 relation, units]: dependent, then governor
  PackedMatrix arc_map{};             ///< [arc, arc]
  PackedMatrix relations{};           ///< [relations, relation]
  std::span<const float> root_arc{}, root_relation{};  ///< the root as a governor
  std::vector<std::string> tag_names{}, feature_names{}, rule_names{}, relation_names{};
};

/// Maps and checks a model file and packs its matrices. Throws Error as ModelFile does, and where
/// sizes or names are not those of this program.
SyntaxModel load_syntax_model(const std::filesystem::path& path);

/// The same for one of syntax_kernels(), to compare them.
SyntaxModel load_syntax_model(const std::filesystem::path& path, const SyntaxKernels& kernels);

}  // namespace entente
