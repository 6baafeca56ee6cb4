#include "export/dot_text.h"

#include <catch2/catch.hpp>

namespace entente {

TEST_CASE("wrap breaks between words and cuts what does not fit", "[export]") {
  struct Case {
    std::string text;
    size_t width, lines;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"", 5, 2, {""}},
      {"  one \n two ", 10, 1, {"one two"}},
      {"one two", 3, 2, {"one", "two"}},
      {"one two three", 3, 2, {"one", "tw…"}},
      {"overlong", 4, 2, {"ove…"}},
      {"çğüş öl", 5, 1, {"çğüş…"}},
      {"Ministry of Foreign and European Affairs",
       24,
       2,
       {"Ministry of Foreign and", "European Affairs"}},
  };
  for (const auto& [text, width, lines, expected] : cases) {
    CAPTURE(text);
    CHECK(wrap(text, width, lines) == expected);
  }
}

TEST_CASE("readable dates", "[export]") {
  struct Case {
    std::string interval, expected;
  };
  const Case cases[] = {
      {"2019", "2019"},
      {"2019-04", "Apr 2019"},
      {"2019-04-18", "18 Apr 2019"},
      {"-0043-03-15", "15 Mar 44 BC"},
      {"2019-05-11/2019-05-12", "11–12 May 2019"},
      {"2019-05-30/2019-06-02", "30 May 2019 – 2 Jun 2019"},
      {"1992/..", "since 1992"},
      {"../1991-12", "until Dec 1991"},
  };
  for (const auto& [interval, expected] : cases) {
    CAPTURE(interval);
    CHECK(readable(*Interval::parse(interval)) == expected);
  }
}

TEST_CASE("dot_quoted and dot_html escape what the two languages use", "[export]") {
  CHECK(dot_quoted("a \"b\" \\N\n\x01") == "\"a \\\"b\\\" \\\\N\\n\xEF\xBF\xBD\"");
  CHECK(dot_html("<b> & \"c\"\n") == "&lt;b&gt; &amp; &quot;c&quot; ");
  CHECK(dot_html(" ") == "–");
  CHECK(dot_html("") == "–");
  CHECK(fragment_url("person:a b\xC3\xA9") == "#person:a%20b%C3%A9");
}

TEST_CASE("counted groups digits and takes the right number", "[export]") {
  CHECK(counted(0, "node", "nodes") == "0 nodes");
  CHECK(counted(1, "node", "nodes") == "1 node");
  CHECK(counted(999, "node", "nodes") == "999 nodes");
  CHECK(counted(1234567, "node", "nodes") == "1,234,567 nodes");
}

}  // namespace entente
