// Accuracy and speed of what pronouns and nouns refer to.
// Usage: coreference MODELS_DIR --gap FILE.jsonl --gum FILE.jsonl

#include <CLI/CLI.hpp>
#include <ctime>
#include <iomanip>
#include <iostream>

#include "extract/references.h"
#include "train/coreference_scores.h"

namespace entente {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void print(const std::string& name, const Tally& tally) {
  std::cout << std::left << std::setw(20) << name << std::right << std::fixed
            << std::setprecision(1) << std::setw(8) << tally.precision() << std::setw(8)
            << tally.recall() << std::setw(8) << tally.f1() << "\n";
}

void print(const GapScores& scores) {
  std::cout << "GAP                        P       R      F1\n";
  print("  overall", scores.overall);
  print("  masculine", scores.masculine);
  print("  feminine", scores.feminine);
  std::cout << "  bias " << std::setprecision(2) << scores.bias() << "\n";
}

void print(const ClusterScores& scores) {
  std::cout << "GUM                        P       R      F1\n";
  print("  MUC", scores.muc);
  print("  B3", scores.b_cubed);
  print("  CEAF-phi4", scores.ceaf);
  std::cout << "  CoNLL F1 " << std::setprecision(1) << scores.conll() << "\n";
}

template <class Text>
void print_speed(const std::vector<Text>& texts, const Models& models) {
  size_t tokens = 0, references = 0;
  const double begin = cpu_seconds();
  for (const Text& text : texts) {
    tokens += text.document.tokens.size();
    references += find_references(text.document, models).size();
  }
  const double seconds = cpu_seconds() - begin;
  std::cout << "  " << tokens << " tokens, " << references << " references, "
            << std::setprecision(0) << static_cast<double>(tokens) / seconds
            << " tokens a CPU second in this layer\n";
}

int run(int argc, char** argv) {
  std::string directory, gap, gum;
  CLI::App app("Measures what pronouns and nouns are found to refer to");
  app.add_option("models", directory)->required();
  app.add_option("--gap", gap);
  app.add_option("--gum", gum);
  CLI11_PARSE(app, argc, argv);
  const Models models = load_models(directory);
  if (!gap.empty()) {
    const auto texts = read_gap(gap, models);
    print(score_gap(texts));
    print_speed(texts, models);
  }
  if (!gum.empty()) {
    const auto texts = read_gum(gum, models);
    print(score_gum(texts));
    print_speed(texts, models);
  }
  return 0;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  try {
    return entente::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
