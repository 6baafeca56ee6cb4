#include "graph/merge.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "graph/same_name.h"
#include "small_graph.h"

namespace entente {
namespace {

using Ids = std::vector<std::string>;

/// A graph of one document with a mention of every node in it.
KnowledgeGraph document_graph(const std::string& document, std::vector<Node> nodes,
                              std::vector<Fact> facts = {}) {
  for (Node& node : nodes) node = mentioned_in(std::move(node), {document});
  for (Fact& fact : facts) fact.document = document;
  return small_graph(nodes, facts, {document});
}

Ids merged_ids(const std::vector<KnowledgeGraph>& graphs) { return node_ids(merge(graphs)); }

}  // namespace

TEST_CASE("a surname joins the one person who has it", "[graph]") {
  const KnowledgeGraph graph =
      merge({document_graph(
                 "a", {small_node("person:putin", "Putin"), small_node("state:japan", "Japan")},
                 {{"person:putin", EdgeType::visits, "state:japan"}}),
             document_graph("b", {small_node("person:vladimir-putin", "Vladimir Putin")})});
  REQUIRE(node_ids(graph) == Ids{"person:vladimir-putin", "state:japan"});
  const Node& putin = graph[*graph.find("person:vladimir-putin")];
  CHECK(putin.name == "Vladimir Putin");
  CHECK(putin.aliases == Ids{"Putin"});
  CHECK(putin.mentions.size() == 2);
  CHECK(putin.merges == std::vector<Merge>{{"Putin", "surname"}});
  CHECK(graph.edge_count() == 1);
}

TEST_CASE("which short names join", "[graph]") {
  struct Case {
    std::string what;
    Node shorter, longer;
    bool joins;
  };
  const auto person = [](const char* id, const char* name, Ids aliases = {}) {
    return small_node(std::string("person:") + id, name, std::move(aliases));
  };
  const auto organization = [](const char* id, const char* name, Ids aliases = {}) {
    return small_node(std::string("organization:") + id, name, std::move(aliases));
  };
  const Case cases[] = {
      {"surname", person("kono", "Kono"), person("taro-kono", "Taro Kono"), true},
      {"case and diacritics", person("erdogan", "ERDOGAN"), person("r", "Recep Erdoğan"), true},
      {"honorific", person("mr-thapa", "Mr. Thapa"), person("b-thapa", "Bishnu Thapa"), true},
      {"leading surname by alias", person("xi", "Xi"), person("xj", "Xi Jinping", {"Xi"}), true},
      {"given name", person("taro", "Taro"), person("taro-kono", "Taro Kono"), false},
      {"two names", person("y-kono", "Yohei Kono"), person("taro-kono", "Taro S. Kono"), false},
      {"acronym", organization("un", "UN"), organization("u", "United Nations"), true},
      {"with stops", organization("un", "U.N."), organization("u", "United Nations"), true},
      {"small words", organization("osce", "OSCE"),
       organization("o", "Organization for Security and Co-operation in Europe"), true},
      {"not in capitals", organization("un", "Un"), organization("u", "United Nations"), false},
      {"alias", organization("ldp", "LDP"), organization("l", "Jiminto party", {"LDP"}), true},
      {"generic alias", organization("fm", "Foreign Ministry"),
       organization("r", "Russian Foreign Ministry", {"Foreign Ministry"}), false},
      {"state", small_node("state:congo", "Congo"),
       small_node("state:drc", "Democratic Republic of the Congo", {"Congo"}), false},
      {"agreement", small_node("agreement:pact", "pact"),
       small_node("agreement:warsaw-pact", "Warsaw Pact", {"pact"}), false},
      {"kinds differ", small_node("organization:kono", "Kono"), person("tk", "Taro Kono"), false},
  };
  for (const auto& [what, shorter, longer, joins] : cases) {
    CAPTURE(what);
    const Ids found = merged_ids({document_graph("a", {shorter}), document_graph("b", {longer})});
    CHECK((found == Ids{longer.id}) == joins);
  }
}

TEST_CASE("two candidates leave a surname alone", "[graph]") {
  CHECK(merged_ids({document_graph("a", {small_node("person:bush", "Bush")}),
                    document_graph("b", {small_node("person:george-bush", "George Bush")}),
                    document_graph("c", {small_node("person:jeb-bush", "Jeb Bush")})})
            .size() == 3);
}

TEST_CASE("what one document tells apart stays apart", "[graph]") {
  const Node kim = small_node("person:kim", "Kim"), jong = small_node("person:kju", "Jong Kim");
  CHECK(merged_ids({document_graph("a", {kim, jong}), document_graph("b", {kim})}).size() == 2);
  KnowledgeGraph related =
      small_graph({kim, jong}, {{"person:kim", EdgeType::meets, "person:kju"}});
  CHECK(node_ids(resolve_names(related)).size() == 2);
}

TEST_CASE("references follow a join", "[graph]") {
  KnowledgeGraph a = document_graph("a", {small_node("person:abe", "Abe"),
                                          small_node("state:a", "A"), small_node("state:b", "B")});
  Edge edge;
  edge.claim.type = EdgeType::supports;
  edge.claim.over = "person:abe";
  edge.claim.asserted_by = "person:abe";
  edge.evidence = {{{"a", {0, 1}, "x"}, "", ""}};
  a.add(*a.find("state:a"), *a.find("state:b"), edge);
  const KnowledgeGraph graph =
      merge({a, document_graph("b", {small_node("person:shinzo-abe", "Shinzo Abe")})});
  const Claim& claim = graph[*graph.find_edge("e1")].claim;
  CHECK(claim.over == "person:shinzo-abe");
  CHECK(claim.asserted_by == "person:shinzo-abe");
}

TEST_CASE("merge does not depend on the order of the graphs", "[graph]") {
  using enum EdgeType;
  std::vector<KnowledgeGraph> graphs{
      document_graph("a", {small_node("person:putin", "Putin"), small_node("state:japan", "Japan")},
                     {{"person:putin", visits, "state:japan", "2019"}}),
      document_graph("b",
                     {small_node("person:vladimir-putin", "Vladimir Putin"),
                      small_node("state:japan", "State of Japan"), small_node("person:abe", "Abe")},
                     {{"person:vladimir-putin", visits, "state:japan", "2019"},
                      {"person:abe", meets, "person:vladimir-putin"}}),
      document_graph("c",
                     {small_node("person:abe", "Abe"), small_node("person:sa", "Shinzo Abe Jr")},
                     {{"person:sa", meets, "person:abe"}})};
  const auto described = [](const KnowledgeGraph& graph) {
    std::string text;
    for (const auto v : boost::make_iterator_range(boost::vertices(graph.graph()))) {
      text += graph[v].id + "=" + graph[v].name;
      for (const std::string& alias : graph[v].aliases) text += "," + alias;
      text += ";";
    }
    for (const auto e : boost::make_iterator_range(boost::edges(graph.graph()))) {
      text += graph[e].id + " " + graph[boost::source(e, graph.graph())].id + " " +
              std::string(name(graph[e].claim.type)) + " " +
              graph[boost::target(e, graph.graph())].id;
      for (const Evidence& evidence : graph[e].evidence) text += " " + evidence.quote.document;
      text += ";";
    }
    return text;
  };
  const std::string expected = described(merge(graphs));
  std::vector<size_t> order{0, 1, 2};
  do {
    std::vector<KnowledgeGraph> shuffled;
    for (const size_t i : order) shuffled.push_back(graphs[i]);
    CHECK(described(merge(shuffled)) == expected);
  } while (std::next_permutation(order.begin(), order.end()));
  CHECK(merge(graphs).edge_count() == 3);  // both saw one visit
}

TEST_CASE("merge refuses two documents with one id", "[graph]") {
  KnowledgeGraph a, b;
  a.add({"d", "One title", std::nullopt, ""});
  b.add({"d", "Another", std::nullopt, ""});
  CHECK_THROWS_AS(merge({a, b}), Error);
}

TEST_CASE("initials", "[graph]") {
  CHECK(initials("United Nations") == "UN");
  CHECK(initials("Organization of American States") == "OAS");
  CHECK(initials("Co-operation Council") == "CC");
  CHECK(initials("NATO") == "");
  CHECK(initials("") == "");
}

}  // namespace entente
