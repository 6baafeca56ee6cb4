#include <algorithm>
#include <ostream>

#include "cli/describe.h"
#include "cli/json_document.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "cli/views.h"
#include "cli/words.h"
#include "export/json.h"
#include "graph/subgraph.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

/// Nodes nearer to the centre that are joined to this one.
std::vector<Vertex> nearer(const KnowledgeGraph& graph, const std::vector<Neighbor>& neighbors,
                           const Neighbor& neighbor) {
  std::vector<Vertex> result;
  for (const Vertex vertex : adjacent(graph, neighbor.vertex))
    if (std::find(neighbors.begin(), neighbors.end(), Neighbor{vertex, neighbor.hops - 1}) !=
        neighbors.end())
      result.push_back(vertex);
  return result;
}

/// "→ negotiates · ↔ meets (2)": how `from` is joined to `to`, each phrase once.
Text link_text(const KnowledgeGraph& graph, Vertex from, Vertex to) {
  std::vector<std::pair<std::string, size_t>> phrases;
  for (const auto edge : edges_between(graph, from, to)) {
    const EdgeTypeInfo& row = info(graph[edge].claim.type);
    std::string phrase = arrow(graph, edge, from) + " " + std::string(row.label);
    if (graph[edge].claim.status != Status::actual)
      phrase += " [" + std::string(name(graph[edge].claim.status)) + "]";
    const auto same = [&](const auto& known) { return known.first == phrase; };
    const auto found = std::find_if(phrases.begin(), phrases.end(), same);
    if (found == phrases.end())
      phrases.emplace_back(std::move(phrase), 1);
    else
      ++found->second;
  }
  Text text;
  for (const auto& [phrase, count] : phrases) {
    if (!text.empty()) text += Piece{" · ", Look::dim};
    text += Piece{phrase + (count > 1 ? " (" + std::to_string(count) + ")" : "")};
  }
  return text;
}

std::string neighbors_json(const KnowledgeGraph& graph, const std::vector<Neighbor>& neighbors,
                           size_t count) {
  std::vector<Vertex> vertices;
  JsonDocument json;
  json.begin_list("nodes");
  for (size_t i = 0; i < count; ++i) {
    json.node(graph[neighbors[i].vertex]);
    vertices.push_back(neighbors[i].vertex);
  }
  json.end_list();
  json.begin_object("hops");
  for (size_t i = 0; i < count; ++i) json.member(graph[neighbors[i].vertex].id, neighbors[i].hops);
  json.end_object();
  json.begin_list("edges");
  for (const auto edge : edges_among(graph, vertices)) json.edge(graph, edge);
  json.end_list();
  return json.finish();
}

}  // namespace

std::string format_neighbors(const KnowledgeGraph& graph, const std::vector<Neighbor>& neighbors,
                             size_t limit, const Style& style) {
  const size_t others = neighbors.size() - 1;
  std::string page;
  size_t hops = 0;
  std::vector<std::vector<Text>> rows;
  for (size_t i = 1; i <= shown_count(limit, others); ++i) {
    const Neighbor& neighbor = neighbors[i];
    if (neighbor.hops != hops) {
      page += table(rows, 2, style);
      rows.clear();
      hops = neighbor.hops;
      page += (hops > 1 ? "\n" : "") +
              print({{count_of(hops, "hop") + " away", Look::bold}}, style) + "\n";
    }
    for (const Vertex via : nearer(graph, neighbors, neighbor)) {
      Text link = hops > 1 ? name_text(graph[via]) : Text{};
      if (hops > 1) link += Piece{" "};
      link += link_text(graph, via, neighbor.vertex);
      rows.push_back({name_text(graph[neighbor.vertex]), kind_text(graph[neighbor.vertex].kind),
                      std::move(link)});
    }
  }
  return page + table(rows, 2, style) + rest_note(limit, others);
}

ExitCode run_neighbors(Arguments arguments, Console& console) {
  CommandLine command_line("neighbors", "Shows what a node is joined to.",
                           "entente neighbors graph.json Japan --hops 2 --kind Person");
  std::string file, node;
  size_t hops = 1;
  bool json = false;
  OutputOptions output;
  FilterOptions filters;
  add_graph(command_line, file);
  command_line.argument("NAME", node, "Name, alias or @id of a node");
  command_line.option("--hops", "N", hops, "How far to go (1)");
  add_output(command_line, output);
  add_json(command_line, json);
  add_filters(command_line, filters);
  command_line.parse(arguments);
  const Question question = ask(file, filters, {node}, console);
  const auto neighbors = neighborhood(question.graph, question.named.front(), hops);
  if (neighbors.size() == 1) {
    console.err << "entente: " << question.graph[question.named.front()].name
                << " has no neighbors here\n";
    return kNothingFound;
  }
  const size_t count = 1 + shown_count(filters.limit, neighbors.size() - 1);
  if (!output.file.empty() || !output.format.empty()) {
    refuse_to_overwrite(output.file, std::vector{file});
    std::vector<Vertex> vertices;
    for (size_t i = 0; i < count; ++i) vertices.push_back(neighbors[i].vertex);
    const KnowledgeGraph part =
        subgraph(question.graph, vertices, edges_among(question.graph, vertices));
    write_output(output, formatted(part, format_of(output)), console);
  } else if (json) {
    console.out << neighbors_json(question.graph, neighbors, count);
  } else {
    const Style style = style_for(console, command_line.color());
    console.out << format_neighbors(question.graph, neighbors, filters.limit, style);
  }
  return kDone;
}

}  // namespace entente
