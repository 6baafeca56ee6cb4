#include "extract/anaphora.h"

#include <catch2/catch.hpp>

#include "tests/extract/documents.h"

namespace entente {

TEST_CASE("resolve_anaphor finds what pronouns and plural phrases stand for", "[extract]") {
  struct Case {
    std::string_view text;
    uint32_t sentence;
    std::string_view first_word;
    uint32_t length;
    std::string_view names;
  };
  const Case cases[] = {
      {"[Abe/Person] visited [Japan/State]. Then he left.", 1, "he", 1, "Abe"},
      {"[Abe/Person] left after he met [Putin/Person].", 0, "he", 1, "Abe"},
      {"[Iran/State] and [Iraq/State] spoke. They agreed.", 1, "they", 1, "Iran, Iraq"},
      {"[NATO/Organization] met. Then it left.", 1, "it", 1, "NATO"},
      {"[Iran/State] met [Iraq/State]. Then the two countries agreed.", 1, "the", 3, "Iran, Iraq"},
      {"[Iran/State] met [Iraq/State]. Now both countries agree.", 1, "both", 2, "Iran, Iraq"},
      {"Minister [Kono/Person] met minister [Lavrov/Person]. Then the two ministers left.", 1,
       "the", 3, "Kono, Lavrov"},
      {"A [peace treaty/Agreement] exists. They broke the treaty.", 1, "the", 2, "peace treaty"},
      {"The [Kurils/Territory] lie there. They left the islands.", 1, "the", 2, "Kurils"}};
  for (const auto& [text, sentence, first_word, length, names] : cases) {
    CAPTURE(text);
    const ViewedSentence viewed(marked_text(text), sentence);
    const Anaphor anaphor = resolve_anaphor(viewed.view(), viewed.word(first_word));
    CHECK(anaphor.length == length);
    CHECK(viewed.names(anaphor.mentions) == names);
  }
}

TEST_CASE("what nothing before fits stands for nothing", "[extract]") {
  const ViewedSentence he(marked_text("He met [Japan/State]."));
  CHECK(resolve_anaphor(he.view(), 0).mentions.empty());
  const ViewedSentence two(marked_text("[Iran/State] spoke. Then the two countries agreed."), 1);
  CHECK(resolve_anaphor(two.view(), two.word("the")).mentions.empty());
  const ViewedSentence treaty(marked_text("A [trade pact/Agreement] and the treaty."));
  CHECK(resolve_anaphor(treaty.view(), treaty.word("the")).mentions.empty());
}

TEST_CASE("words that are no anaphors, names and the end have length 0", "[extract]") {
  const ViewedSentence viewed(marked_text("[Abe/Person] spoke."));
  CHECK(resolve_anaphor(viewed.view(), 0).length == 0);
  CHECK(resolve_anaphor(viewed.view(), 1).length == 0);
  CHECK(resolve_anaphor(viewed.view(), 99).length == 0);
}

}  // namespace entente
