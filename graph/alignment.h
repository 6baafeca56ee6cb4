#pragma once

#include <optional>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// Spans of the name mentions of a node, ascending, each once.
std::vector<CodePointSpan> name_spans(const Node& node);

/// Whether two spans share at least half of the longer one.
bool overlap_by_half(CodePointSpan a, CodePointSpan b);

/// Which nodes of two graphs of one document are the same.
struct Alignment {
  std::vector<std::optional<KnowledgeGraph::Vertex>> gold_of;  ///< of each node of the system
  double similarity = 0;  ///< of aligned nodes, in all; at most 1 (and 1e-6) for each
};

/// Aligns nodes one to one by overlap of their name mentions, of demonyms where a node has no
/// names; the sum of similarities (Dice, of mentions) is the most there can be, and equal kinds
/// decide ties.
Alignment align(const KnowledgeGraph& gold, const KnowledgeGraph& system);

}  // namespace entente
