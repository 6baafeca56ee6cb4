#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"

namespace entente {

/// Text in one look.
struct Piece {
  std::string text;
  Look look = Look::plain;
};

/// Text in several looks, read one after the other. Styles are applied when it is printed.
using Text = std::vector<Piece>;

Text& operator+=(Text& text, Piece piece);
Text& operator+=(Text& text, const Text& more);

/// Columns that a text takes on a terminal; wide characters take two, combining marks none.
size_t display_width(std::string_view text);
size_t display_width(const Text& text);

/// Text as it may go to a terminal: control characters, which could steer it, become spaces.
std::string printable(std::string_view text);

/// On one line, printable.
std::string print(const Text& text, const Style& style);

/// On lines of at most `style.width` columns, broken at spaces (runs of which count as one), each
/// indented by `indent` spaces and ended by a line feed. A longer word has a line of its own.
std::string wrap(const Text& text, size_t indent, const Style& style);

/// Rows of cells, each column as wide as its widest cell and two spaces between; the last column
/// is wrapped, as far as it is at least 20 wide. Every line is indented and ended by a line feed.
std::string table(const std::vector<std::vector<Text>>& rows, size_t indent, const Style& style);

}  // namespace entente
