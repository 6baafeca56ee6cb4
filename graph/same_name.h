#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// A node that may be the same as another under a fuller name.
struct SameName {
  KnowledgeGraph::Vertex vertex;
  std::string reason;  ///< "surname", "alias" or "acronym"
};

/// For persons and organizations with a short name: the nodes of the same kind and a longer name
/// that it may be short for, each once, ascending. See `resolve_names`.
std::map<KnowledgeGraph::Vertex, std::vector<SameName>> same_name_candidates(
    const KnowledgeGraph& graph);

/// "UN" for "United Nations": the capital initials of a name, small words left out; empty for a
/// name of one word.
std::string initials(std::string_view name);

}  // namespace entente
