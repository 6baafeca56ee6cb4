#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "extract/name_model.h"
#include "extract/recurrent_layers.h"

namespace entente {

/// Sizes of the network of statements, as written in the section "shape" in this order.
struct StatementSizes {
  uint32_t words = 0, context = 0, names = 0;  ///< of what parser and finder of names give
  uint32_t units = 0;                          ///< of each layer, both directions; a multiple of 32
  uint32_t layers = 0;
  uint32_t hidden = 0;  ///< of a pair; a multiple of 32

  uint32_t input() const { return words + context + names; }
};

/// The weights of the finder of statements (see train/statement_network.h). Immutable, shared by
/// threads.
struct StatementModel {
  ModelFile file;
  SyntaxKernels kernels;
  StatementSizes sizes{};
  RecurrentLayers layers{};
  PackedMatrix ends{};     ///< [3 hidden, units]: a token as source, as target, as anchor
  PackedMatrix between{};  ///< [hidden, units]: the highest values of tokens between the ends
  std::span<const uint64_t> vocabulary{};  ///< hashes of features, ascending; row i of `features`
  QuantizedTable features{};               ///< [.., hidden]
  PackedMatrix types{};                    ///< [types, hidden], in the order of EdgeType
  PackedMatrix statuses{};                 ///< [statuses, hidden], in the order of Status
  std::span<const float> thresholds{};     ///< [types]: the least probability to be stated
};

ModelKind statement_model_kind();

/// Maps and checks a model file. Throws Error as ModelFile does, where sizes are not those of this
/// program, and where it was not trained on `names` and its encoder.
StatementModel load_statement_model(const std::filesystem::path& path, const NameModel& names);

}  // namespace entente
