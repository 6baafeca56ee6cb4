#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"
#include "extract/packed_matrix.h"

namespace entente {

/// A layer over given rows and simple recurrent units on it (Lei et al. 2018), as the finder of
/// names and the finder of statements have them.
struct RecurrentLayers {
  PackedMatrix input;               ///< [units, depth]
  std::vector<PackedMatrix> gates;  ///< [3 units, units], layer by layer
};

/// Reads the sections "input" and "gates0", "gates1" …
RecurrentLayers read_layers(const WeightReader& reader, uint32_t depth, uint32_t units,
                            uint32_t layers);

/// The last layer's states, normalized: [tokens, units]. `rows` are those of the pieces, one after
/// another; the recurrence starts anew with each piece.
std::vector<float> run_layers(const RecurrentLayers& layers, const SyntaxKernels& kernels,
                              std::span<const float> rows, std::span<const TokenSpan> pieces);

/// rows [count, depth] times the matrix, plus its bias: [count, stride].
std::vector<float> multiply(const PackedMatrix& matrix, const SyntaxKernels& kernels,
                            std::span<const float> rows);

}  // namespace entente
