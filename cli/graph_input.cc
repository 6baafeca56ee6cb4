#include "cli/graph_input.h"

#include <algorithm>
#include <istream>
#include <iterator>

#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "export/json.h"
#include "graph/edit_distance.h"
#include "graph/find.h"
#include "graph/subgraph.h"

namespace entente {
namespace {

constexpr size_t kSuggestions = 3;

std::string did_you_mean(const std::vector<std::string>& similar) {
  if (similar.empty()) return "";
  std::string text = "; did you mean ";
  for (size_t i = 0; i < similar.size(); ++i) {
    if (i > 0) text += i + 1 == similar.size() ? " or " : ", ";
    text += "\"" + similar[i] + "\"";
  }
  return text + "?";
}

[[noreturn]] void throw_unknown(std::string_view what, const std::string& found,
                                const std::vector<std::string>& known) {
  std::string message = "there is no " + std::string(what) + " \"" + found + "\"";
  const auto similar = most_similar(found, known, kSuggestions);
  if (!similar.empty()) throw UsageError(message + did_you_mean(similar));
  message += "; there are";
  for (const std::string& name : known) message += (&name == &known.front() ? " " : ", ") + name;
  throw UsageError(message);
}

/// Values by name, in whatever case it is written.
template <class Values>
std::vector<typename Values::value_type> parse_values(std::string_view what,
                                                      const std::vector<std::string>& texts,
                                                      const Values& values) {
  std::vector<typename Values::value_type> result;
  std::vector<std::string> known;
  known.reserve(values.size());
  for (const auto value : values) known.emplace_back(name(value));
  for (const std::string& text : texts) {
    size_t i = 0;
    while (i < known.size() && fold(known[i]) != fold(text)) ++i;
    if (i == known.size()) throw_unknown(what, text, known);
    result.push_back(values[i]);
  }
  return result;
}

std::optional<Date> parse_date(std::string_view option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto date = Date::parse(text)) return date;
  throw UsageError(std::string(option) + " is \"" + text +
                   "\", wanted an ISO 8601 date like 2019, 2019-04 or 2019-04-18");
}

void check_sources(const std::vector<std::string>& sources, const KnowledgeGraph& graph) {
  std::vector<std::string> known;
  for (const DocumentInfo& document : graph.documents()) {
    known.push_back(document.id);
    if (!document.source.empty() && document.source != document.id)
      known.push_back(document.source);
  }
  for (const std::string& source : sources)
    if (std::find(known.begin(), known.end(), source) == known.end())
      throw_unknown("document or source", source, known);
}

std::string candidate_lines(const KnowledgeGraph& graph,
                            const std::vector<KnowledgeGraph::Vertex>& candidates) {
  std::string lines;
  for (const auto vertex : candidates) {
    const Node& node = graph[vertex];
    lines += "\n  @" + node.id + "  " + node.name + " (" + std::string(name(node.kind)) + ")";
  }
  return lines;
}

}  // namespace

void add_graph(CommandLine& command_line, std::string& file) {
  command_line.argument("GRAPH", file, "Native JSON graph, - for standard input");
}

void add_json(CommandLine& command_line, bool& json) {
  command_line.flag("--json", json, "Print one JSON document");
}

void add_filters(CommandLine& command_line, FilterOptions& options) {
  command_line.heading("Filters");
  command_line.list("--type", "TYPE", options.types, "Statements of these types (meets,signs)");
  command_line.list("--kind", "KIND", options.kinds, "Nodes of these kinds, besides those named");
  command_line.list("--status", "STATUS", options.statuses,
                    "actual, ended, planned, hypothetical, denied");
  command_line.option("--since", "DATE", options.since, "Dated, not over before DATE");
  command_line.option("--until", "DATE", options.until, "Dated, begun by DATE");
  command_line.option("--at", "DATE", options.at, "True at DATE: dated so, or without a date");
  command_line.list("--source", "DOCUMENT", options.sources, "Stated in these documents");
  command_line.option("--min-confidence", "P", options.min_confidence, "At least this confident");
  command_line.option("--limit", "N", options.limit, "Show at most N");
  command_line.heading("Options");
}

EdgeFilter filter_of(const FilterOptions& options, const KnowledgeGraph& graph) {
  EdgeFilter filter;
  std::vector<EdgeType> types;
  for (const EdgeTypeInfo& row : ontology()) types.push_back(row.type);
  filter.types = parse_values("type", options.types, types);
  for (const NodeKind kind : parse_values("kind", options.kinds, kNodeKinds))
    filter.kinds |= kind_bit(kind);
  filter.statuses = parse_values("status", options.statuses, kStatuses);
  filter.since = parse_date("--since", options.since);
  filter.until = parse_date("--until", options.until);
  filter.at = parse_date("--at", options.at);
  check_sources(options.sources, graph);
  filter.sources = options.sources;
  if (!(options.min_confidence >= 0 && options.min_confidence <= 1))
    throw UsageError("--min-confidence is " + std::to_string(options.min_confidence) +
                     ", wanted a number from 0 to 1");
  filter.min_confidence = options.min_confidence;
  return filter;
}

KnowledgeGraph read_graph(const std::string& file, Console& console) {
  if (file != "-") return read_json(read_file(file), file);
  const std::string bytes(std::istreambuf_iterator<char>(console.in), {});
  return read_json(bytes, "standard input");
}

KnowledgeGraph::Vertex find_node(const KnowledgeGraph& graph, const std::string& name) {
  const std::string valid = repair_utf8(name).text;
  const auto candidates = find_named(graph, valid);
  if (candidates.size() == 1) return candidates.front();
  if (candidates.empty())
    throw UsageError("there is no node \"" + valid + "\"" +
                     did_you_mean(similar_names(graph, valid, kSuggestions)));
  throw UsageError("\"" + valid + "\" may be any of" + candidate_lines(graph, candidates) +
                   "\nName one of them by its @id.");
}

Question ask(const std::string& file, const FilterOptions& options,
             const std::vector<std::string>& names, Console& console) {
  const KnowledgeGraph whole = read_graph(file, console);
  const EdgeFilter filter = filter_of(options, whole);
  std::vector<KnowledgeGraph::Vertex> anchors;
  anchors.reserve(names.size());
  for (const std::string& name : names) anchors.push_back(find_node(whole, name));
  Question question{select(whole, filter, anchors), {}};
  for (const auto vertex : anchors)
    question.named.push_back(*question.graph.find(whole[vertex].id));
  return question;
}

size_t shown_count(size_t limit, size_t size) { return limit == 0 ? size : std::min(limit, size); }

std::string rest_note(size_t limit, size_t size) {
  const size_t shown = shown_count(limit, size);
  return shown == size ? "" : "… and " + std::to_string(size - shown) + " more\n";
}

KnowledgeGraph limited(const KnowledgeGraph& graph, size_t limit) {
  if (shown_count(limit, graph.edge_count()) == graph.edge_count()) return graph;
  std::vector<std::pair<KnowledgeGraph::EdgeRef, size_t>> edges;  // with their places
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph())))
    edges.emplace_back(edge, edges.size());
  std::stable_sort(edges.begin(), edges.end(), [&](const auto& a, const auto& b) {
    const Edge &x = graph[a.first], &y = graph[b.first];
    return std::pair(x.confidence, x.evidence.size()) > std::pair(y.confidence, y.evidence.size());
  });
  edges.resize(limit);
  std::sort(edges.begin(), edges.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<KnowledgeGraph::EdgeRef> kept;
  kept.reserve(edges.size());
  for (const auto& [edge, place] : edges) kept.push_back(edge);
  return subgraph(graph, {}, kept);
}

}  // namespace entente
