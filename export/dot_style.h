#pragma once

#include <string_view>

#include "export/diagram.h"

namespace entente {

/// Colours of a theme that are not those of kinds or lines.
struct Palette {
  std::string_view background, text, faint, cluster_stroke, cluster_fill;
};
const Palette& palette(Theme theme);

/// How a kind of node looks.
struct KindStyle {
  std::string_view shape, attributes;  ///< the rest of what makes its outline
  std::string_view stroke, fill;
};
KindStyle kind_style(NodeKind kind, Theme theme);

/// How a line looks. The stroke differs as well as the colour.
struct LineLook {
  std::string_view stroke;  ///< "dashed"
  std::string_view color, text;
  std::string_view head;             ///< arrow head
  double width;                      ///< of a single piece of evidence
  std::string_view sample, meaning;  ///< in the legend
};
LineLook line_look(LineStyle style, Theme theme);

}  // namespace entente
