#include "graph/timeline.h"

#include <algorithm>

namespace entente {

using EdgeRef = KnowledgeGraph::EdgeRef;

std::vector<EdgeRef> timeline(const KnowledgeGraph& graph,
                              std::optional<KnowledgeGraph::Vertex> node) {
  const auto is_about = [&](EdgeRef edge) {
    return !node || boost::source(edge, graph.graph()) == *node ||
           boost::target(edge, graph.graph()) == *node || graph[edge].claim.over == graph[*node].id;
  };
  std::vector<EdgeRef> result;
  for (const EdgeRef edge : boost::make_iterator_range(boost::edges(graph.graph())))
    if (graph[edge].claim.time && is_about(edge)) result.push_back(edge);
  const auto start = [](const Interval& time) {
    return time.begin() ? *time.begin() : *time.end();
  };
  // Edges of a file stand in order of their ids; a stable sort keeps that.
  std::stable_sort(result.begin(), result.end(), [&](EdgeRef a, EdgeRef b) {
    const Interval &x = *graph[a].claim.time, &y = *graph[b].claim.time;
    return start(x) != start(y) ? start(x) < start(y) : x < y;
  });
  return result;
}

}  // namespace entente
