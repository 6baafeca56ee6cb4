#include "graph/find.h"

#include <catch2/catch.hpp>

#include "graph/edit_distance.h"
#include "small_graph.h"

namespace entente {
namespace {

KnowledgeGraph names() {
  return small_graph(
      {small_node("person:taro-kono", "Taro Kono", {"Kono"}),
       small_node("person:yohei-kono", "Yohei Kono"),
       small_node("person:sergey-lavrov", "Sergey Lavrov"),
       small_node("person:erdogan", "Recep Tayyip Erdoğan"), small_node("state:georgia", "Georgia"),
       small_node("territory:georgia", "Georgia"),
       small_node("agreement:treaty-of-paris", "Treaty of Paris")},
      {});
}

}  // namespace

TEST_CASE("edit_distance", "[graph]") {
  struct Case {
    std::string_view a, b;
    size_t distance;
  };
  const Case cases[] = {{"", "", 0},          {"", "ab", 2},           {"kono", "kono", 0},
                        {"kono", "konno", 1}, {"kono", "koon", 1},     {"abc", "ca", 3},
                        {"Łódź", "Lodz", 3},  {"kitten", "sitting", 3}};
  for (const auto& [a, b, distance] : cases) {
    CAPTURE(a, b);
    CHECK(edit_distance(a, b) == distance);
    CHECK(edit_distance(b, a) == distance);
  }
}

TEST_CASE("find_named", "[graph]") {
  struct Case {
    std::string_view name;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"Taro Kono", {"person:taro-kono"}},
      {"taro KONO", {"person:taro-kono"}},
      {"Kono", {"person:taro-kono"}},  // an alias comes before a part of a name
      {"Lavrov", {"person:sergey-lavrov"}},
      {"erdogan", {"person:erdogan"}},
      {"Erdoğan Recep", {"person:erdogan"}},
      {"Georgia", {"state:georgia", "territory:georgia"}},
      {"@territory:georgia", {"territory:georgia"}},
      {"person:yohei-kono", {"person:yohei-kono"}},
      {"@georgia", {}},
      {"@", {}},
      {"", {}},
      {"…", {}},
      {"Lavro", {}},
  };
  const KnowledgeGraph graph = names();
  for (const auto& [name, expected] : cases) {
    CAPTURE(name);
    CHECK(ids(graph, find_named(graph, name)) == expected);
  }
}

TEST_CASE("similar_names finds whole names, single words and ids", "[graph]") {
  const KnowledgeGraph graph = names();
  CHECK(similar_names(graph, "Taro Konno", 3).front() == "Taro Kono");
  CHECK(similar_names(graph, "Lavrow", 3) == std::vector<std::string>{"Sergey Lavrov"});
  CHECK(similar_names(graph, "@state:gorgia", 1) == std::vector<std::string>{"@state:georgia"});
  CHECK(similar_names(graph, "Zanzibar", 3).empty());
  CHECK(similar_names(graph, "", 3).empty());
}

TEST_CASE("search puts whole names before words and words before beginnings", "[graph]") {
  const KnowledgeGraph graph = small_graph(
      {small_node("organization:ministry", "Ministry of Peace"),
       small_node("agreement:peaceful", "Peaceful Use Accord"),
       small_node("agreement:peace", "Peace"), small_node("agreement:treaty", "peace treaty")},
      {{"organization:ministry", EdgeType::signs, "agreement:treaty"}});
  CHECK(ids(graph, search(graph, "PEACE")) ==
        std::vector<std::string>{"agreement:peace", "organization:ministry", "agreement:treaty",
                                 "agreement:peaceful"});
  CHECK(ids(graph, search(graph, "treat peace")) == std::vector<std::string>{"agreement:treaty"});
  CHECK(search(graph, "  - ").empty());
}

}  // namespace entente
