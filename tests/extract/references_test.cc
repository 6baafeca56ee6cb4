#include "extract/references.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>

#include "base/error.h"
#include "base/utf8.h"
#include "extract/reference_search.h"
#include "tests/extract/documents.h"
#include "tests/extract/tiny_syntax_model.h"

namespace entente {
namespace {

Document kono() {
  return with_syntax(marked_text("[Kono/Person] met [Lavrov/Person]. He praised the minister."),
                     {"PROPN 2 nsubj", "VERB 0 root", "PROPN 2 obj", "PUNCT 2 punct",
                      "PRON 2 nsubj", "VERB 0 root", "DET 4 det", "NOUN 2 obj", "PUNCT 2 punct"});
}

Document treaty() {
  return with_syntax(
      marked_text("Before it fell, [Libya/State] and [Chad/State] signed. Both countries and "
                  "their [Libyan/State/demonym] friends rejoiced."),
      {"SCONJ 3 mark", "PRON 3 nsubj", "VERB 8 advcl", "PUNCT 3 punct", "PROPN 8 nsubj",
       "CCONJ 7 cc", "PROPN 5 conj", "VERB 0 root", "PUNCT 8 punct", "DET 2 det", "NOUN 7 nsubj",
       "CCONJ 6 cc", "PRON 6 nmod:poss", "ADJ 6 amod", "NOUN 2 conj", "VERB 0 root",
       "PUNCT 7 punct"});
}

/// Sections of a model with random weights.
std::vector<ModelSection> random_sections(const SyntaxModel& syntax, uint64_t encoder) {
  constexpr uint32_t kUnits = 32;
  std::mt19937 random(7);
  std::vector<ModelSection> sections;
  const auto add = [&](const std::string& name, const auto& values) {
    std::string bytes(values.size() * sizeof(values[0]), '\0');
    std::memcpy(bytes.data(), values.data(), bytes.size());
    sections.push_back({name, bytes});
  };
  std::vector<int8_t> cells(size_t{kReferenceBuckets} * kUnits);
  for (int8_t& cell : cells) cell = static_cast<int8_t>(random() % 255 - 127);
  std::vector<float> weights(kUnits);
  for (float& weight : weights) weight = static_cast<float>(random() % 200) / 100 - 1;
  add("shape", std::vector<uint32_t>{kUnits});
  add("encoder", std::vector<uint64_t>{encoder});
  add("features", cells);
  add("features.scale", std::vector<float>(kReferenceBuckets, 0.01f));
  for (uint32_t slot = 0; slot < kReferenceSlots; ++slot) {
    std::vector<uint16_t> halves(size_t{kUnits} * syntax.sizes.word);
    for (uint16_t& half : halves)
      half = static_cast<uint16_t>((random() & 0x8000) | 0x3000 | (random() & 0x3FF));
    add("projection" + std::to_string(slot), halves);
    add("projection" + std::to_string(slot) + ".bias", std::vector<float>(kUnits));
  }
  add("weights", weights);
  add("sex", std::vector<float>(syntax.sizes.word + 1, 0.5f));
  return sections;
}

/// Tables, and models of syntax and coreference with random weights.
Models random_models(const SyntaxKernels& kernels = syntax_kernels().back()) {
  const TemporaryFile syntax("syntax-model"), coreference("coreference-model");
  write_model_file(syntax.path, syntax_model_kind(), TinyModel().sections);
  Models models = load_models();
  models.syntax = load_syntax_model(syntax.path, kernels);
  write_model_file(coreference.path, coreference_model_kind(),
                   random_sections(*models.syntax, models.syntax->file.checksum()));
  models.coreference = load_coreference_model(coreference.path, *models.syntax);
  return models;
}

Strings phrase_texts(const Document& document) {
  Strings texts;
  for (const ReferringPhrase& phrase : find_referring_phrases(document))
    texts.emplace_back(document.slice(phrase.tokens));
  return texts;
}

/// "it: Libya, Chad": a phrase and the names of what it may refer to.
Strings question_texts(const Document& document, const Models& models) {
  Strings texts;
  ReferenceSearch search(document, models);
  while (const auto question = search.next()) {
    std::string text(document.slice(question->phrase.tokens));
    text += ":";
    for (const ReferenceCandidate& candidate : question->candidates) {
      std::string names;
      for (const uint32_t entity : candidate.entities)
        names += (names.empty() ? " " : " & ") + document.entities[entity].name;
      text += names;
    }
    texts.push_back(text);
    search.answer(*question, 0);
  }
  return texts;
}

TEST_CASE("find_referring_phrases finds pronouns and definite nouns beside no name", "[extract]") {
  CHECK(phrase_texts(kono()) == Strings{"He", "the minister"});
  CHECK(phrase_texts(treaty()) == Strings{"it", "Both countries", "their"});
}

TEST_CASE("a phrase may refer to names before it and later in its sentence", "[extract]") {
  const Models models = random_models();
  CHECK(question_texts(kono(), models) == Strings{"He: Lavrov Kono", "the minister: Lavrov Kono"});
  CHECK(question_texts(treaty(), models) == Strings{"it: Libya Chad",
                                                    "Both countries: Libya & Chad Chad Libya",
                                                    "their: Libya & Chad Chad Libya"});
}

TEST_CASE("counted nouns refer to as many things", "[extract]") {
  const Document document = treaty();
  const auto references = find_references(document, random_models());
  const auto both = std::ranges::find_if(references, [&](const Reference& reference) {
    return document.slice(reference.tokens) == "Both countries";
  });
  REQUIRE(both != references.end());
  CHECK(both->form == MentionForm::nominal);
  CHECK(both->entities == std::vector<uint32_t>{0, 1});
}

TEST_CASE("references are disjoint, within sentences and of things named by then", "[extract]") {
  const Models models = random_models();
  for (const Document& document : {kono(), treaty()}) {
    const auto references = find_references(document, models);
    uint32_t end = 0;
    for (const Reference& reference : references) {
      CHECK(reference.tokens.begin >= end);
      end = reference.tokens.end;
      const auto sentence = std::ranges::find_if(
          document.sentences, [&](TokenSpan s) { return s.contains(reference.tokens); });
      REQUIRE(sentence != document.sentences.end());
      for (const Mention& mention : document.mentions)
        CHECK_FALSE(mention.tokens.overlaps(reference.tokens));
      REQUIRE_FALSE(reference.entities.empty());
      CHECK(std::ranges::is_sorted(reference.entities));
      for (const uint32_t entity : reference.entities) {
        const uint32_t first = document.entities[entity].mentions.front();
        CHECK(document.mentions[first].tokens.begin < sentence->end);
      }
    }
    const auto again = find_references(document, models);
    REQUIRE(again.size() == references.size());
    for (size_t i = 0; i < again.size(); ++i) CHECK(again[i].entities == references[i].entities);
  }
}

TEST_CASE("all instruction sets score references alike", "[extract]") {
  std::vector<std::vector<float>> all;
  for (const SyntaxKernels& kernels : syntax_kernels()) {
    const Models models = random_models(kernels);
    const Document document = treaty();
    ReferenceSearch search(document, models);
    ReferenceScorer scorer(*models.coreference, *models.syntax);
    std::vector<float> scores;
    while (const auto question = search.next()) {
      const auto some = scorer.score(question->input, question->inputs);
      scores.insert(scores.end(), some.begin(), some.end());
      search.answer(*question, 0);
    }
    all.push_back(std::move(scores));
  }
  for (const auto& scores : all) {
    REQUIRE(scores.size() == all.front().size());
    for (size_t i = 0; i < scores.size(); ++i)
      CHECK(scores[i] == Approx(all.front()[i]).margin(1e-4));
  }
}

TEST_CASE("without models nothing is referred to", "[extract]") {
  CHECK(find_references(kono(), test_models()).empty());
  CHECK(analyzed("Taro Kono met Lavrov. He praised him.").references.empty());
}

TEST_CASE("load_coreference_model names what is wrong", "[extract]") {
  using Catch::Matchers::Contains;
  const Models models = random_models();
  const auto failure = [&](const std::vector<ModelSection>& sections) -> std::string {
    const TemporaryFile file("coreference-model");
    write_model_file(file.path, coreference_model_kind(), sections);
    try {
      load_coreference_model(file.path, *models.syntax);
    } catch (const Error& error) {
      CHECK(error.where() == file.path.string());
      return error.message();
    }
    return "";
  };
  auto sections = random_sections(*models.syntax, models.syntax->file.checksum());
  CHECK(failure(sections).empty());
  CHECK_THAT(failure(random_sections(*models.syntax, 1)), Contains("other word vectors"));
  sections[0].bytes = std::string(4, '\0');
  CHECK_THAT(failure(sections), Contains("shape"));
  sections = random_sections(*models.syntax, models.syntax->file.checksum());
  std::erase_if(sections, [](const ModelSection& s) { return s.name == "sex"; });
  CHECK_THAT(failure(sections), Contains("\"sex\" is missing"));
  CHECK_THROWS_WITH(load_models("no/such"), Contains("syntax.model"));
}

TEST_CASE("references become mentions of their nodes", "[extract]") {
  Document document = kono();
  document.references = {{{4, 5}, MentionForm::pronoun, {0}},
                         {{6, 8}, MentionForm::nominal, {0, 1}}};
  const KnowledgeGraph graph = to_graph(document);
  const Node& node = graph[0];
  REQUIRE(node.mentions.size() == 3);
  CHECK(node.mentions[1].form == MentionForm::pronoun);
  CHECK(node.mentions[1].quote.text == "He");
  CHECK(node.mentions[2].form == MentionForm::nominal);
  CHECK(node.mentions[2].quote.text == "the minister");
  CHECK(node.aliases.empty());
  CHECK(graph[1].mentions.size() == 2);
}

TEST_CASE("the trained model refers pronouns to names of their document", "[extract]") {
  static const Models kModels = load_models(ENTENTE_SOURCE_DIR "/models");
  Document document;
  document.id = "text";
  document.text =
      "Angela Merkel visited Poland in May. She praised its government. Emmanuel Macron met Merkel "
      "in Berlin, and he thanked her.";
  document = analyze(std::move(document), kModels);
  REQUIRE_FALSE(document.references.empty());
  for (const Reference& reference : document.references) {
    REQUIRE_FALSE(reference.entities.empty());
    for (const uint32_t entity : reference.entities) CHECK(entity < document.entities.size());
  }
  const Reference& she = document.references.front();
  CHECK(document.slice(she.tokens) == "She");
  CHECK(document.entities[she.entities.front()].name == "Angela Merkel");
}

}  // namespace
}  // namespace entente
