#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/graph_input.h"
#include "graph/knowledge_graph.h"
#include "graph/paths.h"
#include "graph/score.h"

namespace entente {

/// What the verbs print for people: pure functions, each in the file of its verb.

std::string format_node(const KnowledgeGraph& graph, KnowledgeGraph::Vertex vertex, size_t limit,
                        const Style& style);

std::string format_matches(const KnowledgeGraph& graph,
                           const std::vector<KnowledgeGraph::Vertex>& matches, size_t limit,
                           const Style& style);

std::string format_neighbors(const KnowledgeGraph& graph, const std::vector<Neighbor>& neighbors,
                             size_t limit, const Style& style);

/// Each hop with its statements, and each of these with the sentence that says so.
std::string format_path(const KnowledgeGraph& graph, const Path& path, const Style& style);

std::string format_timeline(const KnowledgeGraph& graph,
                            const std::vector<KnowledgeGraph::EdgeRef>& edges, size_t limit,
                            const Style& style);

/// Everything that is known of a statement: what it says, every sentence with place, rule, cue and
/// how its date was resolved, and why the names of its ends were taken to be the same.
std::string format_evidence(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge,
                            const Style& style);

/// The figures of all documents, and those by type of edge.
std::string format_scores(const std::vector<Score>& documents, const Score& sum);
std::string format_scores_by_type(const Score& sum);

}  // namespace entente
