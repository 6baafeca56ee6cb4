#include <catch2/catch.hpp>
#include <string>

#include "base/error.h"
#include "base/file.h"
#include "extract/conllu.h"
#include "extract/sentences.h"
#include "extract/syntax.h"
#include "extract/tokenize.h"
#include "extract/write_conllu.h"
#include "tests/extract/tiny_syntax_model.h"

namespace entente {
namespace {

std::vector<ConlluSentence> read_text(const std::string& text) {
  const TemporaryFile file("conllu");
  write_file(file.path, text);
  return read_conllu(file.path);
}

TEST_CASE("read_conllu reads words, multiword tokens and paragraphs", "[extract]") {
  const auto sentences = read_text(
      "# newdoc id = a\n"
      "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
      "1\tdo\tdo\tAUX\tVBP\tMood=Imp\t0\troot\t_\t_\n"
      "2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n"
      "2.1\tx\tx\tX\t_\t_\t_\t_\t_\t_\n"
      "3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
      "\n"
      "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n");
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].starts_paragraph);
  CHECK_FALSE(sentences[1].starts_paragraph);
  REQUIRE(sentences[0].words.size() == 3);
  const auto& words = sentences[0].words;
  CHECK(words[0].group == "don't");
  CHECK(words[0].group_size == 2);
  CHECK_FALSE(words[0].space_after);
  CHECK_FALSE(words[1].space_after);
  CHECK(words[2].space_after);
  CHECK(words[1].lemma == "not");
  CHECK(words[2].head == 1);
}

TEST_CASE("read_conllu names the line that is wrong", "[extract]") {
  using Catch::Matchers::Contains;
  const auto failure = [](const std::string& text) {
    try {
      read_text(text);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK_THAT(failure("# a\n1\tNo\n"), Contains(":2: want 10 columns"));
  CHECK_THAT(failure("2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n"), Contains("out of order"));
  CHECK_THAT(failure("1\ta\ta\tX\t_\t_\tx\troot\t_\t_\n"), Contains("bad head x"));
  CHECK_THAT(failure("1\ta\ta\tX\t_\t_\t7\troot\t_\t_\n\n"), Contains("head 7"));
  CHECK_THAT(failure("3-1\ta\ta\tX\t_\t_\t7\troot\t_\t_\n"), Contains("bad range"));
}

TEST_CASE("write_conllu is read back as it was parsed", "[extract]") {
  const TemporaryFile file("tiny-syntax-model");
  write_model_file(file.path, syntax_model_kind(), TinyModel().sections);
  const SyntaxModel model = load_syntax_model(file.path);
  const std::string text = "Kyiv's envoy left. \"We don't know.\"\n\nNew paragraph";
  const auto tokens = tokenize(text);
  const auto sentences = split_sentences(text, tokens);
  const Syntax syntax = parse(text, tokens, sentences, model);
  const std::string written = write_conllu("doc", text, tokens, sentences, syntax);
  CHECK(
      written.starts_with("# newdoc id = doc\n# newpar\n# sent_id = doc-1\n"
                          "# text = Kyiv's envoy left.\n1\tKyiv\t"));
  const auto read = read_text(written);
  REQUIRE(read.size() == sentences.size());
  for (size_t s = 0; s < read.size(); ++s) {
    REQUIRE(read[s].words.size() == sentences[s].size());
    for (uint32_t i = 0; i < sentences[s].size(); ++i) {
      const uint32_t token = sentences[s].begin + i;
      const ConlluWord& word = read[s].words[i];
      CHECK(word.form == text.substr(tokens[token].begin, tokens[token].size()));
      CHECK(word.upos == name(syntax.tags[token]));
      CHECK(word.lemma == syntax.lemmas[token]);
      CHECK(word.deprel == name(syntax.arcs[token].relation));
      const uint32_t head = syntax.arcs[token].head;
      CHECK(word.head == (head == token ? 0 : head - sentences[s].begin + 1));
    }
  }
}

}  // namespace
}  // namespace entente
