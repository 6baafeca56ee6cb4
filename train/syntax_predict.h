#pragma once

#include <random>
#include <span>
#include <vector>

#include "train/syntax_data.h"
#include "train/syntax_network.h"

namespace entente {

/// What networks make of a batch. Where there are several, the means of their probabilities count.
struct Prediction {
  torch::Tensor tags, features, rules;       ///< classes, [T * B]
  torch::Tensor best_heads, best_relations;  ///< the best head of each word alone, [B, T]
  torch::Tensor heads, relations;            ///< those of the best trees, [B, T]; 0 is the root
  int64_t trees = 0;                         ///< sentences whose best heads are a tree already
};

/// Requires networks of the same classes and vocabulary, in evaluation mode, at least one.
Prediction predict(std::span<SyntaxNetwork> networks, const Batch& batch);

/// Labelled and unlabelled attachment (without subtypes), tags, features and rules, in percent.
struct Accuracy {
  double uas = 0, las = 0;            ///< of trees
  double best_uas = 0, best_las = 0;  ///< of the best head of each word alone
  double tags = 0, features = 0, rules = 0;
  double trees = 0;  ///< of sentences
};

/// Puts the networks into evaluation mode for it and back into training mode. Requires as predict.
Accuracy measure(std::span<SyntaxNetwork> networks, const std::vector<ConlluSentence>& sentences,
                 const SyntaxClasses& classes, const Vocabulary& vocabulary);

/// Writes one line of the log.
void print(const std::string& name, const Accuracy& accuracy);

/// Groups sentences of similar length into batches of about `words` words, in random order.
std::vector<std::vector<size_t>> make_plan(const std::vector<ConlluSentence>& sentences,
                                           int64_t words, std::mt19937& random);

}  // namespace entente
