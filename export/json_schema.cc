#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <string>
#include <vector>

#include "export/json.h"
#include "export/json_format.h"

namespace entente {
namespace {

using Buffer = rapidjson::StringBuffer;

constexpr const char* kId = "urn:entente:schema:entente-graph:1";
// Empty is absent, as for the reader.
constexpr const char* kDate = "^(-?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$";
constexpr const char* kInterval =
    "^(-?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|\\.\\.)(/(-?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|\\.\\.))?$";

/// Writes a schema. Objects take unknown fields: a later program of the same version may add some.
class SchemaWriter {
 public:
  SchemaWriter() : out_(buffer_) { out_.SetIndent(' ', 2); }

  void open(const char* key = nullptr) {
    if (key != nullptr) out_.Key(key);
    out_.StartObject();
  }
  void close() { out_.EndObject(); }

  void text(const char* key, std::string_view value) {
    out_.Key(key);
    string(value);
  }

  void strings(const char* key, const std::vector<std::string_view>& values) {
    out_.Key(key);
    out_.StartArray();
    for (const std::string_view value : values) string(value);
    out_.EndArray();
  }

  void reference(const char* key, const std::string& definition) {
    open(key);
    text("$ref", "#/definitions/" + definition);
    close();
  }

  void integer(const char* key, int value) {
    out_.Key(key);
    out_.Int(value);
  }

  void yes(const char* key) {
    out_.Key(key);
    out_.Bool(true);
  }

  /// "required": one of the two keys is.
  void either(const char* a, const char* b) {
    out_.Key("anyOf");
    out_.StartArray();
    for (const char* key : {a, b}) {
      open();
      strings("required", {key});
      close();
    }
    out_.EndArray();
  }

  template <class Item>
  void array(const char* key, Item item) {
    out_.Key(key);
    out_.StartArray();
    item();
    out_.EndArray();
  }

  std::string take() { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

 private:
  void string(std::string_view value) {
    out_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  Buffer buffer_;
  rapidjson::PrettyWriter<Buffer> out_;
};

void string_property(SchemaWriter& out, const char* key, std::string_view description,
                     const char* pattern = nullptr) {
  out.open(key);
  out.text("type", "string");
  if (pattern != nullptr) out.text("pattern", pattern);
  out.text("description", description);
  out.close();
}

/// A string that is not empty.
void text_property(SchemaWriter& out, const char* key, std::string_view description) {
  out.open(key);
  out.text("type", "string");
  out.integer("minLength", 1);
  out.text("description", description);
  out.close();
}

void names_property(SchemaWriter& out, const char* key, const std::vector<std::string_view>& names,
                    std::string_view description) {
  out.open(key);
  out.strings("enum", names);
  out.text("description", description);
  out.close();
}

void array_property(SchemaWriter& out, const char* key, const std::string& definition,
                    int min_items = 0) {
  out.open(key);
  out.text("type", "array");
  if (min_items > 0) out.integer("minItems", min_items);
  out.reference("items", definition);
  out.close();
}

void true_property(SchemaWriter& out, const char* key) {
  out.open(key);
  out.yes("const");
  out.close();
}

template <class Values>
std::vector<std::string_view> names_of(const Values& values) {
  std::vector<std::string_view> names;
  for (const auto value : values) names.push_back(name(value));
  return names;
}

std::vector<std::string_view> edge_type_names() {
  std::vector<std::string_view> names;
  for (const EdgeTypeInfo& row : ontology()) names.push_back(row.name);
  return names;
}

std::vector<std::string_view> kind_names(KindSet set) {
  std::vector<std::string_view> names;
  for (const NodeKind kind : kNodeKinds)
    if (contains(set, kind)) names.push_back(name(kind));
  return names;
}

/// A definition of an object type: its required fields, then its properties.
template <class Properties>
void definition(SchemaWriter& out, const char* key, const std::vector<std::string_view>& required,
                Properties properties) {
  out.open(key);
  out.text("type", "object");
  out.strings("required", required);
  out.open("properties");
  properties();
  out.close();
  out.close();
}

void quote_properties(SchemaWriter& out) {
  text_property(out, "document", "id of one of graph.documents");
  for (const char* key : {"start", "end"}) {
    out.open(key);
    out.text("type", "integer");
    out.integer("minimum", 0);
    out.text("description", "Unicode code points from the start of the text; the end is exclusive");
    out.close();
  }
  text_property(out, "text", "what stands there");
}

void define_document(SchemaWriter& out) {
  definition(out, "document", {"id"}, [&] {
    text_property(out, "id", "unique among documents");
    string_property(out, "title", "title");
    string_property(out, "date", "date of publication, ISO 8601", kDate);
    string_property(out, "source", "file name or address");
  });
}

void define_node(SchemaWriter& out) {
  definition(out, "mention", {"document", "start", "end", "text"}, [&] {
    quote_properties(out);
    names_property(out, "form", names_of(kMentionForms), "how it refers; \"name\" if absent");
  });
  definition(out, "merge", {"name", "reason"}, [&] {
    text_property(out, "name", "name or id that was taken to be this node");
    text_property(out, "reason", "why");
  });
  definition(out, "node", {"id", "kind", "name"}, [&] {
    text_property(out, "id", "unique among nodes");
    names_property(out, "kind", names_of(kNodeKinds), "what the node is");
    text_property(out, "name", "the fullest name, without title or article");
    string_property(out, "iso", "ISO 3166-1 alpha-2 code of a state", "^[A-Z]{2}$");
    out.open("aliases");
    out.text("type", "array");
    out.open("items");
    out.text("type", "string");
    out.close();
    out.close();
    array_property(out, "mentions", "mention");
    array_property(out, "merges", "merge");
  });
}

void define_edge(SchemaWriter& out) {
  definition(out, "evidence", {"document", "start", "end", "text"}, [&] {
    quote_properties(out);
    string_property(out, "rule", "rule or model that read it, with its cue");
    string_property(out, "time_reading", "how the date was resolved");
  });
  definition(out, "edge", {"id", "source", "target", "type", "evidence"}, [&] {
    text_property(out, "id", "unique among edges");
    text_property(out, "source", "id of a node");
    text_property(out, "target", "id of a node");
    names_property(out, "type", edge_type_names(), "see the ontology below");
    string_property(out, "role", "office or kinship as written");
    string_property(out, "over", "id of the node it is about");
    string_property(out, "time", "date or interval of the fact, ISO 8601; open ends are ..",
                    kInterval);
    names_property(out, "status", names_of(kStatuses), "\"actual\" if absent");
    string_property(out, "asserted_by", "id of the node that says it, or a phrase");
    out.open("confidence");
    out.text("type", "number");
    out.integer("minimum", 0);
    out.integer("maximum", 1);
    out.text("description", "1 if absent");
    out.close();
    array_property(out, "evidence", "evidence", 1);
  });
}

/// The table itself, for readers: validators pass over keywords that they do not know.
void write_ontology(SchemaWriter& out) {
  out.array("x-ontology", [&] {
    for (const EdgeTypeInfo& row : ontology()) {
      out.open();
      out.text("type", row.name);
      out.strings("source", kind_names(row.sources));
      out.strings("target", kind_names(row.targets));
      if (row.symmetry == Symmetry::symmetric) out.yes("symmetric");
      out.text("family", name(row.family));
      if (!row.plover.empty()) out.text("plover", row.plover);
      out.text("reads", row.phrase);
      out.close();
    }
  });
}

void write_root(SchemaWriter& out) {
  out.strings("required", {"format", "version", "directed", "multigraph", "graph", "nodes"});
  out.either("edges", "links");
  out.open("properties");
  out.open("format");
  out.text("const", kFormatName);
  out.close();
  out.open("version");
  out.integer("const", kFormatVersion);
  out.close();
  true_property(out, "directed");
  true_property(out, "multigraph");
  definition(out, "graph", {"documents"}, [&] {
    string_property(out, "generator", "program and version that wrote the file");
    array_property(out, "documents", "document");
  });
  array_property(out, "nodes", "node");
  array_property(out, "edges", "edge");
  array_property(out, "links", "edge");
  out.close();
}

}  // namespace

std::string json_schema() {
  SchemaWriter out;
  out.open();
  out.text("$schema", "https://json-schema.org/draft/2020-12/schema");
  out.text("$id", kId);
  out.text("title", "Entente graph");
  out.text("description",
           "What texts say about international relations: nodes joined by statements, each with "
           "its evidence.");
  out.text("type", "object");
  write_root(out);
  // "$defs" since 2019-09; the older name works in both.
  out.open("definitions");
  define_document(out);
  define_node(out);
  define_edge(out);
  out.close();
  write_ontology(out);
  out.close();
  return out.take();
}

}  // namespace entente
