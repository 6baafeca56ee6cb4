// Trains the finder of statements. Usage: see train/README.md.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <iostream>
#include <numeric>
#include <random>

#include "base/error.h"
#include "extract/syntax_features.h"
#include "train/schedule.h"
#include "train/statement_export.h"
#include "train/statement_scores.h"

namespace entente {
namespace {

using torch::Tensor;

struct Settings {
  std::vector<std::string> graphs, dev;
  std::string models, model;
  int epochs = 10, least = 8;
  int folds = 0;
  size_t batch_sentences = 24;
  double rate = 3e-3, status_weight = 0.2;
  float threshold = 0.15f;
  uint64_t seed = 1;
  StatementShape shape;
};

constexpr double kClip = 5;
constexpr double kDecay = 1e-3;
constexpr double kFeatureDecay = 1;  // those of features that are seen seldom fade

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

using Documents = std::vector<const StatementDocument*>;

/// "TEXTS.jsonl=DIRECTORY".
std::vector<StatementDocument> read_documents(const std::string& text, const Models& models) {
  const size_t equals = text.find('=');
  if (equals == std::string::npos) throw Error(text, "want TEXTS.jsonl=DIRECTORY");
  return read_statement_documents(text.substr(0, equals), text.substr(equals + 1), models);
}

class Training {
 public:
  Training(const Settings& settings, const Models& models, const Documents& train)
      : settings_(settings), models_(models), features_(collect_features(train, settings.least)) {
    for (const auto* document : train)
      for (const auto& sentence : document->sentences) train_.push_back(with_rows(sentence));
    StatementShape shape = settings.shape;
    shape.input = train_.front().input.size(1);
    shape.features = static_cast<int64_t>(features_.size());
    torch::manual_seed(settings.seed);
    network_ = StatementNetwork(shape);
    averaged_.emplace(network_->parameters());
    std::vector<Tensor> dense;
    for (const auto& weight : network_->named_parameters())
      if (weight.key() != "features.weight") dense.push_back(weight.value());
    optimizer_.emplace(dense, torch::optim::AdamWOptions(settings.rate).weight_decay(kDecay));
    auto options = std::make_unique<torch::optim::AdamWOptions>(settings.rate);
    options->weight_decay(kFeatureDecay);
    optimizer_->add_param_group({{network_->features->weight}, std::move(options)});
    std::cout << train.size() << " documents, " << train_.size() << " sentences, "
              << features_.size() << " features" << std::endl;
  }

  void run() {
    for (int epoch = 0; epoch < settings_.epochs; ++epoch) run_epoch(epoch);
    averaged_->swap(network_->parameters());
  }

  ScoredDocument score(const StatementDocument& document);

  void write() {
    export_statements(network_, features_, std::vector<float>(kEdgeTypeCount, settings_.threshold),
                      models_, settings_.model);
  }

 private:
  StatementSentence with_rows(StatementSentence sentence) const {
    for (LabelledPair& pair : sentence.pairs)
      for (const uint64_t hash : pair.candidate.features) {
        const auto row = features_.find(hash);
        if (row != features_.end()) pair.features.push_back(row->second);
      }
    return sentence;
  }

  void run_epoch(int epoch);

  const Settings& settings_;
  const Models& models_;
  std::unordered_map<uint64_t, int64_t> features_;
  std::vector<StatementSentence> train_;
  StatementNetwork network_{nullptr};
  std::optional<AveragedWeights> averaged_;
  std::optional<torch::optim::AdamW> optimizer_;
};

Tensor loss_of(const StatementScores& scores, const StatementBatch& batch, double status_weight) {
  namespace F = torch::nn::functional;
  const Tensor types = F::binary_cross_entropy_with_logits(
      scores.types, batch.types,
      F::BinaryCrossEntropyWithLogitsFuncOptions().weight(batch.weights).reduction(torch::kSum));
  Tensor loss = types / static_cast<double>(batch.types.size(0));
  if (batch.statuses.ge(0).any().item<bool>())
    loss = loss +
           status_weight * F::cross_entropy(scores.statuses, batch.statuses,
                                            F::CrossEntropyFuncOptions().ignore_index(kNoStatus));
  return loss;
}

void Training::run_epoch(int epoch) {
  const uint64_t seed = settings_.seed * 1000 + static_cast<uint64_t>(epoch);
  std::mt19937 random(static_cast<uint32_t>(seed));
  torch::manual_seed(seed);
  std::vector<size_t> order(train_.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::shuffle(order, random);
  const double begin = cpu_seconds();
  double total = 0;
  for (size_t at = 0; at < order.size(); at += settings_.batch_sentences) {
    const double progress =
        (epoch + static_cast<double>(at) / static_cast<double>(order.size())) / settings_.epochs;
    for (auto& group : optimizer_->param_groups())
      group.options().set_lr(learning_rate(settings_.rate, progress));
    std::vector<const StatementSentence*> chosen;
    for (size_t i = at; i < std::min(order.size(), at + settings_.batch_sentences); ++i)
      chosen.push_back(&train_[order[i]]);
    const StatementBatch batch = make_batch(chosen);
    optimizer_->zero_grad();
    const Tensor loss = loss_of(network_->forward(batch), batch, settings_.status_weight);
    loss.backward();
    torch::nn::utils::clip_grad_norm_(network_->parameters(), kClip);
    optimizer_->step();
    averaged_->add(network_->parameters());
    total += loss.item<double>() * static_cast<double>(chosen.size());
  }
  std::cout << "epoch " << epoch + 1 << " loss " << total / static_cast<double>(order.size())
            << " CPU seconds " << cpu_seconds() - begin << std::endl;
}

ScoredDocument Training::score(const StatementDocument& document) {
  torch::NoGradGuard guard;
  network_->eval();
  ScoredDocument result;
  for (const auto& edge : document.edges)
    if (edge.source >= 0 && edge.target >= 0)
      result.gold.insert(ordered(edge.source, edge.target, edge.type));
  result.gold_count = static_cast<double>(document.edges.size());
  for (const StatementSentence& plain : document.sentences) {
    const StatementSentence sentence = with_rows(plain);
    const StatementScores scores = network_->forward(make_batch({&sentence}));
    const Tensor types = torch::sigmoid(scores.types), statuses = scores.statuses.argmax(1);
    const auto probability = types.accessor<float, 2>();
    for (size_t p = 0; p < sentence.pairs.size(); ++p) {
      const LabelledPair& pair = sentence.pairs[p];
      if (pair.status != kNoStatus) {
        ++result.status_count;
        result.right_status +=
            statuses[static_cast<int64_t>(p)].item<int64_t>() == pair.status ? 1 : 0;
      }
      for (size_t k = 0; k < kEdgeTypeCount; ++k) {
        if ((pair.possible >> k & 1) == 0) continue;
        float& best = result.found[ordered(pair.candidate.source, pair.candidate.target,
                                           static_cast<int64_t>(k))];
        best = std::max(best, probability[static_cast<int64_t>(p)][static_cast<int64_t>(k)]);
      }
    }
  }
  return result;
}

int run(int argc, char** argv) {
  Settings settings;
  CLI::App app("Trains the finder of statements");
  app.add_option("--models", settings.models, "directory of the models that it builds on")
      ->required();
  app.add_option("--graphs", settings.graphs, "TEXTS.jsonl=DIRECTORY")->required();
  app.add_option("--dev", settings.dev, "TEXTS.jsonl=DIRECTORY");
  app.add_option("--folds", settings.folds, "first cross-validate in so many parts");
  app.add_option("--model", settings.model, "written at the end");
  app.add_option("--epochs", settings.epochs);
  app.add_option("--rate", settings.rate);
  app.add_option("--threshold", settings.threshold);
  app.add_option("--least", settings.least, "pairs that a feature must occur in");
  app.add_option("--batch-sentences", settings.batch_sentences);
  app.add_option("--status-weight", settings.status_weight);
  app.add_option("--units", settings.shape.units);
  app.add_option("--layers", settings.shape.layers);
  app.add_option("--hidden", settings.shape.hidden);
  app.add_option("--seed", settings.seed);
  CLI11_PARSE(app, argc, argv);
  torch::set_num_threads(1);
  const std::filesystem::path models_path = settings.models;
  Models models = load_models();
  models.syntax = load_syntax_model(models_path / "syntax.model");
  models.names = load_name_model(models_path / "names.model", *models.syntax);
  std::vector<StatementDocument> train, dev;
  for (const auto& text : settings.graphs)
    std::ranges::move(read_documents(text, models), std::back_inserter(train));
  for (const auto& text : settings.dev)
    std::ranges::move(read_documents(text, models), std::back_inserter(dev));
  std::vector<ScoredDocument> held_out;
  for (int fold = 0; fold < settings.folds; ++fold) {
    Documents rest, part;
    for (const auto& document : train)
      (static_cast<int>(hash_word(document.id) % static_cast<uint64_t>(settings.folds)) == fold
           ? part
           : rest)
          .push_back(&document);
    Training training(settings, models, rest);
    training.run();
    for (const auto* document : part) held_out.push_back(training.score(*document));
  }
  if (!held_out.empty()) report("cross-validation", held_out);
  if (settings.model.empty()) return 0;
  Documents all;
  for (const auto& document : train) all.push_back(&document);
  Training training(settings, models, all);
  training.run();
  std::vector<ScoredDocument> scored;
  for (const auto& document : dev) scored.push_back(training.score(document));
  if (!scored.empty()) report("dev", scored);
  training.write();
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
