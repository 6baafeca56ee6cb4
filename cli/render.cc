#include "export/render.h"

#include "cli/graph_input.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "export/dot.h"

namespace entente {

ExitCode run_render(Arguments arguments, Console& console) {
  CommandLine command_line("render", "Draws a graph, or what passes the filters.",
                           "entente render graph.json -o graph.svg");
  std::string file;
  OutputOptions output;
  FilterOptions filters;
  DotOptions dot;
  bool dark = false;
  add_graph(command_line, file);
  command_line.option("-o,--output", "FILE", output.file, "Write here (.svg, .png or .pdf)");
  command_line.option("--format", "NAME", output.format, "svg (on standard output), png or pdf");
  command_line.option("--title", "TEXT", dot.title, "Title of the picture");
  command_line.flag("--dark", dark, "For dark backgrounds");
  command_line.option("--max-nodes", "N", dot.most_nodes, "Draw only the N most connected (400)");
  add_filters(command_line, filters);
  command_line.parse(arguments);
  if (to_standard_output(output) && output.format.empty()) output.format = "svg";
  const Format format = format_of(output);
  if (format == Format::json || format == Format::dot)
    throw UsageError("render draws .svg, .png or .pdf; for ." + std::string(name(format)) +
                     ": entente export");
  if (!to_standard_output(output)) refuse_to_overwrite(output.file, std::vector{file});
  dot.theme = dark ? Theme::dark : Theme::light;
  const Question question = ask(file, filters, {}, console);
  const std::string diagram = write_dot(limited(question.graph, filters.limit), dot);
  write_output(output, render(diagram, format), console);
  return kDone;
}

}  // namespace entente
