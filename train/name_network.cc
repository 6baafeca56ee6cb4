#include "train/name_network.h"

#include <string>

#include "extract/name_labels.h"
#include "train/recurrence.h"

namespace entente {
namespace {

using torch::Tensor;

constexpr double kInputDropout = 0.3, kHiddenDropout = 0.25, kVectorDropout = 0.1;

/// Drops the same units at every time step (Gal & Ghahramani 2016). x is [T, B, D].
Tensor drop_units(const Tensor& x, double rate, bool training) {
  if (!training) return x;
  const Tensor keep = torch::rand({1, x.size(1), x.size(2)}).ge(rate).to(torch::kFloat);
  return x * keep / (1 - rate);
}

}  // namespace

NameNetworkImpl::NameNetworkImpl(const NameShape& s, const Tensor& starting) : shape(s) {
  vectors = starting;
  projection = register_module(
      "projection", torch::nn::Linear(torch::nn::LinearOptions(100, s.vector).bias(false)));
  features = register_module(
      "features", torch::nn::EmbeddingBag(
                      torch::nn::EmbeddingBagOptions(kNameFeatures, s.features).mode(torch::kSum)));
  torch::nn::init::normal_(features->weight, 0, 0.3);
  sources = register_module("sources", torch::nn::Embedding(s.sources, s.source));
  torch::nn::init::normal_(sources->weight, 0, 0.5);
  input = register_module("input", torch::nn::Linear(s.encoding + s.vector + s.features, s.units));
  from_source = register_module("from_source", torch::nn::Linear(s.source, s.units));
  for (int64_t i = 0; i < s.layers; ++i) {
    norms.push_back(register_module("norm" + std::to_string(i),
                                    torch::nn::LayerNorm(torch::nn::LayerNormOptions({s.units}))));
    gates.push_back(
        register_module("gates" + std::to_string(i), torch::nn::Linear(s.units, 3 * s.units)));
    torch::nn::init::xavier_uniform_(gates.back()->weight);
    torch::nn::init::zeros_(gates.back()->bias);
    torch::NoGradGuard guard;
    gates.back()->bias.slice(0, s.units, 2 * s.units).fill_(0.5);
  }
  last_norm =
      register_module("last_norm", torch::nn::LayerNorm(torch::nn::LayerNormOptions({s.units})));
  labels = register_module("labels", torch::nn::Linear(s.units, kNameLabels));
}

Tensor NameNetworkImpl::forward(const NameBatch& batch) {
  const int64_t steps = batch.encoding.size(0), sentences = batch.encoding.size(1);
  Tensor words = vectors.index_select(0, batch.words);
  if (is_training())
    words = words * torch::rand({words.size(0), 1}).ge(kVectorDropout).to(torch::kFloat);
  const Tensor seen =
      torch::cat({projection(words), features(batch.features, batch.feature_offsets)}, 1)
          .view({steps, sentences, -1});
  const Tensor x = drop_units(torch::cat({batch.encoding, seen}, 2), kInputDropout, is_training());
  const Tensor source = from_source(sources(batch.sources)).unsqueeze(0);
  Tensor h = torch::relu(input(x) + source) * batch.mask;
  for (int64_t i = 0; i < shape.layers; ++i)
    h = recurrence(gates[i](drop_units(norms[i](h), kHiddenDropout, is_training())), h,
                   batch.lengths);
  const Tensor read = drop_units(last_norm(h), kHiddenDropout, is_training());
  return labels(read).view({steps * sentences, -1});
}

}  // namespace entente
