#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// Which statements count. Every condition that is set must hold; as made, all statements pass.
struct EdgeFilter {
  std::vector<EdgeType> types;       ///< one of these; empty: any
  std::vector<Status> statuses;      ///< one of these; empty: any
  KindSet kinds = 0;                 ///< both ends are of these kinds; 0: any
  std::optional<Date> since;         ///< dated, and not over before this day, month or year begins
  std::optional<Date> until;         ///< dated, and begun before this day, month or year ends
  std::optional<Date> at;            ///< undated, or the time includes some of this date
  std::vector<std::string> sources;  ///< has evidence from a document of this id or source
  double min_confidence = 0;         ///< confidence at least this

  bool is_set() const;
};

/// Whether an edge passes. The ends named in `anchors` may be of any kind: who asks for a person's
/// neighbours among states means the other end.
bool passes(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge, const EdgeFilter& filter,
            std::span<const KnowledgeGraph::Vertex> anchors = {});

/// The graph of the edges that pass, with their ids, and of the nodes at their ends, or named by
/// `over` or `asserted_by`, or in `anchors`. If only kinds are set, nodes of these kinds stay also
/// without edges. In the order of `graph`; all documents stay. The same graph if nothing is set.
KnowledgeGraph select(const KnowledgeGraph& graph, const EdgeFilter& filter,
                      std::span<const KnowledgeGraph::Vertex> anchors = {});

}  // namespace entente
