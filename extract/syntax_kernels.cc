#include "extract/syntax_kernels.h"

#include <array>

namespace entente {

SyntaxKernels sse2_kernels();
#if defined(__x86_64__)
SyntaxKernels avx2_kernels();
SyntaxKernels avx512_kernels();
#endif

std::span<const SyntaxKernels> syntax_kernels() {
  struct Sets {
    std::array<SyntaxKernels, 3> sets;
    size_t count = 0;
  };
  static const Sets kSets = [] {
    Sets found;
    found.sets[found.count++] = sse2_kernels();
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
      found.sets[found.count++] = avx2_kernels();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq"))
      found.sets[found.count++] = avx512_kernels();
#endif
    return found;
  }();
  return {kSets.sets.data(), kSets.count};
}

}  // namespace entente
