#pragma once

#include <string>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// A hand-built graph in which every field of the native format occurs.
KnowledgeGraph small_graph();

/// Two nodes of this name and an edge between them, whose every string is `text`.
KnowledgeGraph graph_named(const std::string& text);

/// A graph of `nodes` nodes of all kinds with about twice as many edges, the same for one seed.
KnowledgeGraph random_graph(unsigned seed, size_t nodes);

/// Names that break what does not quote.
const std::vector<std::string>& hostile_names();

/// A quote of `text` as long as it is.
Quote quote(const std::string& document, uint32_t start, const std::string& text);

}  // namespace entente
