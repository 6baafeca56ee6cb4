#include "train/gold_graphs.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/error.h"
#include "base/file.h"

namespace entente {
namespace {

rapidjson::Document parse_json(const std::string& where, const std::string& bytes) {
  rapidjson::Document json;
  json.Parse(bytes.data(), bytes.size());
  if (json.HasParseError()) throw Error(where, "not JSON");
  return json;
}

CodePointSpan read_span(const rapidjson::Value& json) {
  return {json["start"].GetUint(), json["end"].GetUint()};
}

GoldGraph::Edge read_edge(const std::string& where, const rapidjson::Value& json) {
  const auto type = parse_edge_type(json["type"].GetString());
  if (!type) throw Error(where, std::string("no type of edge: ") + json["type"].GetString());
  GoldGraph::Edge edge{json["source"].GetString(), json["target"].GetString(), *type, {}, {}, {}};
  if (json.HasMember("status"))
    edge.status = parse_status(json["status"].GetString()).value_or(Status::actual);
  if (json.HasMember("time")) edge.time = Interval::parse(json["time"].GetString());
  for (const auto& evidence : json["evidence"].GetArray())
    edge.evidence.push_back(read_span(evidence));
  return edge;
}

GoldGraph read_graph(const std::filesystem::path& path) {
  const rapidjson::Document json = parse_json(path.string(), read_file(path));
  GoldGraph graph;
  for (const auto& node : json["nodes"].GetArray()) {
    graph.nodes.push_back({node["id"].GetString(), {}});
    for (const auto& mention : node["mentions"].GetArray())
      graph.nodes.back().mentions.push_back(read_span(mention));
  }
  for (const auto& edge : json["edges"].GetArray())
    graph.edges.push_back(read_edge(path.string(), edge));
  return graph;
}

bool overlaps(CodePointSpan a, CodePointSpan b) {
  const int64_t common = int64_t{std::min(a.end, b.end)} - int64_t{std::max(a.begin, b.begin)};
  return common > 0 && 2 * common >= std::max(a.size(), b.size());
}

/// Which entity of the document is which node of a graph: by the overlap of their mentions.
std::map<std::string, int64_t> align(const Document& document, const CodePointIndex& index,
                                     const GoldGraph& graph) {
  std::map<std::pair<std::string, int64_t>, double> shared;
  for (size_t e = 0; e < document.entities.size(); ++e)
    for (const uint32_t m : document.entities[e].mentions) {
      const CodePointSpan own = index.span(document.bytes(document.mentions[m].tokens));
      for (const auto& node : graph.nodes)
        for (const CodePointSpan place : node.mentions)
          if (overlaps(own, place))
            shared[{node.id, static_cast<int64_t>(e)}] +=
                document.mentions[m].form == MentionForm::name ? 1 : 0.5;
    }
  std::vector<std::pair<double, std::pair<std::string, int64_t>>> order;
  for (const auto& [pair, count] : shared) order.emplace_back(-count, pair);
  std::ranges::sort(order);
  std::map<std::string, int64_t> result;
  std::set<int64_t> taken;
  for (const auto& [count, pair] : order)
    if (!result.contains(pair.first) && taken.insert(pair.second).second) result.insert(pair);
  return result;
}

}  // namespace

std::vector<GoldDocument> read_gold_documents(const std::filesystem::path& texts,
                                              const std::filesystem::path& graphs) {
  std::vector<GoldDocument> result;
  std::istringstream lines(read_file(texts));
  for (std::string line; std::getline(lines, line);) {
    const rapidjson::Document record = parse_json(texts.string(), line);
    const auto path = graphs / (std::string(record["id"].GetString()) + ".json");
    if (!std::filesystem::exists(path)) continue;
    GoldDocument document;
    document.text.id = record["id"].GetString();
    document.text.text = record["text"].GetString();
    if (record.HasMember("date") && record["date"].IsString())
      document.text.date = Date::parse(record["date"].GetString());
    document.graph = read_graph(path);
    result.push_back(std::move(document));
  }
  return result;
}

bool GoldEdge::joins(uint32_t from, uint32_t to) const {
  if (source == from && target == to) return true;
  return source == to && target == from && is_symmetric(static_cast<EdgeType>(type));
}

bool GoldEdge::is_in(CodePointSpan sentence) const {
  return std::ranges::any_of(evidence, [&](CodePointSpan place) {
    return place.begin < sentence.end && sentence.begin < place.end;
  });
}

std::vector<GoldEdge> align_edges(const Document& document, const CodePointIndex& index,
                                  const GoldGraph& graph) {
  const auto entities = align(document, index, graph);
  const auto entity = [&](const std::string& id) {
    const auto found = entities.find(id);
    return found == entities.end() ? -1 : found->second;
  };
  std::vector<GoldEdge> result;
  for (const GoldGraph::Edge& edge : graph.edges)
    result.push_back({entity(edge.source), entity(edge.target), static_cast<int64_t>(edge.type),
                      static_cast<int64_t>(edge.status), edge.time, edge.evidence});
  return result;
}

}  // namespace entente
