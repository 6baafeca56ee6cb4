// Trains what pronouns and nouns refer to. Usage: see train/README.md.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <iostream>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <set>

#include "extract/references.h"
#include "extract/tables.h"
#include "train/coreference_network.h"
#include "train/coreference_scores.h"
#include "train/schedule.h"

namespace entente {
namespace {

using torch::Tensor;

struct Settings {
  std::string models, gum, gap, dev_gum, dev_gap, model;
  int epochs = 8, members = 4;
  int64_t units = 32;
  size_t batch = 32;
  double rate = 3e-3, decay = 0.02, feature_dropout = 0.15, gap_weight = 3;
  uint64_t seed = 1;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Tensor all_vectors(const SyntaxModel& syntax) {
  const auto rows = static_cast<int64_t>(syntax.vocabulary.size()) + 1;
  Tensor vectors = torch::zeros({rows, syntax.sizes.word});
  for (int64_t row = 1; row < rows; ++row) {
    const std::vector<float> vector = word_vector(syntax, static_cast<uint32_t>(row));
    std::ranges::copy(vector, vectors[row].data_ptr<float>());
  }
  return vectors;
}

/// Logistic regression of the sex of the known given names on their word vectors.
Tensor train_sex(const SyntaxModel& syntax, const Lexicon& lexicon, const Tensor& vectors) {
  std::vector<int64_t> rows;
  std::vector<float> male;
  for (const auto& cells : table_rows(embedded_table("given_names"))) {
    const uint32_t row = word_row(syntax, cells[0]);
    const Sex sex = lexicon.sex_of(cells[0]);
    if (row == 0 || sex == Sex::unknown) continue;
    rows.push_back(row);
    male.push_back(sex == Sex::male);
  }
  // Every tenth name is held out, to say how well it goes.
  const Tensor order = torch::arange(static_cast<int64_t>(rows.size()));
  const Tensor held = order.remainder(10).eq(0);
  const Tensor x = vectors.index_select(0, torch::tensor(rows)), y = torch::tensor(male);
  torch::nn::Linear regression(x.size(1), 1);
  torch::optim::AdamW optimizer(regression->parameters(),
                                torch::optim::AdamWOptions(0.02).weight_decay(0.05));
  for (int step = 0; step < 400; ++step) {
    optimizer.zero_grad();
    const Tensor loss = torch::binary_cross_entropy_with_logits(regression(x).squeeze(1), y, {}, {},
                                                                at::Reduction::None);
    (loss * held.logical_not()).mean().backward();
    optimizer.step();
  }
  torch::NoGradGuard guard;
  const Tensor right = regression(x).squeeze(1).gt(0).eq(y.gt(0.5)).logical_and(held);
  std::cout << "sex of " << rows.size() << " given names, of held-out ones right "
            << 100 * right.sum().item<double>() / held.sum().item<double>() << "%" << std::endl;
  return torch::cat({regression->weight.flatten(), regression->bias}).contiguous();
}

/// Asks all questions of a document; `label` gives which candidates of one are right, none where
/// nothing is known of it. Answers with the first right one, as far as it is known.
template <class Label>
void ask(const Document& document, const Models& models, float weight, Label label,
         std::vector<ReferenceExample>& examples) {
  ReferenceSearch search(document, models);
  while (auto question = search.next()) {
    const std::vector<bool> right = label(*question);
    const auto first = static_cast<size_t>(std::ranges::find(right, true) - right.begin());
    const bool known = first < right.size();
    search.answer(*question, known ? first : 0);
    if (known && right.size() > 1)
      examples.push_back({std::move(question->input), std::move(question->inputs), right, weight});
  }
}

/// The gold clusters of the entities of a text, and of phrases and groups.
class GumLabels {
 public:
  explicit GumLabels(const GumText& text) : text_(text) {
    for (uint32_t e = 0; e < text.document.entities.size(); ++e)
      for (const GoldMention& gold : text.mentions)
        if (gold.name && is_named_in(text.document, e, *gold.name))
          clusters_[gold.cluster].insert(e);
  }

  std::vector<bool> operator()(const ReferenceQuestion& question) const {
    std::vector<bool> right(question.candidates.size(), false);
    const GoldMention* gold = find(question.phrase.head);
    bool any = false;
    for (size_t c = 1; gold != nullptr && c < right.size(); ++c)
      any |= right[c] = is_of(question.candidates[c], gold->cluster);
    right[0] = !any;
    return right;
  }

 private:
  const GoldMention* find(uint32_t head) const {
    for (const GoldMention& gold : text_.mentions)
      if (!gold.name && text_.document.tokens[head].overlaps(gold.head)) return &gold;
    return nullptr;
  }

  bool is_of(const ReferenceCandidate& candidate, uint32_t cluster) const {
    if (candidate.entities.size() == 1) {
      const auto found = clusters_.find(cluster);
      return found != clusters_.end() && found->second.contains(candidate.entities[0]);
    }
    const ByteSpan first = text_.document.tokens[candidate.token];
    return std::ranges::any_of(text_.mentions, [&](const GoldMention& gold) {
      return gold.cluster == cluster && !gold.name && gold.bytes.contains(first) &&
             std::ranges::all_of(candidate.entities, [&](uint32_t e) {
               return is_named_in(text_.document, e, gold.bytes);
             });
    });
  }

  const GumText& text_;
  std::map<uint32_t, std::set<uint32_t>> clusters_;
};

/// GAP says of one pronoun whether it refers to each of two names.
std::vector<bool> gap_labels(const GapText& text, const ReferenceQuestion& question) {
  if (!overlaps(text.document, question.phrase.tokens, text.pronoun)) return {};
  const auto& candidates = question.candidates;
  std::vector<bool> right(candidates.size(), false), wrong(candidates.size(), false);
  bool any = false;
  for (size_t c = 1; c < candidates.size(); ++c) {
    if (candidates[c].entities.size() != 1) {
      wrong[c] = true;
      continue;
    }
    const bool a = is_named_in(text.document, candidates[c].entities[0], text.a);
    const bool b = is_named_in(text.document, candidates[c].entities[0], text.b);
    right[c] = (a && text.is_a) || (b && text.is_b);
    wrong[c] = (a || b) && !right[c];
    any |= right[c];
  }
  if (!any)
    for (size_t c = 0; c < candidates.size(); ++c) right[c] = !wrong[c];
  return right;
}

class Training {
 public:
  explicit Training(const Settings& settings) : settings_(settings) {
    models_.syntax = load_syntax_model(settings.models + "/syntax.model");
    models_.names = load_name_model(settings.models + "/names.model", *models_.syntax);
    const double begin = cpu_seconds();
    gum_ = read_gum(settings.gum, models_);
    gap_ = read_gap(settings.gap, models_);
    dev_gum_ = read_gum(settings.dev_gum, models_);
    dev_gap_ = read_gap(settings.dev_gap, models_);
    std::cout << "read in CPU seconds " << cpu_seconds() - begin << std::endl;
    torch::manual_seed(settings.seed);
    vectors_ = all_vectors(*models_.syntax);
    sex_ = train_sex(*models_.syntax, models_.lexicon, vectors_);
  }

  void run() {
    // Examples need to know the sex of names: a model that has learnt no more than that.
    save({CoreferenceNetwork(settings_.units, vectors_)});
    const auto examples = make_examples();
    std::cout << "examples " << examples.size() << std::endl;
    std::vector<CoreferenceNetwork> members;
    for (int member = 0; member < settings_.members; ++member) {
      members.push_back(train(examples, settings_.seed * 100 + static_cast<uint64_t>(member)));
      save(members);
      measure();
    }
  }

 private:
  void save(const std::vector<CoreferenceNetwork>& members) {
    export_coreference(members, sex_, *models_.syntax, settings_.model);
    models_.coreference = load_coreference_model(settings_.model, *models_.syntax);
  }

  std::vector<ReferenceExample> make_examples() const {
    std::vector<ReferenceExample> examples;
    for (const GumText& text : gum_) ask(text.document, models_, 1, GumLabels(text), examples);
    const auto label = [](const GapText& text) {
      return [&](const ReferenceQuestion& question) { return gap_labels(text, question); };
    };
    for (const GapText& text : gap_)
      ask(text.document, models_, static_cast<float>(settings_.gap_weight), label(text), examples);
    return examples;
  }

  CoreferenceNetwork train(const std::vector<ReferenceExample>& examples, uint64_t seed) {
    torch::manual_seed(seed);
    std::mt19937 random(static_cast<uint32_t>(seed));
    CoreferenceNetwork network(settings_.units, vectors_);
    torch::optim::AdamW optimizer(
        network->parameters(),
        torch::optim::AdamWOptions(settings_.rate).weight_decay(settings_.decay));
    AveragedWeights averaged(network->parameters());
    std::vector<const ReferenceExample*> order;
    for (const ReferenceExample& example : examples) order.push_back(&example);
    const auto steps = static_cast<double>(order.size()) * settings_.epochs;
    double done = 0;
    const double begin = cpu_seconds();
    for (int epoch = 0; epoch < settings_.epochs; ++epoch) {
      std::ranges::shuffle(order, random);
      double total = 0;
      for (size_t at = 0; at < order.size(); at += settings_.batch) {
        const size_t count = std::min(settings_.batch, order.size() - at);
        static_cast<torch::optim::AdamWOptions&>(optimizer.param_groups()[0].options())
            .lr(learning_rate(settings_.rate, done / steps));
        optimizer.zero_grad();
        const Tensor loss = network->loss(
            make_batch({order.data() + at, count}, settings_.feature_dropout, random));
        loss.backward();
        optimizer.step();
        averaged.add(network->parameters());
        total += loss.item<double>() * static_cast<double>(count);
        done += static_cast<double>(count);
      }
      std::cout << "  epoch " << epoch + 1 << " loss " << total / static_cast<double>(order.size())
                << " CPU seconds " << cpu_seconds() - begin << std::endl;
    }
    averaged.swap(network->parameters());
    network->eval();
    return network;
  }

  void measure() {
    for (GapText& text : dev_gap_)
      text.document.references = find_references(text.document, models_);
    for (GumText& text : dev_gum_)
      text.document.references = find_references(text.document, models_);
    const GapScores gap = score_gap(dev_gap_);
    const ClusterScores gum = score_gum(dev_gum_);
    std::cout << "GAP F1 " << gap.overall.f1() << " P " << gap.overall.precision() << " R "
              << gap.overall.recall() << " masculine " << gap.masculine.f1() << " feminine "
              << gap.feminine.f1() << " GUM CoNLL " << gum.conll() << " MUC " << gum.muc.f1()
              << " P " << gum.muc.precision() << " R " << gum.muc.recall() << std::endl;
  }

  Settings settings_;
  Models models_ = load_models();
  std::vector<GumText> gum_, dev_gum_;
  std::vector<GapText> gap_, dev_gap_;
  Tensor vectors_, sex_;
};

int run(int argc, char** argv) {
  Settings settings;
  CLI::App app("Trains what pronouns and nouns refer to");
  app.add_option("--models", settings.models, "directory of syntax.model and names.model")
      ->required();
  app.add_option("--gum", settings.gum)->required();
  app.add_option("--gap", settings.gap)->required();
  app.add_option("--dev-gum", settings.dev_gum)->required();
  app.add_option("--dev-gap", settings.dev_gap)->required();
  app.add_option("--model", settings.model, "written after each member")->required();
  app.add_option("--epochs", settings.epochs);
  app.add_option("--members", settings.members, "networks whose scores are averaged");
  app.add_option("--units", settings.units);
  app.add_option("--batch", settings.batch);
  app.add_option("--rate", settings.rate);
  app.add_option("--decay", settings.decay);
  app.add_option("--feature-dropout", settings.feature_dropout);
  app.add_option("--gap-weight", settings.gap_weight);
  app.add_option("--seed", settings.seed);
  CLI11_PARSE(app, argc, argv);
  torch::set_num_threads(1);
  Training(settings).run();
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
