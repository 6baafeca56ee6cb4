#include "extract/syntax_kernels_body.h"

namespace entente {

SyntaxKernels sse2_kernels() { return Loops<4>::kernels("sse2"); }

}  // namespace entente
