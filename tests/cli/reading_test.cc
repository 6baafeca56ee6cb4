#include <algorithm>
#include <catch2/catch.hpp>

#include "run.h"

namespace entente {
namespace {

const std::string kTalks =
    "MOSCOW, 18 April 2019 — Japanese Foreign Minister Taro Kono met Russian Foreign Minister "
    "Sergey Lavrov in Moscow on Wednesday.\n";

std::string json_line(const std::string& id, const std::string& text) {
  return R"({"id": ")" + id + R"(", "date": "2019-04-18", "text": ")" + text + "\"}\n";
}

}  // namespace

TEST_CASE("build prints a graph, and a summary for people", "[cli]") {
  const Directory directory;
  const std::string text = directory.write("talks.txt", kTalks);
  const Run printed = run({"build", text});
  CHECK(printed.code == 0);
  CHECK(has(printed.out, "\"entente-graph\""));
  CHECK(has(printed.out, "Sergey Lavrov"));
  CHECK(printed.err.starts_with("1 document, "));
  CHECK(has(printed.err, " nodes, "));
  const std::string file = directory.file("graph.json");
  const Run written = run({"build", text, "-o", file});
  CHECK(written.out.empty());
  CHECK(has(written.err, "→ " + file));
  CHECK(read_file(file) == printed.out);
  CHECK(run({"validate", file}).code == 0);
  const Run json = run({"build", text, "-o", file, "--json"});
  CHECK(has(json.out, "\"schema_version\": 1"));
  CHECK(json.err.empty());
}

TEST_CASE("a graph does not depend on threads or the order of inputs", "[cli]") {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/samples"))
    if (entry.path().extension() == ".txt") texts.push_back(entry.path().string());
  REQUIRE(texts.size() > 1);
  const auto built = [&](const std::string& threads) {
    std::vector<std::string> arguments{"build", "--threads", threads};
    arguments.insert(arguments.end(), texts.begin(), texts.end());
    return run(arguments).out;
  };
  std::sort(texts.begin(), texts.end());
  const std::string expected = built("1");
  CHECK(built("8") == expected);
  std::reverse(texts.begin(), texts.end());
  CHECK(built("3") == expected);
}

TEST_CASE("documents that cannot be read are named, the others go on", "[cli]") {
  const Directory directory;
  const std::string lines = directory.write(
      "news.jsonl", json_line("a", "Japan signed a treaty with Russia.") + "{\"id\": broken\n" +
                        json_line("c", "Russia criticised Japan."));
  const std::string empty = directory.write("empty.txt", "");
  const std::string binary = directory.write("binary.txt", std::string("\0\1\2\3", 4));
  const Run mixed = run({"build", lines, empty, binary, directory.file("none.txt")});
  CHECK(mixed.code == 4);
  CHECK(has(mixed.out, "\"id\": \"a\""));
  CHECK(has(mixed.out, "\"id\": \"c\""));
  CHECK(has(mixed.err, lines + ":2: "));
  CHECK(has(mixed.err, empty + ": empty"));
  CHECK(has(mixed.err, binary + ": binary"));
  CHECK(has(mixed.err, "none.txt: no such file"));
  CHECK(has(mixed.err, "; 4 skipped"));
  const std::string file = directory.file("graph.json");
  const Run none = run({"build", empty, binary, "-o", file});
  CHECK(none.code == 3);
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("a repaired text is reported and not skipped", "[cli]") {
  const Directory directory;
  const Run repaired = run({"build", directory.write("bad.txt", "Japan \xFF met Russia.\n")});
  CHECK(repaired.code == 0);
  CHECK(has(repaired.err, "invalid UTF-8 at byte 6"));
}

TEST_CASE("extract writes a file a document", "[cli]") {
  const Directory directory;
  const std::string lines = directory.write(
      "news.jsonl", json_line("a", "Japan met Russia.") + json_line("../b/c", "Russia met Japan.") +
                        json_line(".._b_c", "China met Japan.") + json_line("Łódź", "Italy."));
  const std::string out = directory.file("out/graphs");
  const Run extracted = run({"extract", "--each", lines, "-o", out});
  CHECK(extracted.code == 4);
  CHECK(has(extracted.err, ".._b_c: its file "));
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(out))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"_._b_c.json", "a.json", "Łódź.json"});
  CHECK(run({"validate", out + "/a.json"}).code == 0);
}

TEST_CASE("the second document of an id gets another, and the user is told", "[cli]") {
  const Directory directory;
  const std::string lines = directory.write(
      "news.jsonl", json_line("a", "Japan met Russia.") + json_line("a", "Russia met Japan."));
  const Run extracted = run({"extract", "--each", lines, "-o", directory.file("out")});
  CHECK(extracted.code == 0);
  CHECK(has(extracted.err, lines + ":2: id \"a\" is taken"));
  CHECK(std::filesystem::exists(directory.file("out/a-2.json")));
}

TEST_CASE("eval scores directories and single graphs", "[cli]") {
  const Directory directory;
  directory.write("gold/talks.json", read_file(sample("kuril-talks.json")));
  directory.write("gold/other.json", read_file(sample("kuril-talks.json")));
  directory.write("system/talks.json", read_file(sample("kuril-talks.json")));
  const Run half = run({"eval", directory.file("gold"), directory.file("system"), "--by-type"});
  CHECK(half.code == 0);
  CHECK(has(half.out, "2 documents\n"));
  CHECK(has(half.out, "edge        100.0   50.0   66.7"));
  CHECK(has(half.out, "holds_office"));
  const std::string one = sample("kuril-talks.json");
  CHECK(has(run({"eval", one, one}).out, "on right edges: status 100.0, time 100.0"));
  CHECK(has(run({"eval", directory.file("gold"), directory.file("system"), "--errors"}).out,
            "other  missed  "));
}

TEST_CASE("eval has the figures of the reference scorer", "[cli]") {
  // Once computed by the scorer in Python that the definitions come from.
  const std::string expected =
      "1 document\n"
      "                P      R     F1   95% of F1\n"
      "mention      71.4   71.4   71.4   71.4-71.4\n"
      "node         57.1   80.0   66.7   66.7-66.7\n"
      "cluster      63.8   89.3   74.4   74.4-74.4\n"
      "edge         57.1   57.1   57.1   57.1-57.1\n"
      "edge-full    14.3   14.3   14.3   14.3-14.3\n"
      "edge-fam     66.7   66.7   66.7   66.7-66.7\n"
      "edge-pair    80.0   80.0   80.0   80.0-80.0\n"
      "on right edges: status 75.0, time 25.0, attribution 100.0, role 100.0\n";
  const std::string files = ENTENTE_SOURCE_DIR "/tests/cli/score/";
  CHECK(run({"eval", files + "gold.json", files + "system.json"}).out == expected);
}

}  // namespace entente
