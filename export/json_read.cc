#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "export/dot_text.h"
#include "export/json.h"
#include "export/json_fields.h"
#include "export/json_format.h"

namespace entente {
namespace {

using rapidjson::Value;

std::string kinds(KindSet set) {
  std::string list;
  for (const NodeKind kind : kNodeKinds) {
    if (!contains(set, kind)) continue;
    if (!list.empty()) list += ", ";
    list += name(kind);
  }
  return list;
}

template <class Values>
std::string names_of(const Values& values) {
  std::string list;
  for (const auto value : values) list += (list.empty() ? "" : ", ") + std::string(name(value));
  return list;
}

/// Builds the graph of a JSON document, noting every problem. What has a problem is left out of the
/// graph, but remembered where that spares problems that only follow from it.
class GraphReader {
 public:
  explicit GraphReader(const std::string& where) : fields_(where) {}

  void read(const Value& root) {
    const JsonPath top;
    if (!fields_.object(root, top) || !read_head(root, top)) return;
    read_documents(root, top);
    fields_.each(root, top, "nodes", Need::required,
                 [&](const Value& value, const JsonPath& path) { read_node(value, path); });
    const char* edges = root.HasMember("links") && !root.HasMember("edges") ? "links" : "edges";
    fields_.each(root, top, edges, Need::required,
                 [&](const Value& value, const JsonPath& path) { read_edge(value, path); });
  }

  const std::vector<Error>& problems() const { return fields_.problems(); }
  const KnowledgeGraph& graph() const { return graph_; }

 private:
  /// Whether the rest can be read at all.
  bool read_head(const Value& root, const JsonPath& top) {
    const size_t before = problems().size();
    const std::string format = fields_.string(root, top, "format", Need::required);
    if (problems().size() == before && format != kFormatName)
      fields_.problem(JsonPath(top, "format"),
                      "found " + quoted(format) + ", wanted " + quoted(kFormatName));
    if (problems().size() > before) return false;
    const Value* version = fields_.field(root, top, "version", Need::required);
    if (version != nullptr && !(version->IsInt() && version->GetInt() == kFormatVersion))
      fields_.problem(JsonPath(top, "version"), "found " + describe(*version) +
                                                    ", this program reads version " +
                                                    std::to_string(kFormatVersion));
    if (problems().size() > before) return false;
    for (const char* key : {"directed", "multigraph"}) {
      const Value* flag = fields_.field(root, top, key, Need::required);
      if (flag != nullptr && !flag->IsTrue())
        fields_.problem(JsonPath(top, key), "found " + describe(*flag) + ", wanted true");
    }
    return true;
  }

  void read_documents(const Value& root, const JsonPath& top) {
    const JsonPath path(top, "graph");
    const Value* about = fields_.field(root, top, "graph", Need::required);
    if (about == nullptr || !fields_.object(*about, path)) return;
    fields_.each(*about, path, "documents", Need::required,
                 [&](const Value& value, const JsonPath& place) { read_document(value, place); });
  }

  void read_document(const Value& value, const JsonPath& path) {
    if (!fields_.object(value, path)) return;
    DocumentInfo document;
    document.id = fields_.string(value, path, "id", Need::required);
    document.title = fields_.string(value, path, "title", Need::optional);
    document.source = fields_.string(value, path, "source", Need::optional);
    const std::string date = fields_.string(value, path, "date", Need::optional);
    if (!date.empty() && !(document.date = Date::parse(date)))
      fields_.problem(JsonPath(path, "date"),
                      "found " + quoted(date) + ", wanted a date such as 2019-04-18 or 2019-04");
    if (!documents_.insert(document.id).second) {
      if (!document.id.empty()) second_of_id(path, document.id, "document");
      return;
    }
    graph_.add(std::move(document));
  }

  void second_of_id(const JsonPath& path, const std::string& id, const std::string& what) {
    fields_.problem(JsonPath(path, "id"),
                    "found " + quoted(id) + ", which another " + what + " has as well");
  }

  Quote read_quote(const Value& value, const JsonPath& path) {
    const size_t before = problems().size();
    Quote quote;
    quote.document = fields_.string(value, path, "document", Need::required);
    quote.span.begin = fields_.offset(value, path, "start");
    quote.span.end = fields_.offset(value, path, "end");
    quote.text = fields_.string(value, path, "text", Need::required);
    if (problems().size() > before) return quote;
    if (!documents_.contains(quote.document))
      fields_.problem(JsonPath(path, "document"), "found " + quoted(quote.document) +
                                                      ", wanted the id of one of graph.documents");
    const size_t length = count_code_points(quote.text);
    if (quote.span.begin > quote.span.end || quote.span.size() != length)
      fields_.problem(JsonPath(path, "end"), "found the span " + std::to_string(quote.span.begin) +
                                                 " to " + std::to_string(quote.span.end) +
                                                 ", wanted one as long as its text, " +
                                                 std::to_string(length) + " code points");
    return quote;
  }

  NodeMention read_mention(const Value& value, const JsonPath& path) {
    NodeMention mention;
    mention.quote = read_quote(value, path);
    const std::string form = fields_.string(value, path, "form", Need::optional);
    if (form.empty()) return mention;
    if (const auto parsed = parse_form(form))
      mention.form = *parsed;
    else
      unknown_name(JsonPath(path, "form"), form, names_of(kMentionForms));
    return mention;
  }

  void unknown_name(const JsonPath& path, const std::string& found, const std::string& wanted) {
    fields_.problem(path, "found " + quoted(found) + ", wanted one of " + wanted);
  }

  void read_node(const Value& value, const JsonPath& path) {
    if (!fields_.object(value, path)) return;
    const size_t before = problems().size();
    Node node;
    node.id = fields_.string(value, path, "id", Need::required);
    const std::string kind = fields_.string(value, path, "kind", Need::required);
    const auto parsed = parse_kind(kind);
    if (parsed)
      node.kind = *parsed;
    else if (!kind.empty())
      unknown_name(JsonPath(path, "kind"), kind, names_of(kNodeKinds));
    node.name = fields_.string(value, path, "name", Need::required);
    node.iso = fields_.string(value, path, "iso", Need::optional);
    fields_.each(value, path, "aliases", Need::optional, [&](const Value& v, const JsonPath& p) {
      if (v.IsString())
        node.aliases.emplace_back(v.GetString(), v.GetStringLength());
      else
        fields_.problem(p, "found " + describe(v) + ", wanted a string");
    });
    fields_.each(value, path, "mentions", Need::optional, [&](const Value& v, const JsonPath& p) {
      if (fields_.object(v, p)) node.mentions.push_back(read_mention(v, p));
    });
    fields_.each(value, path, "merges", Need::optional, [&](const Value& v, const JsonPath& p) {
      if (fields_.object(v, p))
        node.merges.push_back({fields_.string(v, p, "name", Need::required),
                               fields_.string(v, p, "reason", Need::required)});
    });
    if (node.id.empty()) return;
    if (!nodes_.insert(node.id).second) return second_of_id(path, node.id, "node");
    if (parsed && problems().size() == before) graph_.add(std::move(node));
  }

  /// The end of an edge: absent if there is no such node, or only one with a problem.
  std::optional<KnowledgeGraph::Vertex> read_end(const Value& value, const JsonPath& path,
                                                 const char* key) {
    const std::string id = fields_.string(value, path, key, Need::required);
    if (!id.empty() && !nodes_.contains(id))
      fields_.problem(JsonPath(path, key), "found " + quoted(id) + ", which no node has as its id");
    return graph_.find(id);
  }

  Claim read_claim(const Value& value, const JsonPath& path) {
    Claim claim;
    const std::string type = fields_.string(value, path, "type", Need::required);
    if (const auto parsed = parse_edge_type(type))
      claim.type = *parsed;
    else if (!type.empty())
      fields_.problem(JsonPath(path, "type"),
                      "found " + quoted(type) + ", wanted a type of the ontology");
    const std::string status = fields_.string(value, path, "status", Need::optional);
    if (const auto parsed = parse_status(status))
      claim.status = *parsed;
    else if (!status.empty())
      unknown_name(JsonPath(path, "status"), status, names_of(kStatuses));
    const std::string time = fields_.string(value, path, "time", Need::optional);
    if (!time.empty() && !(claim.time = Interval::parse(time)))
      fields_.problem(
          JsonPath(path, "time"),
          "found " + quoted(time) + ", wanted a date or an interval such as 2019-05 or 1992/..");
    claim.role = fields_.string(value, path, "role", Need::optional);
    claim.over = fields_.string(value, path, "over", Need::optional);
    if (!claim.over.empty() && !nodes_.contains(claim.over))
      fields_.problem(JsonPath(path, "over"),
                      "found " + quoted(claim.over) + ", which no node has as its id");
    claim.asserted_by = fields_.string(value, path, "asserted_by", Need::optional);
    return claim;
  }

  double read_confidence(const Value& value, const JsonPath& path) {
    const Value* confidence = fields_.field(value, path, "confidence", Need::optional);
    if (confidence == nullptr) return 1;
    if (confidence->IsNumber() && confidence->GetDouble() >= 0 && confidence->GetDouble() <= 1)
      return confidence->GetDouble();
    fields_.problem(JsonPath(path, "confidence"),
                    "found " + describe(*confidence) + ", wanted a number from 0 to 1");
    return 1;
  }

  Evidence read_evidence(const Value& value, const JsonPath& path) {
    Evidence evidence;
    evidence.quote = read_quote(value, path);
    evidence.rule = fields_.string(value, path, "rule", Need::optional);
    evidence.time = fields_.string(value, path, "time_reading", Need::optional);
    return evidence;
  }

  void read_edge(const Value& value, const JsonPath& path) {
    if (!fields_.object(value, path)) return;
    const size_t before = problems().size();
    Edge edge;
    edge.id = fields_.string(value, path, "id", Need::required);
    if (!edge.id.empty() && !edge_ids_.insert(edge.id).second) second_of_id(path, edge.id, "edge");
    const auto source = read_end(value, path, "source");
    const auto target = read_end(value, path, "target");
    edge.claim = read_claim(value, path);
    edge.confidence = read_confidence(value, path);
    bool any_evidence = false;
    fields_.each(value, path, "evidence", Need::required, [&](const Value& v, const JsonPath& p) {
      any_evidence = true;
      if (fields_.object(v, p)) edge.evidence.push_back(read_evidence(v, p));
    });
    if (!any_evidence && problems().size() == before)
      fields_.problem(JsonPath(path, "evidence"), "found none, wanted at least one sentence");
    if (problems().size() > before || !source || !target) return;
    add_edge(*source, *target, std::move(edge), path);
  }

  void add_edge(KnowledgeGraph::Vertex source, KnowledgeGraph::Vertex target, Edge edge,
                const JsonPath& path) {
    const EdgeTypeInfo& row = info(edge.claim.type);
    const NodeKind from = graph_[source].kind, to = graph_[target].kind;
    if (!allowed(from, row.type, to)) {
      fields_.problem(JsonPath(path, "type"), "found " + std::string(row.name) + " from " +
                                                  std::string(name(from)) + " to " +
                                                  std::string(name(to)) + ", wanted it from " +
                                                  kinds(row.sources) + " to " + kinds(row.targets));
      return;
    }
    const std::string id = edge.id;
    const auto added = graph_.add(source, target, std::move(edge));
    if (graph_[added].id != id)
      fields_.problem(path, "says the same as edge " + quoted(graph_[added].id) +
                                ", wanted one edge with the evidence of both");
  }

  JsonFields fields_;
  KnowledgeGraph graph_;
  std::set<std::string, std::less<>> documents_;  // ids, of what has problems too
  std::set<std::string, std::less<>> nodes_;
  std::set<std::string, std::less<>> edge_ids_;
};

/// "where:line:column", both from 1; columns count code points.
std::string position(std::string_view bytes, size_t offset, const std::string& where) {
  const std::string_view before = bytes.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const size_t newline = before.rfind('\n');
  const auto column = std::count_if(
      before.begin() + static_cast<long>(newline == std::string_view::npos ? 0 : newline + 1),
      before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return where + ":" + std::to_string(line) + ":" + std::to_string(column + 1);
}

/// Reads a file as far as it can be read.
GraphReader parse(std::string_view bytes, const std::string& where) {
  // The iterative parser takes any depth of nesting.
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseValidateEncodingFlag |
                              rapidjson::kParseFullPrecisionFlag;
  rapidjson::Document document;
  document.Parse<kFlags>(bytes.data(), bytes.size());
  if (document.HasParseError())
    throw Error(
        position(bytes, document.GetErrorOffset(), where),
        std::string("is not JSON: ") + rapidjson::GetParseError_En(document.GetParseError()));
  GraphReader reader(where);
  reader.read(document);
  return reader;
}

}  // namespace

KnowledgeGraph read_json(std::string_view bytes, const std::string& where) {
  const GraphReader reader = parse(bytes, where);
  if (!reader.problems().empty()) throw reader.problems().front();
  return reader.graph();
}

std::vector<std::string> validate_json(std::string_view bytes, const std::string& where) {
  std::vector<std::string> problems;
  try {
    const GraphReader reader = parse(bytes, where);
    for (const Error& problem : reader.problems()) problems.emplace_back(problem.what());
  } catch (const Error& error) {
    problems.emplace_back(error.what());
  }
  return problems;
}

}  // namespace entente
