#include "train/statement_network.h"

#include <cmath>
#include <string>

#include "graph/ontology.h"
#include "train/recurrence.h"

namespace entente {
namespace {

using torch::Tensor;

constexpr double kInputDropout = 0.25, kStateDropout = 0.2, kFeatureDropout = 0.2,
                 kPairDropout = 0.3;

/// Drops the same units at every time step (Gal & Ghahramani 2016). x is [T, B, D].
Tensor drop_units(const Tensor& x, double rate, bool training) {
  if (!training) return x;
  const Tensor keep = torch::rand({1, x.size(1), x.size(2)}).ge(rate).to(torch::kFloat);
  return x * keep / (1 - rate);
}

}  // namespace

StatementNetworkImpl::StatementNetworkImpl(const StatementShape& s) : shape(s) {
  input = register_module("input", torch::nn::Linear(s.input, s.units));
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
  last_norm = register_module(
      "last_norm",
      torch::nn::LayerNorm(torch::nn::LayerNormOptions({s.units}).elementwise_affine(false)));
  ends = register_module("ends", torch::nn::Linear(s.units, 3 * s.hidden));
  between = register_module("between", torch::nn::Linear(s.units, s.hidden));
  features = register_module(
      "features", torch::nn::EmbeddingBag(
                      torch::nn::EmbeddingBagOptions(s.features + 1, s.hidden).mode(torch::kSum)));
  // A feature that is seen seldom should say little.
  torch::nn::init::normal_(features->weight, 0, 0.001);
  const auto count = static_cast<int64_t>(kEdgeTypeCount);
  types = register_module("types", torch::nn::Linear(s.hidden, count));
  // Few pairs are related in any one way.
  torch::nn::init::constant_(types->bias, -4);
  statuses = register_module("statuses",
                             torch::nn::Linear(s.hidden, static_cast<int64_t>(kStatuses.size())));
}

StatementScores StatementNetworkImpl::forward(const StatementBatch& batch) {
  Tensor h = torch::relu(input(drop_units(batch.input, kInputDropout, is_training()))) * batch.mask;
  for (int64_t i = 0; i < shape.layers; ++i)
    h = recurrence(gates[i](drop_units(norms[i](h), kStateDropout, is_training())), h,
                   batch.lengths);
  const Tensor states =
      drop_units(last_norm(h), kStateDropout, is_training()).flatten(0, 1);  // [T * B, units]
  const std::vector<Tensor> parts = ends(states).chunk(3, 1);
  const Tensor highest =
      std::get<0>(states.index_select(0, batch.between.flatten())
                      .view({batch.between.size(0), batch.between.size(1), shape.units})
                      .max(1));
  Tensor bag_weights = torch::ones({batch.features.size(0)});
  if (is_training())
    bag_weights = torch::rand({batch.features.size(0)}).ge(kFeatureDropout).to(torch::kFloat);
  Tensor pair = parts[0].index_select(0, batch.sources) + parts[1].index_select(0, batch.targets) +
                parts[2].index_select(0, batch.anchors) + between(highest) +
                features(batch.features, batch.feature_offsets, bag_weights);
  pair = torch::dropout(torch::relu(pair), kPairDropout, is_training());
  return {types(pair), statuses(pair)};
}

}  // namespace entente
