#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "extract/read.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// Which texts to read, and how.
struct ReadingOptions {
  std::vector<std::string> inputs;
  std::string date;    ///< of documents that state none: ISO 8601, or empty
  size_t threads = 0;  ///< 0: one a core
};

void add_reading(CommandLine& command_line, ReadingOptions& options);

/// What became of the inputs.
struct ReadingReport {
  size_t document_count = 0;          ///< read and analyzed
  std::vector<ReadProblem> problems;  ///< in input order
  size_t skipped_count() const;
};

/// Reads and analyzes the inputs on several threads. Calls `found` in input order, on this thread,
/// with the graph of each document, which names just that document; it returns why the document has
/// to be skipped after all, or nothing. Shows progress on a terminal and reports each problem on
/// `console.err` as it occurs. Throws UsageError for a bad date.
ReadingReport read_graphs(const ReadingOptions& options, Console& console,
                          const std::function<std::optional<std::string>(KnowledgeGraph)>& found);

/// Every file that the inputs name, by directories too.
std::vector<std::string> files_of(const ReadingOptions& options);

/// What came of it, for people: "8 documents, 120 nodes, 200 edges; 1 skipped → graph.json". The
/// arrow is left out where there is no output.
std::string summary(const ReadingReport& report, size_t node_count, size_t edge_count,
                    const std::string& output);

/// The same as one JSON document, with the problems.
std::string summary_json(const ReadingReport& report, size_t node_count, size_t edge_count,
                         const std::string& output);

}  // namespace entente
