#pragma once

#include <torch/torch.h>

#include <filesystem>
#include <random>
#include <span>
#include <vector>

#include "extract/reference_search.h"

namespace entente {

/// A question and which of its candidates are right; where the answer is not known, those that may
/// be.
struct ReferenceExample {
  ReferenceInput input;
  std::vector<ReferenceInput> inputs;  ///< [candidates]
  std::vector<bool> right;             ///< [candidates], at least one
  float weight = 1;
};

/// Examples made into tensors, one row for each candidate.
struct ReferenceBatch {
  torch::Tensor features, offsets;  ///< for embedding_bag: those of phrase and candidate
  torch::Tensor words;              ///< [rows, kReferenceSlots], of SyntaxModel::words
  torch::Tensor place;              ///< [examples, most candidates]: row, or that of no candidate
  torch::Tensor right, real;        ///< [examples, most candidates]
  torch::Tensor weights;            ///< [examples]
};
ReferenceBatch make_batch(std::span<const ReferenceExample* const> examples, double feature_dropout,
                          std::mt19937& random);

/// Ranks candidates (a mention-ranking model after Durrett & Klein 2013 and Wiseman et al. 2015):
/// a layer of rectified units over feature vectors and projected word vectors, and a score.
struct CoreferenceNetworkImpl : torch::nn::Module {
  /// `vectors`: the rows of SyntaxModel::words, fixed; [rows, size]
  CoreferenceNetworkImpl(int64_t units, const torch::Tensor& vectors);

  torch::Tensor forward(const ReferenceBatch& batch);  ///< scores, as `place`; -1e9 at no candidate
  torch::Tensor loss(const ReferenceBatch& batch);

  torch::Tensor vectors;
  torch::nn::EmbeddingBag features{nullptr};
  std::vector<torch::nn::Linear> projections;
  torch::nn::Linear score{nullptr};
};
TORCH_MODULE(CoreferenceNetwork);

/// Writes networks as one model file whose score is their mean. `sex`: see CoreferenceModel.
void export_coreference(const std::vector<CoreferenceNetwork>& networks, const torch::Tensor& sex,
                        const SyntaxModel& syntax, const std::filesystem::path& path);

}  // namespace entente
