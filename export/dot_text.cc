#include "export/dot_text.h"

#include <array>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEllipsis = "…";

/// Whether XML 1.0 allows the character in a text, white space aside.
bool is_printable(char32_t c) {
  return c >= 0x20 && !(c >= 0x7F && c < 0xA0) && c != 0xFFFE && c != 0xFFFF;
}

/// Calls append(bytes of one code point, its value) for each code point.
template <class Append>
void each_code_point(std::string_view text, Append append) {
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    append(text.substr(0, c.size), c.value);
    text.remove_prefix(c.size);
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  each_code_point(text, [&](std::string_view bytes, char32_t c) {
    if (is_space(c)) {
      inside = false;
      return;
    }
    if (!inside) words.emplace_back();
    inside = true;
    words.back() += bytes;
  });
  return words;
}

/// The first `count` code points.
std::string head(std::string_view text, size_t count) {
  size_t end = 0;
  for (; count > 0 && end < text.size(); --count) end += first_code_point(text.substr(end)).size;
  return std::string(text.substr(0, end));
}

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string year(int number) {
  return number > 0 ? std::to_string(number) : std::to_string(1 - number) + " BC";
}

}  // namespace

std::string dot_quoted(std::string_view text) {
  std::string result = "\"";
  each_code_point(text, [&](std::string_view bytes, char32_t c) {
    if (c == '"')
      result += "\\\"";
    else if (c == '\\')
      result += "\\\\";
    else if (c == '\n')
      result += "\\n";
    else if (c == '\t' || c == '\r')
      result += ' ';
    else
      result += is_printable(c) ? bytes : kReplacement;
  });
  return result + "\"";
}

std::string dot_html(std::string_view text) {
  std::string result;
  bool blank = true;
  each_code_point(text, [&](std::string_view bytes, char32_t c) {
    blank = blank && is_space(c);
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else if (is_space(c))
      result += ' ';
    else
      result += is_printable(c) ? bytes : kReplacement;
  });
  return blank ? "–" : result;
}

std::string fragment_url(std::string_view id) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kKept = "-._~:/@";
  std::string url = "#";
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kKept.find(c) != std::string_view::npos) {
      url += c;
    } else {
      url += '%';
      url += kHex[byte >> 4];
      url += kHex[byte & 15];
    }
  }
  return url;
}

size_t count_code_points(std::string_view text) {
  return CodePointIndex(text).code_point(static_cast<uint32_t>(text.size()));
}

std::vector<std::string> wrap(std::string_view text, size_t width, size_t lines) {
  std::vector<std::string> result;
  bool cut = false;
  for (const std::string& word : words_of(text)) {
    const size_t length = count_code_points(word);
    if (!result.empty() && count_code_points(result.back()) + 1 + length <= width) {
      result.back() += " " + word;
    } else if (result.size() < lines) {
      cut = cut || length > width;
      result.push_back(length > width ? head(word, width - 1) : word);
    } else {
      cut = true;
    }
    if (cut) break;
  }
  if (result.empty()) result.emplace_back();
  if (cut) {
    if (count_code_points(result.back()) >= width) result.back() = head(result.back(), width - 1);
    result.back() += kEllipsis;
  }
  return result;
}

std::string readable(const Date& date) {
  std::string text;
  if (date.has_day()) text += std::to_string(date.day()) + " ";
  if (date.has_month()) text += std::string(kMonths[date.month() - 1]) + " ";
  return text + year(date.year());
}

std::string readable(const Interval& interval) {
  if (!interval.end()) return "since " + readable(*interval.begin());
  if (!interval.begin()) return "until " + readable(*interval.end());
  const Date &begin = *interval.begin(), &end = *interval.end();
  if (begin == end) return readable(begin);
  if (begin.has_day() && end.has_day() && begin.month_of() == end.month_of())
    return std::to_string(begin.day()) + "–" + readable(end);
  return readable(begin) + " – " + readable(end);
}

std::string counted(size_t count, std::string_view singular, std::string_view plural) {
  std::string digits = std::to_string(count);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits + " " + std::string(count == 1 ? singular : plural);
}

}  // namespace entente
