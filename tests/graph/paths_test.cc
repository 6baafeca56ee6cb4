#include "graph/paths.h"

#include <catch2/catch.hpp>

#include "graph/subgraph.h"
#include "graph/timeline.h"
#include "small_graph.h"

namespace entente {
namespace {

using Ids = std::vector<std::string>;

/// A ring of five states with a chord and a tail, and one state apart.
KnowledgeGraph ring() {
  using enum EdgeType;
  std::vector<Node> nodes;
  for (const char* letter : {"a", "b", "c", "d", "e", "f", "g"})
    nodes.push_back(small_node(std::string("state:") + letter, letter));
  return small_graph(nodes, {{"state:a", supports, "state:b"},
                             {"state:c", supports, "state:b"},
                             {"state:c", meets, "state:d"},
                             {"state:d", aids, "state:e"},
                             {"state:e", accuses, "state:a"},
                             {"state:b", rejects, "state:e"},
                             {"state:d", visits, "state:f"},
                             {"state:b", accuses, "state:a"}});
}

std::vector<Ids> paths(const KnowledgeGraph& graph, const char* from, const char* to,
                       size_t max_hops, size_t limit) {
  std::vector<Ids> result;
  for (const Path& path : paths_between(graph, *graph.find(from), *graph.find(to), max_hops, limit))
    result.push_back(ids(graph, path.vertices));
  return result;
}

}  // namespace

TEST_CASE("paths ignore directions, the shorter come first", "[graph]") {
  const KnowledgeGraph graph = ring();
  const std::vector<Ids> expected{{"state:a", "state:b", "state:c", "state:d"},
                                  {"state:a", "state:e", "state:d"},
                                  {"state:a", "state:b", "state:e", "state:d"},
                                  {"state:a", "state:e", "state:b", "state:c", "state:d"}};
  CHECK(paths(graph, "state:a", "state:d", 9, 1) == std::vector<Ids>{expected[1]});
  CHECK(paths(graph, "state:a", "state:d", 3, 9) ==
        std::vector<Ids>{expected[1], expected[0], expected[2]});
  CHECK(paths(graph, "state:a", "state:d", 9, 9).size() == 4);
  CHECK(paths(graph, "state:a", "state:d", 9, 9).back() == expected[3]);
  CHECK(paths(graph, "state:a", "state:d", 1, 9).empty());
  CHECK(paths(graph, "state:a", "state:g", 9, 9).empty());
  CHECK(paths(graph, "state:a", "state:a", 9, 9) == std::vector<Ids>{{"state:a"}});
}

TEST_CASE("a hop has every statement between its ends", "[graph]") {
  const KnowledgeGraph graph = ring();
  Ids found;
  for (const auto edge : edges_between(graph, *graph.find("state:a"), *graph.find("state:b")))
    found.push_back(graph[edge].id);
  CHECK(found == Ids{"e1", "e8"});
}

TEST_CASE("neighborhood goes outward hop by hop", "[graph]") {
  const KnowledgeGraph graph = ring();
  const auto found = neighborhood(graph, *graph.find("state:a"), 2);
  Ids names;
  for (const Neighbor& neighbor : found)
    names.push_back(std::to_string(neighbor.hops) + graph[neighbor.vertex].name);
  CHECK(names == Ids{"0a", "1b", "1e", "2c", "2d"});
  CHECK(neighborhood(graph, *graph.find("state:g"), 5).size() == 1);
}

TEST_CASE("subgraph keeps ids and order", "[graph]") {
  const KnowledgeGraph graph = ring();
  const std::vector vertices{*graph.find("state:e"), *graph.find("state:b"),
                             *graph.find("state:a")};
  const KnowledgeGraph part = subgraph(graph, vertices, edges_among(graph, vertices));
  CHECK(node_ids(part) == Ids{"state:a", "state:b", "state:e"});
  CHECK(edge_ids(part) == Ids{"e1", "e5", "e6", "e8"});
  CHECK(part.documents() == graph.documents());
}

TEST_CASE("a chain of ten thousand nodes has a path from end to end", "[graph]") {
  std::vector<Node> nodes;
  std::vector<Fact> facts;
  for (int i = 0; i < 10000; ++i) {
    nodes.push_back(small_node("state:" + std::to_string(i), std::to_string(i)));
    if (i > 0) facts.push_back({nodes[i - 1].id, EdgeType::supports, nodes[i].id});
  }
  const KnowledgeGraph graph = small_graph(nodes, facts);
  CHECK(paths(graph, "state:0", "state:9999", 20000, 1).front().size() == 10000);
}

TEST_CASE("timeline orders dated statements by their beginning", "[graph]") {
  using enum EdgeType;
  const KnowledgeGraph graph = small_graph(
      {small_node("state:a", "a"), small_node("state:b", "b"), small_node("state:c", "c")},
      {{"state:a", supports, "state:b"},
       {"state:a", aids, "state:b", "2019-04-18"},
       {"state:b", aids, "state:c", "2019"},
       {"state:a", accuses, "state:c", "1992/.."},
       {"state:a", seizes, "state:c", "../1991"},
       {"state:c", aids, "state:a", "2019-04-18"}});
  const auto listed = [&](std::optional<KnowledgeGraph::Vertex> node) {
    Ids result;
    for (const auto edge : timeline(graph, node)) result.push_back(graph[edge].id);
    return result;
  };
  CHECK(listed(std::nullopt) == Ids{"e5", "e4", "e3", "e2", "e6"});
  CHECK(listed(graph.find("state:b")) == Ids{"e3", "e2"});
}

}  // namespace entente
