#include "extract/syntax_kernels_body.h"

namespace entente {

SyntaxKernels avx512_kernels() { return Loops<16>::kernels("avx512"); }

}  // namespace entente
