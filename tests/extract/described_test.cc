#include "extract/described.h"

#include <catch2/catch.hpp>

#include "tests/extract/documents.h"

namespace entente {
namespace {

/// What is described in a sentence of which the words in `names` belong to names.
Strings described(std::string text, std::string_view names = {}) {
  const Document document = split_text(std::move(text));
  const auto words = read_words(document, {0, static_cast<uint32_t>(document.tokens.size())});
  std::vector<bool> taken;
  for (const Word& word : words) taken.push_back(names.find(word.plain) != std::string_view::npos);
  Strings result;
  for (const NameCandidate& found : find_described(words, taken, test_models().lexicon))
    result.push_back(std::string(document.slice(found.words)) + "/" +
                     std::string(name(found.kind.value())));
  return result;
}

}  // namespace

TEST_CASE("agreements and events are described by a head and what tells it apart", "[extract]") {
  struct Case {
    std::string text;
    Strings found;
  };
  const Case cases[] = {{"the 1956 joint declaration", {"1956 joint declaration/Agreement"}},
                        {"a peace treaty and the treaty", {"peace treaty/Agreement"}},
                        {"the presidential election", {"presidential election/Event"}},
                        {"the civil war", {"civil war/Event"}},
                        {"a non-aggression pact", {"non-aggression pact/Agreement"}},
                        {"the treaty of 1952", {"treaty/Agreement"}},
                        {"a ceasefire held", {"ceasefire/Agreement"}},
                        {"the treaty failed", {}},
                        {"a war began", {}},
                        {"the two ministers met", {}},
                        {"", {}}};
  for (const auto& [text, found] : cases) {
    CAPTURE(text);
    CHECK(described(text) == found);
  }
}

TEST_CASE("sides after a head tell it apart", "[extract]") {
  CHECK(described("the war between Iran and Iraq", "Iran Iraq") == Strings{"war/Event"});
  CHECK(described("a treaty with Japan", "Japan") == Strings{"treaty/Agreement"});
}

TEST_CASE("words of names are not described", "[extract]") {
  CHECK(described("the peace treaty", "peace treaty").empty());
  CHECK(described("the Japan peace treaty", "Japan") == Strings{"peace treaty/Agreement"});
}

}  // namespace entente
