#include "graph/subgraph.h"

namespace entente {

using Vertex = KnowledgeGraph::Vertex;
using EdgeRef = KnowledgeGraph::EdgeRef;

KnowledgeGraph subgraph(const KnowledgeGraph& graph, std::span<const Vertex> vertices,
                        std::span<const EdgeRef> edges) {
  std::vector<bool> wanted(graph.node_count());
  for (const Vertex vertex : vertices) wanted[vertex] = true;
  for (const EdgeRef edge : edges) {
    wanted[boost::source(edge, graph.graph())] = true;
    wanted[boost::target(edge, graph.graph())] = true;
    for (const std::string& id : {graph[edge].claim.over, graph[edge].claim.asserted_by})
      if (const auto vertex = graph.find(id)) wanted[*vertex] = true;
  }
  KnowledgeGraph result;
  for (const DocumentInfo& document : graph.documents()) result.add(document);
  std::vector<Vertex> place(graph.node_count());
  for (Vertex vertex = 0; vertex < wanted.size(); ++vertex)
    if (wanted[vertex]) place[vertex] = result.add(graph[vertex]);
  for (const EdgeRef edge : edges)
    result.add(place[boost::source(edge, graph.graph())], place[boost::target(edge, graph.graph())],
               graph[edge]);
  return result;
}

std::vector<EdgeRef> edges_among(const KnowledgeGraph& graph, std::span<const Vertex> vertices) {
  std::vector<bool> inside(graph.node_count());
  for (const Vertex vertex : vertices) inside[vertex] = true;
  std::vector<EdgeRef> result;
  for (const EdgeRef edge : boost::make_iterator_range(boost::edges(graph.graph())))
    if (inside[boost::source(edge, graph.graph())] && inside[boost::target(edge, graph.graph())])
      result.push_back(edge);
  return result;
}

}  // namespace entente
