#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <memory>

namespace entente {
namespace {

constexpr uint32_t kBlock = 64;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// The length of the well-formed sequence at the start of `bytes`; if there is none, 0 and in
/// `bad` the length of the maximal ill-formed part (Unicode 15, table 3-7).
size_t well_formed_length(std::string_view bytes, size_t& bad) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(0);
  bad = 1;
  if (lead < 0x80) return 1;
  size_t length = 0;
  unsigned char low = 0x80, high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) length = 2;
  if (lead >= 0xE0 && lead <= 0xEF) length = 3;
  if (lead >= 0xF0 && lead <= 0xF4) length = 4;
  if (length == 0) return 0;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (size_t i = 1; i < length; ++i, low = 0x80, high = 0xBF) {
    if (i == bytes.size() || byte(i) < low || byte(i) > high) {
      bad = i;
      return 0;
    }
  }
  return length;
}

template <class Map>
std::string map_code_points(std::string_view text, Map map) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    utf8proc_uint8_t buffer[4];
    const auto size = utf8proc_encode_char(map(static_cast<utf8proc_int32_t>(c.value)), buffer);
    result.append(reinterpret_cast<const char*>(buffer), static_cast<size_t>(size));
    text.remove_prefix(c.size);
  }
  return result;
}

utf8proc_category_t category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string ascii_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return result;
}

}  // namespace

RepairedText repair_utf8(std::string_view bytes) {
  RepairedText result;
  result.text.reserve(bytes.size());
  for (size_t i = 0; i < bytes.size();) {
    size_t bad = 0;
    const size_t length = well_formed_length(bytes.substr(i), bad);
    if (length > 0) {
      result.text.append(bytes, i, length);
      i += length;
    } else {
      result.bad_offsets.push_back(i);
      result.text.append(kReplacement);
      i += bad;
    }
  }
  return result;
}

CodePoint first_code_point(std::string_view text) {
  assert(!text.empty());
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return {lead, 1};
  utf8proc_int32_t value = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &value);
  assert(size > 0);
  return {static_cast<char32_t>(value), static_cast<uint32_t>(size)};
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const auto k = category(c);
  return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return category(c) == UTF8PROC_CATEGORY_LU || category(c) == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return category(c) == UTF8PROC_CATEGORY_LL;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D);
  const auto k = category(c);
  return c == 0x85 || (k >= UTF8PROC_CATEGORY_ZS && k <= UTF8PROC_CATEGORY_ZP);
}

bool is_punctuation(char32_t c) {
  const auto k = category(c);
  return k >= UTF8PROC_CATEGORY_PC && k <= UTF8PROC_CATEGORY_PO;
}

std::string lower_case(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  return map_code_points(text, utf8proc_tolower);
}

std::string upper_case(std::string_view text) { return map_code_points(text, utf8proc_toupper); }

std::string fold(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  utf8proc_uint8_t* mapped = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                     UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return lower_case(text);
  return std::string(reinterpret_cast<const char*>(mapped), static_cast<size_t>(size));
}

std::string slug(std::string_view text) {
  const std::string folded = fold(text);
  std::string result;
  bool gap = false;
  for (std::string_view rest = folded; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    if (is_letter(c.value) || is_digit(c.value)) {
      if (gap && !result.empty()) result += '-';
      gap = false;
      result.append(rest.substr(0, c.size));
    } else if (c.value != '\'' && c.value != '.' && c.value != 0x2019) {
      gap = true;  // an apostrophe or full stop inside a word leaves no gap: "u-s" is not "us"
    }
    rest.remove_prefix(c.size);
  }
  return result;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  counts_.reserve(text.size() / kBlock + 1);
  uint32_t count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i % kBlock == 0) counts_.push_back(count);
    count += !is_continuation(static_cast<unsigned char>(text[i]));
  }
  if (text.size() % kBlock == 0) counts_.push_back(count);
}

uint32_t CodePointIndex::code_point(uint32_t byte) const {
  assert(byte <= text_.size());
  uint32_t count = counts_[byte / kBlock];
  for (uint32_t i = byte / kBlock * kBlock; i < byte; ++i)
    count += !is_continuation(static_cast<unsigned char>(text_[i]));
  return count;
}

}  // namespace entente
