#include "graph/rank.h"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <numeric>
#include <set>

#include "graph/louvain.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;
using UndirectedGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using DirectedGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

constexpr int kPageRankSteps = 100;  // 0.85^100 is less than 1e-7

template <class Graph>
auto indexed(std::vector<double>& values, const Graph& graph) {
  return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

/// One edge for every pair of nodes that a statement joins.
UndirectedGraph simple_graph(const KnowledgeGraph& graph) {
  std::set<std::pair<Vertex, Vertex>> pairs;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph())))
    pairs.insert(
        std::minmax({boost::source(edge, graph.graph()), boost::target(edge, graph.graph())}));
  UndirectedGraph result(graph.node_count());
  for (const auto& [a, b] : pairs)
    if (a != b) boost::add_edge(a, b, result);
  return result;
}

std::vector<double> page_rank(const KnowledgeGraph& graph) {
  DirectedGraph walk(graph.node_count());
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph()))) {
    const Vertex source = boost::source(edge, graph.graph());
    const Vertex target = boost::target(edge, graph.graph());
    boost::add_edge(source, target, walk);
    if (is_symmetric(graph[edge].claim.type)) boost::add_edge(target, source, walk);
  }
  std::vector<double> values(graph.node_count());
  boost::graph::page_rank(walk, indexed(values, walk), boost::graph::n_iterations(kPageRankSteps));
  // Boost lets the visits of nodes without a way out fade.
  const double total = std::accumulate(values.begin(), values.end(), 0.0);
  if (total > 0)
    for (double& value : values) value /= total;
  return values;
}

std::vector<double> betweenness(const KnowledgeGraph& graph) {
  const UndirectedGraph simple = simple_graph(graph);
  std::vector<double> values(graph.node_count());
  if (values.size() < 3) return values;
  boost::brandes_betweenness_centrality(simple, indexed(values, simple));
  boost::relative_betweenness_centrality(simple, indexed(values, simple));
  return values;
}

void order_by_size(NodeSets& sets) {
  std::sort(sets.begin(), sets.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
}

/// The sets that labels of nodes stand for.
template <class Label>
NodeSets sets_of(const std::vector<Label>& labels) {
  std::map<Label, std::vector<Vertex>> by_label;
  for (Vertex vertex = 0; vertex < labels.size(); ++vertex)
    by_label[labels[vertex]].push_back(vertex);
  NodeSets sets;
  for (auto& [label, set] : by_label) sets.push_back(std::move(set));
  order_by_size(sets);
  return sets;
}

}  // namespace

std::vector<double> centrality(const KnowledgeGraph& graph, Centrality measure) {
  if (graph.node_count() == 0) return {};
  if (measure == Centrality::pagerank) return page_rank(graph);
  if (measure == Centrality::betweenness) return betweenness(graph);
  std::vector<double> values;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph())))
    values.push_back(static_cast<double>(boost::degree(vertex, graph.graph())));
  return values;
}

std::vector<RankedNode> rank(const KnowledgeGraph& graph, Centrality measure) {
  const std::vector<double> values = centrality(graph, measure);
  std::vector<RankedNode> result;
  for (Vertex vertex = 0; vertex < values.size(); ++vertex)
    result.push_back({vertex, values[vertex]});
  std::sort(result.begin(), result.end(), [&](const RankedNode& a, const RankedNode& b) {
    return a.score != b.score ? a.score > b.score : graph[a.vertex].id < graph[b.vertex].id;
  });
  return result;
}

NodeSets components(const KnowledgeGraph& graph) {
  const UndirectedGraph simple = simple_graph(graph);
  std::vector<size_t> labels(graph.node_count());
  if (labels.empty()) return {};
  boost::connected_components(simple, labels.data());
  return sets_of(labels);
}

Communities communities(const KnowledgeGraph& graph) {
  std::vector<WeightedPair> pairs;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph())))
    pairs.push_back({boost::source(edge, graph.graph()), boost::target(edge, graph.graph()), 1});
  const std::vector<size_t> labels = louvain(graph.node_count(), pairs);
  return {sets_of(labels), modularity(labels, pairs)};
}

}  // namespace entente
