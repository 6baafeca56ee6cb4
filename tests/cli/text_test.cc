#include "cli/text.h"

#include <catch2/catch.hpp>

#include "cli/command_line.h"
#include "cli/progress.h"
#include "cli/words.h"

namespace entente {

TEST_CASE("display_width counts columns, not bytes", "[cli]") {
  CHECK(display_width("Łódź") == 4);
  CHECK(display_width("東京") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("") == 0);
}

TEST_CASE("printable takes the sting out of control characters", "[cli]") {
  CHECK(printable("a\x1b[31mb\nc\x7f") == "a [31mb c ");
  CHECK(printable("a\u202Eb\u009Bc") == "a b c");
  CHECK(printable("Łódź — 東京") == "Łódź — 東京");
}

TEST_CASE("wrap breaks at spaces and keeps long words whole", "[cli]") {
  const Style style{false, 12};
  CHECK(wrap({{"one two three four"}}, 0, style) == "one two\nthree four\n");
  CHECK(wrap({{"one two three four"}}, 4, style) == "    one two\n    three\n    four\n");
  CHECK(wrap({{"a incomprehensibility b"}}, 0, style) == "a\nincomprehensibility\nb\n");
  CHECK(wrap({{"  a \n b  "}}, 0, style) == "a b\n");
  CHECK(wrap({}, 2, style) == "  \n");
}

TEST_CASE("wrap keeps looks together with their words", "[cli]") {
  const Style style{true, 20};
  CHECK(wrap({{"They "}, {"sign", Look::bold}, {"ed it."}}, 0, style) ==
        "They \x1b[1msign\x1b[0med it.\n");
}

TEST_CASE("paint leaves no escapes without colour", "[cli]") {
  CHECK(paint("Japan", Look::state, {false, 80}) == "Japan");
  CHECK(paint("", Look::state, {true, 80}).empty());
}

TEST_CASE("table aligns columns and wraps the last one", "[cli]") {
  const Style style{false, 40};
  CHECK(table({{{{"a"}}, {{"Łódź"}}, {{"x"}}}, {{{"bcd"}}, {{"y"}}, {{"z"}}}}, 2, style) ==
        "  a    Łódź  x\n"
        "  bcd  y     z\n");
  CHECK(table({{{{"left"}}, {{"one two three four five six seven eight"}}}}, 0, style) ==
        "left  one two three four five six seven\n"
        "      eight\n");
  CHECK(table({{{{"a"}}, {}}}, 0, style) == "a\n");
  CHECK(table({}, 0, style).empty());
}

TEST_CASE("count_of", "[cli]") {
  CHECK(count_of(0, "node") == "0 nodes");
  CHECK(count_of(1, "node") == "1 node");
  CHECK(count_of(2, "party") == "2 parties");
}

TEST_CASE("progress_line", "[cli]") {
  CHECK(progress_line(50, 100, 3, 20) == "[#####     ] 50%  3 documents");
  CHECK(progress_line(500, 100, 1, 20) == "[##########] 100%  1 document");
  CHECK(progress_line(50, 0, 2, 20) == "2 documents");
}

}  // namespace entente
