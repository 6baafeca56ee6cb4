#include "train/syntax_predict.h"

#include <algorithm>
#include <functional>
#include <iostream>

#include "extract/spanning_tree.h"

namespace entente {
namespace {

using torch::Tensor;

/// The mean over networks of the probabilities of the scores that `of` gives for number i.
Tensor mean(size_t count, const std::function<Tensor(size_t)>& of) {
  Tensor sum = torch::softmax(of(0), -1);
  for (size_t i = 1; i < count; ++i) sum = sum + torch::softmax(of(i), -1);
  return sum / static_cast<double>(count);
}

/// The best tree of each sentence for log probabilities of arcs [B, T, 1 + T].
Tensor best_trees(const Tensor& arcs, const Tensor& lengths) {
  const int64_t steps = arcs.size(1);
  const auto stride = static_cast<uint32_t>(arcs.size(2));
  const Tensor scores = arcs.contiguous();
  Tensor heads = torch::zeros({arcs.size(0), steps}, torch::kLong);
  for (int64_t b = 0; b < arcs.size(0); ++b) {
    const auto length = static_cast<uint32_t>(lengths[b].item<int64_t>());
    const std::span<const float> own(scores.data_ptr<float>() + b * steps * stride,
                                     static_cast<size_t>(steps) * stride);
    const auto tree = best_tree(own, stride, length);
    std::ranges::copy(tree, heads.data_ptr<int64_t>() + b * steps);
  }
  return heads;
}

/// The number of each relation without its subtype.
Tensor plain_relations(const Classes& relations) {
  std::vector<int64_t> plain(relations.names.size());
  for (size_t i = 0; i < plain.size(); ++i) {
    const std::string& name = relations.names[i];
    plain[i] = relations.find(name.substr(0, name.find(':')));
    if (plain[i] < 0) plain[i] = static_cast<int64_t>(i);
  }
  return torch::tensor(plain);
}

double total(const Tensor& flags) { return flags.sum().item<double>(); }

}  // namespace

Prediction predict(std::span<SyntaxNetwork> networks, const Batch& batch) {
  static constexpr double kLeast = 1e-12;
  std::vector<SyntaxScores> scores;
  for (auto& network : networks) scores.push_back(network->forward(batch));
  const size_t count = networks.size();
  const auto relations = [&](const Tensor& heads) {
    return mean(count, [&](size_t i) { return networks[i]->relation_scores(scores[i], heads); })
        .argmax(2);
  };
  const Tensor arcs = mean(count, [&](size_t i) { return scores[i].arcs; });
  Prediction result;
  result.tags = mean(count, [&](size_t i) { return scores[i].tags; }).argmax(1);
  result.features = mean(count, [&](size_t i) { return scores[i].features; }).argmax(1);
  result.rules = mean(count, [&](size_t i) { return scores[i].rules; }).argmax(1);
  const Tensor words = batch.mask.squeeze(2).transpose(0, 1).gt(0);  // [B, T]
  result.best_heads = arcs.argmax(2) * words;
  result.heads = best_trees(torch::log(arcs + kLeast), batch.lengths);
  result.best_relations = relations(result.best_heads);
  result.relations = relations(result.heads);
  result.trees = result.heads.eq(result.best_heads).all(1).sum().item<int64_t>();
  return result;
}

Accuracy measure(std::span<SyntaxNetwork> networks, const std::vector<ConlluSentence>& sentences,
                 const SyntaxClasses& classes, const Vocabulary& vocabulary) {
  static constexpr int64_t kBatchWords = 3000;
  torch::NoGradGuard guard;
  for (auto& network : networks) network->eval();
  const Tensor plain = plain_relations(classes.relations);
  std::mt19937 random(1);
  Accuracy sum;
  double words = 0;
  for (const auto& group : make_plan(sentences, kBatchWords, random)) {
    std::vector<const ConlluSentence*> chosen;
    for (const size_t index : group) chosen.push_back(&sentences[index]);
    const Batch batch = make_batch(chosen, classes, vocabulary);
    const Prediction found = predict(networks, batch);
    const Tensor gold =
        batch.relations.view({batch.mask.size(0), batch.mask.size(1)}).transpose(0, 1).contiguous();
    const auto same = [&](const Tensor& relations) {
      const Tensor right = plain.index_select(0, relations.flatten())
                               .eq(plain.index_select(0, gold.flatten().clamp_min(0)));
      return right.view_as(gold) & gold.ge(0);
    };
    const Tensor right = found.heads.eq(batch.heads), best = found.best_heads.eq(batch.heads);
    sum.uas += total(right);
    sum.las += total(right & same(found.relations));
    sum.best_uas += total(best);
    sum.best_las += total(best & same(found.best_relations));
    sum.tags += total(found.tags.eq(batch.tags));
    sum.features += total(found.features.eq(batch.features));
    sum.rules += total(found.rules.eq(batch.rules));
    sum.trees += static_cast<double>(found.trees);
    words += static_cast<double>(batch.word_count);
  }
  for (auto& network : networks) network->train();
  for (double* value :
       {&sum.uas, &sum.las, &sum.best_uas, &sum.best_las, &sum.tags, &sum.features, &sum.rules})
    *value *= 100 / words;
  sum.trees *= 100 / static_cast<double>(sentences.size());
  return sum;
}

void print(const std::string& name, const Accuracy& accuracy) {
  std::cout << "  " << name << " UAS " << accuracy.uas << " LAS " << accuracy.las << " best heads "
            << accuracy.best_uas << " " << accuracy.best_las << " trees " << accuracy.trees
            << " tags " << accuracy.tags << " features " << accuracy.features << " rules "
            << accuracy.rules << std::endl;
}

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

}  // namespace entente
