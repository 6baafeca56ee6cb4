#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace entente {

enum class ColorChoice { automatic, always, never };

/// Where a verb reads and writes, and what stands at the other end.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool plain = false;   ///< NO_COLOR is set or the terminal is dumb: no colour unless asked for
  unsigned width = 80;  ///< columns of the terminal, at least 40
};

/// The console of this process: standard streams, the terminal's width or $COLUMNS, NO_COLOR, TERM.
Console process_console();

/// How text is laid out.
struct Style {
  bool color = false;
  unsigned width = 80;
};

Style style_for(const Console& console, ColorChoice choice);

/// Looks of text; without colour all of them are plain.
enum class Look {
  plain,
  bold,
  dim,
  person,
  organization,
  state,
  territory,
  group,
  agreement,
  event,
  good,
  planned,
  warning,
  bad
};

/// Text in a look: ANSI escapes around it if the style has colour.
std::string paint(std::string_view text, Look look, const Style& style);

}  // namespace entente
