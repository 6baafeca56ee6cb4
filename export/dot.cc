#include "export/dot.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "export/diagram.h"
#include "export/diagram_columns.h"
#include "export/dot_legend.h"
#include "export/dot_style.h"
#include "export/dot_text.h"

namespace entente {
namespace {

/// Drawn by forces, the words of more lines than this cover each other; the tooltips have them
/// still.
constexpr size_t kMostLabels = 100;
constexpr size_t kNameWidth = 24;
constexpr size_t kSubtitleWidth = 30;

std::string html(const std::string& inside) { return "<" + inside + ">"; }

std::string fixed(double number) {
  std::string text = std::to_string(number);
  text.resize(text.find('.') + 2);
  return text;
}

class DotWriter {
 public:
  DotWriter(const Diagram& diagram, Theme theme) : diagram_(diagram), theme_(theme) {
    columns_.assign(diagram.boxes.size(), 0);
    if (diagram.ranked) columns_ = find_columns(diagram);
  }

  std::string write() {
    out_ = "digraph \"entente\" {\n";
    write_defaults();
    if (diagram_.ranked)
      write_clusters();
    else
      for (size_t i = 0; i < diagram_.boxes.size(); ++i) write_box(i, "  ");
    for (const Line& line : diagram_.lines) write_line(line);
    return out_ + "}\n";
  }

 private:
  const Palette& colors() const { return palette(theme_); }

  void write_defaults() {
    const std::string font = "fontname=\"Noto Sans,Helvetica,Arial,sans-serif\"";
    out_ += "  graph [" + font + ", fontcolor=\"" + std::string(colors().text) + "\", bgcolor=\"" +
            std::string(colors().background) +
            "\", pad=0.35, outputorder=edgesfirst, labelloc=t, labeljust=l, tooltip=" +
            dot_quoted(diagram_.title) + ",\n    ";
    out_ += diagram_.ranked ? "rankdir=LR, newrank=true, "
                              "nodesep=0.13, ranksep=0.9, "
                            : "layout=sfdp, splines=line, K=1.6, ";
    out_ += "overlap=prism,\n    label=" + html(dot_heading(diagram_, theme_)) + "];\n";
    out_ += "  node [" + font + ", fontsize=11, fontcolor=\"" + std::string(colors().text) +
            "\", style=filled, penwidth=1.6, height=0.5];\n";
    out_ += "  edge [" + font + ", fontsize=9, arrowsize=0.7];\n";
  }

  std::string id(size_t box) const { return dot_quoted(diagram_.boxes[box].node->id); }

  std::string box_label(const Box& box) const {
    std::string label;
    for (const std::string& line : wrap(box.node->name, kNameWidth, 2))
      label += (label.empty() ? "" : "<BR/>") + dot_html(line);
    label = "<B>" + label + "</B>";
    if (box.node->kind == NodeKind::state) label = "<FONT POINT-SIZE=\"13\">" + label + "</FONT>";
    if (box.subtitle.empty()) return html(label);
    const std::string below = dot_html(wrap(box.subtitle, kSubtitleWidth, 1).front());
    return html(label + "<BR/><FONT POINT-SIZE=\"9\" COLOR=\"" + std::string(colors().faint) +
                "\">" + below + "</FONT>");
  }

  void write_box(size_t index, const std::string& indent) {
    const Box& box = diagram_.boxes[index];
    const KindStyle style = kind_style(box.node->kind, theme_);
    std::string how = box.node->kind == NodeKind::organization ? "filled,rounded" : "filled";
    if (box.planned) how += ",dashed";
    out_ += indent + id(index) + " [shape=" + std::string(style.shape) + ", style=\"" + how +
            "\", " + std::string(style.attributes) + ", color=\"" + std::string(style.stroke) +
            "\", fillcolor=\"" + std::string(box.planned ? colors().background : style.fill) +
            "\",\n" + indent + "  label=" + box_label(box) +
            ", tooltip=" + dot_quoted(box.tooltip) +
            ", URL=" + dot_quoted(fragment_url(box.node->id)) + "];\n";
  }

  void write_clusters() {
    const auto& parties = diagram_.parties;
    for (size_t p = 0; p < parties.size(); ++p) {
      out_ += "  subgraph \"cluster_" + std::to_string(p) + "\" {\n    label=" +
              html("<FONT POINT-SIZE=\"10\" COLOR=\"" + std::string(colors().faint) + "\"><B>" +
                   dot_html(upper_case(
                       wrap(diagram_.boxes[parties[p].head].node->name, 40, 1).front())) +
                   "</B></FONT>") +
              ";\n    labeljust=" + "l" + "; style=\"rounded,filled\"; margin=14; color=\"" +
              std::string(colors().cluster_stroke) + "\"; fillcolor=\"" +
              std::string(colors().cluster_fill) + "\";\n";
      for (const size_t member : parties[p].members) write_box(member, "    ");
      out_ += "  }\n";
    }
    for (size_t i = 0; i < diagram_.boxes.size(); ++i)
      if (diagram_.boxes[i].party == kNoIndex) write_box(i, "  ");
    write_columns();
  }

  void write_columns() {
    if (columns_.empty()) return;
    const size_t count = *std::max_element(columns_.begin(), columns_.end()) + 1;
    out_ +=
        "  node [shape=point, style=invis, width=0.01, height=0.01, label=\"\"];\n  edge "
        "[style=invis];\n  ";
    for (size_t c = 0; c < count; ++c) out_ += (c > 0 ? " -> " : "") + anchor(c);
    out_ += ";\n";
    for (size_t c = 0; c < count; ++c) {
      out_ += "  { rank=same; " + anchor(c);
      for (size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i] == c) out_ += "; " + id(i);
      out_ += " }\n";
    }
  }

  static std::string anchor(size_t column) { return "\"column " + std::to_string(column) + "\""; }

  /// Lines within a column bend beside it, where dot puts labels one over the other; external
  /// labels find a free place.
  std::string label_key(const Line& line) const {
    return diagram_.ranked && columns_[line.source] == columns_[line.target] ? "xlabel=" : "label=";
  }

  /// On a ground of its own, so that no line runs through the words.
  std::string line_label(const Line& line) const {
    const size_t party = diagram_.boxes[line.source].party;
    const bool inside = party != kNoIndex && party == diagram_.boxes[line.target].party;
    return html(
        "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\" BGCOLOR=\"" +
        std::string(inside ? colors().cluster_fill : colors().background) + "\"><TR><TD>" +
        dot_html(line.label) + "</TD></TR></TABLE>");
  }

  void write_line(const Line& line) {
    const LineLook look = line_look(line.style, theme_);
    size_t tail = line.source, head = line.target;
    const bool back = columns_[head] < columns_[tail];
    if (back) std::swap(tail, head);
    const double width =
        std::min(3.0, look.width + 0.45 * std::log2(double(std::max<size_t>(line.evidence, 1))));
    out_ += "  " + id(tail) + " -> " + id(head) + " [style=" + std::string(look.stroke) +
            ", color=\"" + std::string(look.color) + "\", fontcolor=\"" + std::string(look.text) +
            "\", penwidth=" + fixed(width) + ", ";
    const std::string end(look.head);
    if (line.mutual)
      out_ += "dir=both, arrowhead=" + end + ", arrowtail=" + end + ", ";
    else if (line.symmetric && line.style != LineStyle::denied)
      out_ += "dir=none, ";
    else
      out_ += (back ? "dir=back, arrowtail=" : "arrowhead=") + end + ", ";
    out_ += label_key(line) + line_label(line) + ",\n    tooltip=" + dot_quoted(line.tooltip) +
            ", labeltooltip=" + dot_quoted(line.tooltip) + "];\n";
  }

  const Diagram& diagram_;
  Theme theme_;
  std::vector<size_t> columns_;
  std::string out_;
};

}  // namespace

std::string write_dot(const KnowledgeGraph& graph, const DotOptions& options) {
  const Diagram diagram = make_diagram(graph, options);
  return DotWriter(diagram, options.theme).write();
}

}  // namespace entente
