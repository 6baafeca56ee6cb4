#include "extract/packed_matrix.h"

#include <algorithm>
#include <bit>
#include <cassert>

#include "base/error.h"

namespace entente {
namespace {

/// IEEE 754 half to single precision.
float from_half(uint16_t half) {
  const uint32_t sign = static_cast<uint32_t>(half & 0x8000) << 16;
  const uint32_t rest = static_cast<uint32_t>(half & 0x7FFF) << 13;
  // The exponent's bias differs by 112; multiplying corrects it for subnormal numbers as well.
  static constexpr float kBias = 0x1p112f;
  return std::bit_cast<float>(sign | std::bit_cast<uint32_t>(std::bit_cast<float>(rest) * kBias));
}

}  // namespace

PackedMatrix pack_matrix(std::span<const float> matrix, std::span<const float> bias,
                         const SyntaxKernels& kernels) {
  PackedMatrix result;
  result.columns = static_cast<uint32_t>(bias.size());
  result.depth = static_cast<uint32_t>(matrix.size() / bias.size());
  assert(matrix.size() == static_cast<size_t>(result.columns) * result.depth);
  const uint32_t panel = kernels.panel;
  result.stride = (result.columns + panel - 1) / panel * panel;
  result.bias.assign(bias.begin(), bias.end());
  result.bias.resize(result.stride);
  result.packed.resize(static_cast<size_t>(result.stride) * result.depth);
  float* to = result.packed.data();
  for (uint32_t begin = 0; begin < result.columns; begin += panel) {
    const uint32_t width = std::min(panel, result.columns - begin);
    const float* from = matrix.data() + static_cast<size_t>(begin) * result.depth;
    for (uint32_t k = 0; k < result.depth; ++k, to += panel)
      for (uint32_t i = 0; i < width; ++i) to[i] = from[static_cast<size_t>(i) * result.depth + k];
  }
  return result;
}

PackedMatrix WeightReader::matrix(const std::string& name, uint32_t columns, uint32_t depth) const {
  const auto halves = file_.section<uint16_t>(name);
  const auto bias = file_.section<float>(name + ".bias");
  const size_t wanted = static_cast<size_t>(columns) * depth;
  if (halves.size() != wanted) fail(name, halves.size(), wanted);
  if (bias.size() != columns) fail(name + ".bias", bias.size(), columns);
  std::vector<float> cells(wanted);
  for (size_t i = 0; i < wanted; ++i) cells[i] = from_half(halves[i]);
  return pack_matrix(cells, bias, kernels_);
}

QuantizedTable WeightReader::table(const std::string& name, size_t rows, uint32_t columns) const {
  const QuantizedTable table{columns, file_.section<int8_t>(name),
                             file_.section<float>(name + ".scale")};
  if (table.cells.size() != rows * columns) fail(name, table.cells.size(), rows * columns);
  if (table.scales.size() != rows) fail(name + ".scale", table.scales.size(), rows);
  return table;
}

std::span<const float> WeightReader::vector(const std::string& name, uint32_t size) const {
  const auto values = file_.section<float>(name);
  if (values.size() != size) fail(name, values.size(), size);
  return values;
}

void WeightReader::fail(const std::string& name, size_t found, size_t wanted) const {
  throw Error(file_.path(), "model section \"" + name + "\" holds " + std::to_string(found) +
                                " numbers, want " + std::to_string(wanted));
}

}  // namespace entente
