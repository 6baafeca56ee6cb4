#include "extract/sentences.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tokenize.h"

namespace entente {
namespace {

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> result;
  const auto tokens = tokenize(text);
  uint32_t next = 0;
  for (const TokenSpan span : split_sentences(text, tokens)) {
    CHECK(span.begin == next);
    REQUIRE(!span.empty());
    next = span.end;
    const uint32_t begin = tokens[span.begin].begin;
    result.emplace_back(text.substr(begin, tokens[span.end - 1].end - begin));
  }
  CHECK(next == tokens.size());
  return result;
}

TEST_CASE("split_sentences", "[extract]") {
  struct Case {
    std::string_view text;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"", {}},
      {"Kyiv signed. Chad left.", {"Kyiv signed.", "Chad left."}},
      {"The U.S. envoy met Gen. J. Smith. He left.",
       {"The U.S. envoy met Gen. J. Smith.", "He left."}},
      {"They went to the U.S. The envoy left.", {"They went to the U.S.", "The envoy left."}},
      {"\"Stop.\" He left.", {"\"Stop.\"", "He left."}},
      {"“Why?” he asked. (No one knew.) It ended.",
       {"“Why?” he asked.", "(No one knew.)", "It ended."}},
      {"Talks begin\n\nThe talks began", {"Talks begin", "The talks began"}},
      {"A line that was wrapped because it was\nToo long to stand on one line here\nalone.",
       {"A line that was wrapped because it was\nToo long to stand on one line here\nalone."}},
      {"Headline here\nThe first sentence of the text is much longer than that.",
       {"Headline here", "The first sentence of the text is much longer than that."}},
      {"1. One item. 2. Two items.", {"1. One item.", "2. Two items."}},
      {"He left in 1805. [6] She stayed.", {"He left in 1805. [6]", "She stayed."}},
      {"BOULDER (UPI) -- The envoy left.", {"BOULDER (UPI) --", "The envoy left."}},
      {"Ann Lee 10/26/2000 11:07 AM Thank you", {"Ann Lee 10/26/2000 11:07 AM", "Thank you"}},
      {"i went. it was good.", {"i went.", "it was good."}},
      {"Wait... what?! Yes.", {"Wait... what?!", "Yes."}},
      {"It fell 3.5 points vs. No. 4 of Acme Inc. on Monday.",
       {"It fell 3.5 points vs. No. 4 of Acme Inc. on Monday."}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(sentences(text) == expected);
  }
}

TEST_CASE("a long text without sentence ends is one sentence, in linear time", "[extract]") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += i % 2 == 0 ? ") " : "[\n";
  CHECK_FALSE(sentences(text).empty());
  CHECK(sentences("x." + std::string(200'000, ')')).size() == 1);
}

}  // namespace
}  // namespace entente
