#include "train/syntax_network.h"

#include <string>

#include "train/recurrence.h"

namespace entente {
namespace {

using torch::Tensor;
namespace F = torch::nn::functional;

// Dozat & Manning 2017 drop a third; smaller networks want less.
constexpr double kInputDropout = 0.25, kHiddenDropout = 0.2, kHeadDropout = 0.25;
constexpr double kWordDropout = 0.12;

/// Drops the same units at every time step (Gal & Ghahramani 2016). x is [T, B, D].
Tensor drop_units(const Tensor& x, double rate, bool training) {
  if (!training) return x;
  const Tensor keep = torch::rand({1, x.size(1), x.size(2)}).ge(rate).to(torch::kFloat);
  return x * keep / (1 - rate);
}

}  // namespace

SyntaxNetworkImpl::SyntaxNetworkImpl(const SyntaxShape& s, const Tensor& starting) : shape(s) {
  vectors = register_buffer("vectors", starting.clone());
  trained = register_module("trained", torch::nn::Embedding(s.trained_words + 1, s.word));
  torch::nn::init::zeros_(trained->weight);
  shapes = register_module("shapes", torch::nn::Embedding(kShapeBuckets, s.shape));
  affixes = register_module(
      "affixes", torch::nn::EmbeddingBag(
                     torch::nn::EmbeddingBagOptions(kAffixBuckets, s.affix).mode(torch::kSum)));
  grams = register_module(
      "grams", torch::nn::EmbeddingBag(
                   torch::nn::EmbeddingBagOptions(kGramBuckets, s.gram).mode(torch::kMean)));
  torch::nn::init::normal_(shapes->weight, 0, 0.3);
  torch::nn::init::normal_(affixes->weight, 0, 0.1);
  torch::nn::init::normal_(grams->weight, 0, 0.3);
  const int64_t input = s.word + s.affix + s.gram + s.shape;
  window = register_module("window", torch::nn::Linear(3 * input, s.units));
  for (int64_t i = 0; i < s.layers; ++i) {
    norms.push_back(register_module("norm" + std::to_string(i),
                                    torch::nn::LayerNorm(torch::nn::LayerNormOptions({s.units}))));
    gates.push_back(
        register_module("gates" + std::to_string(i), torch::nn::Linear(s.units, 3 * s.units)));
    torch::nn::init::xavier_uniform_(gates.back()->weight);
    // Remember for a few words, and pass the input on, at first.
    torch::nn::init::zeros_(gates.back()->bias);
    torch::NoGradGuard guard;
    gates.back()->bias.slice(0, s.units, 2 * s.units).fill_(0.5);
  }
  const auto normal = [&] { return torch::nn::LayerNorm(torch::nn::LayerNormOptions({s.units})); };
  tag_norm = register_module("tag_norm", normal());
  last_norm = register_module("last_norm", normal());
  tag_hidden = register_module("tag_hidden", torch::nn::Linear(s.units, s.tag_hidden));
  tags = register_module("tags", torch::nn::Linear(s.tag_hidden, s.tags));
  features = register_module("features", torch::nn::Linear(s.tag_hidden, s.features));
  rules = register_module("rules", torch::nn::Linear(s.tag_hidden, s.rules));
  arc_dependent = register_module("arc_dependent", torch::nn::Linear(s.units, s.arc));
  arc_governor = register_module("arc_governor", torch::nn::Linear(s.units, s.arc));
  arc_map = register_module("arc_map", torch::nn::Linear(s.arc, s.arc));
  relation_dependent =
      register_module("relation_dependent", torch::nn::Linear(s.units, s.relation));
  relation_governor = register_module("relation_governor", torch::nn::Linear(s.units, s.relation));
  relation = register_module("relation", torch::nn::Linear(s.relation, s.relations));
  root = register_parameter("root", torch::randn({s.units}) * 0.3);
}

Tensor SyntaxNetworkImpl::embed(const Batch& batch) {
  Tensor word = vectors.index_select(0, batch.words) + trained(batch.trained);
  if (is_training())
    word = word * torch::rand({word.size(0), 1}).ge(kWordDropout).to(torch::kFloat);
  const Tensor all = torch::cat(
      {word, affixes(batch.affixes), grams(batch.grams, batch.gram_offsets), shapes(batch.shapes)},
      1);
  const Tensor x = all.view({batch.mask.size(0), batch.mask.size(1), -1}) * batch.mask;
  return drop_units(x, kInputDropout, is_training());
}

SyntaxScores SyntaxNetworkImpl::forward(const Batch& batch) {
  const int64_t steps = batch.mask.size(0), sentences = batch.mask.size(1);
  const Tensor x = embed(batch);
  const Tensor blank = torch::zeros({1, sentences, x.size(2)});
  const Tensor before = torch::cat({blank, x.slice(0, 0, steps - 1)}, 0);
  const Tensor after = torch::cat({x.slice(0, 1, steps), blank}, 0);
  Tensor h = torch::relu(window(torch::cat({before, x, after}, 2)));
  SyntaxScores scores;
  for (int64_t i = 0; i < shape.layers; ++i) {
    const Tensor normed = drop_units(norms[i](h), kHiddenDropout, is_training());
    h = recurrence(gates[i](normed), h, batch.lengths);
    if (i + 1 != shape.tagged_layer) continue;
    const Tensor read = drop_units(tag_norm(h), kHeadDropout, is_training());
    const Tensor hidden = torch::relu(tag_hidden(read)).view({steps * sentences, -1});
    scores.tags = tags(hidden);
    scores.features = features(hidden);
    scores.rules = rules(hidden);
  }
  h = drop_units(last_norm(h), kHeadDropout, is_training()).transpose(0, 1);  // [B, T, D]
  const Tensor rooted = torch::cat({root.expand({sentences, 1, shape.units}), h}, 1);
  const Tensor dependent = arc_map(torch::relu(arc_dependent(h)));
  const Tensor governor = torch::relu(arc_governor(rooted));
  scores.arcs = torch::bmm(dependent, governor.transpose(1, 2));
  const Tensor words = batch.mask.squeeze(2).transpose(0, 1);  // [B, T]
  const Tensor heads = torch::cat({torch::ones({sentences, 1}), words}, 1).unsqueeze(1);
  scores.arcs = scores.arcs + (heads - 1) * 1e4;
  scores.dependents = relation_dependent(h);
  scores.governors = relation_governor(rooted);
  return scores;
}

Tensor SyntaxNetworkImpl::relation_scores(const SyntaxScores& scores, const Tensor& heads) {
  const Tensor index = heads.clamp_min(0).unsqueeze(2).expand({-1, -1, shape.relation});
  Tensor hidden = torch::relu(scores.dependents + scores.governors.gather(1, index));
  hidden = F::dropout(hidden, F::DropoutFuncOptions().p(kHeadDropout).training(is_training()));
  return relation(hidden);
}

}  // namespace entente
