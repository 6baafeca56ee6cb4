#include "export/dot_legend.h"

#include <algorithm>

#include "export/dot_style.h"
#include "export/dot_text.h"

namespace entente {
namespace {

constexpr const char* kTable =
    "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"3\">";

constexpr size_t kTitleWidth = 70;
constexpr size_t kSubtitleWidth = 110;

std::string font(std::string_view size, std::string_view color, const std::string& text) {
  return "<FONT POINT-SIZE=\"" + std::string(size) + "\" COLOR=\"" + std::string(color) + "\">" +
         text + "</FONT>";
}

std::string row(const std::string& cell) { return "<TR><TD ALIGN=\"LEFT\">" + cell + "</TD></TR>"; }

std::string kind_cell(NodeKind kind, Theme theme) {
  const KindStyle style = kind_style(kind, theme);
  const bool rounded = kind == NodeKind::person || kind == NodeKind::organization;
  std::string cell = "<TD BGCOLOR=\"" + std::string(style.fill) + "\" COLOR=\"" +
                     std::string(style.stroke) + "\" BORDER=\"" +
                     (kind == NodeKind::state ? "2" : "1") + "\"";
  if (rounded) cell += " STYLE=\"ROUNDED\"";
  return cell + " WIDTH=\"78\">" + font("10", palette(theme).text, std::string(name(kind))) +
         "</TD>";
}

std::string line_cell(LineStyle style, Theme theme) {
  const LineLook look = line_look(style, theme);
  const std::string sample = style == LineStyle::ended ? std::string(look.sample)
                                                       : "<B>" + std::string(look.sample) + "</B>";
  return "<TD>" + font("10", look.text, sample + " " + std::string(look.meaning)) + "</TD>";
}

std::string legend(const Diagram& diagram, Theme theme) {
  std::string kinds, lines;
  for (const NodeKind kind : kNodeKinds)
    if (std::any_of(diagram.boxes.begin(), diagram.boxes.end(),
                    [&](const Box& box) { return box.node->kind == kind; }))
      kinds += kind_cell(kind, theme);
  for (const LineStyle style : kLineStyles)
    if (std::any_of(diagram.lines.begin(), diagram.lines.end(),
                    [&](const Line& line) { return line.style == style; }))
      lines += line_cell(style, theme);
  if (kinds.empty()) return {};
  return row(std::string(kTable) + "<TR>" + kinds + lines + "</TR></TABLE>");
}

std::string lines_of(const std::string& text, size_t width, size_t most) {
  std::string html;
  for (const std::string& line : wrap(text, width, most))
    html += (html.empty() ? "" : "<BR ALIGN=\"LEFT\"/>") + dot_html(line);
  return html + "<BR ALIGN=\"LEFT\"/>";
}

}  // namespace

std::string dot_heading(const Diagram& diagram, Theme theme) {
  const Palette& colors = palette(theme);
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">" +
         row(font("22", colors.text, "<B>" + lines_of(diagram.title, kTitleWidth, 2) + "</B>")) +
         row(font("11", colors.faint, lines_of(diagram.subtitle, kSubtitleWidth, 3))) +
         legend(diagram, theme) + "<TR><TD HEIGHT=\"8\"></TD></TR></TABLE>";
}

}  // namespace entente
