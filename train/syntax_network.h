#pragma once

#include <torch/torch.h>

#include <vector>

#include "train/syntax_data.h"

namespace entente {

/// Sizes of the network. The program reads them from the model file.
struct SyntaxShape {
  int64_t words = 0, trained_words = 0;
  int64_t word = 100, affix = 64, gram = 48, shape = 16;
  int64_t units = 256;  // both directions together
  int64_t layers = 4;
  int64_t tagged_layer = 2;  ///< tags are read off after so many layers
  int64_t tag_hidden = 96, arc = 128, relation = 160;
  int64_t tags = 0, features = 0, rules = 0, relations = 0;
};

struct SyntaxScores {
  torch::Tensor tags, features, rules;  ///< [T * B, classes]
  torch::Tensor arcs;                   ///< [B, T, 1 + T]: head 0 is the root
  torch::Tensor dependents, governors;  ///< [B, T, relation], [B, 1 + T, relation]
};

/// Word vectors, affixes and grams; a window of three words; bidirectional simple recurrent
/// units (Lei et al. 2018); linear tags; biaffine arcs (Dozat & Manning 2017).
struct SyntaxNetworkImpl : torch::nn::Module {
  SyntaxNetworkImpl(const SyntaxShape& shape, const torch::Tensor& vectors);

  SyntaxScores forward(const Batch& batch);

  /// Scores of relations for the given heads [B, T] (0 root): [B, T, relations].
  torch::Tensor relation_scores(const SyntaxScores& scores, const torch::Tensor& heads);

  SyntaxShape shape;
  torch::Tensor vectors;  ///< fixed
  torch::nn::Embedding trained{nullptr}, shapes{nullptr};
  torch::nn::EmbeddingBag affixes{nullptr}, grams{nullptr};
  torch::nn::Linear window{nullptr};
  std::vector<torch::nn::LayerNorm> norms;
  std::vector<torch::nn::Linear> gates;
  torch::nn::LayerNorm last_norm{nullptr}, tag_norm{nullptr};
  torch::nn::Linear tag_hidden{nullptr}, tags{nullptr}, features{nullptr}, rules{nullptr};
  torch::nn::Linear arc_dependent{nullptr}, arc_governor{nullptr}, arc_map{nullptr};
  torch::nn::Linear relation_dependent{nullptr}, relation_governor{nullptr}, relation{nullptr};
  torch::Tensor root;

 private:
  torch::Tensor embed(const Batch& batch);
};
TORCH_MODULE(SyntaxNetwork);

}  // namespace entente
