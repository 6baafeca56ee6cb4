#include "graph/merge.h"

#include <map>
#include <set>

#include "graph/same_name.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;
using EdgeRef = KnowledgeGraph::EdgeRef;

std::set<std::string_view> documents_of(const Node& node) {
  std::set<std::string_view> result;
  for (const NodeMention& mention : node.mentions) result.insert(mention.quote.document);
  return result;
}

/// Whether something speaks against two nodes being the same.
bool told_apart(const KnowledgeGraph& graph, Vertex a, Vertex b) {
  const auto first = documents_of(graph[a]);
  for (const std::string_view document : documents_of(graph[b]))
    if (first.contains(document)) return true;
  for (const EdgeRef edge : boost::make_iterator_range(boost::out_edges(a, graph.graph())))
    if (boost::target(edge, graph.graph()) == b) return true;
  for (const EdgeRef edge : boost::make_iterator_range(boost::in_edges(a, graph.graph())))
    if (boost::source(edge, graph.graph()) == b) return true;
  return false;
}

/// The node that each node becomes part of, and why. Targets have longer names than what is joined
/// to them, so there are no circles.
struct Join {
  Vertex into;
  std::string reason;
};

std::map<Vertex, Join> find_joins(const KnowledgeGraph& graph) {
  std::map<Vertex, Join> joins;
  for (const auto& [vertex, candidates] : same_name_candidates(graph)) {
    if (candidates.size() != 1 || told_apart(graph, vertex, candidates.front().vertex)) continue;
    joins.emplace(vertex, Join{candidates.front().vertex, candidates.front().reason});
  }
  return joins;
}

}  // namespace

KnowledgeGraph merge(std::vector<KnowledgeGraph> graphs) {
  KnowledgeGraph all;
  for (KnowledgeGraph& graph : graphs) {
    if (all.documents().empty())
      all = std::move(graph);
    else
      all.add(graph);
    graph = {};  // memory: a large collection need not be held twice
  }
  return resolve_names(std::move(all));
}

KnowledgeGraph resolve_names(KnowledgeGraph graph) {
  const std::map<Vertex, Join> joins = find_joins(graph);
  if (joins.empty()) return canonical(std::move(graph));
  const auto last = [&](Vertex vertex) {
    for (auto join = joins.find(vertex); join != joins.end(); join = joins.find(vertex))
      vertex = join->second.into;
    return vertex;
  };
  const auto follow = [&](std::string& id) {
    if (const auto vertex = graph.find(id)) id = graph[last(*vertex)].id;
  };
  KnowledgeGraph result;
  for (const DocumentInfo& document : graph.documents()) result.add(document);
  std::vector<Vertex> place;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    Node node = graph[vertex];
    if (const auto join = joins.find(vertex); join != joins.end()) {
      node.merges.push_back({node.name, join->second.reason});
      node.id = graph[last(vertex)].id;
    }
    place.push_back(result.add(std::move(node)));
  }
  for (const EdgeRef ref : boost::make_iterator_range(boost::edges(graph.graph()))) {
    Edge edge = graph[ref];
    follow(edge.claim.over);
    follow(edge.claim.asserted_by);
    result.add(place[boost::source(ref, graph.graph())], place[boost::target(ref, graph.graph())],
               std::move(edge));
  }
  return canonical(std::move(result));
}

}  // namespace entente
