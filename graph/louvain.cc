#include "graph/louvain.h"

#include <map>
#include <numeric>

namespace entente {
namespace {

/// Gains below this are rounding errors: moving for them could go on for ever.
constexpr double kLeastGain = 1e-12;

/// One level of the method: nodes, or the communities of the level below.
struct Level {
  std::vector<std::map<size_t, double>> neighbors;  // weights, by node; loops count once
  std::vector<double> degrees;                      // weight of all ends at a node
  double total = 0;                                 // of all degrees
};

Level level_of(size_t node_count, std::span<const WeightedPair> pairs) {
  Level level{std::vector<std::map<size_t, double>>(node_count), std::vector<double>(node_count)};
  for (const auto& [a, b, weight] : pairs) {
    level.neighbors[a][b] += weight;
    if (a != b) level.neighbors[b][a] += weight;
    level.degrees[a] += weight;
    level.degrees[b] += weight;
    level.total += 2 * weight;
  }
  return level;
}

/// Moves nodes to the community of a neighbour as long as modularity grows. Returns labels.
std::vector<size_t> move_nodes(const Level& level) {
  std::vector<size_t> labels(level.degrees.size());
  std::iota(labels.begin(), labels.end(), size_t{0});
  std::vector<double> sums = level.degrees;  // of degrees, by community
  for (bool moved = level.total > 0; moved;) {
    moved = false;
    for (size_t node = 0; node < labels.size(); ++node) {
      std::map<size_t, double> links;  // weight between the node and each community
      for (const auto& [other, weight] : level.neighbors[node])
        if (other != node) links[labels[other]] += weight;
      const size_t old = labels[node];
      sums[old] -= level.degrees[node];
      const auto gain = [&](size_t label, double link) {
        return link - sums[label] * level.degrees[node] / level.total;
      };
      size_t best = old;
      double most = gain(old, links[old]);
      for (const auto& [label, link] : links)
        if (gain(label, link) > most + kLeastGain) {
          best = label;
          most = gain(label, link);
        }
      sums[best] += level.degrees[node];
      labels[node] = best;
      moved = moved || best != old;
    }
  }
  return labels;
}

/// Replaces labels by 0, 1, 2 … in order of first use. Returns how many there are.
size_t renumber(std::vector<size_t>& labels) {
  std::map<size_t, size_t> numbers;
  for (size_t& label : labels) label = numbers.emplace(label, numbers.size()).first->second;
  return numbers.size();
}

}  // namespace

std::vector<size_t> louvain(size_t node_count, std::span<const WeightedPair> pairs) {
  std::vector<size_t> result(node_count);
  std::iota(result.begin(), result.end(), size_t{0});
  std::vector<WeightedPair> current(pairs.begin(), pairs.end());
  for (size_t count = node_count;;) {
    std::vector<size_t> labels = move_nodes(level_of(count, current));
    const size_t fewer = renumber(labels);
    for (size_t& label : result) label = labels[label];
    if (fewer == count) return result;
    for (WeightedPair& pair : current) pair = {labels[pair.a], labels[pair.b], pair.weight};
    count = fewer;
  }
}

double modularity(std::span<const size_t> labels, std::span<const WeightedPair> pairs) {
  double total = 0, inside = 0;
  std::map<size_t, double> degrees;
  for (const auto& [a, b, weight] : pairs) {
    total += weight;
    if (labels[a] == labels[b]) inside += weight;
    degrees[labels[a]] += weight;
    degrees[labels[b]] += weight;
  }
  if (total == 0) return 0;
  double expected = 0;
  for (const auto& [label, degree] : degrees)
    expected += degree / (2 * total) * (degree / (2 * total));
  return inside / total - expected;
}

}  // namespace entente
