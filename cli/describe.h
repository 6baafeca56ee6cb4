#pragma once

#include "cli/text.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// "Person": the kind in its colour.
Text kind_text(NodeKind kind);

/// The name in the colour of its kind.
Text name_text(const Node& node);

/// "Taro Kono  Person": the kind in words, for where there is no colour.
Text node_text(const Node& node);

/// A node by id in its colour; any other phrase as it is.
Text reference_text(const KnowledgeGraph& graph, const std::string& id_or_phrase);

/// What a statement says besides its ends: "Foreign Minister · planned · 2019-05 · over the
/// Southern Kurils · according to Japan". Empty where there is nothing.
Text details_text(const KnowledgeGraph& graph, const Claim& claim);

/// "→", "←" or "↔": how the statement is read from one of its ends.
std::string arrow(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge,
                  KnowledgeGraph::Vertex from);

/// "Taro Kono meets Sergey Lavrov".
Text statement_text(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge);

/// “The sentence, with its cue in bold.”
Text quote_text(const Evidence& evidence);

/// "kono-moscow, 2019-04-18": a document by id, with its date.
Text document_text(const KnowledgeGraph& graph, const std::string& id);

/// The end of an edge that is not `from` (or is, at a loop).
KnowledgeGraph::Vertex other_end(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge,
                                 KnowledgeGraph::Vertex from);

}  // namespace entente
