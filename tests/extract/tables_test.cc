#include "extract/tables.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "base/utf8.h"
#include "graph/ontology.h"
#include "tests/extract/documents.h"

namespace entente {
namespace {

using Rows = std::vector<std::vector<std::string_view>>;
using Names = std::set<std::string_view>;

Rows rows_of(std::string_view table) { return table_rows(embedded_table(table)); }

/// Cells beyond the end of a row count as empty.
std::string_view cell(const std::vector<std::string_view>& row, size_t column) {
  return column < row.size() ? row[column] : std::string_view();
}

std::string row_text(const std::vector<std::string_view>& row) {
  std::string text;
  for (const auto value : row) text += std::string(value) + " | ";
  return text;
}

Strings split_list(std::string_view text, char separator) {
  Strings parts;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// The rows whose cell in a column is none of `values`.
Strings rows_beyond(std::string_view table, size_t column, const Names& values) {
  Strings wrong;
  for (const auto& row : rows_of(table))
    if (!values.contains(cell(row, column))) wrong.push_back(row_text(row));
  return wrong;
}

const Names kSlots = {"subj", "obj", "poss", "subjs"};

}  // namespace

TEST_CASE("table_rows keeps cells, and leaves out comments and empty lines", "[extract]") {
  const Rows rows = table_rows("# name\tclass\n\na\t b \t\r\nc\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0] == std::vector<std::string_view>{"a", "b", ""});
  CHECK(rows[1] == std::vector<std::string_view>{"c"});
  CHECK(table_rows("").empty());
}

TEST_CASE("cell_values leaves out blanks around values and empty values", "[extract]") {
  CHECK(cell_values("UN; U.N. ;;UNO") == std::vector<std::string_view>{"UN", "U.N.", "UNO"});
  CHECK(cell_values("").empty());
}

TEST_CASE("a table that does not exist is empty", "[extract]") {
  CHECK(embedded_table("no such table").empty());
}

TEST_CASE("every row has the columns of its table and a name", "[extract]") {
  struct Case {
    std::string_view table;
    size_t fewest, most;
  };
  const Case cases[] = {
      {"states", 4, 9},          {"organizations", 4, 4}, {"places", 3, 4},
      {"peoples", 1, 3},         {"titles", 2, 2},        {"heads", 2, 2},
      {"given_names", 2, 2},     {"predicates", 5, 7},    {"embedding_verbs", 4, 4},
      {"irregular_verbs", 3, 3}, {"cues", 4, 4},          {"times", 4, 4}};
  for (const auto& [table, fewest, most] : cases) {
    CAPTURE(table);
    const Rows rows = rows_of(table);
    CHECK(rows.size() > 50);
    for (const auto& row : rows) {
      const bool fits = fewest <= row.size() && row.size() <= most && !row[0].empty();
      if (!fits) FAIL_CHECK(row_text(row));
    }
  }
}

TEST_CASE("no row of a table is there twice", "[extract]") {
  for (const auto table :
       {"states", "organizations", "places", "peoples", "titles", "heads", "given_names",
        "predicates", "embedding_verbs", "irregular_verbs", "cues", "times"}) {
    CAPTURE(table);
    std::set<std::vector<std::string_view>> seen;
    for (const auto& row : rows_of(table))
      if (!seen.insert(row).second) FAIL_CHECK(row_text(row));
  }
}

TEST_CASE("tables of classes have only known ones", "[extract]") {
  CHECK(rows_beyond("states", 3, {"present", "defacto", "former"}) == Strings{});
  CHECK(rows_beyond("organizations", 3,
                    {"igo", "court", "legislature", "ministry", "agency", "armed", "party", "media",
                     "ngo", "think-tank", "company"}) == Strings{});
  CHECK(rows_beyond("places", 2,
                    {"city", "region", "island", "sea", "strait", "river", "mountain", "desert",
                     "base", "building", "continent", "border"}) == Strings{});
  CHECK(rows_beyond("titles", 1, {"office", "honorific", "rank", "kin", "aide", "nonoffice"}) ==
        Strings{});
  CHECK(rows_beyond("given_names", 1, {"m", "f", "u", "surname"}) == Strings{});
  CHECK(rows_beyond("heads", 1,
                    {"person", "organization", "state", "territory", "group", "agreement",
                     "event"}) == Strings{});
  CHECK(rows_beyond("embedding_verbs", 2, {"to", "ing", "object", "clause", "fact"}) == Strings{});
  CHECK(rows_beyond("cues", 2,
                    {"adjective", "noun", "that", "modifier", "adverb", "thing", "source",
                     "opinion", "hearsay"}) == Strings{});
  CHECK(rows_beyond("times", 0, {"word", "rule"}) == Strings{});
  for (const auto table : {"embedding_verbs", "cues"})
    for (const size_t column : {1, 3})
      CHECK(rows_beyond(table, column, {"actual", "ended", "planned", "hypothetical", "denied"}) ==
            Strings{});
}

TEST_CASE("titles, heads and verbs have one class each", "[extract]") {
  for (const auto table : {"titles", "heads", "irregular_verbs"}) {
    CAPTURE(table);
    Names seen;
    for (const auto& row : rows_of(table))
      if (!seen.insert(row[0]).second) FAIL_CHECK(row_text(row));
  }
}

TEST_CASE("titles and heads are written in lower case", "[extract]") {
  for (const auto table : {"titles", "heads"})
    for (const auto& row : rows_of(table)) {
      const std::string lower = lower_case(row[0]);
      if (lower != row[0]) FAIL_CHECK(row_text(row));
    }
}

TEST_CASE("states have unique names and codes", "[extract]") {
  Names names, codes;
  std::set<std::string> ids;
  for (const auto& row : rows_of("states")) {
    CAPTURE(row_text(row));
    CHECK(names.insert(row[0]).second);
    CHECK(ids.insert(slug(row[0])).second);
    if (cell(row, 3) != "present") continue;
    CHECK(cell(row, 1).size() == 2);
    CHECK(cell(row, 2).size() == 3);
    CHECK(codes.insert(cell(row, 1)).second);
    CHECK(codes.insert(cell(row, 2)).second);
  }
}

TEST_CASE("states that places lie in are in the table of states", "[extract]") {
  Names states = {""};
  for (const auto& row : rows_of("states")) states.insert(row[0]);
  Strings wrong;
  for (const auto& row : rows_of("places"))
    for (const auto state : cell_values(cell(row, 3)))
      if (!states.contains(state)) wrong.push_back(row_text(row));
  CHECK(wrong == Strings{});
}

TEST_CASE("predicates name types, kinds, slots and statuses that exist", "[extract]") {
  for (const auto& row : rows_of("predicates")) {
    const std::string_view pos = cell(row, 1);
    bool fits = (pos == "v" || pos == "n" || pos == "a") && parse_edge_type(cell(row, 4));
    for (const std::string& kind : split_list(cell(row, 5), ','))
      fits = fits && parse_kind(kind).has_value();
    for (const size_t column : {2, 3}) {
      const Strings slots = split_list(cell(row, column), '/');
      fits = fits && !slots.empty();
      for (const std::string& slot : slots)
        fits = fits && (kSlots.contains(slot) || word_class(slot) == WordClass::preposition);
    }
    fits = fits && (cell(row, 6).empty() || parse_status(cell(row, 6)));
    if (!fits) FAIL_CHECK(row_text(row));
  }
}

TEST_CASE("the kinds that a predicate asks of its target are allowed by the ontology",
          "[extract]") {
  for (const auto& row : rows_of("predicates")) {
    const auto type = parse_edge_type(cell(row, 4));
    if (!type) continue;
    for (const std::string& kind : split_list(cell(row, 5), ',')) {
      const auto parsed = parse_kind(kind);
      if (parsed && !contains(info(*type).targets, *parsed)) FAIL_CHECK(row_text(row));
    }
  }
}

TEST_CASE("every type of edge is stated by a predicate or a rule", "[extract]") {
  // Types that names, titles and agreements state, not verbs.
  std::set<EdgeType> stated = {EdgeType::holds_office, EdgeType::aide_to,  EdgeType::family_of,
                               EdgeType::citizen_of,   EdgeType::part_of,  EdgeType::based_in,
                               EdgeType::located_in,   EdgeType::party_to, EdgeType::concerns};
  for (const auto& row : rows_of("predicates"))
    if (const auto type = parse_edge_type(cell(row, 4))) stated.insert(*type);
  for (const EdgeTypeInfo& type : ontology()) {
    CAPTURE(type.name);
    CHECK(stated.contains(type.type));
  }
}

}  // namespace entente
