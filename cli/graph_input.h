#pragma once

#include <string>
#include <vector>

#include "cli/command_line.h"
#include "graph/filter.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// The filters of every verb that reads a graph, as written by the user.
struct FilterOptions {
  std::vector<std::string> types, kinds, statuses, sources;
  std::string since, until, at;
  double min_confidence = 0;
  size_t limit = 0;  ///< 0: none
};

void add_graph(CommandLine& command_line, std::string& file);
void add_json(CommandLine& command_line, bool& json);
void add_filters(CommandLine& command_line, FilterOptions& options);

/// Throws UsageError for a type, kind, status, date or source that there is not; what the user may
/// have meant is in the message.
EdgeFilter filter_of(const FilterOptions& options, const KnowledgeGraph& graph);

/// The graph in a native JSON file, or on standard input for "-". Throws Error.
KnowledgeGraph read_graph(const std::string& file, Console& console);

/// The one node of that name. Throws UsageError if there is none (with similar names) or more than
/// one (with all of them).
KnowledgeGraph::Vertex find_node(const KnowledgeGraph& graph, const std::string& name);

/// A graph, the nodes that the user named, and the filters applied to it.
struct Question {
  KnowledgeGraph graph;                       ///< what passes the filters
  std::vector<KnowledgeGraph::Vertex> named;  ///< in `graph`, in the order of the names
};

/// Reads, finds and filters. Names are looked up before the filters hide anything.
Question ask(const std::string& file, const FilterOptions& options,
             const std::vector<std::string>& names, Console& console);

/// How many of `size` things to show (limit 0: all), and a note on the rest ("… and 12 more"), or
/// nothing.
size_t shown_count(size_t limit, size_t size);
std::string rest_note(size_t limit, size_t size);

/// The graph of the `limit` edges that are best supported: by confidence, then number of sentences,
/// then place in the graph. The whole graph if limit is 0 or not below the number of edges.
KnowledgeGraph limited(const KnowledgeGraph& graph, size_t limit);

}  // namespace entente
