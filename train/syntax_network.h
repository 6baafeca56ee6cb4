#pragma once

#include <torch/torch.h>

#include <vector>

#include "train/syntax_data.h"

namespace entente {

/// How the words of a sentence see each other, layer by layer. The program reads models with
/// simple recurrent units only; the others are there to be compared.
enum class Encoder {
  sru,           ///< bidirectional simple recurrent units (Lei et al. 2018)
  lstm,          ///< bidirectional long short-term memory
  cnn,           ///< residual convolutions over three words
  dilated_cnn,   ///< the same over words 1, 2, 4, 8 ... places away
  feed_forward,  ///< the unit without its recurrence: a word sees itself only
};

/// Sizes and parts of the network. The program reads the sizes from the model file.
struct SyntaxShape {
  Encoder encoder = Encoder::sru;
  bool with_vectors = true;  ///< starting vectors
  bool with_affixes = true;  ///< affixes and character n-grams
  bool with_window = true;   ///< each word's neighbours beside it in the first layer
  bool with_word_dropout = true;
  int64_t words = 0, trained_words = 0;
  int64_t word = 100, affix = 64, gram = 48, shape = 16;
  int64_t units = 256;  // both directions together
  int64_t layers = 4;
  int64_t tag_hidden = 96, arc = 128, relation = 160;
  int64_t tags = 0, features = 0, rules = 0, relations = 0;

  /// Tags are read off after so many layers.
  int64_t tagged_layer() const { return (layers + 1) / 2; }
  /// Whether the program can read a model of this shape.
  bool exportable() const { return encoder == Encoder::sru && with_window; }
};

struct SyntaxScores {
  torch::Tensor tags, features, rules;  ///< [T * B, classes]
  torch::Tensor arcs;                   ///< [B, T, 1 + T]: head 0 is the root
  torch::Tensor dependents, governors;  ///< [B, T, relation], [B, 1 + T, relation]
};

/// Word vectors, affixes and grams; a window of three words; an encoder; linear tags; biaffine
/// arcs (Dozat & Manning 2017).
struct SyntaxNetworkImpl : torch::nn::Module {
  SyntaxNetworkImpl(const SyntaxShape& shape, const torch::Tensor& vectors);

  SyntaxScores forward(const Batch& batch);

  /// States of the words after the last layer: [T, B, units]. Scores of tags if they are wanted.
  torch::Tensor encode(const Batch& batch, SyntaxScores* scores);

  /// Scores of relations for the given heads [B, T] (0 root): [B, T, relations].
  torch::Tensor relation_scores(const SyntaxScores& scores, const torch::Tensor& heads);

  SyntaxShape shape;
  torch::Tensor vectors;  ///< fixed
  torch::nn::Embedding trained{nullptr}, shapes{nullptr};
  torch::nn::EmbeddingBag affixes{nullptr}, grams{nullptr};
  torch::nn::Linear window{nullptr};
  std::vector<torch::nn::LayerNorm> norms;
  std::vector<torch::nn::Linear> gates;  ///< or convolutions
  std::vector<torch::nn::LSTM> lstms;
  torch::nn::LayerNorm last_norm{nullptr}, tag_norm{nullptr};
  torch::nn::Linear tag_hidden{nullptr}, tags{nullptr}, features{nullptr}, rules{nullptr};
  torch::nn::Linear arc_dependent{nullptr}, arc_governor{nullptr}, arc_map{nullptr};
  torch::nn::Linear relation_dependent{nullptr}, relation_governor{nullptr}, relation{nullptr};
  torch::Tensor root;

 private:
  void add_layer(int64_t layer);
  torch::Tensor embed(const Batch& batch);
  torch::Tensor run_layer(int64_t layer, const torch::Tensor& h, const Batch& batch);
};
TORCH_MODULE(SyntaxNetwork);

}  // namespace entente
