#include <algorithm>
#include <catch2/catch.hpp>

#include "base/file.h"
#include "run.h"

namespace entente {
namespace {

const std::string kModel = ENTENTE_SOURCE_DIR "/models/syntax.model";

TEST_CASE("parse prints CoNLL-U of ten columns", "[cli]") {
  const Run found = run({"parse", "-"}, "Chad and Mali signed a treaty. It holds.\n");
  CHECK(found.code == 0);
  CHECK(found.err.empty());
  CHECK(has(found.out, "# text = Chad and Mali signed a treaty."));
  std::istringstream lines(found.out);
  int words = 0, roots = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    CAPTURE(line);
    CHECK(std::ranges::count(line, '\t') == 9);
    words += 1;
    roots += has(line, "\t0\troot\t");
  }
  CHECK(words == 10);
  CHECK(roots == 2);
}

TEST_CASE("parse tells what is wrong with a model and ends with 3", "[cli]") {
  const Directory directory;
  const std::string whole = read_file(kModel);
  std::string newer = whole;
  newer[24] = 99;  // the version, see model_file.h
  struct Case {
    std::string file, message;
  };
  const Case cases[] = {
      {directory.file("none.model"), "none.model"},
      {directory.write("short.model", whole.substr(0, whole.size() / 2)), "short.model"},
      {directory.write("foreign.model", "{\"words\": []}"), "foreign.model"},
      {directory.write("newer.model", newer), "version 99"},
  };
  for (const auto& [file, message] : cases) {
    CAPTURE(file);
    const Run found = run({"parse", "-", "--model", file}, "Chad signed.");
    CHECK(found.code == 3);
    CHECK(found.out.empty());
    CHECK(has(found.err, message));
  }
}

}  // namespace
}  // namespace entente
