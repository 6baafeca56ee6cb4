#pragma once

#include <string>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// A statement of a small graph, with what tests need of it.
struct Fact {
  std::string source;
  EdgeType type;
  std::string target;
  std::string time = "";
  Status status = Status::actual;
  std::string document = "d";
  double confidence = 1;
};

/// A node by its id, "person:taro-kono" (whose kind and slug of the name it has), with a name.
inline Node small_node(const std::string& id, const std::string& name,
                       std::vector<std::string> aliases = {}) {
  Node node{id, NodeKind::person, name, "", std::move(aliases), {}, {}};
  for (const NodeKind kind : kNodeKinds) {
    std::string prefix(entente::name(kind));
    prefix[0] = static_cast<char>(prefix[0] + ('a' - 'A'));
    if (id.starts_with(prefix + ":")) node.kind = kind;
  }
  return node;
}

/// Nodes, with a mention in each of `documents`.
inline Node mentioned_in(Node node, const std::vector<std::string>& documents) {
  for (const std::string& document : documents)
    node.mentions.push_back({{document, {0, 1}, "x"}, MentionForm::name});
  return node;
}

inline void add_fact(KnowledgeGraph& graph, const Fact& fact) {
  Edge edge;
  edge.claim.type = fact.type;
  edge.claim.status = fact.status;
  if (!fact.time.empty()) edge.claim.time = Interval::parse(fact.time);
  edge.confidence = fact.confidence;
  edge.evidence = {{{fact.document, {0, 9}, "evidence."}, "", ""}};
  graph.add(*graph.find(fact.source), *graph.find(fact.target), std::move(edge));
}

inline KnowledgeGraph small_graph(const std::vector<Node>& nodes, const std::vector<Fact>& facts,
                                  const std::vector<std::string>& documents = {"d"}) {
  KnowledgeGraph graph;
  for (const std::string& id : documents) graph.add({id, "", std::nullopt, id + ".txt"});
  for (const Node& node : nodes) graph.add(node);
  for (const Fact& fact : facts) add_fact(graph, fact);
  return graph;
}

/// Ids of nodes, for comparing.
inline std::vector<std::string> ids(const KnowledgeGraph& graph,
                                    const std::vector<KnowledgeGraph::Vertex>& vertices) {
  std::vector<std::string> result;
  for (const auto vertex : vertices) result.push_back(graph[vertex].id);
  return result;
}

inline std::vector<std::string> node_ids(const KnowledgeGraph& graph) {
  std::vector<std::string> result;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph())))
    result.push_back(graph[vertex].id);
  return result;
}

inline std::vector<std::string> edge_ids(const KnowledgeGraph& graph) {
  std::vector<std::string> result;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph())))
    result.push_back(graph[edge].id);
  return result;
}

}  // namespace entente
