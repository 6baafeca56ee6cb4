#include "cli/text.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr size_t kGap = 2;               // between the columns of a table
constexpr size_t kLeastLastColumn = 20;  // narrower, wrapped text is unreadable

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);  // the last two steer the direction of writing
}

/// The words of a text; a word may have several looks.
std::vector<Text> words_of(const Text& text) {
  std::vector<Text> words;
  bool inside = false;
  for (const Piece& piece : text) {
    const std::string clean = printable(piece.text);
    for (size_t begin = 0; begin < clean.size();) {
      if (clean[begin] == ' ') {
        inside = false;
        ++begin;
        continue;
      }
      const size_t end = std::min(clean.find(' ', begin), clean.size());
      if (!inside) words.emplace_back();
      words.back() += Piece{clean.substr(begin, end - begin), piece.look};
      inside = true;
      begin = end;
    }
  }
  return words;
}

/// Adjacent pieces of one look as one, so that escapes do not surround every word.
void append(Text& line, const Text& word) {
  for (const Piece& piece : word) {
    if (!line.empty() && line.back().look == piece.look)
      line.back().text += piece.text;
    else
      line.push_back(piece);
  }
}

void append_space(Text& line, const Text& next) {
  const bool same = line.back().look == next.front().look;
  if (same)
    line.back().text += ' ';
  else
    line.push_back({" ", Look::plain});
}

std::vector<Text> lines_of(const Text& text, size_t width) {
  std::vector<Text> lines(1);
  size_t used = 0;
  for (const Text& word : words_of(text)) {
    const size_t size = display_width(word);
    if (used > 0 && used + 1 + size > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) append_space(lines.back(), word);
    append(lines.back(), word);
    used += size + (used > 0 ? 1 : 0);
  }
  return lines;
}

std::vector<size_t> column_widths(const std::vector<std::vector<Text>>& rows) {
  std::vector<size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  return widths;
}

}  // namespace

Text& operator+=(Text& text, Piece piece) {
  text.push_back(std::move(piece));
  return text;
}

Text& operator+=(Text& text, const Text& more) {
  text.insert(text.end(), more.begin(), more.end());
  return text;
}

size_t display_width(std::string_view text) {
  size_t width = 0;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value));
    width += static_cast<size_t>(is_control(c.value) ? 1 : std::max(0, columns));
    text.remove_prefix(c.size);
  }
  return width;
}

size_t display_width(const Text& text) {
  size_t width = 0;
  for (const Piece& piece : text) width += display_width(piece.text);
  return width;
}

std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (is_control(c.value))
      result += ' ';
    else
      result.append(text.substr(0, c.size));
    text.remove_prefix(c.size);
  }
  return result;
}

std::string print(const Text& text, const Style& style) {
  std::string result;
  for (const Piece& piece : text) result += paint(printable(piece.text), piece.look, style);
  return result;
}

std::string wrap(const Text& text, size_t indent, const Style& style) {
  const size_t width = style.width > indent ? style.width - indent : 1;
  std::string result;
  for (const Text& line : lines_of(text, width))
    result += std::string(indent, ' ') + print(line, style) + "\n";
  return result;
}

std::string table(const std::vector<std::vector<Text>>& rows, size_t indent, const Style& style) {
  const std::vector<size_t> widths = column_widths(rows);
  std::string result;
  for (const auto& row : rows) {
    std::string line(indent, ' ');
    size_t column = indent;
    for (size_t i = 0; i + 1 < row.size(); ++i) {
      const size_t padding = widths[i] - display_width(row[i]) + kGap;
      line += print(row[i], style) + std::string(padding, ' ');
      column += widths[i] + kGap;
    }
    if (row.empty()) continue;
    const size_t space = style.width > column ? style.width - column : 0;
    const auto lines = lines_of(row.back(), std::max(space, kLeastLastColumn));
    for (size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) line += "\n" + std::string(column, ' ');
      line += print(lines[i], style);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    result += line + "\n";
  }
  return result;
}

}  // namespace entente
