#include "cli/views.h"

#include <catch2/catch.hpp>

#include "cli/describe.h"

namespace entente {
namespace {

constexpr Style kPlain{false, 60};

/// Kono, planned to meet Lavrov, who held an office in Russia.
KnowledgeGraph talks() {
  KnowledgeGraph graph;
  graph.add({"wire", "Talks", Date::parse("2019-04-18"), "wire.txt"});
  const auto kono = graph.add(Node{"person:taro-kono",
                                   NodeKind::person,
                                   "Taro Kono",
                                   "",
                                   {"Kono"},
                                   {{{"wire", {0, 9}, "Taro Kono"}, MentionForm::name}},
                                   {{"Kono", "surname"}}});
  const auto lavrov = graph.add(Node{"person:lavrov", NodeKind::person, "Lavrov", "", {}, {}, {}});
  const auto russia = graph.add(Node{"state:russia", NodeKind::state, "Russia", "", {}, {}, {}});
  Edge meeting;
  meeting.claim = {EdgeType::meets, Status::planned, Interval::parse("2019-05-10"), "",
                   "state:russia",  "a source"};
  meeting.confidence = 0.8;
  meeting.evidence = {
      {{"wire", {0, 38}, "Taro Kono plans meeting Lavrov in May."}, "verb: meet", "May → 2019-05"}};
  graph.add(kono, lavrov, meeting);
  Edge office;
  office.claim = {EdgeType::holds_office, Status::ended, std::nullopt, "Minister", "", ""};
  office.evidence = {{{"wire", {40, 52}, "Mr. Lavrov …"}, "", ""}};
  graph.add(lavrov, russia, office);
  return graph;
}

}  // namespace

TEST_CASE("a path shows each hop with its sentence, date, status and source", "[cli]") {
  CHECK(format_path(talks(), {{0, 1, 2}}, kPlain) ==
        "Taro Kono  Person\n"
        "   ↔  meets · planned · 2019-05-10 · over Russia · according to a source\n"
        "      “Taro Kono plans meeting Lavrov in May.”\n"
        "      wire, 2019-04-18 · e1\n"
        "Lavrov  Person\n"
        "   →  holds office in · Minister · ended\n"
        "      “Mr. Lavrov …”\n"
        "      wire, 2019-04-18 · e2\n"
        "Russia  State\n");
}

TEST_CASE("a hop against its direction points back", "[cli]") {
  CHECK(format_path(talks(), {{2, 1}}, kPlain).find("   ←  holds office in") != std::string::npos);
}

TEST_CASE("a node is shown with its names and statements", "[cli]") {
  CHECK(format_node(talks(), 1, 0, kPlain) ==
        "Lavrov  Person  @person:lavrov\n"
        "0 mentions in 0 documents\n"
        "\n"
        "→  holds office in  Russia     e2  Minister · ended\n"
        "↔  meets            Taro Kono  e1  planned · 2019-05-10 ·\n"
        "                                   over Russia · according\n"
        "                                   to a source\n");
  CHECK(format_node(talks(), 1, 1, kPlain).ends_with("… and 1 more\n"));
}

TEST_CASE("evidence tells rule, date, place and merged names", "[cli]") {
  const KnowledgeGraph graph = talks();
  CHECK(format_evidence(graph, *graph.find_edge("e1"), kPlain) ==
        "e1 Taro Kono meets Lavrov\n"
        "  type        meets\n"
        "  status      planned\n"
        "  time        2019-05-10\n"
        "  over        Russia\n"
        "  said by     a source\n"
        "  confidence  80%\n"
        "\n"
        "  “Taro Kono plans meeting Lavrov in May.”\n"
        "  stated in  wire, 2019-04-18 · wire.txt · characters 0–38\n"
        "  read by    verb: meet\n"
        "  date from  May → 2019-05\n"
        "\n"
        "  Taro Kono  Person  @person:taro-kono\n"
        "    Kono  the same by surname\n"
        "  Lavrov  Person  @person:lavrov\n");
}

TEST_CASE("a timeline lists dates once", "[cli]") {
  const KnowledgeGraph graph = talks();
  const std::vector edges{*graph.find_edge("e1"), *graph.find_edge("e1")};
  CHECK(format_timeline(graph, edges, 0, {false, 100}) ==
        "2019-05-10  e1  Taro Kono meets Lavrov · planned · over Russia · according to a source\n"
        "            e1  Taro Kono meets Lavrov · planned · over Russia · according to a source\n");
}

TEST_CASE("the cue of a rule is set off in its sentence", "[cli]") {
  struct Case {
    std::string rule, sentence, cue;
  };
  const Case cases[] = {{"verb: sign", "They re-signed and Signed it.", "signed"},
                        {"verb: sign", "A design was signed.", "signed"},
                        {"verb: negotiate", "It is negotiating.", "negotiating"},
                        {"verb: deny", "He denied it.", "denied"},
                        {"title before name", "Minister Kono", ""},
                        {"verb: sign", "Nothing here.", ""},
                        {"verb: ", "Nothing here.", ""}};
  for (const auto& [rule, sentence, cue] : cases) {
    CAPTURE(rule, sentence);
    CHECK(quote_text({{"d", {0, 1}, sentence}, rule, ""})[1].text == cue);
  }
}

TEST_CASE("neighbors are grouped by distance", "[cli]") {
  const KnowledgeGraph graph = talks();
  CHECK(format_neighbors(graph, neighborhood(graph, 0, 2), 0, kPlain) ==
        "1 hop away\n"
        "  Lavrov  Person  ↔ meets [planned]\n"
        "\n"
        "2 hops away\n"
        "  Russia  State  Lavrov → office in [ended]\n");
}

}  // namespace entente
