#include "cli/graph_input.h"
#include "cli/output.h"
#include "cli/verbs.h"

namespace entente {

ExitCode run_export(Arguments arguments, Console& console) {
  CommandLine command_line("export", "Writes a graph, or what passes the filters, in any format.",
                           "entente export graph.json --status actual -o graph.dot");
  std::string file;
  OutputOptions output;
  FilterOptions filters;
  add_graph(command_line, file);
  add_output(command_line, output);
  add_filters(command_line, filters);
  command_line.parse(arguments);
  const Format format = format_of(output);
  if (!to_standard_output(output)) refuse_to_overwrite(output.file, std::vector{file});
  const Question question = ask(file, filters, {}, console);
  write_output(output, formatted(limited(question.graph, filters.limit), format), console);
  return kDone;
}

}  // namespace entente
