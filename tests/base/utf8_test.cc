#include "base/utf8.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

namespace entente {
namespace {

/// Texts of any bytes, many of them pieces of UTF-8.
std::string random_bytes(std::mt19937& random, size_t most) {
  const std::string pieces[] = {"a",        " ",        "\u00e9", "\u20ac",  "\U0001F600",
                                "\xE2\x82", "\xF0\x9F", "\xC0",   "\xED\xA0"};
  std::string bytes;
  for (size_t length = random() % most; length > 0; --length) {
    bytes += random() % 2 != 0 ? pieces[random() % std::size(pieces)]
                               : std::string(1, static_cast<char>(random() % 256));
  }
  return bytes;
}

}  // namespace

TEST_CASE("repair_utf8 puts one U+FFFD for each maximal ill-formed part", "[base]") {
  struct Case {
    std::string bytes, text;
    std::vector<uint64_t> bad;
  };
  const std::string r = "\uFFFD";
  const Case cases[] = {
      {"", "", {}},
      {"Kyiv", "Kyiv", {}},
      {"\u00e9\u20ac\U0001F600", "\u00e9\u20ac\U0001F600", {}},
      {"\xF4\x8F\xBF\xBF", "\U0010FFFF", {}},
      {"a\xFFz", "a" + r + "z", {1}},
      {"\x80\x80", r + r, {0, 1}},
      {"\xC3", r, {0}},
      {"\xC3 ", r + " ", {0}},
      {"\xE2\x82", r, {0}},
      {"\xE2\x82 \xAC", r + " " + r, {0, 3}},
      {"\xF0\x9F\x98!", r + "!", {0}},
      // Overlong forms, surrogates and what lies beyond U+10FFFF: no byte begins a sequence.
      {"\xC0\xAF", r + r, {0, 1}},
      {"\xE0\x80\xAF", r + r + r, {0, 1, 2}},
      {"\xED\xA0\x80", r + r + r, {0, 1, 2}},
      {"\xF4\x90\x80\x80", r + r + r + r, {0, 1, 2, 3}},
      {"\xF5\x80", r + r, {0, 1}},
      // Unicode 15, table 3-8 and table 3-11.
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
       r + r + r + r + r + r + r + r + "A",
       {0, 1, 2, 3, 4, 5, 6, 7}},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", r + r + r + r + "A", {0, 2, 3, 6}},
  };
  for (const auto& [bytes, text, bad] : cases) {
    CAPTURE(bytes);
    const RepairedText repaired = repair_utf8(bytes);
    CHECK(repaired.text == text);
    CHECK(repaired.bad_offsets == bad);
  }
}

TEST_CASE("what repair_utf8 gives is valid and, once repaired, stays", "[base]") {
  std::mt19937 random(11);
  for (int round = 0; round < 3'000; ++round) {
    const std::string bytes = random_bytes(random, 60);
    CAPTURE(bytes);
    const RepairedText once = repair_utf8(bytes);
    const RepairedText twice = repair_utf8(once.text);
    CHECK(twice.bad_offsets.empty());
    CHECK(twice.text == once.text);
    CHECK(std::is_sorted(once.bad_offsets.begin(), once.bad_offsets.end()));
    if (once.bad_offsets.empty()) CHECK(once.text == bytes);
  }
}

TEST_CASE("first_code_point reads one code point", "[base]") {
  struct Case {
    std::string text;
    char32_t value;
    uint32_t size;
  };
  const Case cases[] = {
      {"az", U'a', 1}, {"\u00e9z", 0xE9, 2}, {"\u20acz", 0x20AC, 3}, {"\U0001F600z", 0x1F600, 4}};
  for (const auto& [text, value, size] : cases) {
    CAPTURE(text);
    CHECK(first_code_point(text).value == value);
    CHECK(first_code_point(text).size == size);
  }
}

TEST_CASE("classes of code points", "[base]") {
  struct Case {
    char32_t c;
    std::string classes;  // letter, upper, lower, digit, space, punctuation
  };
  const Case cases[] = {
      {U'a', "l-l"}, {U'Z', "lu"},  {U'7', "d"},    {U' ', "s"},   {U'\n', "s"}, {U'.', "p"},
      {0xE9, "l-l"}, {0x11E, "lu"}, {0x301, "l"},   {0x4E2D, "l"}, {0x967, "d"}, {0xA0, "s"},
      {0x2028, "s"}, {0x85, "s"},   {0x2019, "p"},  {0x2014, "p"}, {0x20AC, ""}, {0x1F600, ""},
      {U'+', ""},    {0x1C5, "lu"}, {0x10FFFF, ""}, {0x7F, ""},
  };
  for (const auto& [c, classes] : cases) {
    CAPTURE(static_cast<uint32_t>(c));
    std::string found;
    if (is_letter(c)) found += 'l';
    if (is_upper(c)) found += 'u';
    if (is_lower(c)) found += "-l";
    if (is_digit(c)) found += 'd';
    if (is_space(c)) found += 's';
    if (is_punctuation(c)) found += 'p';
    CHECK(found == classes);
  }
}

TEST_CASE("lower_case and upper_case map code point by code point", "[base]") {
  CHECK(lower_case("KYIV 2019") == "kyiv 2019");
  CHECK(lower_case("ÉTAT МОСКВА") == "état москва");
  CHECK(upper_case("état москва") == "ÉTAT МОСКВА");
  CHECK(lower_case("").empty());
  CHECK(upper_case("東京") == "東京");
}

TEST_CASE("fold makes spellings of one name equal", "[base]") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"", ""},
      {"ERDOGAN", "erdogan"},
      {"Erdoğan", "erdogan"},
      {"Erdog\u0306an", "erdogan"},
      {"São Tomé", "sao tome"},
      {"Straße", "strasse"},
      {"ﬁve", "five"},
      {"Москва", "москва"},
      {"Ａ", "a"},
      {"soft\u00ADhyphen", "softhyphen"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(fold(text) == expected);
  }
}

TEST_CASE("fold and slug give valid text that folding leaves alone", "[base]") {
  std::mt19937 random(5);
  for (int round = 0; round < 2'000; ++round) {
    const std::string text = repair_utf8(random_bytes(random, 30)).text;
    CAPTURE(text);
    CHECK(repair_utf8(fold(text)).bad_offsets.empty());
    CHECK(fold(fold(text)) == fold(text));
    CHECK(slug(slug(text)) == slug(text));
    CHECK_FALSE(slug(text).starts_with('-'));
    CHECK_FALSE(slug(text).ends_with('-'));
  }
}

TEST_CASE("slug", "[base]") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"", ""},
      {"...", ""},
      {"Treaty of San Francisco", "treaty-of-san-francisco"},
      {"  Group of 20 (G20) ", "group-of-20-g20"},
      {"U.S.", "us"},
      {"People's Republic", "peoples-republic"},
      {"People\u2019s Republic", "peoples-republic"},
      {"Iran\u2013Iraq War", "iran-iraq-war"},
      {"Москва", "москва"},
      {"東京", "東京"},
      {"<script>\"\\", "script"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(slug(text) == expected);
  }
}

TEST_CASE("CodePointIndex counts as counting one by one does", "[base]") {
  std::mt19937 random(7);
  for (const size_t most : {1, 2, 70, 700}) {
    for (int round = 0; round < 50; ++round) {
      const std::string text = repair_utf8(random_bytes(random, most)).text;
      CAPTURE(text);
      const CodePointIndex index(text);
      uint32_t count = 0;
      for (uint32_t byte = 0; byte <= text.size(); ++byte) {
        REQUIRE(index.code_point(byte) == count);
        const bool first_of_character =
            byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
        count += first_of_character;
      }
    }
  }
  const CodePointIndex index("\u00e9\u20acx");
  CHECK(index.span({2, 5}) == CodePointSpan{1, 2});
}

}  // namespace entente
