#pragma once

#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// One graph of several, say of the documents of a collection.
///
/// Nodes with equal ids are one node; beyond that `resolve_names` joins what one document calls by
/// a short name and another by a full one. The result is canonical and does not depend on the order
/// of the graphs. Throws Error where graphs contradict each other: documents with one id that
/// differ, an id with two kinds.
KnowledgeGraph merge(std::vector<KnowledgeGraph> graphs);

/// The graph with nodes joined that are the same thing under names of different documents.
///
/// A person known by a surname alone is the person whose name ends in it, or who has it as an
/// alias. An organization known by an acronym or another name is the organization that this name
/// is an alias of, or whose initials the acronym has; names of generic words ("Foreign Ministry")
/// do not tell. Nodes stay apart if there is more than one candidate, if a document has both (it
/// told them apart) or if a statement joins them; states and places, agreements, events and groups
/// are the same only by id.
///
/// Each join is recorded in `Node::merges` of the node that remains, with the reason; `over` and
/// `asserted_by` follow. The result is canonical. O((nodes + aliases) log nodes).
KnowledgeGraph resolve_names(KnowledgeGraph graph);

}  // namespace entente
