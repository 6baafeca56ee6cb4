#include "extract/words.h"

#include <catch2/catch.hpp>

#include "tests/extract/documents.h"

namespace entente {
namespace {

std::vector<Word> words_of(std::string text) {
  const Document document = split_text(std::move(text));
  return read_words(document, {0, static_cast<uint32_t>(document.tokens.size())});
}

}  // namespace

TEST_CASE("word_class knows closed classes and leaves the rest open", "[extract]") {
  struct Case {
    std::string_view word;
    WordClass cls;
  };
  const Case cases[] = {{"the", WordClass::determiner},
                        {"between", WordClass::preposition},
                        {"and", WordClass::conjunction},
                        {"they", WordClass::pronoun},
                        {"'s", WordClass::possessive},
                        {"was", WordClass::auxiliary},
                        {"would", WordClass::modal},
                        {"who", WordClass::relative},
                        {"n't", WordClass::negation},
                        {"also", WordClass::adverb},
                        {"two", WordClass::number},
                        {"treaty", WordClass::open},
                        {"", WordClass::open}};
  for (const auto& [word, cls] : cases) {
    CAPTURE(word);
    CHECK(word_class(word) == cls);
  }
}

TEST_CASE("read_words classes what no list has by its letters", "[extract]") {
  const auto words = words_of("Kelly openly met 12 envoys , ok");
  REQUIRE(words.size() == 7);
  CHECK(words[0].cls == WordClass::open);
  CHECK(words[1].cls == WordClass::adverb);
  CHECK(words[3].cls == WordClass::number);
  CHECK(words[5].cls == WordClass::punctuation);
}

TEST_CASE("read_words tells capitals and the first word after quotation marks", "[extract]") {
  const auto words = words_of("“NATO met Élysée aides");
  REQUIRE(words.size() == 5);
  CHECK(words[1].initial);
  CHECK(words[1].all_caps);
  CHECK(words[1].lower == "nato");
  CHECK_FALSE(words[2].initial);
  CHECK_FALSE(words[2].capitalized);
  CHECK(words[3].capitalized);
  CHECK_FALSE(words[3].all_caps);
  CHECK(words[3].lower == "élysée");
}

TEST_CASE("plain_token makes apostrophes straight and dashes hyphens", "[extract]") {
  CHECK(plain_token("’s") == "'s");
  CHECK(plain_token("–") == "-");
  CHECK(plain_token("—") == "-");
  CHECK(plain_token("Kono") == "Kono");
  CHECK(is_dash(plain_token("—")));
}

TEST_CASE("years, weekdays and months are told by their letters", "[extract]") {
  CHECK(is_year("1000"));
  CHECK(is_year("2199"));
  CHECK_FALSE(is_year("2200"));
  CHECK_FALSE(is_year("0999"));
  CHECK_FALSE(is_year("199"));
  CHECK_FALSE(is_year("19a9"));
  CHECK(is_weekday("monday"));
  CHECK_FALSE(is_weekday("mon"));
  CHECK(is_month("may"));
  CHECK(is_month("sept."));
  CHECK(is_month("dec"));
  CHECK_FALSE(is_month("decem"));
  CHECK_FALSE(is_month("ma"));
}

}  // namespace entente
