#pragma once

#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// One graph of several, say of the documents of a collection.
///
/// Nodes with equal ids are one node. Beyond that names are resolved across documents: a person
/// known by a surname alone is the one person with that surname; an organization known by an
/// acronym or another name is the one organization with that acronym or alias. Where there is more
/// than one candidate, or another kind bears the name, nodes stay apart; agreements and events are
/// the same only by id. Each join is recorded in `Node::merges` of the node that remains, and
/// `over` and `asserted_by` of edges follow.
///
/// The result is canonical and does not depend on the order of the graphs. Throws Error where a
/// graph contradicts another: documents with one id that differ, an id with two kinds.
KnowledgeGraph merge(std::vector<KnowledgeGraph> graphs);

}  // namespace entente
