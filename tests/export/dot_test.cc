#include "export/dot.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/file.h"
#include "export/json.h"
#include "export/render.h"
#include "tests/export/golden.h"
#include "tests/export/graphs.h"

namespace entente {
namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The statement of the line between two nodes, or nothing.
std::string line_between(const std::string& dot, const std::string& a, const std::string& b) {
  size_t at = dot.find("\n  \"" + a + "\" -> \"" + b + "\" [");
  if (at == std::string::npos) at = dot.find("\n  \"" + b + "\" -> \"" + a + "\" [");
  return at == std::string::npos ? "" : dot.substr(at, dot.find("];", at) - at);
}

}  // namespace

TEST_CASE("write_dot gives the golden file", "[export]") {
  check_golden("small.dot", write_dot(small_graph()));
}

TEST_CASE("write_dot tells status by line and word, not by colour alone", "[export]") {
  const std::string dot = write_dot(small_graph());
  struct Case {
    std::string a, b;
    std::vector<std::string> parts;
  };
  const Case cases[] = {
      {"person:ada-berg", "person:cem-dal", {"style=solid", "dir=none", ">meets<"}},
      {"state:norland", "territory:far-isles", {"style=dotted", ">claims<"}},
      {"state:sudland", "territory:far-isles", {"style=solid", ">controls<", "=vee"}},
      {"state:norland", "agreement:treaty", {"style=dashed", ">to sign<"}},
      {"state:sudland", "agreement:treaty", {"=tee", ">does not sign<"}},
      {"person:cem-dal", "event:summit", {"style=dashed", "=onormal", ">may take part<"}},
  };
  for (const auto& [a, b, parts] : cases) {
    CAPTURE(a, b);
    for (const std::string& part : parts) CHECK(has(line_between(dot, a, b), part));
  }
}

TEST_CASE("write_dot draws an office in one's own state as a subtitle", "[export]") {
  const std::string dot = write_dot(small_graph());
  CHECK(line_between(dot, "person:ada-berg", "state:norland").empty());
  CHECK(has(dot, ">Foreign minister</FONT>"));
  CHECK(has(dot, ">Former president</FONT>"));
}

TEST_CASE("write_dot explains only what is used", "[export]") {
  const std::string dot = write_dot(graph_named("Ada"));
  CHECK(has(dot, ">Event</FONT>"));
  CHECK_FALSE(has(dot, ">Territory</FONT>"));
  CHECK_FALSE(has(dot, " planned</FONT>"));
  CHECK(has(dot, "3 nodes · 2 relations · 1 text"));
}

TEST_CASE("write_dot puts lines that say the same of one pair together", "[export]") {
  KnowledgeGraph graph = small_graph();
  Edge met = graph[*graph.find_edge("e1")];
  met.id.clear();
  met.claim.time = Interval::parse("2020");
  const auto a = *graph.find("person:ada-berg"), b = *graph.find("person:cem-dal");
  graph.add(b, a, met);
  CHECK(has(line_between(write_dot(graph), "person:ada-berg", "person:cem-dal"), ">meets ×2<"));
  met.claim.type = EdgeType::agrees_with;
  graph.add(a, b, met);
  CHECK(has(line_between(write_dot(graph), "person:ada-berg", "person:cem-dal"), ">meets +1<"));
}

TEST_CASE("write_dot gives equal graphs equal bytes and differs by theme", "[export]") {
  for (unsigned seed = 0; seed < 10; ++seed) {
    const std::string json = write_json(random_graph(seed, 20));
    CHECK(write_dot(read_json(json, "a")) == write_dot(read_json(json, "b")));
  }
  DotOptions dark;
  dark.theme = Theme::dark;
  CHECK(write_dot(small_graph()) != write_dot(small_graph(), dark));
}

TEST_CASE("write_dot draws large graphs by forces and of huge ones the central part", "[export]") {
  DotOptions all;
  all.most_isolated = 1500;
  CHECK_FALSE(has(write_dot(random_graph(1, 60), all), "layout=sfdp"));
  CHECK(has(write_dot(random_graph(1, 61), all), "layout=sfdp"));
  const std::string huge = write_dot(random_graph(1, 1500), all);
  CHECK(has(huge, "1,500 nodes"));
  CHECK(has(huge, "drawn: the 400 most connected nodes; 1,100 nodes left out"));
  CHECK(std::count(huge.begin(), huge.end(), '\n') > 400);
}

TEST_CASE("write_dot leaves out nodes without relations where they would crowd the page",
          "[export]") {
  KnowledgeGraph graph = small_graph();
  const auto add_lonely = [&](int i) {
    const std::string name = "Lonely" + std::to_string(i);
    graph.add(Node{"person:" + name, NodeKind::person, name, {}, {}, {}, {}});
  };
  DotOptions options;
  options.most_isolated = 20;
  for (int i = 0; i < 10; ++i) add_lonely(i);
  CHECK(has(write_dot(graph, options), "Lonely3"));
  options.most_isolated = 2;
  CHECK_FALSE(has(write_dot(graph, options), "Lonely3"));
  CHECK(has(write_dot(graph, options), "without relations left out"));
}

TEST_CASE("Graphviz draws graphs whatever their names and sizes", "[export]") {
  for (const std::string& name : hostile_names()) {
    CAPTURE(name);
    CHECK_NOTHROW(render(write_dot(graph_named(name)), Format::svg));
  }
  for (const unsigned size : {0u, 1u, 2u, 15u, 100u}) {
    CAPTURE(size);
    CHECK_NOTHROW(render(write_dot(random_graph(size, size)), Format::svg));
  }
}

}  // namespace entente
