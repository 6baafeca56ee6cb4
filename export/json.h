#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// Under which name the edges stand: "edges", as NetworkX 3.4 and later read it, or "links", as
/// D3 and NetworkX before 3.4 do.
enum class EdgesKey : uint8_t { edges, links };

struct JsonOptions {
  EdgesKey edges_key = EdgesKey::edges;
};

/// The native format: a node-link graph, directed, with parallel edges. Nodes and edges stand in
/// the order of the graph, a mention or piece of evidence takes one line, and empty fields are left
/// out. Offsets count code points. Equal graphs give equal bytes; `canonical` makes equal content
/// equal.
///
/// Requires that every string of the graph is valid UTF-8.
std::string write_json(const KnowledgeGraph& graph, const JsonOptions& options = {});

/// Reads what `write_json` wrote, or anyone else in that format. Edges may stand under either key;
/// unknown fields are ignored.
///
/// Throws Error for the first problem, from the top of the file: not JSON (where: "where:line:
/// column"), another format, a later version, a field that is missing or of the wrong kind, a
/// quote whose span is not as long as its text, a second node, edge or document of an id, an end
/// or a document that is not in the file, an edge that the ontology does not allow, has no
/// evidence or says the same as another (where: "where: nodes[3].kind"). The message says what was
/// found and what was wanted.
KnowledgeGraph read_json(std::string_view bytes, const std::string& where);

/// Every problem that `read_json` would stop at, "where: message", from the top of the file. Empty
/// if it reads. After a syntax error, another format or a later version there is nothing more.
std::vector<std::string> validate_json(std::string_view bytes, const std::string& where);

/// The JSON Schema (2020-12, in keywords that validators of draft 7 know as well) of the native
/// format, made from the ontology. What JSON Schema cannot say (ends that exist, kinds that an
/// edge may join, lengths of quotes) only `read_json` checks.
std::string json_schema();

}  // namespace entente
