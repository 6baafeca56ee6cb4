#include "graph/filter.h"

#include <algorithm>

#include "graph/subgraph.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;
using EdgeRef = KnowledgeGraph::EdgeRef;

template <class T>
bool is_one_of(const std::vector<T>& values, const T& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool time_fits(const std::optional<Interval>& time, const EdgeFilter& filter) {
  if (!time) return !filter.since && !filter.until;
  if (filter.since && time->end() && time->end()->last_day() < filter.since->first_day())
    return false;
  if (filter.until && time->begin() && time->begin()->first_day() > filter.until->last_day())
    return false;
  return !filter.at || time->overlaps(*filter.at);
}

bool source_fits(const KnowledgeGraph& graph, const Edge& edge, const EdgeFilter& filter) {
  if (filter.sources.empty()) return true;
  const auto wanted = [&](const Evidence& evidence) {
    const std::string& id = evidence.quote.document;
    if (is_one_of(filter.sources, id)) return true;
    const auto& documents = graph.documents();
    return std::any_of(documents.begin(), documents.end(), [&](const DocumentInfo& document) {
      return document.id == id && is_one_of(filter.sources, document.source);
    });
  };
  return std::any_of(edge.evidence.begin(), edge.evidence.end(), wanted);
}

bool edge_fits(const KnowledgeGraph& graph, const Edge& edge, const EdgeFilter& filter) {
  if (!filter.types.empty() && !is_one_of(filter.types, edge.claim.type)) return false;
  if (!filter.statuses.empty() && !is_one_of(filter.statuses, edge.claim.status)) return false;
  return edge.confidence >= filter.min_confidence && time_fits(edge.claim.time, filter) &&
         source_fits(graph, edge, filter);
}

bool kind_fits(const KnowledgeGraph& graph, Vertex vertex, const EdgeFilter& filter,
               std::span<const Vertex> anchors) {
  return filter.kinds == 0 || contains(filter.kinds, graph[vertex].kind) ||
         std::find(anchors.begin(), anchors.end(), vertex) != anchors.end();
}

bool only_kinds(EdgeFilter filter) {
  filter.kinds = 0;
  return !filter.is_set();
}

}  // namespace

bool EdgeFilter::is_set() const {
  return !types.empty() || !statuses.empty() || kinds != 0 || since || until || at ||
         !sources.empty() || min_confidence > 0;
}

bool passes(const KnowledgeGraph& graph, EdgeRef edge, const EdgeFilter& filter,
            std::span<const Vertex> anchors) {
  return edge_fits(graph, graph[edge], filter) &&
         kind_fits(graph, boost::source(edge, graph.graph()), filter, anchors) &&
         kind_fits(graph, boost::target(edge, graph.graph()), filter, anchors);
}

KnowledgeGraph select(const KnowledgeGraph& graph, const EdgeFilter& filter,
                      std::span<const Vertex> anchors) {
  if (!filter.is_set()) return graph;
  std::vector<EdgeRef> kept;
  for (const EdgeRef edge : boost::make_iterator_range(boost::edges(graph.graph())))
    if (passes(graph, edge, filter, anchors)) kept.push_back(edge);

  std::vector<Vertex> vertices(anchors.begin(), anchors.end());
  if (only_kinds(filter))
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph())))
      if (kind_fits(graph, vertex, filter, anchors)) vertices.push_back(vertex);
  return subgraph(graph, vertices, kept);
}

}  // namespace entente
