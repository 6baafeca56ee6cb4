// The loops of SyntaxKernels for vectors of kWidth numbers. Included once by each file that is
// compiled for an instruction set. Everything is in an unnamed namespace and nothing of the
// standard library is called: the linker must not share code between instruction sets.

#pragma once

#include "extract/syntax_kernels.h"

namespace entente {
namespace {

template <int kWidth>
struct Loops {
  using Vector [[gnu::vector_size(kWidth * sizeof(float))]] = float;
  using Integers [[gnu::vector_size(kWidth * sizeof(float))]] = int32_t;
  using Unaligned [[gnu::vector_size(kWidth * sizeof(float)), gnu::aligned(4), gnu::may_alias]] =
      float;

  static constexpr uint32_t kPanel = 2 * kWidth;
  static constexpr uint32_t kRows = 6;  // 12 sums, 2 columns and 1 row value fit 16 registers

  static Vector load(const float* from) { return *reinterpret_cast<const Unaligned*>(from); }
  static void store(float* to, Vector value) { *reinterpret_cast<Unaligned*>(to) = value; }
  static Vector all(float value) { return value - Vector{}; }

  template <uint32_t kCount>
  static void multiply_tile(const float* const* rows, uint32_t depth, const float* packed,
                            const float* bias, float* out, uint32_t stride) {
    Vector left[kCount], right[kCount];
    for (uint32_t r = 0; r < kCount; ++r) {
      left[r] = load(bias);
      right[r] = load(bias + kWidth);
    }
    for (uint32_t k = 0; k < depth; ++k, packed += kPanel) {
      const Vector a = load(packed), b = load(packed + kWidth);
#pragma GCC unroll 6
      for (uint32_t r = 0; r < kCount; ++r) {
        const Vector x = all(rows[r][k]);
        left[r] += x * a;
        right[r] += x * b;
      }
    }
    for (uint32_t r = 0; r < kCount; ++r) {
      store(out + r * stride, left[r]);
      store(out + r * stride + kWidth, right[r]);
    }
  }

  static void multiply(const float* const* rows, uint32_t count, uint32_t depth,
                       const float* packed, const float* bias, uint32_t columns, float* out,
                       uint32_t stride) {
    for (uint32_t column = 0; column < columns; column += kPanel) {
      const float* panel = packed + static_cast<uint64_t>(column) * depth;
      for (uint32_t row = 0; row < count; row += kRows) {
        float* to = out + static_cast<uint64_t>(row) * stride + column;
        const auto tile = [&](auto size) {
          multiply_tile<decltype(size)::kValue>(rows + row, depth, panel, bias + column, to,
                                                stride);
        };
        switch (count - row) {
          case 1:
            tile(Size<1>());
            break;
          case 2:
            tile(Size<2>());
            break;
          case 3:
            tile(Size<3>());
            break;
          case 4:
            tile(Size<4>());
            break;
          case 5:
            tile(Size<5>());
            break;
          default:
            tile(Size<kRows>());
            break;
        }
      }
    }
  }

  template <uint32_t kCount>
  struct Size {
    static constexpr uint32_t kValue = kCount;
  };

  static float sum(Vector v) {
    float parts[kWidth], total = 0;
    store(parts, v);
    for (const float part : parts) total += part;
    return total;
  }

  static void normalize(const float* in, uint32_t count, uint32_t units, float* out) {
    constexpr float kEpsilon = 1e-5f;  // of torch's layer norm
    const auto size = static_cast<float>(units);
    for (uint32_t row = 0; row < count; ++row, in += units, out += units) {
      Vector total{}, squares{};
      for (uint32_t i = 0; i < units; i += kWidth) total += load(in + i);
      const float mean = sum(total) / size;
      for (uint32_t i = 0; i < units; i += kWidth) {
        const Vector d = load(in + i) - mean;
        squares += d * d;
      }
      const float scale = 1.0f / __builtin_sqrtf(sum(squares) / size + kEpsilon);
      for (uint32_t i = 0; i < units; i += kWidth) store(out + i, (load(in + i) - mean) * scale);
    }
  }

  static Vector clamp(Vector x, float limit) {
    const Vector low = all(-limit), high = all(limit);
    x = x < low ? low : x;
    return x > high ? high : x;
  }

  /// e^x for |x| <= 80, to 2e-7: 2^n times a polynomial (Cephes, expf).
  static Vector exponential(Vector x) {
    const Vector magic = all(12582912.0f);  // 1.5 * 2^23: adding it rounds to whole numbers
    const Vector shifted = x * 1.44269504088896341f + magic;
    const Vector n = shifted - magic;
    const Vector r = x - n * 0.693359375f + n * 2.12194440e-4f;
    Vector p = r * 1.9875691500e-4f + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    const Integers power = __builtin_bit_cast(Integers, shifted) << 23;
    return __builtin_bit_cast(Vector, __builtin_bit_cast(Integers, p) + power);
  }

  static Vector sigmoid(Vector x) { return 1.0f / (1.0f + exponential(-clamp(x, 40.0f))); }
  static Vector hyperbolic(Vector x) { return 2.0f * sigmoid(2.0f * x) - 1.0f; }

  static void recur_step(const float* gates, const float* in, uint32_t units, uint32_t from,
                         uint32_t to, float* state, float* out) {
    for (uint32_t i = from; i < to; i += kWidth) {
      const Vector forget = sigmoid(load(gates + units + i));
      const Vector pass = sigmoid(load(gates + 2 * units + i));
      const Vector z = load(gates + i), x = load(in + i);
      const Vector c = z + forget * (load(state + i) - z);
      store(state + i, c);
      store(out + i, x + pass * (hyperbolic(c) - x));
    }
  }

  static void recur(const float* gates, const float* in, uint32_t length, uint32_t units,
                    float* state, float* out) {
    for (uint32_t i = 0; i < units; ++i) state[i] = 0;
    for (uint32_t step = 0; step < length; ++step) {
      const uint64_t first = step, last = length - 1 - step;
      recur_step(gates + first * 3 * units, in + first * units, units, 0, units / 2, state,
                 out + first * units);
      recur_step(gates + last * 3 * units, in + last * units, units, units / 2, units, state,
                 out + last * units);
    }
  }

  static void rectify(float* values, uint32_t count) {
    for (uint32_t i = 0; i < count; ++i) values[i] = values[i] > 0 ? values[i] : 0;
  }

  static void add_scaled(const int8_t* row, float scale, uint32_t count, float* out) {
    for (uint32_t i = 0; i < count; ++i) out[i] += scale * static_cast<float>(row[i]);
  }

  static SyntaxKernels kernels(const char* name) {
    return {name, kPanel, multiply, normalize, recur, rectify, add_scaled};
  }
};

}  // namespace
}  // namespace entente
