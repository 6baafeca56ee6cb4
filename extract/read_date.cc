#include "extract/read_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr size_t kDatelineBytes = 160;
constexpr int kDatelineLines = 3;
constexpr size_t kPlaceWords = 6;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The first bytes of a text, whole code points.
std::string_view head(std::string_view text, size_t size) {
  if (size >= text.size()) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Takes a prefix off, and the blanks before it.
bool take(std::string_view& text, std::string_view prefix) {
  std::string_view rest = text;
  while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
  if (!rest.starts_with(prefix)) return false;
  text = rest.substr(prefix.size());
  return true;
}

/// Takes 1 to `most` digits off; absent, and nothing taken, where there are none or more.
std::optional<unsigned> take_number(std::string_view& text, size_t most) {
  std::string_view rest = text;
  take(rest, "");
  unsigned value = 0;
  size_t size = 0;
  for (; size < rest.size() && rest[size] >= '0' && rest[size] <= '9'; ++size) {
    if (size == most) return std::nullopt;
    value = value * 10 + static_cast<unsigned>(rest[size] - '0');
  }
  if (size == 0) return std::nullopt;
  text = rest.substr(size);
  return value;
}

std::string take_word(std::string_view& text) {
  take(text, "");
  size_t size = 0;
  while (size < text.size() && is_word_byte(text[size])) ++size;
  std::string word = lower_case(text.substr(0, size));
  text.remove_prefix(size);
  return word;
}

/// 1 to 12 for the name of a month, whole or cut to three letters or more; else 0.
unsigned month_number(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word.size() < 3) return 0;
  const auto found = std::find_if(kMonths.begin(), kMonths.end(),
                                  [&](std::string_view month) { return month.starts_with(word); });
  return found == kMonths.end() ? 0 : static_cast<unsigned>(found - kMonths.begin()) + 1;
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  return std::find(kDays.begin(), kDays.end(), word) != kDays.end();
}

unsigned take_month(std::string_view& text) {
  std::string_view rest = text;
  const unsigned month = month_number(take_word(rest));
  if (month == 0) return 0;
  take(rest, ".");
  text = rest;
  return month;
}

std::optional<Date> take_year(std::string_view& text, unsigned month, unsigned day) {
  const std::string_view before = text;
  const auto year = take_number(text, 4);
  const auto date =
      year && *year >= 1000 ? Date::make(static_cast<int>(*year), month, day) : std::nullopt;
  if (!date) text = before;
  return date;
}

/// "18 April 2019"
std::optional<Date> take_day_first(std::string_view text, std::string_view& rest) {
  const auto day = take_number(text, 2);
  if (!day || *day == 0) return std::nullopt;
  const unsigned month = take_month(text);
  if (month == 0) return std::nullopt;
  take(text, ",");
  const auto date = take_year(text, month, *day);
  rest = text;
  return date;
}

/// "April 18, 2019"
std::optional<Date> take_month_first(std::string_view text, std::string_view& rest) {
  const unsigned month = take_month(text);
  const auto day = month == 0 ? std::nullopt : take_number(text, 2);
  if (!day || *day == 0) return std::nullopt;
  take(text, ",");
  const auto date = take_year(text, month, *day);
  rest = text;
  return date;
}

/// "2019-04-18"
std::optional<Date> take_iso(std::string_view text, std::string_view& rest) {
  constexpr size_t kSize = 10;
  take(text, "");
  const auto date = Date::parse(text.substr(0, kSize));
  if (!date || !date->has_day() || date->year() < 0) return std::nullopt;
  rest = text.substr(kSize);
  if (!rest.empty() && is_word_byte(rest.front())) return std::nullopt;
  return date;
}

/// A day at the start of a text, and in `rest` what follows it.
std::optional<Date> take_day(std::string_view text, std::string_view& rest) {
  if (auto date = take_iso(text, rest)) return date;
  if (auto date = take_day_first(text, rest)) return date;
  return take_month_first(text, rest);
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> result;
  size_t begin = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !is_blank(text[i]) && text[i] != '/') continue;
    if (i > begin) result.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return result;
}

/// Whether some words are written as the place of a dateline: "WASHINGTON", "Rio de Janeiro".
bool is_place(std::string_view text) {
  constexpr std::array<std::string_view, 9> kSmall = {"of", "de", "da",  "do", "la",
                                                      "le", "el", "and", "del"};
  constexpr std::array<std::string_view, 10> kNotFirst = {
      "On", "In", "At", "From", "By", "Since", "Until", "Before", "After", "The"};
  const auto parts = words(text);
  if (parts.empty() || parts.size() > kPlaceWords) return false;
  if (std::find(kNotFirst.begin(), kNotFirst.end(), parts.front()) != kNotFirst.end()) return false;
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view word) {
    return is_upper(first_code_point(word).value) ||
           std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
  });
}

/// Takes the commas, dashes and weekdays off that stand between a place and its date.
std::string_view without_separators(std::string_view text) {
  for (bool changed = true; changed;) {
    changed = false;
    text = without_blanks(text);
    for (const std::string_view mark : {",", "-", "\u2013", "\u2014", "("}) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      changed = true;
    }
    size_t begin = text.size();
    while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
    if (begin < text.size() && is_weekday(lower_case(text.substr(begin)))) {
      text = text.substr(0, begin);
      changed = true;
    }
  }
  return text;
}

/// Whether a dateline may go on like this after its date.
bool ends_dateline(std::string_view rest) {
  rest = without_blanks(rest);
  if (rest.empty()) return true;
  for (const std::string_view mark : {"-", "\u2013", "\u2014", "(", ")", ":", "."}) {
    if (rest.starts_with(mark)) return true;
  }
  // The hour: "Washington, February 11, 1963, 7:44 p.m."
  return take(rest, ",") && take_number(rest, 4).has_value();
}

std::optional<Date> line_date(std::string_view line) {
  line = head(without_blanks(line), kDatelineBytes);
  for (size_t i = 0; i < line.size(); ++i) {
    if (!is_word_byte(line[i]) || (i > 0 && is_word_byte(line[i - 1]))) continue;
    std::string_view rest;
    const auto date = take_day(line.substr(i), rest);
    if (!date) continue;
    const std::string_view before = without_separators(line.substr(0, i));
    const bool alone = before.empty() && without_blanks(rest).empty();
    return alone || (is_place(before) && ends_dateline(rest)) ? date : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Date> leading_date(std::string_view text) {
  std::string_view rest = head(text, kDatelineBytes);
  if (take_word(rest) != "date") return std::nullopt;
  take(rest, ":");
  return take_day(rest, rest);
}

}  // namespace

std::optional<Date> text_date(std::string_view text) {
  const size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return std::nullopt;
  text.remove_prefix(start);
  if (const auto date = leading_date(text)) return date;
  for (int lines = 0; lines < kDatelineLines && !text.empty();) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (const auto date = line_date(line)) return date;
    if (!without_blanks(line).empty()) ++lines;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return std::nullopt;
}

std::optional<Date> timestamp_date(std::string_view text) {
  text = without_blanks(text);
  const size_t end = text.find_first_of("T ");
  return Date::parse(text.substr(0, end));
}

}  // namespace entente
