#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "graph/knowledge_graph.h"

namespace entente {

/// Writes what `--json` prints: one object that begins with "schema_version". Members stand in the
/// order of the calls. A name is given within objects and left out within lists.
class JsonDocument {
 public:
  static constexpr int kSchemaVersion = 1;

  JsonDocument();
  ~JsonDocument();

  void member(std::string_view name, std::string_view value);
  void member(std::string_view name, const char* value) { member(name, std::string_view(value)); }
  void member(std::string_view name, size_t value);
  void member(std::string_view name, double value);
  void member(std::string_view name, bool value);
  void value(std::string_view value);
  void value(size_t value);

  void begin_object(std::string_view name);
  void begin_object();
  void end_object();
  void begin_list(std::string_view name);
  void begin_list();
  void end_list();

  /// A node without its mentions, and a statement with its evidence: members as in the native JSON.
  void node(const Node& node);
  void edge(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge);

  /// Ends the object. The text ends with a line feed.
  std::string finish();

 private:
  struct Implementation;  // keeps RapidJSON out of every other file
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace entente
