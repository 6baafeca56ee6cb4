#include <catch2/catch.hpp>
#include <string_view>

#include "extract/lemma.h"
#include "extract/syntax.h"
#include "extract/syntax_features.h"

namespace entente {
namespace {

TEST_CASE("lemma rules turn a form into its lemma", "[extract]") {
  struct Case {
    std::string_view form, lemma, rule;
  };
  const Case cases[] = {
      {"treaties", "treaty", "L3y"}, {"Signed", "sign", "L2"}, {"Kyiv", "Kyiv", "K0"},
      {"was", "be", "=be"},          {"Évian", "Évian", "K0"}, {"States", "States", "K0"},
      {"went", "go", "=go"},         {"NATO", "NATO", "K0"},   {"met", "meet", "L1et"},
      {"the", "the", "L0"},          {"cafés", "café", "L1"},  {"n't", "not", "L2ot"},
  };
  for (const auto& [form, lemma, rule] : cases) {
    CAPTURE(form);
    CHECK(lemma_rule(form, lemma) == rule);
    CHECK(apply_lemma_rule(form, rule) == lemma);
  }
}

TEST_CASE("a lemma rule that does not fit leaves the form", "[extract]") {
  for (const std::string_view rule : {"L3y", "L2", "L1", "", "L", "Lx", "K99"}) {
    CAPTURE(rule);
    CHECK(apply_lemma_rule("é", rule) == "é");
  }
}

TEST_CASE("number_lemma leaves out commas", "[extract]") {
  CHECK(number_lemma("5,000.25") == "5000.25");
  CHECK(number_lemma("2,4-D") == "2,4-D");
  CHECK(number_lemma("").empty());
}

TEST_CASE("word features fold case and apostrophes and bound the length", "[extract]") {
  CHECK(fold_word("Don’T") == "don't");
  CHECK(word_features("KYIV", 0).word == word_features("kyiv", 0).word);
  CHECK(word_features("KYIV", 0).shape != word_features("kyiv", 0).shape);
  CHECK(word_features("Kyiv", 0).shape != word_features("Kyiv", 1).shape);
  CHECK(word_features("1992", 0).digitless == word_features("2014", 0).digitless);
  const auto features = word_features(std::string(100'000, 'a'), 0);
  CHECK(features.grams.size() < 100);
  for (const uint32_t affix : features.affixes) CHECK(affix < kAffixBuckets);
}

TEST_CASE("names of tags and relations are found again", "[extract]") {
  for (int i = 0; i <= static_cast<int>(Upos::x); ++i)
    CHECK(find_upos(name(static_cast<Upos>(i))) == static_cast<Upos>(i));
  for (int i = 0; i <= static_cast<int>(Deprel::xcomp); ++i)
    CHECK(find_deprel(name(static_cast<Deprel>(i))) == static_cast<Deprel>(i));
  CHECK(name(Deprel::acl_relcl) == "acl:relcl");
  CHECK(name(Deprel::case_) == "case");
  CHECK(name(Deprel::vocative) == "vocative");
  CHECK(universal(Deprel::nsubj_pass) == Deprel::nsubj);
  CHECK(universal(Deprel::obj) == Deprel::obj);
  CHECK_FALSE(find_upos("NOUNS"));
}

TEST_CASE("morphology is read and written as CoNLL-U has it", "[extract]") {
  const std::string_view feats = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin";
  CHECK(write_morphology(read_morphology(feats)) == feats);
  CHECK(write_morphology(read_morphology("Degree=Pos")) == "_");
  CHECK(write_morphology(read_morphology("Case=Nom|Number=Plur|Person=1|PronType=Prs")) ==
        "Number=Plur|Person=1");
  CHECK(read_morphology("Tense=Past|VerbForm=Part|Voice=Pass").voice == Voice::pass);
  CHECK(read_morphology("Person=9|Tense=|=|x") == Morphology{});
}

}  // namespace
}  // namespace entente
