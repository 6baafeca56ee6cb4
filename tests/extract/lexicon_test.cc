#include "extract/lexicon.h"

#include <catch2/catch.hpp>

#include "tests/extract/documents.h"

namespace entente {
namespace {

const Lexicon& lexicon() { return test_models().lexicon; }

TitleMatch title_of(std::string text) {
  const Document document = split_text(std::move(text));
  return lexicon().title_at(
      read_words(document, {0, static_cast<uint32_t>(document.tokens.size())}), 0);
}

bool reads_as(std::string_view form, std::string_view lemma, Inflection verb_form) {
  for (const VerbReading& reading : lexicon().verbs(form))
    if (reading.lemma == lemma && reading.form == verb_form) return true;
  return false;
}

}  // namespace

TEST_CASE("title_at finds the longest title whatever its case", "[extract]") {
  struct Case {
    std::string text;
    uint32_t length;
    TitleClass cls;
  };
  const Case cases[] = {{"President Putin", 1, TitleClass::office},
                        {"Prime Minister Abe", 2, TitleClass::office},
                        {"FOREIGN MINISTER LAVROV", 2, TitleClass::office},
                        {"Mr. Abe", 1, TitleClass::honorific},
                        {"General Haftar", 1, TitleClass::rank},
                        {"wife of Obama", 1, TitleClass::kin},
                        {"spokeswoman for Lavrov", 1, TitleClass::aide},
                        {"journalist Khashoggi", 1, TitleClass::nonoffice}};
  for (const auto& [text, length, cls] : cases) {
    CAPTURE(text);
    CHECK(title_of(text).length == length);
    CHECK(title_of(text).cls == cls);
  }
  CHECK(title_of("treaty of peace").length == 0);
}

TEST_CASE("head_kind reads singular and plural heads", "[extract]") {
  CHECK(lexicon().head_kind("treaty") == NodeKind::agreement);
  CHECK(lexicon().head_kind("treaties") == NodeKind::agreement);
  CHECK(lexicon().head_kind("ministries") == NodeKind::organization);
  CHECK(lexicon().head_kind("war") == NodeKind::event);
  CHECK(lexicon().head_kind("strait") == NodeKind::territory);
  CHECK_FALSE(lexicon().head_kind("banana"));
  CHECK_FALSE(lexicon().head_kind(""));
}

TEST_CASE("given names and leading surnames are kept apart", "[extract]") {
  CHECK(lexicon().is_given_name("Vladimir"));
  CHECK_FALSE(lexicon().is_given_name("vladimir"));
  CHECK_FALSE(lexicon().is_given_name("Japan"));
  CHECK(lexicon().is_leading_surname("Kim"));
  CHECK_FALSE(lexicon().is_leading_surname("Vladimir"));
}

TEST_CASE("verbs are known in all their forms", "[extract]") {
  struct Case {
    std::string_view form, lemma;
    Inflection verb_form;
  };
  const Case cases[] = {{"sign", "sign", Inflection::base},
                        {"signs", "sign", Inflection::third_person},
                        {"signed", "sign", Inflection::past},
                        {"signed", "sign", Inflection::participle},
                        {"signing", "sign", Inflection::gerund},
                        {"met", "meet", Inflection::past},
                        {"seized", "seize", Inflection::past},
                        {"seizing", "seize", Inflection::gerund},
                        {"denies", "deny", Inflection::third_person},
                        {"denied", "deny", Inflection::past},
                        {"banned", "ban", Inflection::past},
                        {"banning", "ban", Inflection::gerund},
                        {"visited", "visit", Inflection::past},
                        {"withdrew", "withdraw", Inflection::past},
                        {"withdrawn", "withdraw", Inflection::participle},
                        {"attacks", "attack", Inflection::third_person}};
  for (const auto& [form, lemma, verb_form] : cases) {
    CAPTURE(form, lemma);
    CHECK(reads_as(form, lemma, verb_form));
  }
  CHECK(lexicon().verbs("visitted").empty());
  CHECK(lexicon().verbs("Signed").empty());
  CHECK(lexicon().verbs("").empty());
}

TEST_CASE("embedding verbs say what becomes of what they govern", "[extract]") {
  CHECK(lexicon().embedding("plan") == Status::planned);
  CHECK(lexicon().embedding("refuse") == Status::denied);
  CHECK(lexicon().embedding("begin") == Status::actual);
  CHECK_FALSE(lexicon().embedding("sign"));
  CHECK(lexicon().is_report("say"));
  CHECK(lexicon().is_report("maintain"));
  CHECK_FALSE(lexicon().is_report("sign"));
}

TEST_CASE("noun gives the singular of nouns of predicates only", "[extract]") {
  CHECK(lexicon().noun("talks") == "talk");
  CHECK(lexicon().noun("talk") == "talk");
  CHECK(lexicon().noun("sanctions") == "sanction");
  CHECK(lexicon().noun("banana").empty());
  CHECK(lexicon().noun("s").empty());
}

TEST_CASE("predicates are found by first lemma and part of speech", "[extract]") {
  bool found = false;
  for (const Predicate& row : lexicon().predicates("hold", 'v'))
    found = found || row.lemmas == Strings{"hold", "talk"};
  CHECK(found);
  for (const Predicate& row : lexicon().predicates("invasion", 'n'))
    CHECK(row.part_of_speech == 'n');
  CHECK_FALSE(lexicon().predicates("invasion", 'n').empty());
  CHECK(lexicon().predicates("invasion", 'v').empty());
  CHECK(lexicon().predicates("banana", 'v').empty());
}

TEST_CASE("the slots of a predicate come in the order of the table", "[extract]") {
  for (const Predicate& row : lexicon().predicates("sign", 'v')) {
    CAPTURE(row.text);
    CHECK_FALSE(row.sources.empty());
    CHECK_FALSE(row.targets.empty());
    for (const ArgumentSlot& slot : row.targets)
      CHECK((slot.slot == Slot::preposition) == !slot.preposition.empty());
  }
}

}  // namespace entente
