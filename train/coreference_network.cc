#include "train/coreference_network.h"

#include <algorithm>
#include <random>

#include "train/exporter.h"

namespace entente {
namespace {

using torch::Tensor;

constexpr double kHiddenDropout = 0.3, kVectorDropout = 0.2;

}  // namespace

ReferenceBatch make_batch(std::span<const ReferenceExample* const> examples, double feature_dropout,
                          std::mt19937& random) {
  std::bernoulli_distribution drops(feature_dropout);
  std::vector<int64_t> features, offsets, words, place;
  std::vector<float> right, real, weights;
  size_t most = 0;
  for (const auto* example : examples) most = std::max(most, example->inputs.size());
  for (const auto* example : examples) {
    for (size_t c = 0; c < most; ++c) {
      const bool is_real = c < example->inputs.size();
      place.push_back(is_real ? static_cast<int64_t>(offsets.size()) : 0);
      real.push_back(is_real);
      right.push_back(is_real && example->right[c]);
      if (!is_real) continue;
      offsets.push_back(static_cast<int64_t>(features.size()));
      for (const ReferenceInput* input : {&example->input, &example->inputs[c]})
        for (const uint16_t feature : input->features)
          if (feature_dropout == 0 || !drops(random)) features.push_back(feature);
      for (uint32_t slot = 0; slot < kReferenceSlots; ++slot)
        words.push_back(example->input.words[slot] + example->inputs[c].words[slot]);
    }
    weights.push_back(example->weight);
  }
  const auto rows = static_cast<int64_t>(examples.size());
  return {torch::tensor(features),
          torch::tensor(offsets),
          torch::tensor(words).view({-1, kReferenceSlots}),
          torch::tensor(place).view({rows, -1}),
          torch::tensor(right).view({rows, -1}),
          torch::tensor(real).view({rows, -1}),
          torch::tensor(weights)};
}

CoreferenceNetworkImpl::CoreferenceNetworkImpl(int64_t units, const Tensor& starting)
    : vectors(starting) {
  features = register_module(
      "features", torch::nn::EmbeddingBag(
                      torch::nn::EmbeddingBagOptions(kReferenceBuckets, units).mode(torch::kSum)));
  torch::nn::init::normal_(features->weight, 0, 0.1);
  for (uint32_t slot = 0; slot < kReferenceSlots; ++slot) {
    projections.push_back(register_module(
        "projection" + std::to_string(slot),
        torch::nn::Linear(torch::nn::LinearOptions(vectors.size(1), units).bias(false))));
    torch::nn::init::normal_(projections.back()->weight, 0, 0.02);
  }
  score =
      register_module("score", torch::nn::Linear(torch::nn::LinearOptions(units, 1).bias(false)));
}

Tensor CoreferenceNetworkImpl::forward(const ReferenceBatch& batch) {
  Tensor hidden = features(batch.features, batch.offsets);
  for (uint32_t slot = 0; slot < kReferenceSlots; ++slot) {
    const Tensor rows = batch.words.select(1, slot);
    Tensor known = rows.ne(0).to(torch::kFloat);
    if (is_training()) known = known * torch::rand_like(known).ge(kVectorDropout);
    hidden = hidden + projections[slot](vectors.index_select(0, rows)) * known.unsqueeze(1);
  }
  hidden = torch::dropout(torch::relu(hidden), kHiddenDropout, is_training());
  const Tensor scores = score(hidden).squeeze(1).index_select(0, batch.place.flatten());
  return scores.view(batch.place.sizes()).masked_fill(batch.real.eq(0), -1e9);
}

Tensor CoreferenceNetworkImpl::loss(const ReferenceBatch& batch) {
  const Tensor scores = forward(batch);
  const Tensor right = scores.masked_fill(batch.right.eq(0), -1e9);
  const Tensor losses = torch::logsumexp(scores, 1) - torch::logsumexp(right, 1);
  return (losses * batch.weights).sum() / batch.weights.sum();
}

void export_coreference(const std::vector<CoreferenceNetwork>& networks, const Tensor& sex,
                        const SyntaxModel& syntax, const std::filesystem::path& path) {
  torch::NoGradGuard guard;
  Exporter out;
  std::vector<Tensor> features, weights;
  std::vector<std::vector<Tensor>> projections(kReferenceSlots);
  for (const CoreferenceNetwork& network : networks) {
    features.push_back(network->features->weight);
    weights.push_back(network->score->weight.flatten() / static_cast<double>(networks.size()));
    for (uint32_t slot = 0; slot < kReferenceSlots; ++slot)
      projections[slot].push_back(network->projections[slot]->weight);
  }
  const Tensor all_weights = torch::cat(weights);
  const auto units = static_cast<uint32_t>(all_weights.size(0));
  const uint64_t encoder = syntax.file.checksum();
  out.add_text("shape", {reinterpret_cast<const char*>(&units), sizeof(units)});
  out.add_text("encoder", {reinterpret_cast<const char*>(&encoder), sizeof(encoder)});
  out.add_table("features", torch::cat(features, 1));
  for (uint32_t slot = 0; slot < kReferenceSlots; ++slot)
    out.add_matrix("projection" + std::to_string(slot), torch::cat(projections[slot]),
                   torch::zeros({units}));
  out.add_floats("weights", all_weights);
  out.add_floats("sex", sex);
  write_model_file(path, coreference_model_kind(), out.sections());
}

}  // namespace entente
