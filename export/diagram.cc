#include "export/diagram.h"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <map>
#include <set>
#include <tuple>

#include "export/diagram_parties.h"
#include "export/diagram_words.h"
#include "export/dot_text.h"

namespace entente {
namespace {

using EdgeRef = KnowledgeGraph::EdgeRef;

constexpr size_t kMostStatementsInTooltip = 4;

/// The vertices to draw, ascending: all, or those that most statements touch.
std::vector<KnowledgeGraph::Vertex> drawn_vertices(const KnowledgeGraph& graph,
                                                   const DotOptions& options) {
  const auto all = boost::make_iterator_range(boost::vertices(graph.graph()));
  std::vector<KnowledgeGraph::Vertex> vertices(all.begin(), all.end());
  const auto isolated = [&](auto v) { return boost::degree(v, graph.graph()) == 0; };
  const auto isolated_count =
      static_cast<size_t>(std::count_if(vertices.begin(), vertices.end(), isolated));
  if (graph.edge_count() > 0 && isolated_count > options.most_isolated)
    std::erase_if(vertices, isolated);
  const size_t most = options.most_nodes;
  if (vertices.size() <= most) return vertices;
  std::stable_sort(vertices.begin(), vertices.end(), [&](auto a, auto b) {
    return boost::degree(a, graph.graph()) > boost::degree(b, graph.graph());
  });
  vertices.resize(most);
  std::sort(vertices.begin(), vertices.end());
  return vertices;
}

/// A statement between boxes and the edge it stands for.
struct Drawn {
  BoxStatement statement;
  EdgeRef edge;
};

std::vector<Drawn> drawn_statements(const KnowledgeGraph& graph,
                                    const std::vector<size_t>& box_of) {
  std::vector<Drawn> result;
  for (const EdgeRef e : boost::make_iterator_range(boost::edges(graph.graph()))) {
    const size_t source = box_of[boost::source(e, graph.graph())];
    const size_t target = box_of[boost::target(e, graph.graph())];
    if (source != kNoIndex && target != kNoIndex)
      result.push_back({{source, target, &graph[e]}, e});
  }
  return result;
}

/// Puts statements of equal ends and style together.
class LineMaker {
 public:
  explicit LineMaker(const KnowledgeGraph& graph) : graph_(graph) {}

  void add(const Drawn& drawn) {
    const Claim& claim = drawn.statement.edge->claim;
    const bool symmetric = is_symmetric(claim.type);
    size_t source = drawn.statement.source, target = drawn.statement.target;
    if (symmetric && target < source) std::swap(source, target);
    const LineStyle style = line_style(claim);
    const auto [at, is_new] =
        lines_.try_emplace(Key{source, target, symmetric, style}, groups_.size());
    if (is_new) {
      groups_.emplace_back();
      Line& line = groups_.back().line;
      line.source = source;
      line.target = target;
      line.symmetric = symmetric;
      line.style = style;
    }
    Group& group = groups_[at->second];
    group.edges.push_back(drawn.edge);
    group.line.evidence += drawn.statement.edge->evidence.size();
  }

  std::vector<Line> take() {
    std::vector<Line> lines;
    for (Group& group : groups_) describe(group);
    std::vector<bool> joined;
    for (const Group& group : groups_) joined.push_back(joined_to_opposite(group));
    for (size_t i = 0; i < groups_.size(); ++i)
      if (!joined[i]) lines.push_back(std::move(groups_[i].line));
    return lines;
  }

 private:
  using Key = std::tuple<size_t, size_t, bool, LineStyle>;
  struct Group {
    Line line;
    std::vector<EdgeRef> edges;
  };

  void describe(Group& group) const {
    std::map<std::string, size_t> labels;
    for (const EdgeRef e : group.edges) ++labels[line_label(graph_[e].claim)];
    const std::string first = line_label(graph_[group.edges.front()].claim);
    group.line.statements = group.edges.size();
    group.line.label = first;
    if (labels.size() > 1)
      group.line.label += " +" + std::to_string(group.edges.size() - labels[first]);
    else if (group.edges.size() > 1)
      group.line.label += " ×" + std::to_string(group.edges.size());
    std::string& tooltip = group.line.tooltip;
    for (size_t i = 0; i < std::min(group.edges.size(), kMostStatementsInTooltip); ++i)
      tooltip += (i > 0 ? "\n\n" : "") + statement_tooltip(graph_, group.edges[i]);
    if (group.edges.size() > kMostStatementsInTooltip)
      tooltip += "\n\n+ " + std::to_string(group.edges.size() - kMostStatementsInTooltip);
  }

  /// Whether the line is told by one that says the same the other way, and is drawn with it.
  bool joined_to_opposite(const Group& group) {
    const Line& line = group.line;
    if (line.symmetric || line.source < line.target) return false;
    const auto found = lines_.find(Key{line.target, line.source, false, line.style});
    if (found == lines_.end()) return false;
    Line& opposite = groups_[found->second].line;
    if (opposite.label != line.label) return false;
    opposite.mutual = true;
    opposite.evidence += line.evidence;
    opposite.statements += line.statements;
    opposite.tooltip += "\n\n" + line.tooltip;
    return true;
  }

  const KnowledgeGraph& graph_;
  std::map<Key, size_t> lines_;
  std::vector<Group> groups_;
};

/// Whether a time of this statement is a time of the event or agreement `box`.
bool dates(const BoxStatement& s, size_t box) {
  switch (s.edge->claim.type) {
    case EdgeType::attends:
    case EdgeType::hosts:
    case EdgeType::signs:
      return s.target == box;
    case EdgeType::located_in:
      return s.source == box;
    default:
      return false;
  }
}

void add_dates(std::vector<Box>& boxes, const std::vector<Drawn>& drawn) {
  for (size_t i = 0; i < boxes.size(); ++i) {
    Box& box = boxes[i];
    if (box.node->kind != NodeKind::event && box.node->kind != NodeKind::agreement) continue;
    std::map<Interval, size_t> times;
    size_t planned = 0, done = 0;
    for (const Drawn& d : drawn) {
      if (!dates(d.statement, i)) continue;
      const Claim& claim = d.statement.edge->claim;
      ++(claim.status == Status::planned ? planned : done);
      if (claim.time && claim.status != Status::denied) ++times[*claim.time];
    }
    box.planned = planned > 0 && done == 0;
    const auto most = std::max_element(times.begin(), times.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    if (box.planned) box.subtitle = "planned";
    if (most == times.end()) continue;
    box.subtitle += (box.subtitle.empty() ? "" : " · ") + readable(most->first);
  }
}

void add_other_names(std::vector<Box>& boxes) {
  for (Box& box : boxes) {
    if (box.node->kind != NodeKind::territory) continue;
    for (const std::string& alias : box.node->aliases) {
      if (box.node->name.find(alias) != std::string::npos ||
          alias.find(box.node->name) != std::string::npos)
        continue;
      box.subtitle = "“" + alias + "”";
      break;
    }
  }
}

/// Tells in the box what its cluster tells: that it belongs to the party, and by which office.
void fold(Box& box, const Drawn& drawn, const KnowledgeGraph& graph) {
  const Claim& claim = drawn.statement.edge->claim;
  box.tooltip += "\n\n" + statement_tooltip(graph, drawn.edge);
  if (claim.type != EdgeType::holds_office) return;
  const bool former = claim.status == Status::ended;
  if (box.subtitle.empty() || (!former && box.subtitle.starts_with("Former ")))
    box.subtitle = office_subtitle(claim);
}

std::string title_of(const KnowledgeGraph& graph, const Diagram& diagram,
                     const DotOptions& options) {
  if (!options.title.empty()) return options.title;
  if (graph.documents().size() == 1 && !graph.documents().front().title.empty())
    return graph.documents().front().title;
  if (diagram.parties.size() >= 2)
    return diagram.boxes[diagram.parties[0].head].node->name + " – " +
           diagram.boxes[diagram.parties[1].head].node->name;
  return diagram.boxes.empty() ? "Nothing found" : "Who deals with whom";
}

/// The day of the latest document, if any has one.
std::string as_of(const KnowledgeGraph& graph) {
  std::optional<Date> latest;
  for (const DocumentInfo& document : graph.documents())
    if (document.date && (!latest || *latest < *document.date)) latest = document.date;
  return latest ? " · " + readable(*latest) : "";
}

std::string subtitle_of(const KnowledgeGraph& graph, const Diagram& diagram,
                        const DotOptions& options) {
  const size_t nodes = graph.node_count(), drawn = diagram.boxes.size();
  std::string text = counted(nodes, "node", "nodes") + " · " +
                     counted(graph.edge_count(), "relation", "relations") + " · " +
                     counted(graph.documents().size(), "text", "texts") + as_of(graph);
  if (drawn < nodes && drawn < options.most_nodes)
    text += " · " + counted(nodes - drawn, "node", "nodes") + " without relations left out";
  else if (drawn < nodes)
    text += " · drawn: the " + counted(drawn, "most connected node", "most connected nodes") +
            "; " + counted(nodes - drawn, "node", "nodes") + " left out";
  return text;
}

}  // namespace

Diagram make_diagram(const KnowledgeGraph& graph, const DotOptions& options) {
  Diagram diagram;
  std::vector<size_t> box_of(graph.node_count(), kNoIndex);
  for (const auto v : drawn_vertices(graph, options)) {
    box_of[v] = diagram.boxes.size();
    Box& box = diagram.boxes.emplace_back();
    box.node = &graph[v];
    box.tooltip = node_tooltip(graph[v]);
  }
  diagram.ranked = diagram.boxes.size() <= options.most_ranked_nodes;
  const std::vector<Drawn> drawn = drawn_statements(graph, box_of);
  std::vector<BoxStatement> statements;
  for (const Drawn& d : drawn) {
    statements.push_back(d.statement);
    ++diagram.boxes[d.statement.source].weight;
    ++diagram.boxes[d.statement.target].weight;
  }
  diagram.parties = find_parties(diagram.boxes, statements);
  add_dates(diagram.boxes, drawn);
  add_other_names(diagram.boxes);
  LineMaker lines(graph);
  for (const Drawn& d : drawn) {
    if (diagram.ranked && told_by_cluster(d.statement, diagram.boxes, diagram.parties))
      fold(diagram.boxes[d.statement.source], d, graph);
    else
      lines.add(d);
  }
  diagram.lines = lines.take();
  diagram.title = title_of(graph, diagram, options);
  diagram.subtitle = subtitle_of(graph, diagram, options);
  return diagram;
}

}  // namespace entente
