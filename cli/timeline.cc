#include "graph/timeline.h"

#include <ostream>

#include "cli/describe.h"
#include "cli/json_document.h"
#include "cli/verbs.h"
#include "cli/views.h"

namespace entente {
namespace {

using EdgeRef = KnowledgeGraph::EdgeRef;

std::string timeline_json(const KnowledgeGraph& graph, const std::vector<EdgeRef>& edges) {
  JsonDocument json;
  json.begin_list("edges");
  for (const EdgeRef edge : edges) json.edge(graph, edge);
  json.end_list();
  return json.finish();
}

}  // namespace

std::string format_timeline(const KnowledgeGraph& graph, const std::vector<EdgeRef>& edges,
                            size_t limit, const Style& style) {
  std::vector<std::vector<Text>> rows;
  std::string last;
  for (size_t i = 0; i < shown_count(limit, edges.size()); ++i) {
    const Edge& edge = graph[edges[i]];
    Claim undated = edge.claim;
    undated.time.reset();  // it stands in the first column
    const std::string date = edge.claim.time->str();
    Text statement = statement_text(graph, edges[i]);
    const Text details = details_text(graph, undated);
    if (!details.empty()) statement += Piece{" · ", Look::dim};
    rows.push_back(
        {{{date == last ? "" : date, Look::bold}}, {{edge.id, Look::dim}}, statement += details});
    last = date;
  }
  return table(rows, 0, style) + rest_note(limit, edges.size());
}

ExitCode run_timeline(Arguments arguments, Console& console) {
  CommandLine command_line("timeline", "Lists dated statements in order.",
                           "entente timeline graph.json Japan --since 2018");
  std::string file, node;
  bool json = false;
  FilterOptions filters;
  add_graph(command_line, file);
  command_line.optional_argument("NAME", node, "Name, alias or @id of a node: only about it");
  add_json(command_line, json);
  add_filters(command_line, filters);
  command_line.parse(arguments);
  std::vector<std::string> names;
  if (!node.empty()) names.push_back(node);
  const Question question = ask(file, filters, names, console);
  auto edges =
      timeline(question.graph,
               question.named.empty() ? std::nullopt : std::optional(question.named.front()));
  if (json) {
    edges.resize(shown_count(filters.limit, edges.size()));
    console.out << timeline_json(question.graph, edges);
  } else if (edges.empty()) {
    console.err << "entente: no statement here has a date\n";
  } else {
    const Style style = style_for(console, command_line.color());
    console.out << format_timeline(question.graph, edges, filters.limit, style);
  }
  return edges.empty() ? kNothingFound : kDone;
}

}  // namespace entente
