#include "export/json.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "base/error.h"
#include "base/file.h"
#include "tests/export/golden.h"
#include "tests/export/graphs.h"

namespace entente {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// A whole file that is right, and short enough to break by hand.
const std::string kFile = R"({"format": "entente-graph", "version": 1, "directed": true,
"multigraph": true, "graph": {"documents": [{"id": "d", "date": "2019-04-18"}]},
"nodes": [
{"id": "a", "kind": "Person", "name": "A", "aliases": ["Aa"],
 "mentions": [{"document": "d", "start": 3, "end": 5, "text": "Äa", "form": "name"}]},
{"id": "b", "kind": "State", "name": "B"}],
"edges": [
{"id": "e1", "source": "a", "target": "b", "type": "holds_office", "time": "2018", "role": "king",
 "over": "b", "status": "actual", "confidence": 0.5,
 "evidence": [{"document": "d", "start": 0, "end": 2, "text": "A."}]}]})";

const std::string kEdge = R"({"id": "e2", "source": "a", "target": "b", "type": "visits",
 "evidence": [{"document": "d", "start": 0, "end": 2, "text": "A."}]}, )";

}  // namespace

TEST_CASE("write_json gives the golden file", "[export]") {
  check_golden("small.json", write_json(small_graph()));
}

TEST_CASE("write_json puts the edges under the key asked for", "[export]") {
  const std::string links = write_json(small_graph(), {EdgesKey::links});
  CHECK(links.find("\"links\": [") != std::string::npos);
  CHECK(links.find("\"edges\"") == std::string::npos);
  CHECK(write_json(read_json(links, "g.json")) == write_json(small_graph()));
}

TEST_CASE("JSON round-trips", "[export]") {
  SECTION("no nodes") {
    const std::string json = write_json(KnowledgeGraph());
    CHECK(write_json(read_json(json, "g.json")) == json);
  }
  SECTION("every field") {
    const std::string json = write_json(small_graph());
    CHECK(write_json(read_json(json, "g.json")) == json);
  }
  SECTION("edges are found by id") {
    const KnowledgeGraph read = read_json(write_json(small_graph()), "g.json");
    REQUIRE(read.find_edge("e3"));
    CHECK(read[*read.find_edge("e3")].claim.role == "president");
  }
  SECTION("hostile names") {
    for (const std::string& name : hostile_names()) {
      CAPTURE(name);
      const KnowledgeGraph graph = graph_named(name);
      const KnowledgeGraph read = read_json(write_json(graph), "g.json");
      CHECK(read[*read.find(name)].name == name);
      CHECK(write_json(read) == write_json(graph));
    }
  }
  SECTION("random graphs") {
    for (unsigned seed = 0; seed < 40; ++seed) {
      CAPTURE(seed);
      const std::string json = write_json(random_graph(seed, seed));
      CHECK(write_json(read_json(json, "g.json")) == json);
      CHECK(validate_json(json, "g.json").empty());
    }
  }
}

TEST_CASE("read_json reads the sample graphs", "[export]") {
  for (const auto& file : sample_graphs()) {
    CAPTURE(file);
    CHECK(validate_json(read_file(file), file.filename().string()).empty());
  }
}

TEST_CASE("read_json says where a file is wrong, what was found and what was wanted", "[export]") {
  REQUIRE(validate_json(kFile, "g.json").empty());
  struct Case {
    std::string from, to, message;
  };
  const Case cases[] = {
      {"entente-graph", "gexf", "g.json: format: found \"gexf\", wanted \"entente-graph\""},
      {"\"format\": \"entente-graph\", ", "", "g.json: format: is missing"},
      {"\"version\": 1", "\"version\": 2",
       "g.json: version: found the number 2, this program reads version 1"},
      {"\"version\": 1", "\"version\": \"1\"",
       "g.json: version: found \"1\", this program reads version 1"},
      {"\"multigraph\": true", "\"multigraph\": false",
       "g.json: multigraph: found false, wanted true"},
      {"\"documents\": [", "\"documents\": 7, \"x\": [",
       "g.json: graph.documents: found the number 7, wanted an array"},
      {"2019-04-18", "2019-04-31",
       "g.json: graph.documents[0].date: found \"2019-04-31\", wanted a date such as 2019-04-18 or "
       "2019-04"},
      {"\"id\": \"d\", ", "", "g.json: graph.documents[0].id: is missing"},
      {"[{\"id\": \"d\"", "[{\"id\": \"d\"}, {\"id\": \"d\"",
       "g.json: graph.documents[1].id: found \"d\", which another document has as well"},
      {"\"kind\": \"State\"", "\"kind\": \"Planet\"",
       "g.json: nodes[1].kind: found \"Planet\", wanted one of Person, Organization, State, "
       "Territory, Group, Agreement, Event"},
      {"\"name\": \"B\"", "\"name\": \"\"",
       "g.json: nodes[1].name: found an empty string, wanted some text"},
      {"\"id\": \"b\", \"kind\"", "\"id\": \"a\", \"kind\"",
       "g.json: nodes[1].id: found \"a\", which another node has as well"},
      {"[\"Aa\"]", "[1]", "g.json: nodes[0].aliases[0]: found the number 1, wanted a string"},
      {"\"end\": 5", "\"end\": 6",
       "g.json: nodes[0].mentions[0].end: found the span 3 to 6, wanted one as long as its text, 2 "
       "code points"},
      {"\"start\": 3", "\"start\": -3",
       "g.json: nodes[0].mentions[0].start: found the number -3, wanted a whole number from 0 to "
       "4294967295"},
      {"[{\"document\": \"d\", \"start\": 3", "[{\"document\": \"x\", \"start\": 3",
       "g.json: nodes[0].mentions[0].document: found \"x\", wanted the id of one of "
       "graph.documents"},
      {"\"form\": \"name\"", "\"form\": \"alias\"",
       "g.json: nodes[0].mentions[0].form: found \"alias\", wanted one of name, demonym, nominal, "
       "pronoun"},
      {"\"target\": \"b\"", "\"target\": \"c\"",
       "g.json: edges[0].target: found \"c\", which no node has as its id"},
      {"\"over\": \"b\"", "\"over\": \"c\"",
       "g.json: edges[0].over: found \"c\", which no node has as its id"},
      {"holds_office", "rules",
       "g.json: edges[0].type: found \"rules\", wanted a type of the ontology"},
      {"holds_office", "signs",
       "g.json: edges[0].type: found signs from Person to State, wanted it from Person, "
       "Organization, State, Territory, Group to Agreement"},
      {"\"time\": \"2018\"", "\"time\": \"last year\"",
       "g.json: edges[0].time: found \"last year\", wanted a date or an interval such as 2019-05 "
       "or 1992/.."},
      {"\"status\": \"actual\"", "\"status\": \"maybe\"",
       "g.json: edges[0].status: found \"maybe\", wanted one of actual, ended, planned, "
       "hypothetical, denied"},
      {"0.5", "1.5",
       "g.json: edges[0].confidence: found the number 1.5, wanted a number from 0 to 1"},
      {R"([{"document": "d", "start": 0, "end": 2, "text": "A."}])", "[]",
       "g.json: edges[0].evidence: found none, wanted at least one sentence"},
      {"\"edges\": [", "\"edges\": [" + replaced(kEdge, "e2", "e1"),
       "g.json: edges[1].id: found \"e1\", which another edge has as well"},
      {"\"edges\": [", "\"edges\": [" + kEdge + replaced(kEdge, "e2", "e3"),
       "g.json: edges[1]: says the same as edge \"e2\", wanted one edge with the evidence of both"},
      {"\"edges\": [", "\"edgez\": [", "g.json: edges: is missing"},
      {"\"edges\": [", "\"edges\": [5, ", "g.json: edges[0]: found the number 5, wanted an object"},
  };
  for (const auto& [from, to, message] : cases) {
    CAPTURE(from, to);
    const std::string broken = replaced(kFile, from, to);
    const auto problems = validate_json(broken, "g.json");
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front() == message);
    CHECK_THROWS_WITH(read_json(broken, "g.json"), message);
  }
}

TEST_CASE("read_json gives line and column of a syntax error", "[export]") {
  struct Case {
    std::string bytes, message;
  };
  const Case cases[] = {
      {"", "g.json:1:1: is not JSON: The document is empty."},
      {"{\n \"ä\": }", "g.json:2:7: is not JSON: Invalid value."},
      {"[1] x", "g.json:1:5: is not JSON: The document root must not be followed by other values."},
      {"{\"a\": \"\xFF\"}", "g.json:1:8: is not JSON: Invalid encoding in string."},
      {"[]", "g.json: found an array, wanted an object"},
  };
  for (const auto& [bytes, message] : cases) {
    CAPTURE(bytes);
    CHECK(validate_json(bytes, "g.json") == std::vector{message});
    CHECK_THROWS_WITH(read_json(bytes, "g.json"), message);
  }
}

TEST_CASE("read_json takes any depth of nesting", "[export]") {
  const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
  CHECK_THROWS_WITH(read_json(deep, "g.json"), "g.json: found an array, wanted an object");
}

TEST_CASE("validate_json goes on after the first problem", "[export]") {
  std::string broken = replaced(kFile, "\"kind\": \"State\"", "\"kind\": \"Planet\"");
  broken = replaced(broken, "\"end\": 5", "\"end\": 4");
  broken = replaced(broken, "0.5", "\"high\"");
  CHECK(validate_json(broken, "g.json").size() == 3);
}

TEST_CASE("read_json fails only by Error, whatever byte is changed", "[export]") {
  const std::string json = write_json(small_graph());
  for (size_t i = 0; i < json.size(); i += 7) {
    for (const char c : {'\0', '"', '}', '9', '\xC3'}) {
      std::string broken = json;
      broken[i] = c;
      const bool valid = validate_json(broken, "g.json").empty();
      if (valid)
        CHECK_NOTHROW(read_json(broken, "g.json"));
      else
        CHECK_THROWS_AS(read_json(broken, "g.json"), Error);
    }
  }
}

TEST_CASE("json_schema names every kind, type and status", "[export]") {
  const std::string schema = json_schema();
  for (const NodeKind kind : kNodeKinds)
    CHECK(schema.find("\"" + std::string(name(kind)) + "\"") != std::string::npos);
  for (const EdgeTypeInfo& row : ontology())
    CHECK(schema.find("\"" + std::string(row.name) + "\"") != std::string::npos);
  for (const Status status : kStatuses)
    CHECK(schema.find("\"" + std::string(name(status)) + "\"") != std::string::npos);
}

}  // namespace entente
