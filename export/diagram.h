#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "export/dot.h"
#include "graph/knowledge_graph.h"

namespace entente {

inline constexpr size_t kNoIndex = std::numeric_limits<size_t>::max();

/// How a line is drawn. More than one may fit a statement; the first in this order is taken.
enum class LineStyle : uint8_t { denied, hypothetical, planned, ended, claimed, actual };
inline constexpr std::array kLineStyles = {LineStyle::actual,  LineStyle::planned,
                                           LineStyle::claimed, LineStyle::hypothetical,
                                           LineStyle::denied,  LineStyle::ended};

/// A node of the graph as drawn.
struct Box {
  const Node* node = nullptr;
  std::string subtitle;  ///< an office, a date, another name; or empty
  std::string tooltip;
  bool planned = false;     ///< an event or agreement that is yet to be
  size_t weight = 0;        ///< statements that touch it, drawn or folded
  size_t party = kNoIndex;  ///< index in Diagram::parties
  bool shared = false;      ///< an event, agreement or territory between parties
};

/// One or more statements that share their ends and style, drawn as one line.
struct Line {
  size_t source = 0, target = 0;  ///< indices in Diagram::boxes
  bool mutual = false;            ///< said in both directions: heads at both ends
  bool symmetric = false;         ///< no heads
  LineStyle style = LineStyle::actual;
  std::string label;
  std::string tooltip;
  size_t statements = 1;
  size_t evidence = 0;
};

/// A state, or an organization of its own, with those who act for it: all in one cluster.
struct Party {
  size_t head = 0;              ///< index in Diagram::boxes
  std::vector<size_t> members;  ///< with the head, in order of the boxes
  size_t weight = 0;            ///< of all members
};

/// What is to be drawn, before any layout.
struct Diagram {
  bool ranked = true;  ///< small enough for ranks and clusters
  std::string title;
  std::string subtitle;        ///< counts, date, and what was left out
  std::vector<Box> boxes;      ///< in order of the graph
  std::vector<Line> lines;     ///< in order of the graph, by first statement
  std::vector<Party> parties;  ///< heaviest first
};

Diagram make_diagram(const KnowledgeGraph& graph, const DotOptions& options);

}  // namespace entente
