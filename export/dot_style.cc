#include "export/dot_style.h"

#include <array>

namespace entente {
namespace {

constexpr Palette kLight = {"#FFFFFF", "#1F2933", "#52606D", "#CBD2D9", "#F5F7FA"};
constexpr Palette kDark = {"#11171D", "#F1F4F7", "#AEB8C2", "#3E4C59", "#182028"};

struct KindRow {
  std::string_view shape, attributes, stroke, fill, dark_stroke, dark_fill;
};

// Colours after Okabe and Ito, told apart by colour-blind readers; shapes tell them apart in print.
constexpr std::array<KindRow, kNodeKinds.size()> kKinds = {{
    {"ellipse", "margin=\"0.08,0.04\"", "#0072B2", "#E3F0F9", "#56B4E9", "#12324A"},
    {"box", "margin=\"0.16,0.08\"", "#A66A00", "#FDF1DA", "#E69F00", "#3D2C05"},
    {"box", "margin=\"0.2,0.1\", peripheries=2", "#007A59", "#DEF2EB", "#2FBF94", "#0B3A2E"},
    {"hexagon", "margin=\"0.06,0.06\"", "#7A6F00", "#FAF6CC", "#E0D24A", "#38340A"},
    {"octagon", "margin=\"0.1,0.07\"", "#52606D", "#EEF1F4", "#9AA5B1", "#1E252C"},
    {"note", "margin=\"0.18,0.1\"", "#8E4A73", "#F8E9F1", "#DFA0C4", "#40243A"},
    {"tab", "margin=\"0.18,0.1\"", "#B34700", "#FCE8DC", "#FF8A4C", "#47210B"},
}};

struct LineRow {
  LineStyle style;
  std::string_view stroke, color, text, dark_color, dark_text, head;
  double width;
  std::string_view sample, meaning;
};

constexpr std::array<LineRow, kLineStyles.size()> kLines = {{
    {LineStyle::denied, "solid", "#7B8794", "#52606D", "#9AA5B1", "#C1CAD3", "tee", 1.3, "——|",
     "denied"},
    {LineStyle::hypothetical, "dashed", "#8E4A73", "#7A3B61", "#DFA0C4", "#DFA0C4", "onormal", 1.2,
     "– –▷", "possible"},
    {LineStyle::planned, "dashed", "#0072B2", "#005A8C", "#56B4E9", "#8CCBF0", "vee", 1.3, "– – –",
     "planned"},
    {LineStyle::ended, "solid", "#9AA5B1", "#616E7C", "#616E7C", "#9AA5B1", "vee", 0.7, "———",
     "ended (thin)"},
    {LineStyle::claimed, "dotted", "#B34700", "#8F3900", "#FF8A4C", "#FFB080", "vee", 2.0,
     "· · · ·", "said by one side"},
    {LineStyle::actual, "solid", "#52606D", "#3E4C59", "#9AA5B1", "#C1CAD3", "vee", 1.3, "———",
     "reported as fact"},
}};

constexpr bool in_order() {
  for (size_t i = 0; i < kLines.size(); ++i)
    if (static_cast<size_t>(kLines[i].style) != i) return false;
  return true;
}
static_assert(in_order(), "rows stand in the order of LineStyle");

}  // namespace

const Palette& palette(Theme theme) { return theme == Theme::light ? kLight : kDark; }

KindStyle kind_style(NodeKind kind, Theme theme) {
  const KindRow& row = kKinds[static_cast<size_t>(kind)];
  const bool light = theme == Theme::light;
  return {row.shape, row.attributes, light ? row.stroke : row.dark_stroke,
          light ? row.fill : row.dark_fill};
}

LineLook line_look(LineStyle style, Theme theme) {
  const LineRow& row = kLines[static_cast<size_t>(style)];
  const bool light = theme == Theme::light;
  return {row.stroke,
          light ? row.color : row.dark_color,
          light ? row.text : row.dark_text,
          row.head,
          row.width,
          row.sample,
          row.meaning};
}

}  // namespace entente
