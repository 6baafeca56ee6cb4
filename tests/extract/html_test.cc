#include "extract/html.h"

#include <catch2/catch.hpp>
#include <string>

namespace entente {
namespace {

const std::string kLong =
    "Foreign Minister Taro Kono met his Russian counterpart Sergey Lavrov in Moscow on Saturday.";

std::string text(const std::string& html) { return parse_html(html).text; }

}  // namespace

TEST_CASE("a page gives its main text, title and date", "[extract]") {
  const HtmlPage page = parse_html(
      "<!DOCTYPE html><html><head><title>Kono in Moscow | The Daily Example</title>"
      "<meta property='article:published_time' content='2019-05-11T08:00:00Z'>"
      "<style>p { color: red }</style><script>var x = '<p>no</p>';</script></head><body>"
      "<header><a href='/'>The Daily Example</a></header>"
      "<nav><ul><li><a href='/w'>World</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
      "<div id='page'><div class='story'><h1>Kono in Moscow</h1>"
      "<p>" +
      kLong +
      "</p>\n<p>They <b>spoke</b> of\n the&nbsp;islands &amp; of fish.</p>"
      "<ul><li><a href='/1'>More on Japan</a></li><li><a href='/2'>More on Russia</a></li></ul>"
      "<p>" +
      kLong +
      "</p></div>"
      "<div class='side'><p>Subscribe to our letter today.</p></div></div>"
      "<aside><p>" +
      kLong + "</p></aside><footer><p>Copyright 2019</p></footer></body></html>");
  CHECK(page.title == "Kono in Moscow");
  CHECK(page.date == Date::make(2019, 5, 11));
  CHECK(page.text == kLong + "\n\nThey spoke of the islands & of fish.\n\n" + kLong);
}

TEST_CASE("blocks are paragraphs, inline elements are not", "[extract]") {
  struct Case {
    std::string html, expected;
  };
  const Case cases[] = {
      {"", ""},
      {"A met B.", "A met B."},
      {"<p>A met B.<p>C met D.", "A met B.\n\nC met D."},
      {"<p>A <i>met</i> <b>B</b><span>.</span></p>", "A met B."},
      {"A met B.<br>C met D.", "A met B. C met D."},
      {"A met B.<br> <br>C met D.", "A met B.\n\nC met D."},
      {"<ul><li>A met B.</li><li>C met D.</li></ul>", "A met B.\n\nC met D."},
      {"<table><tr><td>A</td><td>B</td></tr></table>", "A\n\nB"},
      {"<p>A met B.<script>x()</script></p><!-- no --><p hidden>C</p>", "A met B."},
      {"<p>caf\u00e9 &eacute; &#x142; &lt;b&gt;</p>", "caf\u00e9 \u00e9 \u0142 <b>"},
      {"<p><a href='x'>A</a> met B in the town of C.</p>", "A met B in the town of C."},
      {"<h2>Background</h2><p>A met B.</p>", "Background\n\nA met B."},
  };
  for (const auto& [html, expected] : cases) {
    CAPTURE(html);
    CHECK(text(html) == expected);
  }
}

TEST_CASE("an article that holds most of the text is the main text", "[extract]") {
  const std::string article = "<article><p>" + kLong + "</p><p>" + kLong + "</p></article>";
  const std::string teaser =
      "<article><p>A short word on quite another matter of today.</p></article>";
  CHECK(text(article + "<div><p>Comment: I like these islands very much indeed.</p></div>" +
             teaser) == kLong + "\n\n" + kLong);
}

TEST_CASE("the title of a page is its heading if <title> repeats it", "[extract]") {
  CHECK(parse_html("<title>Kono - Example</title><h1>Kono</h1><p>A").title == "Kono");
  CHECK(parse_html("<title>Kono</title><h1>Latest</h1><p>A").title == "Kono");
  CHECK(parse_html("<title> </title><header><h1> Kono\n</h1></header><p>A").title == "Kono");
  CHECK(parse_html("<p>A").title.empty());
}

TEST_CASE("a page is dated by meta elements, else by its first time element", "[extract]") {
  const std::string time = "<p>A <time datetime='2020-02-02'>today</time>";
  CHECK(parse_html(time).date == Date::make(2020, 2, 2));
  CHECK(parse_html("<meta name='DC.date' content='2020-02-01'>" + time).date ==
        Date::make(2020, 2, 1));
  CHECK(parse_html("<meta name='date' content='yesterday'>" + time).date == Date::make(2020, 2, 2));
  CHECK(parse_html("<p>A <time>today</time>").date == std::nullopt);
}

TEST_CASE("a declared character set counts where the bytes are not UTF-8", "[extract]") {
  CHECK(text("<meta charset='windows-1251'><p>\xCA\xE8\xE5\xE2</p>") == "Киев");
  CHECK(text("<meta charset='iso-8859-1'><p>caf\xE9</p>") == "caf\u00e9");
  CHECK(text("<meta charset='iso-8859-1'><p>caf\u00e9</p>") == "caf\u00e9");
  CHECK(declares_other_charset("<META CHARSET=\"Windows-1251\">"));
  CHECK_FALSE(declares_other_charset("<meta charset=UTF-8>"));
  CHECK_FALSE(declares_other_charset("<p>no charset"));
}

TEST_CASE("deep, broken and huge pages give their text", "[extract]") {
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += "<div><b>";
  CHECK(text(deep + "A met B.") == "A met B.");
  CHECK(text("<p>A <b>met <p>B</i> C</div><<p>D") == "A met\n\nB C<\n\nD");
  std::string huge;
  while (huge.size() < 12'000'000) huge += "Kono met Lavrov in Moscow. ";
  CHECK(text("<p>" + huge + "</p>").size() == huge.size() - 1);
}

}  // namespace entente
