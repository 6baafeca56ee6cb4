#pragma once

#include <span>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// The graph of these nodes and edges, of the nodes at the ends of the edges, and of those that the
/// edges name by `over` or `asserted_by`. Ids stay, so does the order of nodes; all documents stay.
KnowledgeGraph subgraph(const KnowledgeGraph& graph,
                        std::span<const KnowledgeGraph::Vertex> vertices,
                        std::span<const KnowledgeGraph::EdgeRef> edges);

/// Edges whose ends are both among `vertices`, in the order of the graph.
std::vector<KnowledgeGraph::EdgeRef> edges_among(const KnowledgeGraph& graph,
                                                 std::span<const KnowledgeGraph::Vertex> vertices);

}  // namespace entente
