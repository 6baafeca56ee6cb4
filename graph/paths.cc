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

  /// A vertex on the path, how many hops are still to make, and which way was tried last.
  struct Step {
    Vertex vertex;
    size_t hops;
    size_t next = 0;
  };

  /// Finds the paths of exactly `hops` hops. Without recursion: paths may be as long as the graph.
  void walk(size_t hops) {
    enter(from_, hops);
    while (!steps_.empty()) {
      Step& step = steps_.back();
      if (step.hops == 0) {
        found_.push_back(path_);
        leave();
      } else if (full() || step.vertex == to_ || step.next == adjacent_[step.vertex].size()) {
        leave();
      } else {
        const Vertex next = adjacent_[step.vertex][step.next++];
        if (!on_path_[next] && *hops_left_[next] <= step.hops - 1) enter(next, step.hops - 1);
      }
    }
  }

  void enter(Vertex vertex, size_t hops) {
    steps_.push_back({vertex, hops});
    path_.vertices.push_back(vertex);
    on_path_[vertex] = true;
  }

  void leave() {
    on_path_[steps_.back().vertex] = false;
    path_.vertices.pop_back();
    steps_.pop_back();
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
