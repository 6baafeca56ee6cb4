#include "extract/tables.h"

#include <algorithm>

namespace entente {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0;;) {
    const size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<std::vector<std::string_view>> table_rows(std::string_view text) {
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : split(text, '\n')) {
    if (without_blanks(line).empty() || line.front() == '#') continue;
    auto cells = split(line, '\t');
    std::transform(cells.begin(), cells.end(), cells.begin(), without_blanks);
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::vector<std::string_view> cell_values(std::string_view cell) {
  std::vector<std::string_view> values;
  for (const std::string_view part : split(cell, ';'))
    if (const auto value = without_blanks(part); !value.empty()) values.push_back(value);
  return values;
}

}  // namespace entente
