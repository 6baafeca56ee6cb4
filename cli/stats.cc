#include <algorithm>
#include <cstdio>
#include <map>
#include <ostream>

#include "cli/describe.h"
#include "cli/json_document.h"
#include "cli/verbs.h"
#include "cli/views.h"
#include "cli/words.h"
#include "graph/rank.h"

namespace entente {
namespace {

constexpr size_t kRanked = 10;  // unless --limit says otherwise
constexpr size_t kCommunities = 8;
constexpr size_t kMembersNamed = 6;

struct Counts {
  std::map<NodeKind, size_t> kinds;
  std::map<EdgeType, size_t> types;
  std::map<Status, size_t> statuses;
};

Counts count(const KnowledgeGraph& graph) {
  Counts counts;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph())))
    ++counts.kinds[graph[vertex].kind];
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph()))) {
    ++counts.types[graph[edge].claim.type];
    ++counts.statuses[graph[edge].claim.status];
  }
  return counts;
}

/// The largest counts first.
template <class Key>
std::vector<std::pair<Key, size_t>> by_count(const std::map<Key, size_t>& counts) {
  std::vector<std::pair<Key, size_t>> result(counts.begin(), counts.end());
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return result;
}

std::string format_counts(const Counts& counts, const Style& style) {
  const auto kinds = by_count(counts.kinds);
  const auto types = by_count(counts.types);
  const auto statuses = by_count(counts.statuses);
  std::vector<std::vector<Text>> rows;
  for (size_t i = 0; i < std::max({kinds.size(), types.size(), statuses.size()}); ++i) {
    std::vector<Text> row(6);
    if (i < kinds.size())
      row[0] = kind_text(kinds[i].first), row[1] = {{std::to_string(kinds[i].second)}};
    if (i < types.size())
      row[2] = {{"  " + std::string(name(types[i].first))}},
      row[3] = {{std::to_string(types[i].second)}};
    if (i < statuses.size())
      row[4] = {{"  " + std::string(name(statuses[i].first))}},
      row[5] = {{std::to_string(statuses[i].second)}};
    rows.push_back(std::move(row));
  }
  return table(rows, 2, style);
}

std::string decimal(double number, int digits) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", digits, number);
  return buffer;
}

std::string format_ranking(const KnowledgeGraph& graph, Centrality measure, size_t limit,
                           const Style& style) {
  const auto ranked = rank(graph, measure);
  std::vector<std::vector<Text>> rows;
  for (size_t i = 0; i < std::min(limit, ranked.size()); ++i) {
    const Node& node = graph[ranked[i].vertex];
    rows.push_back({{{decimal(ranked[i].score, measure == Centrality::degree ? 0 : 3)}},
                    name_text(node),
                    kind_text(node.kind)});
  }
  return table(rows, 2, style);
}

/// The members of a set with the most statements, and how many more there are.
Text members_text(const KnowledgeGraph& graph, std::vector<KnowledgeGraph::Vertex> set) {
  std::stable_sort(set.begin(), set.end(), [&](auto a, auto b) {
    return boost::degree(a, graph.graph()) > boost::degree(b, graph.graph());
  });
  Text text;
  for (size_t i = 0; i < std::min(set.size(), kMembersNamed); ++i) {
    if (i > 0) text += Piece{", "};
    text += name_text(graph[set[i]]);
  }
  if (set.size() > kMembersNamed)
    text += Piece{" and " + std::to_string(set.size() - kMembersNamed) + " more", Look::dim};
  return text;
}

std::string format_communities(const KnowledgeGraph& graph, const Communities& found,
                               const Style& style) {
  std::vector<std::vector<Text>> rows;
  for (const auto& set : found.sets)
    if (set.size() > 1 && rows.size() < kCommunities)
      rows.push_back({{{std::to_string(set.size())}}, members_text(graph, set)});
  return table(rows, 2, style);
}

std::string format_stats(const KnowledgeGraph& graph, Centrality measure,
                         std::string_view measure_name, size_t limit, const Style& style) {
  const auto heading = [&](const std::string& text) {
    return "\n" + print({{text, Look::bold}}, style) + "\n";
  };
  std::string page = print({{count_of(graph.documents().size(), "document") + ", " +
                                 count_of(graph.node_count(), "node") + ", " +
                                 count_of(graph.edge_count(), "statement"),
                             Look::bold}},
                           style) +
                     "\n";
  page += format_counts(count(graph), style);
  if (graph.node_count() == 0) return page;
  page += heading("Most central (" + std::string(measure_name) + ")");
  page += format_ranking(graph, measure, limit, style);
  const Communities found = communities(graph);
  const std::string table = format_communities(graph, found, style);
  if (!table.empty())
    page += heading("Communities (modularity " + decimal(found.modularity, 2) + ")") + table;
  const NodeSets parts = components(graph);
  page += heading("Connected parts");
  return page + "  " + std::to_string(parts.size()) + ", the largest of " +
         count_of(parts.front().size(), "node") + "\n";
}

void write_sets(JsonDocument& json, const KnowledgeGraph& graph, const char* name,
                const NodeSets& sets) {
  json.begin_list(name);
  for (const auto& set : sets) {
    json.begin_list();
    for (const auto vertex : set) json.value(graph[vertex].id);
    json.end_list();
  }
  json.end_list();
}

std::string stats_json(const KnowledgeGraph& graph, Centrality measure,
                       std::string_view measure_name, size_t limit) {
  const auto write_counts = [](JsonDocument& json, const char* label, const auto& counts) {
    json.begin_object(label);
    for (const auto& [key, number] : counts) json.member(name(key), number);
    json.end_object();
  };
  const Counts counts = count(graph);
  JsonDocument json;
  json.member("documents", graph.documents().size());
  json.member("nodes", graph.node_count());
  json.member("edges", graph.edge_count());
  write_counts(json, "kinds", counts.kinds);
  write_counts(json, "types", counts.types);
  write_counts(json, "statuses", counts.statuses);
  json.member("measure", measure_name);
  json.begin_list("ranking");
  const auto ranked = rank(graph, measure);
  for (size_t i = 0; i < std::min(limit, ranked.size()); ++i) {
    json.begin_object();
    json.member("id", graph[ranked[i].vertex].id);
    json.member("name", graph[ranked[i].vertex].name);
    json.member("score", ranked[i].score);
    json.end_object();
  }
  json.end_list();
  const Communities found = communities(graph);
  json.member("modularity", found.modularity);
  write_sets(json, graph, "communities", found.sets);
  write_sets(json, graph, "components", components(graph));
  return json.finish();
}

Centrality parse_measure(const std::string& text) {
  if (text == "pagerank") return Centrality::pagerank;
  if (text == "betweenness") return Centrality::betweenness;
  if (text == "degree") return Centrality::degree;
  throw UsageError("--rank is \"" + text + "\", wanted pagerank, betweenness or degree");
}

}  // namespace

ExitCode run_stats(Arguments arguments, Console& console) {
  CommandLine command_line("stats", "Counts, central nodes, communities and connected parts.",
                           "entente stats graph.json --rank betweenness");
  std::string file, measure = "pagerank";
  bool json = false;
  FilterOptions filters;
  add_graph(command_line, file);
  command_line.option("--rank", "MEASURE", measure, "pagerank (default), betweenness or degree");
  add_json(command_line, json);
  add_filters(command_line, filters);
  command_line.parse(arguments);
  const Centrality centrality = parse_measure(measure);
  const Question question = ask(file, filters, {}, console);
  const size_t limit = filters.limit > 0 ? filters.limit : kRanked;
  const Style style = style_for(console, command_line.color());
  console.out << (json ? stats_json(question.graph, centrality, measure, limit)
                       : format_stats(question.graph, centrality, measure, limit, style));
  return kDone;
}

}  // namespace entente
