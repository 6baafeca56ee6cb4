#include "extract/statements.h"

#include <catch2/catch.hpp>

#include "tests/extract/documents.h"

namespace entente {
namespace {

// A Thursday.
const Date kDay = *Date::make(2019, 4, 18);

}  // namespace

TEST_CASE("sentences state what they say", "[extract]") {
  struct Case {
    std::string_view text, statement;
  };
  const Case cases[] = {
      {"Russian Foreign Minister Sergey Lavrov spoke.", "Sergey Lavrov holds_office Russia"},
      {"Angela Merkel, the German chancellor, spoke.", "Angela Merkel holds_office Germany"},
      {"Taro Kono, Japan's foreign minister, spoke.", "Taro Kono holds_office Japan"},
      {"Barack Obama, president of the United States, spoke.",
       "Barack Obama holds_office United States"},
      {"The treaty between Japan and Russia stalled.", "Japan party_to treaty"},
      {"The agreement on Kashmir stalled.", "agreement concerns Kashmir"},
      {"Donald Trump met Kim Jong Un.", "Donald Trump meets Kim Jong Un"},
      {"Vladimir Putin arrived in Japan.", "Vladimir Putin visits Japan"},
      {"The United States imposed sanctions on Iran.", "United States sanctions Iran"},
      {"Germany, France and Italy condemned Russia.", "Italy accuses Russia"},
      {"The Soviet Union annexed Estonia.", "Soviet Union seizes Estonia"},
      {"Iran withdrew from the Paris Agreement.", "Iran leaves Paris Agreement"},
      {"Japan and Russia signed the Treaty of San Francisco.",
       "Russia signs Treaty of San Francisco"},
      {"The 1956 joint declaration was signed by Japan.", "Japan signs 1956 joint declaration"},
      {"Japan urged Iran to withdraw from Syria.", "Japan requests Iran"},
      {"Japan urged Iran to withdraw from Syria.", "Iran cedes Syria (planned)"},
      {"Iran will host Iraq.", "Iran hosts Iraq (planned)"},
      {"Japan did not recognize Kosovo.", "Japan recognizes Kosovo (denied)"},
      {"Russia failed to withdraw from Crimea.", "Russia cedes Crimea (denied)"},
      {"If Iran attacks Israel, France will respond.", "Iran assaults Israel (hypothetical)"},
      {"Hezbollah is based in Lebanon.", "Hezbollah based_in Lebanon"},
      {"The G20 summit in Osaka opened.", "G20 summit located_in Osaka"},
      {"New York lies in the United States.", "New York located_in United States"}};
  for (const auto& [text, statement] : cases) {
    CAPTURE(text, statement);
    const Document document = analyzed(std::string(text));
    const Strings statements = statement_texts(document);
    CAPTURE(statements);
    CHECK(has(statements, statement));
  }
}

TEST_CASE("an office keeps its title as written", "[extract]") {
  const Document document = analyzed("Russian Foreign Minister Sergey Lavrov spoke.");
  const Statement* office = find_statement(document, "Sergey Lavrov holds_office Russia");
  REQUIRE(office != nullptr);
  CHECK(office->claim.role == "Foreign Minister");
  CHECK_FALSE(office->claim.time);
}

TEST_CASE("what a sentence does not say is not stated", "[extract]") {
  for (const char* text : {"Japan slept. Russia slept.", "Russia's Putin", "Japan.", "",
                           "President Vladimir Putin spoke."}) {
    CAPTURE(text);
    const Document document = analyzed(text);
    for (const Statement& statement : document.statements)
      CHECK(statement.claim.type == EdgeType::citizen_of);
  }
}

TEST_CASE("a statement has the time of its clause and says how it was resolved", "[extract]") {
  const Document document = analyzed("Shinzo Abe met Vladimir Putin on Wednesday.", kDay);
  const Statement* meeting = find_statement(document, "Shinzo Abe meets Vladimir Putin");
  REQUIRE(meeting != nullptr);
  REQUIRE(meeting->claim.time);
  CHECK(meeting->claim.time->str() == "2019-04-17");
  CHECK(meeting->time == "Wednesday → 2019-04-17");
}

TEST_CASE("a statement names who reports it, also where they report of themselves", "[extract]") {
  const Document said = analyzed("Japan said that the Soviet Union seized Hokkaido.");
  const Statement* seizure = find_statement(said, "Soviet Union seizes Hokkaido");
  REQUIRE(seizure != nullptr);
  CHECK(seizure->claim.asserted_by == "state:japan");
  const Document own = analyzed("Japan said that Japan seized Hokkaido.");
  const Statement* confession = find_statement(own, "Japan seizes Hokkaido");
  REQUIRE(confession != nullptr);
  CHECK(confession->claim.asserted_by == "state:japan");
  const Document denied = analyzed("Japan denied seizing Hokkaido.");
  const Statement* denial = find_statement(denied, "Japan seizes Hokkaido (denied)");
  REQUIRE(denial != nullptr);
  CHECK(denial->claim.asserted_by.empty());
}

TEST_CASE("the evidence of a statement is its sentence", "[extract]") {
  const Document document = analyzed("It rained. Shinzo Abe met Vladimir Putin. It rained.");
  const Statement* meeting = find_statement(document, "Shinzo Abe meets Vladimir Putin");
  REQUIRE(meeting != nullptr);
  CHECK(document.slice(meeting->evidence) == "Shinzo Abe met Vladimir Putin.");
  CHECK(meeting->rule == "verb: meet");
}

TEST_CASE("the evidence of a very long sentence is the stretch that states it", "[extract]") {
  std::string text = "Shinzo Abe met Vladimir Putin";
  for (int i = 0; i < 300; ++i) text += " and so on";
  const Document document = analyzed(text + ".");
  const Statement* meeting = find_statement(document, "Shinzo Abe meets Vladimir Putin");
  REQUIRE(meeting != nullptr);
  CHECK(meeting->evidence.begin == 0);
  CHECK(meeting->evidence.end < 200);
}

TEST_CASE("a sentence states a fact once", "[extract]") {
  const Document document = analyzed("Japan met Russia, and Russia met Japan.");
  size_t meetings = 0;
  for (const Statement& statement : document.statements)
    meetings += statement.claim.type == EdgeType::meets;
  CHECK(meetings == 1);
}

TEST_CASE("each sentence adds its own evidence to one edge", "[extract]") {
  const KnowledgeGraph graph = to_graph(analyzed("Japan criticized Iran. Japan criticized Iran."));
  REQUIRE(graph.edge_count() == 1);
  const auto edge = *boost::edges(graph.graph()).first;
  CHECK(graph[edge].evidence.size() == 2);
}

TEST_CASE("what is done to a place is done to its state", "[extract]") {
  const Strings statements = statement_texts(analyzed("Russia bombed Kharkiv, Ukraine."));
  CAPTURE(statements);
  CHECK(has(statements, "Russia assaults Ukraine"));
  CHECK_FALSE(has(statements, "Russia assaults Kharkiv"));
}

}  // namespace entente
