#include "extract/tokenize.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace entente {
namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> result;
  for (const ByteSpan span : tokenize(text))
    result.emplace_back(text.substr(span.begin, span.size()));
  return result;
}

/// Whether the tokens are ascending, disjoint and not empty, and leave out only white space.
bool covers(std::string_view text) {
  uint32_t at = 0;
  for (const ByteSpan span : tokenize(text)) {
    if (span.begin < at || span.empty() || span.end > text.size()) return false;
    if (text.substr(at, span.begin - at).find_first_not_of(" \n\t\r\v\f") != std::string_view::npos)
      return false;
    at = span.end;
  }
  return text.substr(at).find_first_not_of(" \n\t\r\v\f") == std::string_view::npos;
}

TEST_CASE("tokenize", "[extract]") {
  struct Case {
    std::string_view text;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"", {}},
      {" \n\t ", {}},
      {"Kyiv signed.", {"Kyiv", "signed", "."}},
      {"U.S. envoy", {"U.S.", "envoy"}},
      {"Gen. J. Smith", {"Gen.", "J.", "Smith"}},
      {"Abe's don't cannot", {"Abe", "'s", "do", "n't", "can", "not"}},
      {"it’s wouldn’t’ve", {"it", "’s", "would", "n’t", "’ve"}},
      {"Pirates' O'Brien Shi'ite o'clock", {"Pirates", "'", "O'Brien", "Shi'ite", "o'clock"}},
      {"Russian-controlled anti-war", {"Russian", "-", "controlled", "anti-war"}},
      {"$5.4 US$1,000 5%", {"$", "5.4", "US$", "1,000", "5", "%"}},
      {"9:00 a.m., 10pm", {"9:00", "a.m.", ",", "10", "pm"}},
      {"11/28/2000 1990-1995 713-853-3989", {"11/28/2000", "1990", "-", "1995", "713-853-3989"}},
      {"No. 5. No.", {"No.", "5", ".", "No", "."}},
      {"3rd 1990s '90s 60's", {"3rd", "1990s", "'90s", "60's"}},
      {"see http://un.org/a?b=1.", {"see", "http://un.org/a?b=1", "."}},
      {"(un.org), press@un.org.", {"(", "un.org", ")", ",", "press@un.org", "."}},
      {"said.In AT&T", {"said", ".", "In", "AT&T"}},
      {"“Yes,” ‘no’ \"a\"", {"“", "Yes", ",", "”", "‘", "no", "’", "\"", "a", "\""}},
      {"wait... no -- what?!", {"wait", "...", "no", "--", "what", "?!"}},
      {"and/or [1]", {"and", "/", "or", "[", "1", "]"}},
      {"👍🏽 🇯🇵🇷🇺 ok :)", {"👍🏽", "🇯🇵", "🇷🇺", "ok", ":)"}},
      {"Владимир Путин, 日本", {"Владимир", "Путин", ",", "日本"}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(words(text) == expected);
    CHECK(covers(text));
  }
}

TEST_CASE("tokens cover any bytes", "[extract]") {
  static constexpr std::string_view kPieces[] = {
      "a",        "Z",    "'",       "’",    ".",        "-",   " ",  "\n",     "9",
      "@",        "www.", "http://", "\xFF", "\xE2\x80", "n't", "&",  "$",      "😀",
      "\xC2\xA0", "com",  "/",       ":",    ")",        "é",   "日", "\u200D", "_"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (size_t i = random() % 24; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    CAPTURE(text);
    uint32_t at = 0;
    for (const ByteSpan span : tokenize(text)) {
      REQUIRE(span.begin >= at);
      REQUIRE(span.end > span.begin);
      REQUIRE(span.end <= text.size());
      // What lies between tokens is spaces, of which this test makes three kinds.
      std::string gap = text.substr(at, span.begin - at);
      for (size_t nbsp = gap.find("\xC2\xA0"); nbsp != gap.npos; nbsp = gap.find("\xC2\xA0"))
        gap.erase(nbsp, 2);
      REQUIRE(gap.find_first_not_of(" \n") == std::string::npos);
      at = span.end;
    }
  }
}

TEST_CASE("tokenize takes time linear in one long word", "[extract]") {
  for (const std::string_view unit : {"a.", "a-", "a@", "(", "1,", "www.", "'", "a'"}) {
    std::string text;
    while (text.size() < 400'000) text += unit;
    CAPTURE(unit);
    CHECK(covers(text));
  }
}

}  // namespace
}  // namespace entente
