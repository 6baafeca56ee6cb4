#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// The inner loops of the parser for one instruction set. All sets give the same results but for
/// the order of additions (1e-4). Sizes called units are multiples of 32.
struct SyntaxKernels {
  std::string_view name;
  uint32_t panel = 0;  ///< columns that a packed matrix keeps together

  /// out[i] = rows[i] * matrix + bias for `count` rows of `depth` numbers. The matrix is packed:
  /// [columns / panel][depth][panel]; columns is a multiple of panel, as are the bias and the
  /// `stride` >= columns of out.
  void (*multiply)(const float* const* rows, uint32_t count, uint32_t depth, const float* packed,
                   const float* bias, uint32_t columns, float* out, uint32_t stride) = nullptr;

  /// out[i] = in[i] with mean 0 and variance 1 over its `units`.
  void (*normalize)(const float* in, uint32_t count, uint32_t units, float* out) = nullptr;

  /// The simple recurrent units over one sentence: gates [length, 3 units] of candidate, forget and
  /// pass before the sigmoid, input and out [length, units]; the first half runs forwards, the
  /// second backwards. `state` is room for `units` numbers. in and out may be the same.
  void (*recur)(const float* gates, const float* in, uint32_t length, uint32_t units, float* state,
                float* out) = nullptr;

  /// values = max(values, 0).
  void (*rectify)(float* values, uint32_t count) = nullptr;

  /// out += scale * row.
  void (*add_scaled)(const int8_t* row, float scale, uint32_t count, float* out) = nullptr;
};

/// The sets that this processor has, slowest first.
std::span<const SyntaxKernels> syntax_kernels();

}  // namespace entente
