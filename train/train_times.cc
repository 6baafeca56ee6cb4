// Trains the choice of the time of a statement. Usage: see train/README.md.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <numeric>
#include <random>

#include "base/error.h"
#include "extract/analyze.h"
#include "extract/statement_choice.h"
#include "extract/syntax_features.h"
#include "extract/time_options.h"
#include "train/gold_graphs.h"

namespace entente {
namespace {

struct Settings {
  std::vector<std::string> graphs, dev;
  std::string models, model;
  int epochs = 12, least = 3, folds = 5;
  double rate = 0.03, decay = 1e-5;
  float least_probability = 0.03f;  // statements of gold that the network gives less do not train
  uint64_t seed = 1;
};

/// A right statement with its options.
struct Example {
  std::string document;
  std::vector<TimeOption> options;
  std::vector<char> right;                  // [options]
  std::vector<std::vector<uint32_t>> rows;  // [options]: of the weights, filled by Training

  bool solvable() const { return std::ranges::count(right, 1) > 0; }
};

/// Analyzes documents as the program does, with a network of statements that states whatever is at
/// all likely, and keeps what gold has, too.
class ExampleReader {
 public:
  ExampleReader(const Settings& settings, Models models)
      : models_(std::move(models)), statements_(std::move(*models_.statements)) {
    models_.statements.reset();
    thresholds_.assign(kEdgeTypeCount, settings.least_probability);
    statements_.thresholds = thresholds_;
  }

  void read(const std::string& texts_and_graphs, std::vector<Example>& examples) {
    const size_t at = texts_and_graphs.find('=');
    if (at == std::string::npos) throw Error(texts_and_graphs, "want TEXTS.jsonl=DIRECTORY");
    for (const GoldDocument& gold :
         read_gold_documents(texts_and_graphs.substr(0, at), texts_and_graphs.substr(at + 1)))
      read(gold, examples);
  }

 private:
  void read(const GoldDocument& gold, std::vector<Example>& examples) {
    StatementEncoder encoder(statements_);
    const Document document =
        analyze(gold.text, models_, [&](const Encoding& encoding, std::span<const float> names) {
          encoder.read(encoding, names);
        });
    const TokenStates states = encoder.finish();
    const CodePointIndex index(document.text);
    const std::vector<GoldEdge> edges = align_edges(document, index, gold.graph);
    const DocumentContext context = read_context(document);
    uint32_t first_mention = 0;
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const SentenceView view(document, models_, context, s, first_mention);
      first_mention = view.last_mention();
      const auto groups = find_verb_groups(view);
      const TimeLinks links(view, groups);
      const TimeOptions options(view, groups, links);
      for (const Draft& draft : choose_drafts(view, groups, statements_, states)) {
        Example example{document.id, options.of(draft), {}, {}};
        if (label(draft, edges, index.span(view.bytes()), example))
          examples.push_back(std::move(example));
      }
    }
  }

  /// Whether gold has the draft.
  static bool label(const Draft& draft, const std::vector<GoldEdge>& edges, CodePointSpan sentence,
                    Example& example) {
    bool found = false;
    example.right.assign(example.options.size(), 0);
    for (const GoldEdge& edge : edges) {
      if (edge.type != static_cast<int64_t>(draft.type) || !edge.is_in(sentence) ||
          !edge.joins(draft.source, draft.target))
        continue;
      found = true;
      for (size_t i = 0; i < example.options.size(); ++i)
        if (example.options[i].value == edge.time) example.right[i] = 1;
    }
    return found;
  }

  Models models_;
  StatementModel statements_;
  std::vector<float> thresholds_;
};

std::map<uint64_t, uint32_t> collect_rows(const std::vector<const Example*>& examples, int least) {
  std::map<uint64_t, int> counts;
  for (const Example* example : examples)
    for (const TimeOption& option : example->options)
      for (const uint64_t hash : option.features) ++counts[hash];
  std::map<uint64_t, uint32_t> rows;
  for (const auto& [hash, count] : counts)
    if (count >= least) rows.emplace(hash, static_cast<uint32_t>(rows.size()));
  return rows;
}

/// Log-linear over the options of each example, by AdaGrad; several right options share.
class Training {
 public:
  Training(const Settings& settings, const std::vector<const Example*>& examples)
      : settings_(settings), rows_(collect_rows(examples, settings.least)) {
    for (const Example* example : examples)
      if (example->solvable()) examples_.push_back(with_rows(*example));
    weights_.assign(rows_.size(), 0);
    squares_.assign(rows_.size(), 1e-6);
    sums_.assign(rows_.size(), 0);
  }

  void run() {
    std::mt19937 random(static_cast<uint32_t>(settings_.seed));
    std::vector<size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), size_t{0});
    for (int epoch = 0; epoch < settings_.epochs; ++epoch) {
      std::ranges::shuffle(order, random);
      for (const size_t i : order) step(examples_[i]);
      for (size_t r = 0; r < weights_.size(); ++r) sums_[r] += weights_[r];
    }
    for (size_t r = 0; r < weights_.size(); ++r) weights_[r] = sums_[r] / settings_.epochs;
  }

  bool is_right(const Example& plain) const {
    const Example example = with_rows(plain);
    const std::vector<double> p = probabilities(example);
    std::vector<double> masses(p.size(), 0);
    for (size_t i = 0; i < p.size(); ++i)
      for (size_t k = 0; k < p.size(); ++k)
        if (plain.options[i].value == plain.options[k].value) masses[i] += p[k];
    return plain.right[std::ranges::max_element(masses) - masses.begin()] != 0;
  }

  void write() const {
    std::string hashes, weights;
    for (const auto& [hash, row] : rows_) {
      const auto weight = static_cast<float>(weights_[row]);
      hashes.append(reinterpret_cast<const char*>(&hash), sizeof(hash));
      weights.append(reinterpret_cast<const char*>(&weight), sizeof(weight));
    }
    write_model_file(settings_.model, time_model_kind(),
                     {{"vocabulary", hashes}, {"weights", weights}});
  }

  size_t features() const { return rows_.size(); }

 private:
  Example with_rows(const Example& plain) const {
    Example example{plain.document, {}, plain.right, {}};
    for (const TimeOption& option : plain.options) {
      example.rows.emplace_back();
      for (const uint64_t hash : option.features)
        if (const auto row = rows_.find(hash); row != rows_.end())
          example.rows.back().push_back(row->second);
    }
    return example;
  }

  std::vector<double> probabilities(const Example& example) const {
    std::vector<double> p;
    for (const auto& rows : example.rows)
      p.push_back(std::accumulate(rows.begin(), rows.end(), 0.0,
                                  [&](double sum, uint32_t row) { return sum + weights_[row]; }));
    const double most = *std::ranges::max_element(p);
    double total = 0;
    for (double& value : p) total += value = std::exp(value - most);
    for (double& value : p) value /= total;
    return p;
  }

  void step(const Example& example) {
    const std::vector<double> p = probabilities(example);
    double right = 0;
    for (size_t i = 0; i < p.size(); ++i)
      if (example.right[i] != 0) right += p[i];
    for (size_t i = 0; i < p.size(); ++i) {
      const double gradient = p[i] - (example.right[i] != 0 ? p[i] / right : 0);
      for (const uint32_t row : example.rows[i]) {
        const double g = gradient + settings_.decay * weights_[row];
        squares_[row] += g * g;
        weights_[row] -= settings_.rate * g / std::sqrt(squares_[row]);
      }
    }
  }

  const Settings& settings_;
  std::map<uint64_t, uint32_t> rows_;
  std::vector<Example> examples_;
  std::vector<double> weights_, squares_, sums_;
};

struct Accuracy {
  size_t count = 0, right = 0, solvable = 0, untimed = 0;

  void add(const Training& training, const Example& example) {
    ++count;
    right += training.is_right(example) ? 1 : 0;
    solvable += example.solvable() ? 1 : 0;
    untimed += example.right.front() != 0 ? 1 : 0;
  }

  void report(const char* what) const {
    const auto share = [&](size_t n) {
      return 100 * static_cast<double>(n) / static_cast<double>(std::max<size_t>(count, 1));
    };
    std::cout << what << ": " << count << " statements, right " << share(right) << ", reachable "
              << share(solvable) << ", without time " << share(untimed) << std::endl;
  }
};

void cross_validate(const Settings& settings, const std::vector<Example>& examples) {
  Accuracy accuracy;
  const auto folds = static_cast<uint64_t>(settings.folds);
  for (uint64_t fold = 0; fold < folds; ++fold) {
    std::vector<const Example*> rest, part;
    for (const Example& example : examples)
      (hash_word(example.document) % folds == fold ? part : rest).push_back(&example);
    Training training(settings, rest);
    training.run();
    for (const Example* example : part) accuracy.add(training, *example);
  }
  accuracy.report("cross-validation");
}

int run(int argc, char** argv) {
  Settings settings;
  CLI::App app("Trains the choice of the time of a statement");
  app.add_option("--models", settings.models, "directory of the models that it builds on")
      ->required();
  app.add_option("--graphs", settings.graphs, "TEXTS.jsonl=DIRECTORY")->required();
  app.add_option("--dev", settings.dev, "TEXTS.jsonl=DIRECTORY");
  app.add_option("--folds", settings.folds, "of the cross-validation; 0: none");
  app.add_option("--model", settings.model, "written at the end")->required();
  app.add_option("--epochs", settings.epochs);
  app.add_option("--rate", settings.rate);
  app.add_option("--decay", settings.decay);
  app.add_option("--least", settings.least, "options that a feature must occur in");
  app.add_option("--seed", settings.seed);
  CLI11_PARSE(app, argc, argv);
  const std::filesystem::path directory = settings.models;
  Models models = load_models();
  models.syntax = load_syntax_model(directory / "syntax.model");
  models.names = load_name_model(directory / "names.model", *models.syntax);
  models.coreference = load_coreference_model(directory / "coreference.model", *models.syntax);
  models.statements = load_statement_model(directory / "statements.model", *models.names);
  ExampleReader reader(settings, std::move(models));
  std::vector<Example> train, dev;
  for (const auto& graphs : settings.graphs) reader.read(graphs, train);
  for (const auto& graphs : settings.dev) reader.read(graphs, dev);
  if (settings.folds > 0) cross_validate(settings, train);
  std::vector<const Example*> all;
  for (const Example& example : train) all.push_back(&example);
  Training training(settings, all);
  training.run();
  Accuracy accuracy;
  for (const Example& example : dev) accuracy.add(training, example);
  if (!dev.empty()) accuracy.report("dev");
  std::cout << training.features() << " features" << std::endl;
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
