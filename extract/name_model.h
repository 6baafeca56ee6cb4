#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "extract/packed_matrix.h"
#include "extract/recurrent_layers.h"
#include "extract/syntax_model.h"

namespace entente {

/// Sizes of the network of names, as written in the section "shape" in this order.
struct NameSizes {
  uint32_t words = 0, context = 0;  ///< of what the parser's encoder gives
  uint32_t vector = 0;              ///< of the further vectors of words
  uint32_t features = 0;            ///< of the vectors of name_features
  uint32_t units = 0;               ///< of each layer, both directions; a multiple of 32
  uint32_t layers = 0;

  uint32_t input() const { return words + context + vector + features; }
};

/// The weights of the finder of names (see train/name_network.h). Immutable, shared by threads.
struct NameModel {
  ModelFile file;
  SyntaxKernels kernels;
  NameSizes sizes{};
  std::span<const uint64_t> vocabulary{};  ///< hashes of words, ascending; row i of `vectors`
  QuantizedTable vectors{};
  QuantizedTable features{};  ///< [kNameFeatures]
  RecurrentLayers layers{};
  PackedMatrix labels{};  ///< [kNameLabels, units]
};

ModelKind name_model_kind();

/// Maps and checks a model file. Throws Error as ModelFile does, where sizes are not those of this
/// program, and where it was not trained on the encoder of `syntax`.
NameModel load_name_model(const std::filesystem::path& path, const SyntaxModel& syntax);

}  // namespace entente
