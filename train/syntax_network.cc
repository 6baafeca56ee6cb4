#include "train/syntax_network.h"

#include <algorithm>
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

/// Each word between those `distance` before and after it, zeros past the ends: [T, B, 3 D].
Tensor with_neighbours(const Tensor& x, int64_t distance) {
  const int64_t steps = x.size(0), kept = std::max<int64_t>(steps - distance, 0);
  const Tensor blank = torch::zeros({steps - kept, x.size(1), x.size(2)});
  const Tensor before = torch::cat({blank, x.slice(0, 0, kept)}, 0);
  const Tensor after = torch::cat({x.slice(0, steps - kept, steps), blank}, 0);
  return torch::cat({before, x, after}, 2);
}

/// A simple recurrent unit whose state forgets everything: gates [T, B, 3 D] as recurrence() has.
Tensor highway(const Tensor& gates, const Tensor& input) {
  const auto parts = gates.chunk(3, 2);
  const Tensor open = torch::sigmoid(parts[2]);
  return open * torch::tanh(parts[0]) + (1 - open) * input;
}

Tensor run_lstm(torch::nn::LSTM& lstm, const Tensor& x, const Tensor& lengths) {
  namespace rnn = torch::nn::utils::rnn;
  const auto packed = rnn::pack_padded_sequence(x, lengths, false, false);
  const auto output = std::get<0>(lstm->forward_with_packed_input(packed));
  return std::get<0>(rnn::pad_packed_sequence(output, false, 0.0, x.size(0)));
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
  window = register_module("window", torch::nn::Linear((s.with_window ? 3 : 1) * input, s.units));
  for (int64_t i = 0; i < s.layers; ++i) add_layer(i);
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

void SyntaxNetworkImpl::add_layer(int64_t layer) {
  const int64_t units = shape.units;
  const std::string number = std::to_string(layer);
  norms.push_back(
      register_module("norm" + number, torch::nn::LayerNorm(torch::nn::LayerNormOptions({units}))));
  if (shape.encoder == Encoder::lstm) {
    lstms.push_back(register_module(
        "lstm" + number,
        torch::nn::LSTM(torch::nn::LSTMOptions(units, units / 2).bidirectional(true))));
    return;
  }
  const bool convolves = shape.encoder == Encoder::cnn || shape.encoder == Encoder::dilated_cnn;
  gates.push_back(register_module("gates" + number, convolves
                                                        ? torch::nn::Linear(3 * units, units)
                                                        : torch::nn::Linear(units, 3 * units)));
  torch::nn::init::xavier_uniform_(gates.back()->weight);
  torch::nn::init::zeros_(gates.back()->bias);
  if (convolves) return;
  // Remember for a few words, and pass the input on, at first.
  torch::NoGradGuard guard;
  gates.back()->bias.slice(0, units, 2 * units).fill_(0.5);
}

Tensor SyntaxNetworkImpl::embed(const Batch& batch) {
  Tensor word = trained(batch.trained);
  if (shape.with_vectors) word = vectors.index_select(0, batch.words) + word;
  if (is_training() && shape.with_word_dropout)
    word = word * torch::rand({word.size(0), 1}).ge(kWordDropout).to(torch::kFloat);
  Tensor ends = affixes(batch.affixes), pieces = grams(batch.grams, batch.gram_offsets);
  if (!shape.with_affixes) {
    ends = torch::zeros_like(ends);
    pieces = torch::zeros_like(pieces);
  }
  const Tensor all = torch::cat({word, ends, pieces, shapes(batch.shapes)}, 1);
  const Tensor x = all.view({batch.mask.size(0), batch.mask.size(1), -1}) * batch.shown;
  return drop_units(x, kInputDropout, is_training());
}

Tensor SyntaxNetworkImpl::run_layer(int64_t layer, const Tensor& h, const Batch& batch) {
  const Tensor normed = drop_units(norms[layer](h), kHiddenDropout, is_training());
  switch (shape.encoder) {
    case Encoder::sru:
      return recurrence(gates[layer](normed), h, batch.lengths);
    case Encoder::lstm:
      return run_lstm(lstms[layer], normed, batch.lengths);
    case Encoder::cnn:
      break;
    case Encoder::dilated_cnn:
      break;
    case Encoder::feed_forward:
      return highway(gates[layer](normed), h) * batch.mask;
  }
  const int64_t distance = shape.encoder == Encoder::cnn ? 1 : int64_t{1} << layer;
  return h + torch::relu(gates[layer](with_neighbours(normed * batch.mask, distance))) * batch.mask;
}

Tensor SyntaxNetworkImpl::encode(const Batch& batch, SyntaxScores* scores) {
  const Tensor x = embed(batch);
  Tensor h = torch::relu(window(shape.with_window ? with_neighbours(x, 1) : x));
  for (int64_t i = 0; i < shape.layers; ++i) {
    h = run_layer(i, h, batch);
    if (scores == nullptr || i + 1 != shape.tagged_layer()) continue;
    const Tensor read = drop_units(tag_norm(h), kHeadDropout, is_training());
    const Tensor hidden = torch::relu(tag_hidden(read)).flatten(0, 1);
    scores->tags = tags(hidden);
    scores->features = features(hidden);
    scores->rules = rules(hidden);
  }
  return drop_units(last_norm(h), kHeadDropout, is_training());
}

SyntaxScores SyntaxNetworkImpl::forward(const Batch& batch) {
  const int64_t sentences = batch.mask.size(1);
  SyntaxScores scores;
  const Tensor h = encode(batch, &scores).transpose(0, 1);  // [B, T, D]
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
