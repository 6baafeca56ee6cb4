#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace entente {

/// Pairs rows with columns one to one so that the weights of the pairs add up to the most: for each
/// row its column, absent where the row has none of weight above 0. Requires rows of equal length
/// and weights that are not negative. Deterministic. O(n³), n the larger of the two sides.
///
/// The Hungarian algorithm in the form of Jonker and Volgenant 1987.
std::vector<std::optional<size_t>> best_assignment(const std::vector<std::vector<double>>& weights);

}  // namespace entente
