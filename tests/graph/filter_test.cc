#include "graph/filter.h"

#include <catch2/catch.hpp>

#include "small_graph.h"

namespace entente {
namespace {

/// Edges e1 … e6.
KnowledgeGraph talks() {
  using enum EdgeType;
  return small_graph(
      {small_node("person:kono", "Kono"), small_node("person:lavrov", "Lavrov"),
       small_node("state:japan", "Japan"), small_node("state:russia", "Russia"),
       small_node("agreement:treaty", "treaty"), small_node("event:g20", "G20")},
      {{"person:kono", holds_office, "state:japan"},
       {"person:kono", meets, "person:lavrov", "2019-05-10", Status::planned, "a"},
       {"person:kono", visits, "state:russia", "2019-05-11/2019-05-12", Status::planned, "b", 0.5},
       {"state:japan", signs, "agreement:treaty", "1956-10-19"},
       {"state:russia", signs, "agreement:treaty", "1956"},
       {"state:japan", cooperates_with, "state:russia", "1992/.."}},
      {"a", "b", "d"});
}

Date date(std::string_view text) { return *Date::parse(text); }

}  // namespace

TEST_CASE("select keeps the edges that pass", "[graph]") {
  struct Case {
    std::string what;
    EdgeFilter filter;
    std::vector<std::string> edges;
  };
  const auto with = [](auto set) {
    EdgeFilter filter;
    set(filter);
    return filter;
  };
  const Case cases[] = {
      {"none", {}, {"e1", "e2", "e3", "e4", "e5", "e6"}},
      {"types",
       with([](auto& f) {
         f.types = {EdgeType::meets, EdgeType::signs};
       }),
       {"e2", "e4", "e5"}},
      {"status", with([](auto& f) { f.statuses = {Status::planned}; }), {"e2", "e3"}},
      {"kinds", with([](auto& f) { f.kinds = kind_bit(NodeKind::person); }), {"e2"}},
      {"since", with([](auto& f) { f.since = date("2019-05-12"); }), {"e3", "e6"}},
      {"until", with([](auto& f) { f.until = date("1956-10"); }), {"e4", "e5"}},
      {"since and until",
       with([](auto& f) { f.since = date("1957"), f.until = date("2019-05-10"); }),
       {"e2", "e6"}},
      {"at", with([](auto& f) { f.at = date("2019-05-11"); }), {"e1", "e3", "e6"}},
      {"source by id", with([](auto& f) { f.sources = {"a"}; }), {"e2"}},
      {"source by file", with([](auto& f) { f.sources = {"b.txt"}; }), {"e3"}},
      {"confidence", with([](auto& f) { f.min_confidence = 0.6; }), {"e1", "e2", "e4", "e5", "e6"}},
  };
  const KnowledgeGraph graph = talks();
  for (const auto& [what, filter, expected] : cases) {
    CAPTURE(what);
    CHECK(edge_ids(select(graph, filter)) == expected);
  }
}

TEST_CASE("a node that is asked for may be of any kind", "[graph]") {
  const KnowledgeGraph graph = talks();
  EdgeFilter filter;
  filter.kinds = kind_bit(NodeKind::state);
  CHECK(edge_ids(select(graph, filter)) == std::vector<std::string>{"e6"});
  const std::vector kono{*graph.find("person:kono")};
  CHECK(edge_ids(select(graph, filter, kono)) == std::vector<std::string>{"e1", "e3", "e6"});
}

TEST_CASE("select keeps nodes without edges only when kinds alone are set", "[graph]") {
  const KnowledgeGraph graph = talks();
  EdgeFilter filter;
  filter.kinds = kind_bit(NodeKind::event);
  CHECK(node_ids(select(graph, filter)) == std::vector<std::string>{"event:g20"});
  filter.types = {EdgeType::meets};
  CHECK(node_ids(select(graph, filter)).empty());
}

TEST_CASE("select keeps nodes that kept edges name", "[graph]") {
  KnowledgeGraph graph =
      small_graph({small_node("state:japan", "Japan"), small_node("state:russia", "Russia"),
                   small_node("territory:islands", "islands"), small_node("person:abe", "Abe")},
                  {});
  Edge edge;
  edge.claim.type = EdgeType::disputes_with;
  edge.claim.over = "territory:islands";
  edge.evidence = {{{"d", {0, 1}, "x"}, "", ""}};
  graph.add(*graph.find("state:japan"), *graph.find("state:russia"), edge);
  EdgeFilter filter;
  filter.types = {EdgeType::disputes_with};
  CHECK(node_ids(select(graph, filter)) ==
        std::vector<std::string>{"state:japan", "state:russia", "territory:islands"});
}

}  // namespace entente
