#pragma once

#include <torch/torch.h>

#include <vector>

#include "train/statement_data.h"

namespace entente {

/// Sizes of the network. The program reads them from the model file.
struct StatementShape {
  int64_t input = 0;  ///< of what parser and finder of names give, which stays as it is
  int64_t features = 0;
  int64_t units = 128;
  int64_t layers = 1;
  int64_t hidden = 96;
};

struct StatementScores {
  torch::Tensor types;     ///< [pairs, types], logits
  torch::Tensor statuses;  ///< [pairs, statuses]
};

/// Scores pairs of entities of a sentence: simple recurrent units (Lei et al. 2018) over what
/// parser and finder of names say of tokens; of a pair, its two ends, the word that joins them,
/// the highest values between them, and sparse features; each type of edge by itself, for a pair
/// may stand in several.
struct StatementNetworkImpl : torch::nn::Module {
  explicit StatementNetworkImpl(const StatementShape& shape);

  StatementScores forward(const StatementBatch& batch);

  StatementShape shape;
  torch::nn::Linear input{nullptr}, ends{nullptr}, between{nullptr};
  std::vector<torch::nn::LayerNorm> norms;
  std::vector<torch::nn::Linear> gates;
  torch::nn::LayerNorm last_norm{nullptr};
  torch::nn::EmbeddingBag features{nullptr};
  torch::nn::Linear types{nullptr}, statuses{nullptr};
};
TORCH_MODULE(StatementNetwork);

}  // namespace entente
