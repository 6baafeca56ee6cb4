#pragma once

#include <optional>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// A way from one node to another: a chain of nodes, none twice, each joined to the next by one or
/// more statements in either direction.
struct Path {
  std::vector<KnowledgeGraph::Vertex> vertices;  ///< at least one
  size_t hop_count() const { return vertices.size() - 1; }
  friend bool operator==(const Path&, const Path&) = default;
};

/// Distinct nodes that a statement joins to `vertex`, ascending, without itself.
std::vector<KnowledgeGraph::Vertex> adjacent(const KnowledgeGraph& graph,
                                             KnowledgeGraph::Vertex vertex);

/// Every statement between two nodes, in either direction, in the order of the graph's edges of
/// `a`: those from `a`, then those to it.
std::vector<KnowledgeGraph::EdgeRef> edges_between(const KnowledgeGraph& graph,
                                                   KnowledgeGraph::Vertex a,
                                                   KnowledgeGraph::Vertex b);

/// How many hops it takes at least from each node to `from`; absent where there is no way.
std::vector<std::optional<size_t>> hops_from(const KnowledgeGraph& graph,
                                             KnowledgeGraph::Vertex from);

/// Up to `limit` paths, the shorter first and those of equal length by vertices, of at most
/// `max_hops` hops; with limit 1, a shortest path. Depth-first, one length after the other, pruned
/// by the distance to `to`.
std::vector<Path> paths_between(const KnowledgeGraph& graph, KnowledgeGraph::Vertex from,
                                KnowledgeGraph::Vertex to, size_t max_hops, size_t limit);

/// The nodes within `hops` of `centre`, nearest first, and by vertices where they are equally near;
/// `centre` itself leads.
struct Neighbor {
  KnowledgeGraph::Vertex vertex;
  size_t hops;
  friend bool operator==(const Neighbor&, const Neighbor&) = default;
};
std::vector<Neighbor> neighborhood(const KnowledgeGraph& graph, KnowledgeGraph::Vertex centre,
                                   size_t hops);

}  // namespace entente
