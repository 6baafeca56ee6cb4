#include "graph/score.h"

#include <catch2/catch.hpp>

#include "graph/alignment.h"
#include "graph/assignment.h"
#include "small_graph.h"

namespace entente {
namespace {

/// A node with mentions at the given places.
Node at(Node node, const std::vector<CodePointSpan>& spans, MentionForm form = MentionForm::name) {
  for (const CodePointSpan span : spans) node.mentions.push_back({{"d", span, "x"}, form});
  return node;
}

/// Four nodes and five statements.
KnowledgeGraph gold() {
  using enum EdgeType;
  KnowledgeGraph graph =
      small_graph({at(small_node("person:kono", "Taro Kono"), {{0, 9}, {50, 54}}),
                   at(small_node("person:lavrov", "Sergey Lavrov"), {{20, 33}}),
                   at(small_node("state:japan", "Japan"), {{100, 105}}),
                   at(small_node("state:russia", "Russia"), {{110, 117}}, MentionForm::demonym)},
                  {{"person:kono", meets, "person:lavrov", "2019-05-10", Status::planned},
                   {"person:kono", meets, "person:lavrov", "2018-11"},
                   {"state:japan", accuses, "state:russia"},
                   {"state:japan", cooperates_with, "state:russia"}});
  Edge office;
  office.claim.type = holds_office;
  office.claim.role = "Foreign Minister";
  office.evidence = {{{"d", {0, 9}, "x"}, "", ""}};
  graph.add(*graph.find("person:kono"), *graph.find("state:japan"), office);
  return graph;
}

/// The same text as a system might read it: one node split, one missed, one too many.
KnowledgeGraph system_graph() {
  using enum EdgeType;
  KnowledgeGraph graph = small_graph(
      {at(small_node("person:a", "Kono"), {{0, 9}}), at(small_node("person:b", "Kono"), {{50, 54}}),
       at(small_node("person:c", "Lavrov"), {{27, 33}}),
       at(small_node("state:d", "J"), {{100, 105}}),
       at(small_node("state:e", "R"), {{110, 117}}, MentionForm::demonym),
       at(small_node("event:f", "talks"), {{70, 75}})},
      {{"person:c", meets, "person:a", "2018-11"},
       {"state:d", rejects, "state:e"},
       {"state:e", cooperates_with, "state:d", "1992/.."},
       {"person:b", attends, "event:f"}});
  Edge office;
  office.claim.type = holds_office;
  office.claim.role = "foreign minister,";
  office.evidence = {{{"d", {0, 9}, "x"}, "", ""}};
  graph.add(*graph.find("person:a"), *graph.find("state:d"), office);
  return graph;
}

}  // namespace

TEST_CASE("best_assignment", "[graph]") {
  using Weights = std::vector<std::vector<double>>;
  using Pairs = std::vector<std::optional<size_t>>;
  CHECK(best_assignment({}).empty());
  CHECK(best_assignment(Weights{{}, {}}) == Pairs{std::nullopt, std::nullopt});
  CHECK(best_assignment(Weights{{0, 0}}) == Pairs{std::nullopt});
  // Greedy would take 0.9 and then have nothing left for the second row.
  CHECK(best_assignment(Weights{{0.9, 0.8}, {0.8, 0}}) == Pairs{1, 0});
  CHECK(best_assignment(Weights{{0.5}, {0.7}, {0.6}}) == Pairs{std::nullopt, 0, std::nullopt});
  CHECK(best_assignment(Weights{{1, 2, 3}, {2, 4, 6}, {3, 6, 9}}) == Pairs{0, 1, 2});
}

TEST_CASE("spans match if they share half of the longer one", "[graph]") {
  CHECK(overlap_by_half({0, 9}, {5, 9}) == false);
  CHECK(overlap_by_half({0, 8}, {4, 8}));
  CHECK(overlap_by_half({4, 8}, {0, 8}));
  CHECK_FALSE(overlap_by_half({0, 4}, {4, 8}));
}

TEST_CASE("compare counts as the definitions say", "[graph]") {
  const Score score = compare(gold(), system_graph()).score;
  struct Case {
    Metric metric;
    double right;
    size_t system, gold;
  };
  const Case cases[] = {
      // Sergey [Lavrov] is less than half of the longer span.
      {Metric::mention, 3, 5, 4},
      {Metric::node, 3, 6, 4},
      // Kono by one of two mentions (2/3), Japan and Russia whole; each with 1e-6 for its kind.
      {Metric::cluster, 2 / 3.0 + 2 + 3e-6, 6, 4},
      {Metric::edge, 2, 5, 5},
      {Metric::edge_full, 1, 5, 5},
      {Metric::edge_family, 3, 5, 4},
      {Metric::edge_pair, 2, 4, 3},
  };
  for (const auto& [metric, right, system, gold_count] : cases) {
    CAPTURE(name(metric));
    CHECK(score[metric].right == Approx(right));
    CHECK(score[metric].system == system);
    CHECK(score[metric].gold == gold_count);
  }
  CHECK(score.attributes.edges == 2);
  CHECK(score.attributes.status == 2);
  CHECK(score.attributes.time == 1);
  CHECK(score.attributes.roles == 1);
  CHECK(score.attributes.role == 1);
}

TEST_CASE("compare tells which edges differ", "[graph]") {
  const KnowledgeGraph wanted = gold(), found = system_graph();
  const Differences differences = compare(wanted, found).differences;
  CHECK(differences.missed.size() == 3);
  CHECK(differences.wrong.size() == 3);
}

TEST_CASE("a graph compared with itself is right in everything", "[graph]") {
  const Comparison same = compare(gold(), gold());
  for (const Metric metric : kMetrics) {
    CAPTURE(name(metric));
    // A node known by its demonym alone has no name mention, and the ties of kinds count a little.
    CHECK(same.score[metric].f1() == Approx(1).margin(1e-5));
  }
  CHECK(same.differences.missed.empty());
  CHECK(same.differences.wrong.empty());
}

TEST_CASE("nothing compared with something is 0 and not a division by it", "[graph]") {
  for (const Metric metric : kMetrics) {
    CHECK(compare(gold(), {}).score[metric].f1() == 0);
    CHECK(compare({}, gold()).score[metric].f1() == 0);
    CHECK(compare({}, {}).score[metric].f1() == 0);
  }
}

TEST_CASE("scores of documents add up, and their range holds the sum", "[graph]") {
  const Score one = compare(gold(), system_graph()).score, all = compare(gold(), gold()).score;
  Score sum = one;
  sum += all;
  CHECK(sum[Metric::edge].right == 7);
  CHECK(sum.types.at(EdgeType::meets).gold == 4);
  const Range range = f1_range({one, all}, Metric::edge);
  CHECK(range.low <= sum[Metric::edge].f1());
  CHECK(range.high >= sum[Metric::edge].f1());
  CHECK(range.high == 1);
}

}  // namespace entente
