#include <ostream>
#include <set>

#include "cli/describe.h"
#include "cli/graph_input.h"
#include "cli/json_document.h"
#include "cli/verbs.h"
#include "cli/views.h"
#include "cli/words.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

std::vector<KnowledgeGraph::EdgeRef> edges_of(const KnowledgeGraph& graph, Vertex vertex) {
  std::vector<KnowledgeGraph::EdgeRef> result;
  for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, graph.graph())))
    result.push_back(edge);
  for (const auto edge : boost::make_iterator_range(boost::in_edges(vertex, graph.graph())))
    if (boost::source(edge, graph.graph()) != vertex) result.push_back(edge);
  return result;
}

std::string show_json(const KnowledgeGraph& graph, Vertex vertex, size_t limit) {
  const auto edges = edges_of(graph, vertex);
  JsonDocument json;
  json.begin_list("nodes");
  json.node(graph[vertex]);
  std::set<Vertex> others;
  for (size_t i = 0; i < shown_count(limit, edges.size()); ++i)
    others.insert(other_end(graph, edges[i], vertex));
  others.erase(vertex);
  for (const Vertex other : others) json.node(graph[other]);
  json.end_list();
  json.begin_list("edges");
  for (size_t i = 0; i < shown_count(limit, edges.size()); ++i) json.edge(graph, edges[i]);
  json.end_list();
  return json.finish();
}

}  // namespace

std::string format_node(const KnowledgeGraph& graph, Vertex vertex, size_t limit,
                        const Style& style) {
  const Node& node = graph[vertex];
  Text title{{node.name, Look::bold}, {"  "}};
  title += kind_text(node.kind);
  title += Piece{"  @" + node.id, Look::dim};
  std::string page = print(title, style) + "\n";
  if (!node.aliases.empty()) {
    Text also{{"also ", Look::dim}};
    for (const std::string& alias : node.aliases)
      also += Piece{(&alias == &node.aliases.front() ? "" : ", ") + alias};
    page += wrap(also, 0, style);
  }
  std::set<std::string> documents;
  for (const NodeMention& mention : node.mentions) documents.insert(mention.quote.document);
  page += print({{count_of(node.mentions.size(), "mention") + " in " +
                      count_of(documents.size(), "document"),
                  Look::dim}},
                style) +
          "\n";

  const auto edges = edges_of(graph, vertex);
  std::vector<std::vector<Text>> rows;
  for (size_t i = 0; i < shown_count(limit, edges.size()); ++i) {
    const Edge& edge = graph[edges[i]];
    rows.push_back({{{arrow(graph, edges[i], vertex), Look::dim}},
                    {{std::string(info(edge.claim.type).phrase)}},
                    name_text(graph[other_end(graph, edges[i], vertex)]),
                    {{edge.id, Look::dim}},
                    details_text(graph, edge.claim)});
  }
  if (!rows.empty()) page += "\n" + table(rows, 0, style);
  return page + rest_note(limit, edges.size());
}

ExitCode run_show(Arguments arguments, Console& console) {
  CommandLine command_line("show", "Shows a node with its statements.",
                           "entente show graph.json \"Taro Kono\"");
  std::string file, node;
  bool json = false;
  FilterOptions filters;
  add_graph(command_line, file);
  command_line.argument("NAME", node, "Name, alias or @id of a node");
  add_json(command_line, json);
  add_filters(command_line, filters);
  command_line.parse(arguments);
  const Question question = ask(file, filters, {node}, console);
  const Style style = style_for(console, command_line.color());
  console.out << (json ? show_json(question.graph, question.named.front(), filters.limit)
                       : format_node(question.graph, question.named.front(), filters.limit, style));
  return kDone;
}

}  // namespace entente
