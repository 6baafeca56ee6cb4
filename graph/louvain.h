#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente {

/// An undirected edge; of parallel ones the weights add up.
struct WeightedPair {
  size_t a, b;
  double weight;
};

/// A label for each of `node_count` nodes: those of one community share it. Requires ends below
/// `node_count` and weights that are not negative. Deterministic.
///
/// After Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large
/// networks", 2008.
std::vector<size_t> louvain(size_t node_count, std::span<const WeightedPair> pairs);

/// Newman's modularity of a partition; 0 if there are no edges.
double modularity(std::span<const size_t> labels, std::span<const WeightedPair> pairs);

}  // namespace entente
