#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <boost/range/iterator_range.hpp>

#include "export/json.h"
#include "export/json_format.h"

namespace entente {
namespace {

using Buffer = rapidjson::StringBuffer;

/// Where RapidJSON writes a whole graph: its own buffer would have to be copied in the end.
struct Text {
  using Ch = char;
  void Put(char c) { bytes.push_back(c); }
  void Flush() {}
  std::string bytes;
};

using Pretty = rapidjson::PrettyWriter<Text>;
using Compact = rapidjson::Writer<Buffer>;

template <class Writer>
void write_string(Writer& out, std::string_view text) {
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

template <class Writer>
void write_field(Writer& out, std::string_view key, std::string_view value) {
  out.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  write_string(out, value);
}

/// Fields that say nothing are left out.
template <class Writer>
void write_optional(Writer& out, std::string_view key, std::string_view value) {
  if (!value.empty()) write_field(out, key, value);
}

/// An object on one line of a file that is otherwise indented.
template <class Fields>
void write_line(Pretty& out, Fields write_fields) {
  Buffer buffer;
  Compact line(buffer);
  line.StartObject();
  write_fields(line);
  line.EndObject();
  out.RawValue(buffer.GetString(), buffer.GetSize(), rapidjson::kObjectType);
}

void write_quote(Compact& out, const Quote& quote) {
  write_field(out, "document", quote.document);
  out.Key("start");
  out.Uint(quote.span.begin);
  out.Key("end");
  out.Uint(quote.span.end);
  write_field(out, "text", quote.text);
}

void write_document(Pretty& out, const DocumentInfo& document) {
  out.StartObject();
  write_field(out, "id", document.id);
  write_optional(out, "title", document.title);
  if (document.date) write_field(out, "date", document.date->str());
  write_optional(out, "source", document.source);
  out.EndObject();
}

void write_node(Pretty& out, const Node& node) {
  out.StartObject();
  write_field(out, "id", node.id);
  write_field(out, "kind", name(node.kind));
  write_field(out, "name", node.name);
  write_optional(out, "iso", node.iso);
  if (!node.aliases.empty()) {
    out.Key("aliases");
    out.StartArray();
    for (const std::string& alias : node.aliases) write_string(out, alias);
    out.EndArray();
  }
  out.Key("mentions");
  out.StartArray();
  for (const NodeMention& mention : node.mentions)
    write_line(out, [&](Compact& line) {
      write_quote(line, mention.quote);
      write_field(line, "form", name(mention.form));
    });
  out.EndArray();
  if (!node.merges.empty()) {
    out.Key("merges");
    out.StartArray();
    for (const Merge& merge : node.merges)
      write_line(out, [&](Compact& line) {
        write_field(line, "name", merge.name);
        write_field(line, "reason", merge.reason);
      });
    out.EndArray();
  }
  out.EndObject();
}

void write_edge(Pretty& out, const Edge& edge, const Node& source, const Node& target) {
  const Claim& claim = edge.claim;
  out.StartObject();
  write_field(out, "id", edge.id);
  write_field(out, "source", source.id);
  write_field(out, "target", target.id);
  write_field(out, "type", name(claim.type));
  write_optional(out, "role", claim.role);
  write_optional(out, "over", claim.over);
  if (claim.time) write_field(out, "time", claim.time->str());
  write_field(out, "status", name(claim.status));
  write_optional(out, "asserted_by", claim.asserted_by);
  out.Key("confidence");
  out.Double(edge.confidence);
  out.Key("evidence");
  out.StartArray();
  for (const Evidence& evidence : edge.evidence)
    write_line(out, [&](Compact& line) {
      write_quote(line, evidence.quote);
      write_optional(line, "rule", evidence.rule);
      write_optional(line, "time_reading", evidence.time);
    });
  out.EndArray();
  out.EndObject();
}

void write_head(Pretty& out, const KnowledgeGraph& graph) {
  write_field(out, "format", kFormatName);
  out.Key("version");
  out.Int(kFormatVersion);
  out.Key("directed");
  out.Bool(true);
  out.Key("multigraph");
  out.Bool(true);
  out.Key("graph");
  out.StartObject();
  write_field(out, "generator", "entente " ENTENTE_VERSION);
  out.Key("documents");
  out.StartArray();
  for (const DocumentInfo& document : graph.documents()) write_document(out, document);
  out.EndArray();
  out.EndObject();
}

}  // namespace

std::string write_json(const KnowledgeGraph& graph, const JsonOptions& options) {
  Text text;
  Pretty out(text);
  out.SetIndent(' ', 1);
  out.StartObject();
  write_head(out, graph);
  out.Key("nodes");
  out.StartArray();
  for (const auto v : boost::make_iterator_range(boost::vertices(graph.graph())))
    write_node(out, graph[v]);
  out.EndArray();
  out.Key(options.edges_key == EdgesKey::edges ? "edges" : "links");
  out.StartArray();
  for (const auto e : boost::make_iterator_range(boost::edges(graph.graph())))
    write_edge(out, graph[e], graph[boost::source(e, graph.graph())],
               graph[boost::target(e, graph.graph())]);
  out.EndArray();
  out.EndObject();
  text.Put('\n');
  return std::move(text.bytes);
}

}  // namespace entente
