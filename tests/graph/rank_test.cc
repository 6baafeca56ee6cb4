#include "graph/rank.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "graph/louvain.h"
#include "small_graph.h"

namespace entente {
namespace {

using Ids = std::vector<std::string>;

/// Two triangles joined by one statement, and a state apart.
KnowledgeGraph barbell() {
  using enum EdgeType;
  std::vector<Node> nodes;
  for (const char* letter : {"a", "b", "c", "d", "e", "f", "g"})
    nodes.push_back(small_node(std::string("state:") + letter, letter));
  return small_graph(nodes, {{"state:a", supports, "state:b"},
                             {"state:b", supports, "state:c"},
                             {"state:c", supports, "state:a"},
                             {"state:c", aids, "state:d"},
                             {"state:d", supports, "state:e"},
                             {"state:e", supports, "state:f"},
                             {"state:f", supports, "state:d"}});
}

}  // namespace

TEST_CASE("pagerank follows statements and adds up to 1", "[graph]") {
  const KnowledgeGraph graph = barbell();
  const auto values = centrality(graph, Centrality::pagerank);
  CHECK(std::accumulate(values.begin(), values.end(), 0.0) == Approx(1));
  CHECK(graph[rank(graph, Centrality::pagerank).front().vertex].id == "state:d");
  CHECK(graph[rank(graph, Centrality::pagerank).back().vertex].id == "state:g");
}

TEST_CASE("a symmetric statement leads the walk both ways", "[graph]") {
  const KnowledgeGraph graph = small_graph({small_node("state:a", "a"), small_node("state:b", "b")},
                                           {{"state:a", EdgeType::meets, "state:b"}});
  const auto values = centrality(graph, Centrality::pagerank);
  CHECK(values[0] == Approx(values[1]));
}

TEST_CASE("betweenness counts the pairs that a node lies between", "[graph]") {
  const KnowledgeGraph graph = barbell();
  const auto values = centrality(graph, Centrality::betweenness);
  // c lies between {a, b} and {d, e, f}: 6 of the 15 pairs of other nodes.
  CHECK(values[*graph.find("state:c")] == Approx(6.0 / 15));
  CHECK(values[*graph.find("state:a")] == Approx(0));
}

TEST_CASE("degree counts statements and ties are broken by id", "[graph]") {
  const KnowledgeGraph graph = barbell();
  const auto ranked = rank(graph, Centrality::degree);
  CHECK(graph[ranked[0].vertex].id == "state:c");
  CHECK(ranked[0].score == 3);
  CHECK(graph[ranked[1].vertex].id == "state:d");
}

TEST_CASE("communities and components part the nodes", "[graph]") {
  const KnowledgeGraph graph = barbell();
  const Communities found = communities(graph);
  REQUIRE(found.sets.size() == 3);
  CHECK(ids(graph, found.sets[0]) == Ids{"state:a", "state:b", "state:c"});
  CHECK(ids(graph, found.sets[1]) == Ids{"state:d", "state:e", "state:f"});
  CHECK(found.modularity == Approx(6.0 / 7 - 0.5));
  const NodeSets parts = components(graph);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].size() == 6);
  CHECK(ids(graph, parts[1]) == Ids{"state:g"});
}

TEST_CASE("graphs without nodes or edges have ranks and communities", "[graph]") {
  for (const Centrality measure :
       {Centrality::pagerank, Centrality::betweenness, Centrality::degree}) {
    CHECK(rank({}, measure).empty());
    CHECK(rank(small_graph({small_node("state:a", "a")}, {}), measure).size() == 1);
  }
  CHECK(communities({}).sets.empty());
  CHECK(components({}).empty());
  const Communities one = communities(small_graph({small_node("state:a", "a")}, {}));
  CHECK(one.sets.size() == 1);
  CHECK(one.modularity == 0);
}

TEST_CASE("louvain never makes modularity worse than one set a node", "[graph]") {
  for (size_t seed = 1; seed <= 20; ++seed) {
    std::vector<WeightedPair> pairs;
    size_t state = seed;
    const auto next = [&](size_t below) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      return (state >> 33) % below;
    };
    for (int i = 0; i < 60; ++i) pairs.push_back({next(30), next(30), 1.0 + double(next(3))});
    std::vector<size_t> alone(30);
    std::iota(alone.begin(), alone.end(), size_t{0});
    const auto labels = louvain(30, pairs);
    CHECK(labels == louvain(30, pairs));
    CHECK(modularity(labels, pairs) >= modularity(alone, pairs));
  }
}

}  // namespace entente
