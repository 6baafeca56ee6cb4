#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "extract/document.h"

namespace entente {

/// A graph as annotated, in the format of INTERFACES.md as far as trainers read it.
struct GoldGraph {
  struct Node {
    std::string id;
    std::vector<CodePointSpan> mentions;
  };
  struct Edge {
    std::string source, target;  ///< ids of nodes
    EdgeType type = EdgeType::meets;
    Status status = Status::actual;
    std::optional<Interval> time;
    std::vector<CodePointSpan> evidence;
  };
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

struct GoldDocument {
  Document text;  ///< with id and date; no layers
  GoldGraph graph;
};

/// The texts of a JSONL file of {"id", "date", "text"} that have a graph DIRECTORY/<id>.json.
/// Throws Error that names the file.
std::vector<GoldDocument> read_gold_documents(const std::filesystem::path& texts,
                                              const std::filesystem::path& graphs);

/// An edge as gold has it, between entities of an analyzed document.
struct GoldEdge {
  int64_t source = -1, target = -1;  ///< entities, -1: not found
  int64_t type = 0, status = 0;
  std::optional<Interval> time;
  std::vector<CodePointSpan> evidence;

  /// Whether it stands between these two in this order, or in the other if its type has no order.
  bool joins(uint32_t from, uint32_t to) const;
  bool is_in(CodePointSpan sentence) const;  ///< whether some evidence is
};

/// The edges of a graph with its nodes as the entities that share most of their mentions.
std::vector<GoldEdge> align_edges(const Document& document, const CodePointIndex& index,
                                  const GoldGraph& graph);

}  // namespace entente
