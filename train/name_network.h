#pragma once

#include <torch/torch.h>

#include <vector>

#include "train/name_data.h"

namespace entente {

/// Sizes of the network. The program reads them from the model file.
struct NameShape {
  int64_t encoding = 0;  ///< of what the parser's encoder gives, which stays as it is
  int64_t vector = 40;   ///< of the vectors of words, projected from 100
  int64_t features = 32;
  int64_t sources = 1, source = 16;
  int64_t units = 160;
  int64_t layers = 2;
};

/// Finds names: what the parser's encoder says of tokens, vectors of more words than it knows,
/// features of rules and tables, and whose guidelines count; simple recurrent units (Lei et al.
/// 2018); a score for each label. Sources annotate by different rules: the network is told the
/// source, and the program asks as the source of graphs.
struct NameNetworkImpl : torch::nn::Module {
  NameNetworkImpl(const NameShape& shape, const torch::Tensor& vectors);

  torch::Tensor forward(const NameBatch& batch);  ///< scores [T * B, kNameLabels]

  NameShape shape;
  torch::Tensor vectors;  ///< fixed, [rows, 100]
  torch::nn::Linear projection{nullptr};
  torch::nn::EmbeddingBag features{nullptr};
  torch::nn::Embedding sources{nullptr};
  torch::nn::Linear input{nullptr}, from_source{nullptr}, labels{nullptr};
  std::vector<torch::nn::LayerNorm> norms;
  std::vector<torch::nn::Linear> gates;
  torch::nn::LayerNorm last_norm{nullptr};
};
TORCH_MODULE(NameNetwork);

}  // namespace entente
