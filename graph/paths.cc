#include "graph/paths.h"

#include <algorithm>
#include <deque>

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;
using EdgeRef = KnowledgeGraph::EdgeRef;

/// Adjacent nodes of every node: the graph without directions and parallel edges.
std::vector<std::vector<Vertex>> all_adjacent(const KnowledgeGraph& graph) {
  std::vector<std::vector<Vertex>> result;
  result.reserve(graph.node_count());
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph())))
    result.push_back(adjacent(graph, vertex));
  return result;
}

/// Finds the paths of one length after the other.
class PathSearch {
 public:
  PathSearch(const KnowledgeGraph& graph, Vertex from, Vertex to, size_t limit)
      : adjacent_(all_adjacent(graph)),
        hops_left_(hops_from(graph, to)),
        on_path_(graph.node_count()),
        from_(from),
        to_(to),
        limit_(limit) {}

  std::vector<Path> run(size_t max_hops) {
    if (!hops_left_[from_]) return {};
    max_hops = std::min(max_hops, adjacent_.size() - 1);  // a longer one would visit a node twice
    for (size_t hops = *hops_left_[from_]; hops <= max_hops && !full(); ++hops) walk(hops);
    return std::move(found_);
  }

 private:
  bool full() const { return found_.size() >= limit_; }

  /// Finds the paths of exactly `hops` hops. Without recursion: a path may be very long.
  void walk(size_t hops) {
    std::vector<size_t> tried;  // how many neighbours of each node of the path
    enter(from_, tried);
    while (!path_.vertices.empty()) {
      const Vertex vertex = path_.vertices.back();
      const size_t left = hops - path_.hop_count();
      if (left == 0 && vertex == to_) found_.push_back(path_);
      const bool end = left == 0 || vertex == to_ || full();
      if (end || tried.back() == adjacent_[vertex].size()) {
        on_path_[vertex] = false;
        path_.vertices.pop_back();
        tried.pop_back();
        continue;
      }
      const Vertex next = adjacent_[vertex][tried.back()++];
      if (!on_path_[next] && *hops_left_[next] <= left - 1) enter(next, tried);
    }
  }

  void enter(Vertex vertex, std::vector<size_t>& tried) {
    on_path_[vertex] = true;
    path_.vertices.push_back(vertex);
    tried.push_back(0);
  }

  std::vector<std::vector<Vertex>> adjacent_;
  std::vector<std::optional<size_t>> hops_left_;
  std::vector<bool> on_path_;
  Vertex from_, to_;
  size_t limit_;
  std::vector<Step> steps_;
  Path path_;
  std::vector<Path> found_;
};

}  // namespace

std::vector<Vertex> adjacent(const KnowledgeGraph& graph, Vertex vertex) {
  std::vector<Vertex> result;
  for (const EdgeRef edge : boost::make_iterator_range(boost::out_edges(vertex, graph.graph())))
    result.push_back(boost::target(edge, graph.graph()));
  for (const EdgeRef edge : boost::make_iterator_range(boost::in_edges(vertex, graph.graph())))
    result.push_back(boost::source(edge, graph.graph()));
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  std::erase(result, vertex);
  return result;
}

std::vector<EdgeRef> edges_between(const KnowledgeGraph& graph, Vertex a, Vertex b) {
  std::vector<EdgeRef> result;
  for (const EdgeRef edge : boost::make_iterator_range(boost::out_edges(a, graph.graph())))
    if (boost::target(edge, graph.graph()) == b) result.push_back(edge);
  if (a == b) return result;
  for (const EdgeRef edge : boost::make_iterator_range(boost::in_edges(a, graph.graph())))
    if (boost::source(edge, graph.graph()) == b) result.push_back(edge);
  return result;
}

std::vector<std::optional<size_t>> hops_from(const KnowledgeGraph& graph, Vertex from) {
  std::vector<std::optional<size_t>> hops(graph.node_count());
  hops[from] = 0;
  for (std::deque<Vertex> queue{from}; !queue.empty(); queue.pop_front()) {
    const Vertex vertex = queue.front();
    for (const Vertex next : adjacent(graph, vertex)) {
      if (hops[next]) continue;
      hops[next] = *hops[vertex] + 1;
      queue.push_back(next);
    }
  }
  return hops;
}

std::vector<Path> paths_between(const KnowledgeGraph& graph, Vertex from, Vertex to,
                                size_t max_hops, size_t limit) {
  return PathSearch(graph, from, to, limit).run(max_hops);
}

std::vector<Neighbor> neighborhood(const KnowledgeGraph& graph, Vertex centre, size_t hops) {
  const auto distances = hops_from(graph, centre);
  std::vector<Neighbor> result;
  for (Vertex vertex = 0; vertex < distances.size(); ++vertex)
    if (distances[vertex] && *distances[vertex] <= hops)
      result.push_back({vertex, *distances[vertex]});
  std::stable_sort(result.begin(), result.end(),
                   [](const Neighbor& a, const Neighbor& b) { return a.hops < b.hops; });
  return result;
}

}  // namespace entente
