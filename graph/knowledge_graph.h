#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "graph/statement.h"

namespace entente {

/// What texts say about actors: nodes joined by statements, each with its evidence.
///
/// Invariants: ids of nodes, edges and documents are unique; every edge is allowed by the ontology,
/// has evidence, and no two edges between the same nodes make the same claim (a symmetric edge
/// counts in both directions). Vertices and edges stand in the order they were added.
class KnowledgeGraph {
 public:
  KnowledgeGraph() = default;

  /// The same graph with edge references of its own: those of `other` do not hold here.
  KnowledgeGraph(const KnowledgeGraph& other) { add(other); }
  /// Vertices and edge references stay good; `other` is left empty.
  KnowledgeGraph(KnowledgeGraph&& other) { swap(other); }
  KnowledgeGraph& operator=(KnowledgeGraph other) {
    swap(other);
    return *this;
  }

  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Edge>;
  using Vertex = Graph::vertex_descriptor;
  using EdgeRef = Graph::edge_descriptor;

  /// Adds a document. Throws Error if there is another with its id that differs.
  void add(DocumentInfo document);

  /// Adds a node, or joins it to the one with the same id: names, mentions and merges are united;
  /// the longer name wins, and of equal ones the smaller. Throws Error if the kinds differ or the
  /// id is empty.
  Vertex add(Node node);

  /// Adds a statement, or its evidence to the edge that says the same between the same nodes;
  /// the higher confidence stays. Gives the edge the next free id if its id is empty or taken.
  /// Throws Error if the ontology does not allow it or there is no evidence.
  EdgeRef add(Vertex source, Vertex target, Edge edge);

  /// Requires that there are no edges by which `over` or `asserted_by` name nodes that are absent
  /// from both graphs. Adds everything in `other`.
  void add(const KnowledgeGraph& other);

  const Graph& graph() const { return *graph_; }
  /// Gives the graph away, to move its nodes and edges elsewhere, and is left empty.
  std::unique_ptr<Graph> release() &&;
  const std::vector<DocumentInfo>& documents() const { return documents_; }
  const Node& operator[](Vertex vertex) const { return (*graph_)[vertex]; }
  const Edge& operator[](EdgeRef edge) const { return (*graph_)[edge]; }

  std::optional<Vertex> find(std::string_view id) const;
  std::optional<EdgeRef> find_edge(std::string_view id) const;

  size_t node_count() const { return boost::num_vertices(*graph_); }
  size_t edge_count() const { return boost::num_edges(*graph_); }

 private:
  using ClaimKey = std::tuple<Vertex, Vertex, std::string>;

  void swap(KnowledgeGraph& other);

  std::unique_ptr<Graph> graph_ = std::make_unique<Graph>();  // Boost's graph cannot be moved
  std::vector<DocumentInfo> documents_;
  std::map<std::string, Vertex, std::less<>> vertices_;
  std::map<std::string, EdgeRef, std::less<>> edges_;
  std::map<ClaimKey, EdgeRef> claims_;
  size_t next_edge_ = 1;
};

/// The same graph in canonical order: documents and nodes by id, edges by source, target, claim and
/// evidence, with ids "e1" … in that order. Equal content gives equal graphs, however it came
/// together.
KnowledgeGraph canonical(KnowledgeGraph graph);

}  // namespace entente
