#include "extract/spanning_tree.h"

#include <algorithm>
#include <limits>

namespace entente {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

/// The nodes of a cycle among `heads` (node 0 is the root, heads[0] unused), or none.
std::vector<uint32_t> find_cycle(const std::vector<uint32_t>& heads) {
  std::vector<uint32_t> seen(heads.size(), 0);
  for (uint32_t start = 1; start < heads.size(); ++start) {
    uint32_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = heads[node];
    }
    if (node == 0 || seen[node] != start) continue;
    std::vector<uint32_t> cycle{node};
    for (uint32_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

/// Square scores [dependent][head] over nodes 0 to n; node 0 is the root.
class Graph {
 public:
  explicit Graph(uint32_t size) : size_(size), cells_(static_cast<size_t>(size) * size, kNever) {}
  uint32_t size() const { return size_; }
  float& at(uint32_t dependent, uint32_t head) {
    return cells_[static_cast<size_t>(dependent) * size_ + head];
  }
  float at(uint32_t dependent, uint32_t head) const {
    return cells_[static_cast<size_t>(dependent) * size_ + head];
  }

 private:
  uint32_t size_;
  std::vector<float> cells_;
};

std::vector<uint32_t> best_heads(const Graph& graph) {
  std::vector<uint32_t> heads(graph.size(), 0);
  for (uint32_t node = 1; node < graph.size(); ++node)
    for (uint32_t head = 0; head < graph.size(); ++head)
      if (head != node && graph.at(node, head) > graph.at(node, heads[node])) heads[node] = head;
  return heads;
}

/// A graph in which one node stands for a cycle, and how its edges map back.
struct Contraction {
  Graph graph;
  std::vector<uint32_t> outside;  ///< new node -> old node; the last is the cycle's
  std::vector<uint32_t> enters;   ///< by new node: the node of the cycle that it would govern
  std::vector<uint32_t> leaves;   ///< by new node: the node of the cycle that would govern it
};

Contraction contract(const Graph& graph, const std::vector<uint32_t>& heads,
                     const std::vector<uint32_t>& cycle) {
  std::vector<bool> inside(graph.size());
  for (const uint32_t node : cycle) inside[node] = true;
  std::vector<uint32_t> outside;
  for (uint32_t node = 0; node < graph.size(); ++node)
    if (!inside[node]) outside.push_back(node);
  const auto merged = static_cast<uint32_t>(outside.size());
  Contraction result{Graph(merged + 1), outside, std::vector<uint32_t>(merged),
                     std::vector<uint32_t>(merged)};
  for (uint32_t a = 0; a < merged; ++a) {
    for (uint32_t b = 0; b < merged; ++b)
      if (a != b) result.graph.at(a, b) = graph.at(outside[a], outside[b]);
    result.enters[a] = result.leaves[a] = cycle[0];
    for (const uint32_t node : cycle) {
      const float in = graph.at(node, outside[a]) - graph.at(node, heads[node]);
      if (in > result.graph.at(merged, a)) {
        result.graph.at(merged, a) = in;
        result.enters[a] = node;
      }
      const float out = graph.at(outside[a], node);
      if (out > result.graph.at(a, merged)) {
        result.graph.at(a, merged) = out;
        result.leaves[a] = node;
      }
    }
  }
  return result;
}

std::vector<uint32_t> maximum_tree(const Graph& graph) {
  // One contraction after another; expanded in reverse. No recursion: sentences can be long.
  std::vector<Contraction> contractions;
  std::vector<std::vector<uint32_t>> cycles, chosen;
  std::vector<uint32_t> heads = best_heads(graph);
  for (auto cycle = find_cycle(heads); !cycle.empty(); cycle = find_cycle(heads)) {
    const Graph& current = contractions.empty() ? graph : contractions.back().graph;
    Contraction next = contract(current, heads, cycle);
    chosen.push_back(std::move(heads));
    cycles.push_back(std::move(cycle));
    contractions.push_back(std::move(next));
    heads = best_heads(contractions.back().graph);
  }
  while (!contractions.empty()) {
    const Contraction& last = contractions.back();
    const auto merged = static_cast<uint32_t>(last.outside.size());
    std::vector<uint32_t> expanded = chosen.back();  // the cycle's own edges stay, but for one
    for (uint32_t node = 1; node < merged; ++node)
      expanded[last.outside[node]] =
          heads[node] == merged ? last.leaves[node] : last.outside[heads[node]];
    expanded[last.enters[heads[merged]]] = last.outside[heads[merged]];
    heads = std::move(expanded);
    contractions.pop_back();
    cycles.pop_back();
    chosen.pop_back();
  }
  return heads;
}

}  // namespace

std::vector<uint32_t> best_tree(std::span<const float> scores, uint32_t stride, uint32_t count) {
  Graph graph(count + 1);
  float low = 0, high = 0;
  for (uint32_t word = 1; word <= count; ++word)
    for (uint32_t head = 0; head <= count; ++head) {
      if (head == word) continue;
      const float score = scores[static_cast<size_t>(word - 1) * stride + head];
      graph.at(word, head) = score;
      low = std::min(low, score);
      high = std::max(high, score);
    }
  std::vector<uint32_t> heads = best_heads(graph);
  const auto roots = std::count(heads.begin() + std::min<ptrdiff_t>(1, count), heads.end(), 0u);
  if (roots != 1 || !find_cycle(heads).empty()) {
    // A price on the root above anything else to gain leaves it one child.
    const float price = (high - low + 1) * static_cast<float>(count + 1);
    for (uint32_t word = 1; word <= count; ++word) graph.at(word, 0) -= price;
    heads = maximum_tree(graph);
  }
  heads.erase(heads.begin());
  return heads;
}

}  // namespace entente
