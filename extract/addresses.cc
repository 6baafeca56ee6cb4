#include "extract/addresses.h"

#include <algorithm>
#include <array>
#include <string>

namespace entente {
namespace {

// Longer runs are no addresses; the limit keeps matching linear in the length of the text.
constexpr size_t kLongestName = 64;  // RFC 5321, 4.5.3.1.1: local part
constexpr size_t kLongestAddress = 2048;

constexpr auto kSuffixes = std::to_array<std::string_view>(
    {"ac",  "au",   "be",   "biz", "br",   "ca",  "ch",  "cn",  "co",   "com", "csv",  "cz",  "de",
     "dk",  "doc",  "docx", "edu", "es",   "eu",  "exe", "fi",  "fm",   "fr",  "gif",  "gov", "gr",
     "htm", "html", "ie",   "il",  "info", "int", "io",  "ir",  "jp",   "jpg", "jpeg", "kr",  "mil",
     "mp3", "mx",   "net",  "nl",  "nz",   "org", "pdf", "php", "pl",   "png", "ppt",  "ru",  "se",
     "tr",  "tv",   "txt",  "ua",  "uk",   "url", "us",  "xls", "xlsx", "xml", "zip"});

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_letter(c) || is_digit(c); }
bool is_name(char c) { return is_word(c) || c == '-' || c == '_'; }
bool is_local(char c) {
  return is_name(c) || c == '.' || c == '+' || c == '%' || c == '=' || c == '~';
}

char at(std::string_view text, size_t index) { return index < text.size() ? text[index] : '\0'; }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (is_upper(c)) c = static_cast<char>(c | 0x20);
  return result;
}

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.size() > prefix.size() && lower(text.substr(0, prefix.size())) == prefix;
}

/// The length of an address that began at the start of `text`: up to a space or quotation mark,
/// without the punctuation at its end.
uint32_t rest_of_address(std::string_view text) {
  static constexpr std::string_view kEnds = " \t\r\n<>\"|{}^`[]";
  static constexpr std::string_view kTrailing = ".,;:!?'*_";
  text = text.substr(0, kLongestAddress);
  size_t end = std::min(text.find_first_of(kEnds), text.size());
  for (const std::string_view quote : {"”", "“", "’", "…", "»", "\xC2\xA0"})
    end = std::min(end, text.substr(0, end).find(quote));
  while (end > 0) {
    const char last = text[end - 1];
    const auto inside = text.substr(0, end);
    const bool unopened =
        last == ')' && std::ranges::count(inside, '(') < std::ranges::count(inside, ')');
    if (kTrailing.find(last) == std::string_view::npos && !unopened) break;
    --end;
  }
  // Not in the middle of a character where the limit cut it.
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  if (end == kLongestAddress) return 0;
  return static_cast<uint32_t>(end);
}

size_t skip(std::string_view text, size_t from, bool (*belongs)(char)) {
  const size_t limit = std::min(text.size(), from + kLongestName);
  while (from < limit && belongs(text[from])) ++from;
  return from;
}

/// "name.name.com" from `from`: its end, or `from`. The last name must be a known suffix unless
/// `suffix_known` is false.
size_t domain_end(std::string_view text, size_t from, bool any_suffix) {
  static constexpr int kMostNames = 8;
  size_t end = from, good = from;
  for (int names = 0; names < kMostNames; ++names) {
    const size_t next = skip(text, end, is_name);
    if (next == end || text[next - 1] == '-') break;
    if (names > 0) {
      const bool letters = std::ranges::all_of(text.substr(end, next - end), is_letter);
      const bool known = std::ranges::binary_search(kSuffixes, lower(text.substr(end, next - end)));
      if (known || (any_suffix && letters && next - end >= 2)) good = next;
    }
    if (at(text, next) != '.') break;
    end = next + 1;
  }
  return good;
}

uint32_t match_mail(std::string_view text) {
  const size_t local = skip(text, 0, is_local);
  if (local == 0 || at(text, local) != '@' || !is_word(at(text, local + 1))) return 0;
  const size_t end = domain_end(text, local + 1, true);
  return end == local + 1 ? 0 : static_cast<uint32_t>(end);
}

uint32_t match_domain(std::string_view text) {
  const size_t end = domain_end(text, 0, false);
  if (end == 0 || is_word(at(text, end))) return 0;
  // "said.In" is a missing space, not Indiana's domain.
  const size_t dot = text.substr(0, end).rfind('.');
  if (is_upper(text[dot + 1]) && is_lower(at(text, dot + 2))) return 0;
  if (at(text, end) != '/') return static_cast<uint32_t>(end);
  return std::max(static_cast<uint32_t>(end), rest_of_address(text));
}

/// "alt.animals.rights": names of groups have three parts in lower case.
uint32_t match_group(std::string_view text) {
  size_t end = 0, parts = 0;
  for (size_t next = skip(text, 0, is_lower); next - end >= 2; next = skip(text, end, is_lower)) {
    ++parts;
    end = next;
    if (at(text, end) != '.' || !is_lower(at(text, end + 1))) break;
    ++end;
  }
  return parts >= 3 && end > 0 && text[end - 1] != '.' && !is_word(at(text, end))
             ? static_cast<uint32_t>(end)
             : 0;
}

uint32_t match_handle(std::string_view text) {
  const size_t end = skip(text, 1, [](char c) { return is_word(c) || c == '_'; });
  return end > 1 && is_letter(text[1]) ? static_cast<uint32_t>(end) : 0;
}

}  // namespace

uint32_t match_address(std::string_view text) {
  const char first = text[0];
  if (first == '@' || first == '#') return match_handle(text);
  if (!is_word(first)) return 0;
  // Most words end at a space: look no further.
  size_t letters = 1;
  while (letters < text.size() && is_word(text[letters])) ++letters;
  if (letters == text.size() ||
      std::string_view(".@-_+%=~:").find(text[letters]) == std::string_view::npos)
    return 0;
  for (const std::string_view scheme : {"http://", "https://", "ftp://", "mailto:", "www."})
    if ((first | 0x20) == scheme[0] && begins_with(text, scheme)) return rest_of_address(text);
  const size_t local = skip(text, 0, is_local);
  const std::string_view run = text.substr(0, local);
  if (at(text, local) == '@') {
    if (const auto size = match_mail(text)) return size;
  }
  if (run.find('.') == std::string_view::npos) return 0;
  if (const auto size = match_domain(text)) return size;
  return match_group(text);
}

uint32_t match_hyphenated_number(std::string_view text) {
  static constexpr size_t kMostGroups = 4;
  std::array<size_t, kMostGroups> sizes{};
  size_t groups = 0, end = 0;
  while (groups < kMostGroups) {
    const size_t next = skip(text, end, is_digit);
    if (next == end) break;
    sizes[groups++] = next - end;
    end = next;
    if (at(text, end) != '-' || !is_digit(at(text, end + 1))) break;
    ++end;
  }
  if (is_word(at(text, end))) return 0;
  const bool local = groups == 2 && sizes[0] == 3 && sizes[1] == 4;
  const bool postal = groups == 2 && sizes[0] == 5 && sizes[1] == 4;
  return groups >= 3 || local || postal ? static_cast<uint32_t>(end) : 0;
}

}  // namespace entente
