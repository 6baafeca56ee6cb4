#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/sentences.h"
#include "extract/syntax.h"
#include "extract/tokenize.h"
#include "tests/extract/tiny_syntax_model.h"

namespace entente {
namespace {

SyntaxModel tiny_model(const SyntaxKernels& kernels) {
  const TemporaryFile file("tiny-syntax-model");
  write_model_file(file.path, syntax_model_kind(), TinyModel().sections);
  return load_syntax_model(file.path, kernels);
}

struct Parsed {
  std::vector<ByteSpan> tokens;
  std::vector<TokenSpan> sentences;
  Syntax syntax;
};

Parsed parse_text(const std::string& text, const SyntaxModel& model) {
  Parsed parsed{tokenize(text), {}, {}};
  parsed.sentences = split_sentences(text, parsed.tokens);
  parsed.syntax = parse(text, parsed.tokens, parsed.sentences, model);
  return parsed;
}

/// Whether each sentence is one tree: one root, and every word leads to it inside the sentence.
bool is_forest(const Parsed& parsed) {
  const auto& arcs = parsed.syntax.arcs;
  for (const TokenSpan sentence : parsed.sentences) {
    uint32_t roots = 0;
    for (uint32_t token = sentence.begin; token < sentence.end; ++token) {
      const bool is_root = arcs[token].head == token;
      if (is_root != (arcs[token].relation == Deprel::root)) return false;
      roots += is_root ? 1 : 0;
      uint32_t at = token;
      for (uint32_t steps = 0; arcs[at].head != at; ++steps) {
        at = arcs[at].head;
        if (at < sentence.begin || at >= sentence.end || steps > sentence.size()) return false;
      }
    }
    if (roots != 1) return false;
  }
  return true;
}

std::string repeat(const std::string& text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

TEST_CASE("every sentence is parsed to one tree", "[extract]") {
  const SyntaxModel model = tiny_model(syntax_kernels().back());
  const std::string texts[] = {
      "",
      "Paris",
      "The envoy from Paris met Gen. Smith. He left!",
      "Müller 日本 😀 \u0301 «да» ...\n\n- 12,000",
      repeat("and so on, ", 1250),  // 5,000 tokens
      repeat("a", 20'000),
      repeat(". ", 300),
  };
  for (const auto& text : texts) {
    CAPTURE(text.substr(0, 60));
    const Parsed parsed = parse_text(text, model);
    CHECK(parsed.syntax.tags.size() == parsed.tokens.size());
    CHECK(parsed.syntax.morphology.size() == parsed.tokens.size());
    CHECK(parsed.syntax.lemmas.size() == parsed.tokens.size());
    REQUIRE(parsed.syntax.arcs.size() == parsed.tokens.size());
    CHECK(is_forest(parsed));
  }
}

TEST_CASE("a sentence is parsed the same alone and among others", "[extract]") {
  const SyntaxModel model = tiny_model(syntax_kernels().back());
  const std::string sentence = "The envoy from Paris met the minister.";
  const Parsed alone = parse_text(sentence, model);
  const Parsed many = parse_text(repeat(sentence + "\n\n", 60), model);
  REQUIRE(many.sentences.size() == 60);
  for (const TokenSpan span : many.sentences)
    for (uint32_t i = 0; i < span.size(); ++i) {
      REQUIRE(many.syntax.tags[span.begin + i] == alone.syntax.tags[i]);
      REQUIRE(many.syntax.lemmas[span.begin + i] == alone.syntax.lemmas[i]);
      REQUIRE(many.syntax.arcs[span.begin + i].head - span.begin == alone.syntax.arcs[i].head);
      REQUIRE(many.syntax.arcs[span.begin + i].relation == alone.syntax.arcs[i].relation);
    }
}

TEST_CASE("each instruction set computes the same", "[extract]") {
  constexpr uint32_t kCount = 13, kDepth = 37, kColumns = 45, kUnits = 64;
  std::mt19937 random(3);
  std::uniform_real_distribution<float> draw(-2, 2);
  const auto numbers = [&](size_t count) {
    std::vector<float> values(count);
    for (float& value : values) value = draw(random);
    return values;
  };
  const auto rows = numbers(kCount * kDepth), matrix = numbers(kColumns * kDepth),
             bias = numbers(kColumns), gates = numbers(kCount * 3 * kUnits),
             input = numbers(kCount * kUnits);
  for (const SyntaxKernels& kernels : syntax_kernels()) {
    CAPTURE(kernels.name);
    const PackedMatrix packed = pack_matrix(matrix, bias, kernels);
    std::vector<const float*> pointers;
    for (uint32_t i = 0; i < kCount; ++i) pointers.push_back(rows.data() + i * kDepth);
    std::vector<float> product(kCount * packed.stride);
    kernels.multiply(pointers.data(), kCount, kDepth, packed.packed.data(), packed.bias.data(),
                     packed.stride, product.data(), packed.stride);
    for (uint32_t i = 0; i < kCount; ++i)
      for (uint32_t column = 0; column < kColumns; ++column) {
        double expected = bias[column];
        for (uint32_t k = 0; k < kDepth; ++k)
          expected += double{rows[i * kDepth + k]} * matrix[column * kDepth + k];
        REQUIRE(product[i * packed.stride + column] == Approx(expected).margin(1e-4));
      }

    std::vector<float> state(kUnits), out(kCount * kUnits), normed(kCount * kUnits);
    kernels.recur(gates.data(), input.data(), kCount, kUnits, state.data(), out.data());
    std::vector<double> forward(kUnits / 2);
    const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
    for (uint32_t t = 0; t < kCount; ++t)
      for (uint32_t i = 0; i < kUnits / 2; ++i) {
        const float* gate = gates.data() + t * 3 * kUnits + i;
        const double forget = sigmoid(gate[kUnits]), pass = sigmoid(gate[2 * kUnits]);
        forward[i] = forget * forward[i] + (1 - forget) * gate[0];
        const double expected = pass * std::tanh(forward[i]) + (1 - pass) * input[t * kUnits + i];
        REQUIRE(out[t * kUnits + i] == Approx(expected).margin(1e-4));
      }

    kernels.normalize(input.data(), kCount, kUnits, normed.data());
    double mean = 0, square = 0;
    for (uint32_t i = 0; i < kUnits; ++i) {
      mean += normed[i] / kUnits;
      square += normed[i] * normed[i] / kUnits;
    }
    CHECK(mean == Approx(0).margin(1e-4));
    CHECK(square == Approx(1).margin(1e-3));
  }
}

TEST_CASE("the model that comes with the program keeps its promises", "[extract]") {
  const auto path = std::filesystem::path(ENTENTE_SOURCE_DIR) / "models" / "syntax.model";
  const SyntaxModel model = load_syntax_model(path);
  const std::string text = "Russia's envoy, who met Mr. Kono in Moscow, was criticized by Japan.";
  const Parsed parsed = parse_text(text, model);
  CHECK(is_forest(parsed));
  REQUIRE(parsed.sentences.size() == 1);
  const auto& syntax = parsed.syntax;
  CHECK(syntax.tags[0] == Upos::propn);
  CHECK(syntax.arcs[0] == Arc{2, Deprel::nmod_poss});
  CHECK(is_forest(parse_text(repeat("the treaty and ", 1500), model)));
}

}  // namespace
}  // namespace entente
