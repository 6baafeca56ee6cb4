#include "train/syntax_training.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <random>

#include "base/error.h"
#include "train/schedule.h"
#include "train/syntax_export.h"
#include "train/syntax_predict.h"

namespace entente {
namespace {

using torch::Tensor;

constexpr double kClip = 5;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Tensor loss_of(SyntaxNetwork& network, const Batch& batch, bool with_tags) {
  static constexpr double kTagWeight = 1.0, kFeatureWeight = 0.5, kRuleWeight = 0.5;
  const auto cross = [](const Tensor& scores, const Tensor& gold) {
    return torch::nn::functional::cross_entropy(scores, gold);
  };
  const SyntaxScores scores = network->forward(batch);
  const Tensor relations = network->relation_scores(scores, batch.heads);
  const Tensor gold =
      batch.relations.view({batch.mask.size(0), batch.mask.size(1)}).transpose(0, 1);
  const Tensor parse = cross(scores.arcs.flatten(0, 1), batch.heads.flatten()) +
                       cross(relations.flatten(0, 1), gold.flatten());
  if (!with_tags) return parse;
  return parse + kTagWeight * cross(scores.tags, batch.tags) +
         kFeatureWeight * cross(scores.features, batch.features) +
         kRuleWeight * cross(scores.rules, batch.rules);
}

/// The numbers that make a network of a shape, as checkpoints have them.
Tensor shape_numbers(const SyntaxShape& s) {
  return torch::tensor(std::vector<int64_t>{
      static_cast<int64_t>(s.encoder), s.with_vectors, s.with_affixes, s.with_window, s.units,
      s.layers, s.words, s.trained_words, s.tags, s.features, s.rules, s.relations});
}

void check_shape(const std::string& path, const SyntaxShape& shape) {
  if (!torch::equal(shape_numbers(checkpoint_shape(path)), shape_numbers(shape)))
    throw Error(path, "the checkpoint is of a network of another shape or other training data");
}

}  // namespace

SyntaxShape sized(SyntaxShape shape, const SyntaxClasses& classes, const Vocabulary& vocabulary) {
  shape.words = static_cast<int64_t>(vocabulary.hashes.size());
  shape.trained_words = static_cast<int64_t>(vocabulary.trained.size());
  shape.tags = classes.tags.size();
  shape.features = classes.features.size();
  shape.rules = classes.rules.size();
  shape.relations = classes.relations.size();
  return shape;
}

Vocabulary training_vocabulary(const std::vector<ConlluSentence>& gold,
                               const std::string& vectors) {
  static constexpr size_t kCommonWords = 45000;
  return make_vocabulary(gold, vectors, kCommonWords);
}

SyntaxShape checkpoint_shape(const std::string& path) {
  torch::serialize::InputArchive archive;
  Tensor numbers;
  try {
    archive.load_from(path);
    archive.read("shape", numbers);
  } catch (const c10::Error&) {
    throw Error(path, "not a checkpoint of this trainer");
  }
  const auto at = [&](int64_t i) { return numbers[i].item<int64_t>(); };
  SyntaxShape s;
  s.encoder = static_cast<Encoder>(at(0));
  s.with_vectors = at(1) != 0;
  s.with_affixes = at(2) != 0;
  s.with_window = at(3) != 0;
  s.units = at(4);
  s.layers = at(5);
  s.words = at(6);
  s.trained_words = at(7);
  s.tags = at(8);
  s.features = at(9);
  s.rules = at(10);
  s.relations = at(11);
  return s;
}

void load_averaged(const std::string& path, SyntaxNetwork& network) {
  check_shape(path, network->shape);
  torch::serialize::InputArchive archive;
  archive.load_from(path);
  AveragedWeights averaged(network->parameters());
  averaged.load(archive);
  averaged.swap(network->parameters());
}

SyntaxTraining::SyntaxTraining(const TrainingSettings& settings, std::vector<ConlluSentence> gold,
                               std::vector<ConlluSentence> silver)
    : settings_(settings),
      classes_(collect_classes(gold)),
      vocabulary_(training_vocabulary(gold, settings.vectors)),
      train_(std::move(gold)),
      network_(sized(settings.shape, classes_, vocabulary_), vocabulary_.vectors),
      averaged_(network_->parameters()) {
  if (!settings.raw.empty()) read_raw();
  optimizer_.emplace(
      weights(),
      torch::optim::AdamWOptions(settings.rate).betas({0.9, 0.98}).eps(1e-8).weight_decay(1e-3));
  std::ranges::move(silver, std::back_inserter(train_));
  const SyntaxShape& s = network_->shape;
  std::cout << "sentences " << train_.size() << " words " << s.words << " trained "
            << s.trained_words << " tags " << s.tags << " features " << s.features << " rules "
            << s.rules << " relations " << s.relations << std::endl;
  if (settings.start.empty()) return;
  load_averaged(settings.start, network_);
  averaged_ = AveragedWeights(network_->parameters());
}

void SyntaxTraining::read_raw() {
  static constexpr size_t kShortest = 6, kLongest = 70;
  std::vector<RawSentence> sentences;
  for (const auto& path : settings_.raw)
    std::ranges::move(read_raw_sentences(path, kShortest, kLongest), std::back_inserter(sentences));
  std::cout << "plain sentences " << sentences.size();
  raw_.emplace(std::move(sentences), vocabulary_);
  predictor_ = WordPredictor(network_->shape.units, vocabulary_, raw_->rows());
  std::cout << " words to guess " << raw_->rows().size() << std::endl;
}

std::vector<Tensor> SyntaxTraining::weights() const {
  std::vector<Tensor> all = network_->parameters();
  if (raw_) std::ranges::copy(predictor_->parameters(), std::back_inserter(all));
  return all;
}

double SyntaxTraining::learn_hidden_words(std::mt19937& random) {
  static constexpr int64_t kBatchWords = 3000;
  const auto portion = raw_->next(settings_.raw_words, kBatchWords, classes_, vocabulary_, random);
  double total = 0;
  for (const HiddenWords& hidden : portion) {
    const Tensor loss = predictor_->loss(network_->encode(hidden.batch, nullptr), hidden) *
                        (settings_.raw_weight / static_cast<double>(portion.size()));
    loss.backward();
    total += loss.item<double>();
  }
  return total / settings_.raw_weight;
}

void SyntaxTraining::run(const std::vector<DevSet>& dev) {
  resume();
  if (epoch_ >= settings_.epochs) measure_all(dev);
  while (epoch_ < settings_.epochs) {
    run_epoch();
    ++epoch_;
    save();
    measure_all(dev);
  }
}

void SyntaxTraining::write_model(const std::string& path) {
  if (settings_.with_averaging) averaged_.swap(network_->parameters());
  export_syntax(network_, classes_, vocabulary_, path);
  if (settings_.with_averaging) averaged_.swap(network_->parameters());
}

void SyntaxTraining::measure_all(const std::vector<DevSet>& dev) {
  if (settings_.with_averaging) averaged_.swap(network_->parameters());
  for (const auto& [name, sentences] : dev)
    print(name, measure({&network_, 1}, sentences, classes_, vocabulary_));
  if (settings_.with_averaging) averaged_.swap(network_->parameters());
}

void SyntaxTraining::run_epoch() {
  std::mt19937 random(static_cast<uint32_t>(settings_.seed * 1000 + static_cast<uint64_t>(epoch_)));
  torch::manual_seed(settings_.seed * 1000 + static_cast<uint64_t>(epoch_));
  const auto plan = make_plan(train_, settings_.batch_words, random);
  if (raw_) raw_->restart(random);
  const double begin = cpu_seconds();
  double total = 0, hidden_total = 0;
  int64_t words = 0, done = 0;
  for (const auto& group : plan) {
    const double progress =
        (epoch_ + static_cast<double>(done) / static_cast<double>(plan.size())) / settings_.epochs;
    static_cast<torch::optim::AdamWOptions&>(optimizer_->param_groups()[0].options())
        .lr(learning_rate(settings_.rate, progress));
    std::vector<ConlluSentence> rough;
    for (const size_t index : group) rough.push_back(roughen(train_[index], random));
    std::vector<const ConlluSentence*> chosen;
    for (const auto& sentence : rough) chosen.push_back(&sentence);
    const Batch batch = make_batch(chosen, classes_, vocabulary_);
    optimizer_->zero_grad();
    const Tensor loss = loss_of(network_, batch, settings_.with_tags);
    loss.backward();
    if (raw_) hidden_total += learn_hidden_words(random);
    torch::nn::utils::clip_grad_norm_(weights(), kClip);
    optimizer_->step();
    averaged_.add(network_->parameters());
    total += loss.item<double>() * static_cast<double>(batch.word_count);
    words += batch.word_count;
    if (++done % 50 == 0)
      std::cout << "  step " << done << "/" << plan.size() << " loss "
                << total / static_cast<double>(words) << " hidden "
                << hidden_total / static_cast<double>(done) << " words/s "
                << static_cast<double>(words) / (cpu_seconds() - begin) << std::endl;
  }
  std::cout << "epoch " << epoch_ + 1 << " loss " << total / static_cast<double>(words)
            << " CPU seconds " << cpu_seconds() - begin << std::endl;
}

void SyntaxTraining::save() {
  const std::string path = settings_.checkpoint;
  torch::serialize::OutputArchive archive;
  network_->save(archive);
  torch::serialize::OutputArchive optimizer;
  optimizer_->save(optimizer);
  if (raw_) predictor_->save(archive);
  archive.write("optimizer", optimizer);
  averaged_.save(archive);
  archive.write("shape", shape_numbers(network_->shape));
  archive.write("epoch", torch::tensor(epoch_));
  archive.save_to(path + ".new");
  std::filesystem::rename(path + ".new", path);
}

void SyntaxTraining::resume() {
  if (!std::filesystem::exists(settings_.checkpoint)) return;
  check_shape(settings_.checkpoint, network_->shape);
  torch::serialize::InputArchive archive;
  archive.load_from(settings_.checkpoint);
  network_->load(archive);
  torch::serialize::InputArchive optimizer;
  archive.read("optimizer", optimizer);
  optimizer_->load(optimizer);
  if (raw_) predictor_->load(archive);
  averaged_.load(archive);
  Tensor value;
  archive.read("epoch", value);
  epoch_ = value.item<int>();
  std::cout << "resumed after epoch " << epoch_ << std::endl;
}

}  // namespace entente
