#pragma once

#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

enum class Centrality { pagerank, betweenness, degree };

/// How central each node is: [node_count()].
///
/// pagerank: share of visits of a random walk along statements (a symmetric one leads both ways),
/// damping 0.85; the values add up to 1. betweenness: share of the pairs of other nodes whose
/// shortest ways lead through the node, directions and parallel statements ignored; in [0, 1].
/// degree: number of statements at the node.
///
/// After Brin and Page 1998; Brandes 2001, O(nodes * edges).
std::vector<double> centrality(const KnowledgeGraph& graph, Centrality measure);

/// All nodes, the most central first; of equal ones by id.
struct RankedNode {
  KnowledgeGraph::Vertex vertex;
  double score;
};
std::vector<RankedNode> rank(const KnowledgeGraph& graph, Centrality measure);

/// Sets of nodes, ascending within a set.
using NodeSets = std::vector<std::vector<KnowledgeGraph::Vertex>>;

/// Sets whose nodes are connected, directions ignored; the largest first, of equal ones by first
/// node. A partition.
NodeSets components(const KnowledgeGraph& graph);

struct Communities {
  NodeSets sets;          ///< a partition; ordered like `components`
  double modularity = 0;  ///< of it, in [-0.5, 1]; 0 for a graph without edges
};

/// Sets of nodes with more statements among them than chance would have it, found by the Louvain
/// method, directions ignored, each statement of weight 1. Deterministic: nodes are visited in
/// order.
///
/// After Blondel, Guillaume, Lambiotte and Lefebvre 2008.
Communities communities(const KnowledgeGraph& graph);

}  // namespace entente
