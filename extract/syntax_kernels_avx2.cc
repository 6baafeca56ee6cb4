#include "extract/syntax_kernels_body.h"

namespace entente {

SyntaxKernels avx2_kernels() { return Loops<8>::kernels("avx2"); }

}  // namespace entente
