#pragma once

#include <optional>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// Statements with a time, in order of it (an interval open to the past by its end), and in that
/// of the graph where it is equal; of one node, if given: those it takes part in or that are about
/// it.
std::vector<KnowledgeGraph::EdgeRef> timeline(const KnowledgeGraph& graph,
                                              std::optional<KnowledgeGraph::Vertex> node);

}  // namespace entente
