#include "extract/recurrent_layers.h"

#include <cassert>
#include <string>

namespace entente {

RecurrentLayers read_layers(const WeightReader& reader, uint32_t depth, uint32_t units,
                            uint32_t layers) {
  RecurrentLayers result;
  result.input = reader.matrix("input", units, depth);
  for (uint32_t layer = 0; layer < layers; ++layer)
    result.gates.push_back(reader.matrix("gates" + std::to_string(layer), 3 * units, units));
  return result;
}

std::vector<float> multiply(const PackedMatrix& matrix, const SyntaxKernels& kernels,
                            std::span<const float> rows) {
  const auto count = static_cast<uint32_t>(rows.size() / matrix.depth);
  assert(rows.size() == static_cast<size_t>(count) * matrix.depth);
  std::vector<const float*> pointers(count);
  for (uint32_t i = 0; i < count; ++i)
    pointers[i] = rows.data() + static_cast<size_t>(i) * matrix.depth;
  std::vector<float> out(static_cast<size_t>(count) * matrix.stride);
  kernels.multiply(pointers.data(), count, matrix.depth, matrix.packed.data(), matrix.bias.data(),
                   matrix.stride, out.data(), matrix.stride);
  return out;
}

std::vector<float> run_layers(const RecurrentLayers& layers, const SyntaxKernels& kernels,
                              std::span<const float> rows, std::span<const TokenSpan> pieces) {
  const uint32_t units = layers.input.columns;
  assert(layers.input.stride == units);  // units are whole panels
  std::vector<float> hidden = multiply(layers.input, kernels, rows);
  const auto count = static_cast<uint32_t>(hidden.size() / units);
  kernels.rectify(hidden.data(), static_cast<uint32_t>(hidden.size()));
  std::vector<float> normed(hidden.size()), state(units);
  for (const PackedMatrix& layer : layers.gates) {
    kernels.normalize(hidden.data(), count, units, normed.data());
    const std::vector<float> gates = multiply(layer, kernels, normed);
    const uint32_t first = pieces.front().begin;
    for (const TokenSpan piece : pieces) {
      float* at = hidden.data() + static_cast<size_t>(piece.begin - first) * units;
      kernels.recur(gates.data() + static_cast<size_t>(piece.begin - first) * layer.stride, at,
                    piece.size(), units, state.data(), at);
    }
  }
  kernels.normalize(hidden.data(), count, units, normed.data());
  return normed;
}

}  // namespace entente
