#pragma once

#include <cstdint>
#include <string>

#include "graph/knowledge_graph.h"

namespace entente {

enum class Theme : uint8_t { light, dark };

struct DotOptions {
  std::string title;  ///< empty: that of the document, or the names of the two main parties
  Theme theme = Theme::light;

  /// More nodes than this are drawn by forces (sfdp) rather than in ranks (dot), whose time grows
  /// steeply: it took 512 s on a random graph of 300 nodes where sfdp took 0.2 s.
  size_t most_ranked_nodes = 60;

  /// Of a larger graph the most connected nodes are drawn, and a note says how many were left out.
  size_t most_nodes = 400;

  /// Nodes that nothing is said of are drawn beside the others if they are no more than this; else
  /// they would crowd the page, and a note says how many there are.
  size_t most_isolated = 4;
};

/// A diagram of the graph for Graphviz.
///
/// Shape and colour tell the kind of a node, line and arrow the status of an edge; statements of
/// one kind between two nodes share one line; sentences are in the tooltips; a legend explains
/// what is used. Parties stand in clusters by state, and what they share between them. The layout
/// engine is named in the file, so `dot` draws it whatever its size. Equal graphs give equal bytes.
///
/// Requires that every string of the graph is valid UTF-8. Whatever the names are, Graphviz reads
/// the file and shows them as they are.
std::string write_dot(const KnowledgeGraph& graph, const DotOptions& options = {});

}  // namespace entente
