#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/command_line.h"
#include "export/format.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// Where a graph goes and as what.
struct OutputOptions {
  std::string file;    ///< empty or "-": standard output
  std::string format;  ///< empty: by the suffix of `file`, and JSON on standard output
};

void add_output(CommandLine& command_line, OutputOptions& options);

/// Throws UsageError where there is no such format, or the suffix names none.
Format format_of(const OutputOptions& options);

bool to_standard_output(const OutputOptions& options);

/// Throws UsageError if writing `output` would overwrite one of `inputs`, by whatever path.
void refuse_to_overwrite(std::string_view output, std::span<const std::string> inputs);

/// The graph in a format. Throws Error if Graphviz cannot lay it out.
std::string formatted(const KnowledgeGraph& graph, Format format);

/// Writes bytes to the file, whole or not at all, or to standard output. Throws Error.
void write_output(const OutputOptions& options, std::string_view bytes, Console& console);

}  // namespace entente
