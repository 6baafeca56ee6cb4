#include "export/diagram_columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace entente {
namespace {

enum Column : size_t { left, events, agreements, places, right };
constexpr size_t kColumns = right + 1;

/// A party, or an actor of its own: what stands on one side as a whole.
struct Unit {
  std::vector<size_t> boxes;
  size_t weight = 0;
  bool on_right = false;
};

bool alone_in_middle(const Box& box) { return box.shared && box.party == kNoIndex; }

std::vector<Unit> units_of(const Diagram& diagram) {
  std::vector<Unit> units;
  for (const Party& party : diagram.parties) units.push_back({party.members, party.weight, false});
  for (size_t i = 0; i < diagram.boxes.size(); ++i) {
    const Box& box = diagram.boxes[i];
    if (box.party == kNoIndex && !alone_in_middle(box)) units.push_back({{i}, box.weight, false});
  }
  std::stable_sort(units.begin(), units.end(),
                   [](const Unit& a, const Unit& b) { return a.weight > b.weight; });
  return units;
}

/// Each unit goes, the heaviest first, where it has fewer lines to those already there and where
/// there are fewer boxes.
void choose_sides(std::vector<Unit>& units, const Diagram& diagram) {
  std::vector<size_t> unit_of(diagram.boxes.size(), kNoIndex);
  for (size_t u = 0; u < units.size(); ++u)
    for (const size_t box : units[u].boxes) unit_of[box] = u;
  std::array<double, 2> size = {0, 0};
  for (size_t u = 0; u < units.size(); ++u) {
    std::array<double, 2> cost = size;
    for (const Line& line : diagram.lines) {
      const size_t a = unit_of[line.source], b = unit_of[line.target];
      if (a == kNoIndex || b == kNoIndex || a == b || (a != u && b != u)) continue;
      const size_t other = a == u ? b : a;
      if (other < u) cost[units[other].on_right] += 4;
    }
    units[u].on_right = cost[1] < cost[0];
    size[units[u].on_right] += 0.5 * static_cast<double>(units[u].boxes.size());
  }
}

Column middle_column(NodeKind kind) {
  if (kind == NodeKind::event) return events;
  return kind == NodeKind::agreement ? agreements : places;
}

bool joins(const Line& line, size_t a, size_t b, const std::vector<size_t>& columns) {
  const size_t source = columns[line.source], target = columns[line.target];
  return (source == a && target == b) || (source == b && target == a);
}

/// Merges the middle columns next to each other that no line joins: each costs width.
void merge_middle(std::vector<size_t>& columns, const Diagram& diagram) {
  for (const Column outer : {events, places}) {
    if (std::any_of(diagram.lines.begin(), diagram.lines.end(),
                    [&](const Line& line) { return joins(line, outer, agreements, columns); }))
      continue;
    std::replace(columns.begin(), columns.end(), size_t{outer}, size_t{agreements});
  }
}

/// Moves shared boxes that no line reaches to the middle columns with the fewest boxes.
void spread_unconnected(std::vector<size_t>& columns, const Diagram& diagram) {
  std::vector<bool> connected(columns.size(), false);
  for (const Line& line : diagram.lines) connected[line.source] = connected[line.target] = true;
  std::array<size_t, kColumns> counts{};
  for (size_t i = 0; i < columns.size(); ++i)
    if (connected[i]) ++counts[columns[i]];
  for (size_t i = 0; i < columns.size(); ++i) {
    if (connected[i] || !alone_in_middle(diagram.boxes[i])) continue;
    size_t best = columns[i];
    for (size_t c = events; c <= places; ++c)
      if (counts[c] > 0 && counts[c] < counts[best]) best = c;
    columns[i] = best;
    ++counts[best];
  }
}

void close_gaps(std::vector<size_t>& columns) {
  std::array<size_t, kColumns> counts{}, place{};
  for (const size_t column : columns) ++counts[column];
  for (size_t c = 0, next = 0; c < kColumns; ++c) {
    place[c] = next;
    if (counts[c] > 0) ++next;
  }
  for (size_t& column : columns) column = place[column];
}

}  // namespace

std::vector<size_t> find_columns(const Diagram& diagram) {
  std::vector<Unit> units = units_of(diagram);
  choose_sides(units, diagram);
  std::vector<size_t> columns(diagram.boxes.size(), agreements);
  for (const Unit& unit : units)
    for (const size_t box : unit.boxes) columns[box] = unit.on_right ? right : left;
  for (size_t i = 0; i < diagram.boxes.size(); ++i)
    if (alone_in_middle(diagram.boxes[i])) columns[i] = middle_column(diagram.boxes[i].node->kind);
  merge_middle(columns, diagram);
  spread_unconnected(columns, diagram);
  close_gaps(columns);
  return columns;
}

}  // namespace entente
