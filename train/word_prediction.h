#pragma once

#include <torch/torch.h>

#include <random>
#include <vector>

#include "train/raw_text.h"
#include "train/syntax_network.h"

namespace entente {

/// Sentences of plain text with some words hidden from the network, and which these were.
struct HiddenWords {
  Batch batch;
  torch::Tensor cells;    ///< [hidden]: places in [T * B]
  torch::Tensor targets;  ///< [hidden]: rows of the predictor
};

/// Guesses hidden words by their neighbours (masked language modelling; Devlin et al. 2019), so
/// that the encoder learns from plain text what words mean where they stand. Not part of models.
struct WordPredictorImpl : torch::nn::Module {
  /// `rows` of the vocabulary can be guessed; their vectors are what it begins with.
  WordPredictorImpl(int64_t units, const Vocabulary& vocabulary, const std::vector<int64_t>& rows);

  /// Cross entropy, averaged over the hidden words. states [T, B, units].
  torch::Tensor loss(const torch::Tensor& states, const HiddenWords& hidden);

  torch::nn::Linear read{nullptr};
  torch::nn::LayerNorm norm{nullptr};
  torch::nn::Embedding words{nullptr};
  torch::Tensor bias;
};
TORCH_MODULE(WordPredictor);

/// Plain text in random order.
class RawText {
 public:
  RawText(std::vector<RawSentence> sentences, const Vocabulary& vocabulary);

  /// Rows of the vocabulary that occur often enough to be guessed, most frequent first.
  const std::vector<int64_t>& rows() const { return rows_; }

  /// Puts the sentences in another order and begins with the first.
  void restart(std::mt19937& random);

  /// Batches of about `words` words together, each of at most `batch_words`;
  /// after the last sentence the first comes again.
  std::vector<HiddenWords> next(int64_t words, int64_t batch_words, const SyntaxClasses& classes,
                                const Vocabulary& vocabulary, std::mt19937& random);

 private:
  HiddenWords hide(const std::vector<const ConlluSentence*>& sentences,
                   const SyntaxClasses& classes, const Vocabulary& vocabulary,
                   std::mt19937& random) const;

  std::vector<RawSentence> sentences_;
  std::vector<size_t> order_;
  std::vector<int64_t> rows_;
  std::vector<int64_t> numbers_;  ///< row of the vocabulary -> place in rows_, or -1
  size_t at_ = 0;
};

}  // namespace entente
