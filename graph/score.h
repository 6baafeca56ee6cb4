#pragma once

#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// What is compared between a gold graph and a system's graph of the same document. Nodes are
/// aligned one to one by the overlap of their name mentions (maximum weight), so names and ids need
/// not be equal; edges are then compared between aligned nodes.
enum class Metric : uint8_t {
  mention,      ///< a name mention of the right kind; spans overlap by half of the longer one
  node,         ///< an aligned node of the right kind
  cluster,      ///< CEAF-phi4 (Luo 2005): how well mentions are grouped into nodes
  edge,         ///< source, type and target right; the order of the ends of symmetric types is free
  edge_full,    ///< and status and time right, and attributed exactly where gold is
  edge_family,  ///< the right ends and a type of the same family, each once
  edge_pair     ///< any edge between the right ends, in either direction, each pair once
};
inline constexpr std::array kMetrics = {Metric::mention,  Metric::node,      Metric::cluster,
                                        Metric::edge,     Metric::edge_full, Metric::edge_family,
                                        Metric::edge_pair};

std::string_view name(Metric metric);  ///< "edge-fam"

/// How many things are right, of how many. `right` is a sum of similarities for clusters.
struct Tally {
  double right = 0;
  size_t system = 0, gold = 0;

  double precision() const;  ///< in [0, 1]; 0 where there is nothing
  double recall() const;
  double f1() const;
  Tally& operator+=(const Tally& other);
};

/// Of edges that are right, how many have the right attributes.
struct AttributeTally {
  size_t edges = 0, status = 0, time = 0, attribution = 0;
  size_t roles = 0, role = 0;  ///< edges whose gold has a role, and those with the same one

  AttributeTally& operator+=(const AttributeTally& other);
};

/// The comparison of one document, or the sum of several.
struct Score {
  std::array<Tally, kMetrics.size()> metrics;
  AttributeTally attributes;
  std::map<EdgeType, Tally> types;  ///< metric `edge`, by type

  const Tally& operator[](Metric metric) const { return metrics[static_cast<size_t>(metric)]; }
  Score& operator+=(const Score& other);
};

/// Edges that differ.
struct Differences {
  std::vector<KnowledgeGraph::EdgeRef> missed;  ///< of the gold graph
  std::vector<KnowledgeGraph::EdgeRef> wrong;   ///< of the system's
};

struct Comparison {
  Score score;
  Differences differences;
};

/// Requires graphs of one and the same document. Nodes of the system without a name mention that
/// are not in the gold graph do not count; their edges do.
Comparison compare(const KnowledgeGraph& gold, const KnowledgeGraph& system);

/// A range of F1 that holds 95 of 100 resamples of the documents (bootstrap, 1000 resamples, always
/// the same). Requires at least one document.
struct Range {
  double low, high;
};
Range f1_range(const std::vector<Score>& documents, Metric metric);

}  // namespace entente
