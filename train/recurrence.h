#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace entente {

/// A bidirectional simple recurrent unit over padded sentences (Lei et al. 2018, without the
/// peephole terms): with gates f, r and candidate z from `gates`,
///   c[t] = f c[t-1] + (1 - f) z,  h[t] = r tanh(c[t]) + (1 - r) x[t]
/// forwards in time in the first half of the units, backwards in the second.
///
/// gates [T, B, 3 D] holds z, f, r before the sigmoid; input [T, B, D]; `lengths` [B] are int64, on
/// the CPU. Returns h [T, B, D], zero past the end of a sentence. Differentiable in gates and
/// input.
torch::Tensor recurrence(const torch::Tensor& gates, const torch::Tensor& input,
                         const torch::Tensor& lengths);

}  // namespace entente
