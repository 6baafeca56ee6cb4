#include <algorithm>
#include <ostream>
#include <set>

#include "cli/describe.h"
#include "cli/json_document.h"
#include "cli/verbs.h"
#include "cli/views.h"
#include "cli/words.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

constexpr size_t kMostPaths = 100;  // for --all; more cannot be read, and there may be millions
constexpr size_t kFarEnough = 6;    // hops, for -k: longer ways explain nothing

constexpr size_t kIndent = 6;  // of sentences

std::string format_hop(const KnowledgeGraph& graph, Vertex from, Vertex to, const Style& style) {
  std::string page;
  for (const auto ref : edges_between(graph, from, to)) {
    const Edge& edge = graph[ref];
    Text line{{"   " + arrow(graph, ref, from) + "  ", Look::dim}};
    line += Piece{std::string(info(edge.claim.type).phrase), Look::bold};
    const Text details = details_text(graph, edge.claim);
    if (!details.empty()) line += Piece{" · ", Look::dim};
    page += print(line += details, style) + "\n";
    for (const Evidence& evidence : edge.evidence) {
      page += wrap(quote_text(evidence), kIndent, style);
      Text source = document_text(graph, evidence.quote.document);
      page += wrap(source += Piece{" · " + edge.id, Look::dim}, kIndent, style);
    }
  }
  return page;
}

std::string paths_json(const KnowledgeGraph& graph, const std::vector<Path>& paths) {
  std::set<Vertex> vertices;
  JsonDocument json;
  json.begin_list("paths");
  for (const Path& path : paths) {
    json.begin_object();
    json.begin_list("nodes");
    for (const Vertex vertex : path.vertices) json.value(graph[vertex].id);
    json.end_list();
    json.begin_list("hops");
    for (size_t i = 0; i < path.hop_count(); ++i) {
      json.begin_list();
      for (const auto edge : edges_between(graph, path.vertices[i], path.vertices[i + 1]))
        json.value(graph[edge].id);
      json.end_list();
    }
    json.end_list();
    json.end_object();
    vertices.insert(path.vertices.begin(), path.vertices.end());
  }
  json.end_list();
  json.begin_list("nodes");
  for (const Vertex vertex : vertices) json.node(graph[vertex]);
  json.end_list();
  std::set<std::string> seen;
  json.begin_list("edges");
  for (const Path& path : paths)
    for (size_t i = 0; i < path.hop_count(); ++i)
      for (const auto edge : edges_between(graph, path.vertices[i], path.vertices[i + 1]))
        if (seen.insert(graph[edge].id).second) json.edge(graph, edge);
  json.end_list();
  return json.finish();
}

/// What to say where there is no path within `max_hops`.
std::string nothing_message(const Question& question, size_t max_hops) {
  const Vertex from = question.named[0], to = question.named[1];
  const auto hops = hops_from(question.graph, from)[to];
  std::string message =
      "no path from " + question.graph[from].name + " to " + question.graph[to].name;
  if (hops)
    message +=
        " within " + count_of(max_hops, "hop") + "; the shortest has " + std::to_string(*hops);
  return message;
}

struct PathOptions {
  bool all = false;
  size_t count = 1;
  size_t max_hops = 0;  // 0: not given
};

std::vector<Path> find_paths(const Question& question, const PathOptions& options) {
  const Vertex from = question.named[0], to = question.named[1];
  const auto shortest = hops_from(question.graph, from)[to];
  if (!shortest) return {};
  const size_t any = std::numeric_limits<size_t>::max();
  const size_t limit = options.all ? kMostPaths : options.count;
  if (options.max_hops > 0) return paths_between(question.graph, from, to, options.max_hops, limit);
  return paths_between(question.graph, from, to, options.all ? *shortest : any, limit);
}

}  // namespace

std::string format_path(const KnowledgeGraph& graph, const Path& path, const Style& style) {
  std::string page;
  for (size_t i = 0; i < path.vertices.size(); ++i) {
    page += print(node_text(graph[path.vertices[i]]), style) + "\n";
    if (i < path.hop_count())
      page += format_hop(graph, path.vertices[i], path.vertices[i + 1], style);
  }
  return page;
}

ExitCode run_path(Arguments arguments, Console& console) {
  CommandLine command_line("path", "Shows how two nodes are connected, with the sentences.",
                           "entente path graph.json \"Taro Kono\" Putin");
  std::string file, from, to;
  bool json = false;
  PathOptions options;
  FilterOptions filters;
  add_graph(command_line, file);
  command_line.argument("FROM", from, "Name, alias or @id of a node");
  command_line.argument("TO", to, "Name, alias or @id of another");
  command_line.flag("--all", options.all,
                    "Every shortest path; with --max-hops, every path that short (at most 100)");
  command_line.option("-k,--count", "N", options.count, "The N shortest paths of up to 6 hops (1)");
  command_line.option("--max-hops", "N", options.max_hops, "No path with more hops");
  add_json(command_line, json);
  add_filters(command_line, filters);
  command_line.parse(arguments);

  const Question question = ask(file, filters, {from, to}, console);
  if (question.named[0] == question.named[1])
    throw UsageError("both names mean " + question.graph[question.named[0]].name);
  auto paths = find_paths(question, options);
  paths.resize(shown_count(filters.limit, paths.size()));
  if (json) {
    console.out << paths_json(question.graph, paths);
  } else if (paths.empty()) {
    console.err << "entente: " << nothing_message(question, options.max_hops) << "\n";
  } else {
    const Style style = style_for(console, command_line.color());
    for (const Path& path : paths) {
      if (paths.size() > 1)
        console.out << (&path == &paths.front() ? "" : "\n")
                    << print({{count_of(path.hop_count(), "hop"), Look::dim}}, style) << "\n";
      console.out << format_path(question.graph, path, style);
    }
  }
  return paths.empty() ? kNothingFound : kDone;
}

}  // namespace entente
