#include "extract/knowledge.h"

#include <catch2/catch.hpp>

#include "tests/extract/documents.h"

namespace entente {
namespace {

/// Readings of a name as "state:japan/0", the number being the use.
Strings readings(std::string_view name) {
  const Knowledge& knowledge = test_models().knowledge;
  Strings result;
  for (const KnownName& reading : knowledge.find(name))
    result.push_back(knowledge.thing(reading.thing).id + "/" +
                     std::to_string(static_cast<int>(reading.use)));
  return result;
}

std::string reading(std::string_view id, NameUse use) {
  return std::string(id) + "/" + std::to_string(static_cast<int>(use));
}

}  // namespace

TEST_CASE("Knowledge::find tells how a name stands for its thing", "[extract]") {
  struct Case {
    std::string_view name, id;
    NameUse use;
  };
  const Case cases[] = {{"Japan", "state:japan", NameUse::name},
                        {"Japanese", "state:japan", NameUse::demonym},
                        {"Soviets", "state:soviet-union", NameUse::people},
                        {"Tokyo", "state:japan", NameUse::capital},
                        {"Tokyo", "territory:tokyo", NameUse::name},
                        {"Kremlin", "state:russia", NameUse::seat},
                        {"NATO", "organization:north-atlantic-treaty-organization", NameUse::name},
                        {"Southern Kurils", "territory:northern-territories", NameUse::name},
                        {"Kurdish", "group:kurds", NameUse::demonym}};
  for (const auto& [name, id, use] : cases) {
    CAPTURE(name);
    CHECK(has(readings(name), reading(id, use)));
  }
}

TEST_CASE("case counts in known names, and unknown ones have no reading", "[extract]") {
  CHECK(readings("japan").empty());
  CHECK(readings("us").empty());
  CHECK(readings("Nowhereland").empty());
  CHECK(readings("").empty());
}

TEST_CASE("Knowledge::longest counts the tokens of the longest name", "[extract]") {
  const Knowledge& knowledge = test_models().knowledge;
  CHECK(knowledge.longest("United") >= 2);
  CHECK(knowledge.longest("Nowhereland") == 0);
}

TEST_CASE("present states have their ISO code, things of old none", "[extract]") {
  const Knowledge& knowledge = test_models().knowledge;
  REQUIRE(knowledge.find_id("state:japan") != nullptr);
  CHECK(knowledge.find_id("state:japan")->iso == "JP");
  REQUIRE(knowledge.find_id("state:soviet-union") != nullptr);
  CHECK(knowledge.find_id("state:soviet-union")->iso.empty());
  CHECK(knowledge.find_id("state:nowhereland") == nullptr);
}

}  // namespace entente
