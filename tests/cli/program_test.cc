#include "cli/program.h"

#include <catch2/catch.hpp>

#include "run.h"

namespace entente {
namespace {

/// A graph to ask about: the expected graph of a sample.
std::string talks() { return sample("kuril-talks.json"); }

}  // namespace

TEST_CASE("every verb has a help page with an example", "[cli]") {
  const Run all = run({"--help"});
  CHECK(all.code == 0);
  for (const Verb& verb : verbs()) {
    const std::string name(verb.name);
    CAPTURE(name);
    CHECK(has(all.out, "  " + name + " "));
    const Run help = run({name, "--help"});
    CHECK(help.code == 0);
    CHECK(help.err.empty());
    CHECK(has(help.out, "Usage: entente " + name));
    CHECK(has(help.out, "Example:\n  entente " + name));
    CHECK(run({"help", name}).out == help.out);
  }
}

TEST_CASE("the version is printed and ends with 0", "[cli]") {
  const Run version = run({"--version"});
  CHECK(version.code == 0);
  CHECK(version.out.starts_with("entente 0."));
}

TEST_CASE("wrong usage is told on standard error and ends with 2", "[cli]") {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{}, "a verb is missing"},
      {{"biuld"}, "did you mean \"build\"?"},
      {{"xyzzy"}, "there is no verb \"xyzzy\""},
      {{"show", talks()}, "NAME"},
      {{"show", talks(), "Japan", "Russia"}, "Russia"},
      {{"show", "--colour", talks(), "Japan"}, "--colour"},
      {{"show", "--color", "pink", talks(), "Japan"}, "wanted auto, always or never"},
      {{"neighbors", talks(), "Japan", "--hops", "many"}, "many"},
      {{"neighbors", talks(), "Japan", "--hops", "-1"}, "hops"},
      {{"show", talks(), "Japan", "--type", "meet"}, "did you mean \"meets\""},
      {{"show", talks(), "Japan", "--kind", "Planet"}, "there are Person, Organization"},
      {{"show", talks(), "Japan", "--status", "planed"}, "did you mean \"planned\""},
      {{"show", talks(), "Japan", "--since", "2019-02-30"}, "wanted an ISO 8601 date"},
      {{"show", talks(), "Japan", "--source", "kuril-talk"}, "did you mean \"kuril-talks\""},
      {{"show", talks(), "Japan", "--min-confidence", "2"}, "wanted a number from 0 to 1"},
      {{"path", talks(), "Japan", "Japan"}, "both names mean Japan"},
      {{"stats", talks(), "--rank", "fame"}, "wanted pagerank, betweenness or degree"},
      {{"export", talks(), "-o", "graph.xyz"}, "suffix names no format"},
      {{"export", talks(), "--format", "xyz"}, "there is no format \"xyz\""},
      {{"render", talks(), "-o", "graph.json"}, "entente export"},
      {{"why", talks(), "e999"}, "there is no statement \"e999\"; they are e1 … "},
      {{"build", "--date", "May", sample("kuril-talks.txt")}, "wanted an ISO 8601 date"},
      {{"build", "--json", sample("kuril-talks.txt")}, "needs -o FILE"},
      {{"extract", sample("kuril-talks.txt"), "-o", "x"}, "--each"},
  };
  for (const auto& [arguments, message] : cases) {
    CAPTURE(arguments, message);
    const Run wrong = run(arguments);
    CHECK(wrong.code == 2);
    CHECK(wrong.out.empty());
    CAPTURE(wrong.err);
    CHECK(has(wrong.err, message));
  }
}

TEST_CASE("an unknown name gets similar ones, an ambiguous one all candidates", "[cli]") {
  const Run unknown = run({"show", talks(), "Lavrow"});
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "there is no node \"Lavrow\"; did you mean \"Lavrov\""));
  CHECK(run({"path", talks(), "Lavrov", "@nobody"}).code == 2);
  const Directory directory;
  const std::string graph = directory.write("two.json", R"({
      "format": "entente-graph", "version": 1, "directed": true, "multigraph": true,
      "graph": {"generator": "test", "documents": [{"id": "d"}]},
      "nodes": [
        {"id": "a", "kind": "State", "name": "Georgia", "mentions": [
          {"document": "d", "start": 0, "end": 7, "text": "Georgia", "form": "name"}]},
        {"id": "b", "kind": "Territory", "name": "Georgia", "mentions": [
          {"document": "d", "start": 9, "end": 16, "text": "Georgia", "form": "name"}]}],
      "edges": []})");
  const Run ambiguous = run({"show", graph, "georgia"});
  CHECK(ambiguous.code == 2);
  CHECK(has(ambiguous.err, "@a  Georgia (State)"));
  CHECK(has(ambiguous.err, "@b  Georgia (Territory)"));
  CHECK(run({"show", graph, "@b"}).code == 0);
  const Run apart = run({"path", graph, "@a", "@b"});
  CHECK(apart.code == 1);
  CHECK(has(apart.err, "no path from Georgia to Georgia"));
}

TEST_CASE("nothing found ends with 1", "[cli]") {
  CHECK(run({"search", talks(), "Zanzibar"}).code == 1);
  CHECK(run({"timeline", talks(), "--until", "1066"}).code == 1);
  CHECK(run({"neighbors", talks(), "Japan", "--type", "assaults"}).code == 1);
  const Run far = run({"path", talks(), "Taro Kono", "Osaka", "--max-hops", "1"});
  CHECK(far.code == 1);
  CHECK(has(far.err, "within 1 hop; the shortest has "));
}

TEST_CASE("graphs that cannot be read end with 3", "[cli]") {
  const Directory directory;
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "JSON"},
      {"{\"format\": ", "JSON"},
      {"[]", "object"},
      {"{\"nodes\": [], \"links\": []}", "format"},
      {"{\"format\": \"gexf\", \"version\": 1}", "gexf"},
      {"{\"format\": \"entente-graph\", \"version\": 99}", "99"},
  };
  for (const auto& [bytes, message] : cases) {
    CAPTURE(bytes);
    const std::string file = directory.write("graph.json", bytes);
    const Run broken = run({"stats", file});
    CHECK(broken.code == 3);
    CHECK(has(broken.err, file));
    CHECK(has(broken.err, message));
    CHECK(run({"stats", "-"}, bytes).code == 3);
    CHECK(run({"validate", file}).code == 3);
  }
  CHECK(run({"stats", directory.file("none.json")}).code == 3);
  CHECK(has(run({"stats", directory.file("none.json")}).err, "no such file"));
  CHECK(run({"stats", directory.file("")}).code == 3);
  CHECK(run({"eval", directory.file("none"), talks()}).code == 3);
}

TEST_CASE("a graph is read from standard input", "[cli]") {
  CHECK(run({"show", "-", "Japan"}, read_file(talks())).out == run({"show", talks(), "Japan"}).out);
}

TEST_CASE("reading verbs print one JSON document with its schema version", "[cli]") {
  const std::vector<std::vector<std::string>> cases = {{"show", talks(), "Japan"},
                                                       {"search", talks(), "Jap"},
                                                       {"neighbors", talks(), "Japan"},
                                                       {"path", talks(), "Kono", "Putin"},
                                                       {"timeline", talks()},
                                                       {"why", talks(), "e1"},
                                                       {"stats", talks()},
                                                       {"validate", talks()},
                                                       {"eval", talks(), talks()}};
  for (auto arguments : cases) {
    arguments.emplace_back("--json");
    CAPTURE(arguments);
    const Run json = run(arguments);
    CHECK(json.code == 0);
    CHECK(json.out.starts_with("{\n \"schema_version\": 1,\n"));
    CHECK(json.out.ends_with("}\n"));
    CHECK(json.err.empty());
  }
}

TEST_CASE("colour is there only when asked for", "[cli]") {
  CHECK_FALSE(has(run({"show", talks(), "Japan"}).out, "\x1b"));
  CHECK_FALSE(has(run({"show", talks(), "Japan", "--color", "never"}).out, "\x1b"));
  CHECK(has(run({"show", talks(), "Japan", "--color", "always"}).out, "\x1b["));
}

TEST_CASE("filters narrow every reading verb", "[cli]") {
  CHECK(has(run({"timeline", talks(), "--status", "planned", "--json"}).out, "planned"));
  CHECK_FALSE(has(run({"timeline", talks(), "--status", "planned", "--json"}).out, "actual"));
  CHECK(has(run({"timeline", talks(), "--limit", "1"}).out, "… and "));
  CHECK_FALSE(has(run({"export", talks(), "--kind", "State"}).out, "Person"));
}

TEST_CASE("export writes what it read", "[cli]") {
  const Directory directory;
  const std::string first = directory.file("a.json"), second = directory.file("b.json");
  REQUIRE(run({"export", talks(), "-o", first}).code == 0);
  REQUIRE(run({"export", first, "-o", second}).code == 0);
  CHECK(read_file(first) == read_file(second));
  CHECK(run({"validate", first}).code == 0);
  CHECK(run({"export", talks(), "--format", "dot"}).out.find("digraph") != std::string::npos);
}

TEST_CASE("an input is never overwritten", "[cli]") {
  const Directory directory;
  const std::string graph = directory.write("graph.json", read_file(talks()));
  const std::string text = directory.write("text.txt", "Japan and Russia signed a treaty.\n");
  std::filesystem::create_symlink(text, directory.file("link.json"));
  CHECK(run({"export", graph, "-o", graph}).code == 2);
  CHECK(run({"render", graph, "-o", graph, "--format", "svg"}).code == 2);
  CHECK(run({"build", text, "-o", text, "--format", "json"}).code == 2);
  CHECK(run({"build", directory.file(""), "-o", text, "--format", "json"}).code == 2);
  CHECK(run({"build", text, "-o", directory.file("link.json")}).code == 2);
  CHECK(read_file(text) == "Japan and Russia signed a treaty.\n");
  CHECK(read_file(graph) == read_file(talks()));
}

TEST_CASE("a file that cannot be written ends with 3 and leaves nothing", "[cli]") {
  const Directory directory;
  const std::string nowhere = directory.file("no/such/graph.json");
  const Run failed = run({"export", talks(), "-o", nowhere});
  CHECK(failed.code == 3);
  CHECK(has(failed.err, nowhere));
  CHECK(run({"export", talks(), "-o", directory.file(""), "--format", "json"}).code == 3);
  directory.write("file", "");
  CHECK(run({"extract", "--each", sample("kuril-talks.txt"), "-o", directory.file("file")}).code ==
        3);
  CHECK(directory.names() == std::vector<std::string>{"file"});
}

TEST_CASE("schema prints a JSON Schema", "[cli]") {
  const Run schema = run({"schema"});
  CHECK(schema.code == 0);
  CHECK(has(schema.out, "\"$schema\""));
}

TEST_CASE("validate names every problem", "[cli]") {
  const Directory directory;
  std::string text = read_file(talks());
  text.replace(text.find("\"Person\""), 8, "\"Planet\"");
  text.replace(text.rfind("\"actual\""), 8, "\"virtual\"");
  const Run invalid = run({"validate", directory.write("bad.json", text)});
  CHECK(invalid.code == 3);
  CHECK(has(invalid.err, "Planet"));
  CHECK(has(invalid.err, "virtual"));
  CHECK(has(invalid.err, "problems"));
}

}  // namespace entente
