#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/model_file.h"
#include "extract/syntax_kernels.h"

namespace entente {

/// A matrix and bias packed for the kernels of this processor.
struct PackedMatrix {
  uint32_t depth = 0;
  uint32_t columns = 0;  ///< of the matrix itself
  uint32_t stride = 0;   ///< columns rounded up to whole panels
  std::vector<float> packed, bias;
};

/// Packs a matrix [columns, depth] with a bias [columns] for `kernels`.
PackedMatrix pack_matrix(std::span<const float> matrix, std::span<const float> bias,
                         const SyntaxKernels& kernels);

/// Rows of 8-bit numbers, each with a scale, in the mapped file.
struct QuantizedTable {
  uint32_t columns = 0;
  std::span<const int8_t> cells;
  std::span<const float> scales;  ///< [rows]
};

/// Reads weights from the sections of a model file. Each function throws Error if a section is
/// missing or does not hold as many numbers as it must.
class WeightReader {
 public:
  /// Both must outlive the reader.
  WeightReader(const ModelFile& file, const SyntaxKernels& kernels)
      : file_(file), kernels_(kernels) {}

  /// Half-precision numbers [columns, depth], and the section NAME.bias.
  PackedMatrix matrix(const std::string& name, uint32_t columns, uint32_t depth) const;
  /// 8-bit numbers, and the section NAME.scale.
  QuantizedTable table(const std::string& name, size_t rows, uint32_t columns) const;
  std::span<const float> vector(const std::string& name, uint32_t size) const;

 private:
  [[noreturn]] void fail(const std::string& name, size_t found, size_t wanted) const;

  const ModelFile& file_;
  const SyntaxKernels& kernels_;
};

}  // namespace entente
