#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "extract/tables.h"
#include "tests/extract/documents.h"

namespace entente {
namespace {

/// A sentence of suites/NAME.tsv and what it states: "Japan recognizes Kosovo", "planned", …
struct SuiteCase {
  std::string sentence, edge, status, time, asserted_by;
};

std::vector<SuiteCase> read_suite(const std::string& name) {
  std::ifstream file(ENTENTE_SOURCE_DIR "/tests/extract/suites/" + name + ".tsv");
  std::stringstream text;
  text << file.rdbuf();
  std::vector<SuiteCase> cases;
  const std::string table = text.str();
  for (auto row : table_rows(table)) {
    row.resize(5);
    cases.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2]),
                     std::string(row[3]), std::string(row[4])});
  }
  return cases;
}

std::string edge_text(const Document& document, uint32_t source, EdgeType type, uint32_t target) {
  return document.entities[source].name + " " + std::string(name(type)) + " " +
         document.entities[target].name;
}

bool states(const Document& document, const Statement& statement, const std::string& edge) {
  const EdgeType type = statement.claim.type;
  return edge_text(document, statement.source, type, statement.target) == edge ||
         (is_symmetric(type) &&
          edge_text(document, statement.target, type, statement.source) == edge);
}

/// The name of who asserts a statement, or the phrase.
std::string asserter(const Document& document, const Statement& statement) {
  for (const Entity& entity : document.entities)
    if (entity.id == statement.claim.asserted_by) return entity.name;
  return statement.claim.asserted_by;
}

/// The readings of an edge as "planned 2019-05 Japan", joined by " | ".
std::string readings(const Document& document, const std::string& edge) {
  std::string result;
  for (const Statement& statement : document.statements) {
    if (!states(document, statement, edge)) continue;
    if (!result.empty()) result += " | ";
    result += std::string(name(statement.claim.status)) + " " +
              (statement.claim.time ? statement.claim.time->str() : "") + " " +
              asserter(document, statement);
  }
  return result;
}

void check_suite(const std::string& name, size_t least) {
  const auto cases = read_suite(name);
  REQUIRE(cases.size() >= least);
  for (const SuiteCase& expected : cases) {
    const Document document = analyzed(expected.sentence, Date::make(2019, 4, 18));
    const bool absent = expected.edge.starts_with("- ");
    CAPTURE(expected.sentence, expected.edge);
    const std::string found = readings(document, expected.edge.substr(absent ? 2 : 0));
    const std::string wanted =
        absent ? "" : expected.status + " " + expected.time + " " + expected.asserted_by;
    CHECK(found == wanted);
  }
}

}  // namespace

TEST_CASE("the suite of status, scope, veridicality, tense and time holds", "[extract]") {
  check_suite("status", 200);
}

TEST_CASE("the suite of reports, nested ones and quotations holds", "[extract]") {
  check_suite("attribution", 80);
}

}  // namespace entente
