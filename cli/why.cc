#include <cmath>
#include <ostream>

#include "cli/describe.h"
#include "cli/json_document.h"
#include "cli/verbs.h"
#include "cli/views.h"

namespace entente {
namespace {

using EdgeRef = KnowledgeGraph::EdgeRef;

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + "%"; }

std::string source_of(const KnowledgeGraph& graph, const std::string& id) {
  for (const DocumentInfo& document : graph.documents())
    if (document.id == id && !document.source.empty()) return document.source;
  return id;
}

std::string format_claim(const KnowledgeGraph& graph, const Edge& edge, const Style& style) {
  const Claim& claim = edge.claim;
  std::vector<std::vector<Text>> rows;
  const auto add = [&](const char* label, Text value) {
    rows.push_back({{{label, Look::dim}}, std::move(value)});
  };
  add("type", {{std::string(name(claim.type))}});
  add("status", {{std::string(name(claim.status))}});
  if (!claim.role.empty()) add("role", {{claim.role}});
  if (claim.time) add("time", {{claim.time->str()}});
  if (!claim.over.empty()) add("over", reference_text(graph, claim.over));
  if (!claim.asserted_by.empty()) add("said by", reference_text(graph, claim.asserted_by));
  add("confidence", {{percent(edge.confidence)}});
  return table(rows, 2, style);
}

std::string format_quote(const KnowledgeGraph& graph, const Evidence& evidence,
                         const Style& style) {
  std::vector<std::vector<Text>> rows;
  const Quote& quote = evidence.quote;
  Text place = document_text(graph, quote.document);
  place += Piece{" · " + source_of(graph, quote.document) + " · characters " +
                     std::to_string(quote.span.begin) + "–" + std::to_string(quote.span.end),
                 Look::dim};
  rows.push_back({{{"stated in", Look::dim}}, place});
  if (!evidence.rule.empty()) rows.push_back({{{"read by", Look::dim}}, {{evidence.rule}}});
  if (!evidence.time.empty()) rows.push_back({{{"date from", Look::dim}}, {{evidence.time}}});
  return wrap(quote_text(evidence), 2, style) + table(rows, 2, style);
}

std::string format_names(const Node& node, const Style& style) {
  Text title{{"  "}};
  title += node_text(node);
  std::string page = print(title += Piece{"  @" + node.id, Look::dim}, style) + "\n";
  std::vector<std::vector<Text>> rows;
  for (const Merge& merge : node.merges)
    rows.push_back({{{merge.name}}, {{"the same by " + merge.reason, Look::dim}}});
  return page + table(rows, 4, style);
}

EdgeRef find_edge(const KnowledgeGraph& graph, std::string id) {
  if (id.starts_with('@')) id.erase(0, 1);
  if (const auto edge = graph.find_edge(id)) return *edge;
  std::vector<std::string> ids;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph())))
    ids.push_back(graph[edge].id);
  if (ids.empty()) throw UsageError("the graph has no statements");
  throw UsageError("there is no statement \"" + id + "\"; they are " + ids.front() + " … " +
                   ids.back() + ", as show and timeline print them");
}

std::string why_json(const KnowledgeGraph& graph, EdgeRef edge) {
  JsonDocument json;
  json.begin_list("edges");
  json.edge(graph, edge);
  json.end_list();
  json.begin_list("nodes");
  for (const auto vertex : {boost::source(edge, graph.graph()), boost::target(edge, graph.graph())})
    json.node(graph[vertex]);
  json.end_list();
  json.begin_object("merges");
  for (const auto vertex :
       {boost::source(edge, graph.graph()), boost::target(edge, graph.graph())}) {
    json.begin_list(graph[vertex].id);
    for (const Merge& merge : graph[vertex].merges) {
      json.begin_object();
      json.member("name", merge.name);
      json.member("reason", merge.reason);
      json.end_object();
    }
    json.end_list();
  }
  json.end_object();
  return json.finish();
}

}  // namespace

std::string format_evidence(const KnowledgeGraph& graph, EdgeRef ref, const Style& style) {
  const Edge& edge = graph[ref];
  Text title{{edge.id + "  ", Look::dim}};
  std::string page = wrap(title += statement_text(graph, ref), 0, style);
  page += format_claim(graph, edge, style);
  for (const Evidence& evidence : edge.evidence)
    page += "\n" + format_quote(graph, evidence, style);
  page += "\n" + format_names(graph[boost::source(ref, graph.graph())], style);
  if (boost::source(ref, graph.graph()) != boost::target(ref, graph.graph()))
    page += format_names(graph[boost::target(ref, graph.graph())], style);
  return page;
}

ExitCode run_why(Arguments arguments, Console& console) {
  CommandLine command_line("why", "Shows the evidence of a statement.",
                           "entente why graph.json e5");
  std::string file, edge;
  bool json = false;
  add_graph(command_line, file);
  command_line.argument("EDGE", edge, "Id of a statement, as show, path and timeline print it");
  add_json(command_line, json);
  command_line.parse(arguments);
  const KnowledgeGraph graph = read_graph(file, console);
  const EdgeRef found = find_edge(graph, edge);
  const Style style = style_for(console, command_line.color());
  console.out << (json ? why_json(graph, found) : format_evidence(graph, found, style));
  return kDone;
}

}  // namespace entente
