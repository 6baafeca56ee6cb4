#include <ostream>
#include <vector>

#include "cli/output.h"
#include "cli/reading.h"
#include "cli/verbs.h"
#include "graph/merge.h"

namespace entente {
ExitCode run_build(Arguments arguments, Console& console) {
  CommandLine command_line("build", "Reads texts and makes one graph of them.",
                           "entente build news/*.txt minutes.html -o graph.json");
  ReadingOptions reading;
  OutputOptions output;
  bool json = false;
  add_reading(command_line, reading);
  add_output(command_line, output);
  command_line.flag("--json", json, "Print the summary as JSON (with -o)");
  command_line.parse(arguments);
  const Format format = format_of(output);
  if (json && to_standard_output(output))
    throw UsageError("--json prints a summary and needs -o FILE for the graph");
  if (!to_standard_output(output)) refuse_to_overwrite(output.file, files_of(reading));

  std::vector<KnowledgeGraph> graphs;
  const ReadingReport report = read_graphs(reading, console, [&](KnowledgeGraph graph) {
    graphs.push_back(std::move(graph));
    return std::nullopt;
  });
  if (graphs.empty()) return kUnusableFile;
  const KnowledgeGraph graph = merge(std::move(graphs));
  write_output(output, formatted(graph, format), console);
  if (json)
    console.out << summary_json(report, graph.node_count(), graph.edge_count(), output.file);
  else
    console.err << summary(report, graph.node_count(), graph.edge_count(),
                           to_standard_output(output) ? "" : output.file)
                << "\n";
  return report.skipped_count() > 0 ? kSkipped : kDone;
}

}  // namespace entente
