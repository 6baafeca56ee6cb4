#include "cli/json_document.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace entente {

struct JsonDocument::Implementation {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer{buffer};

  void key(std::string_view name) {
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void string(std::string_view text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
};

JsonDocument::JsonDocument() : implementation_(std::make_unique<Implementation>()) {
  implementation_->writer.SetIndent(' ', 1);
  implementation_->writer.StartObject();
  member("schema_version", size_t{kSchemaVersion});
}

JsonDocument::~JsonDocument() = default;

void JsonDocument::member(std::string_view name, std::string_view text) {
  implementation_->key(name);
  implementation_->string(text);
}

void JsonDocument::member(std::string_view name, size_t number) {
  implementation_->key(name);
  value(number);
}

void JsonDocument::member(std::string_view name, double number) {
  implementation_->key(name);
  implementation_->writer.Double(number);
}

void JsonDocument::member(std::string_view name, bool truth) {
  implementation_->key(name);
  implementation_->writer.Bool(truth);
}

void JsonDocument::value(std::string_view text) { implementation_->string(text); }
void JsonDocument::value(size_t number) { implementation_->writer.Uint64(number); }

void JsonDocument::begin_object(std::string_view name) {
  implementation_->key(name);
  begin_object();
}

void JsonDocument::begin_object() { implementation_->writer.StartObject(); }
void JsonDocument::end_object() { implementation_->writer.EndObject(); }

void JsonDocument::begin_list(std::string_view name) {
  implementation_->key(name);
  begin_list();
}

void JsonDocument::begin_list() { implementation_->writer.StartArray(); }
void JsonDocument::end_list() { implementation_->writer.EndArray(); }

void JsonDocument::node(const Node& node) {
  begin_object();
  member("id", node.id);
  member("kind", entente::name(node.kind));
  member("name", node.name);
  begin_list("aliases");
  for (const std::string& alias : node.aliases) value(alias);
  end_list();
  end_object();
}

void JsonDocument::edge(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef ref) {
  const Edge& edge = graph[ref];
  const Claim& claim = edge.claim;
  begin_object();
  member("id", edge.id);
  member("source", graph[boost::source(ref, graph.graph())].id);
  member("target", graph[boost::target(ref, graph.graph())].id);
  member("type", entente::name(claim.type));
  member("status", entente::name(claim.status));
  if (!claim.role.empty()) member("role", claim.role);
  if (claim.time) member("time", claim.time->str());
  if (!claim.over.empty()) member("over", claim.over);
  if (!claim.asserted_by.empty()) member("asserted_by", claim.asserted_by);
  member("confidence", edge.confidence);
  begin_list("evidence");
  for (const Evidence& evidence : edge.evidence) {
    begin_object();
    member("document", evidence.quote.document);
    member("start", size_t{evidence.quote.span.begin});
    member("end", size_t{evidence.quote.span.end});
    member("text", evidence.quote.text);
    if (!evidence.rule.empty()) member("rule", evidence.rule);
    if (!evidence.time.empty()) member("time_reading", evidence.time);
    end_object();
  }
  end_list();
  end_object();
}

std::string JsonDocument::finish() {
  end_object();
  return implementation_->buffer.GetString() + std::string("\n");
}

}  // namespace entente
