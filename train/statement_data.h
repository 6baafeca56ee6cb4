#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/analyze.h"
#include "extract/statement_candidates.h"

namespace entente {

inline constexpr int64_t kNoStatus = -1;

/// A pair of entities of a sentence and what the gold graph says of it.
struct LabelledPair {
  StatementCandidate candidate;
  std::vector<int64_t> features;  ///< rows of the vocabulary, filled by FeatureRows
  std::vector<int64_t> types;     ///< stated by this sentence
  std::vector<int64_t> open;      ///< stated elsewhere in the document: perhaps here, too
  uint64_t possible = 0;          ///< types that the ontology allows, as bits
  int64_t status = kNoStatus;
};

struct StatementSentence {
  torch::Tensor input;  ///< [tokens, words + context + names], half
  uint32_t first_token = 0;
  std::vector<LabelledPair> pairs;
};

/// An analyzed document with its sentences, and its gold edges for counting: how many there are,
/// and entity pairs as gold has them.
struct StatementDocument {
  std::string id;
  std::vector<StatementSentence> sentences;
  struct GoldEdge {
    int64_t source = -1, target = -1;  ///< entities, -1: not found
    int64_t type = 0;
  };
  std::vector<GoldEdge> edges;
};

/// Texts (a JSONL file of {"id", "date", "text"}) analyzed by the program's own models and aligned
/// to their graphs, DIRECTORY/<id>.json.
std::vector<StatementDocument> read_statement_documents(const std::filesystem::path& texts,
                                                        const std::filesystem::path& graphs,
                                                        const Models& models);

/// Features that occur in at least `least` pairs, by hash: row + 1; 0 is for all others.
std::unordered_map<uint64_t, int64_t> collect_features(
    const std::vector<const StatementDocument*>& documents, int least);

struct StatementBatch {
  torch::Tensor input;                      ///< [T, B, input]
  torch::Tensor lengths;                    ///< [B]
  torch::Tensor mask;                       ///< [T, B, 1]
  torch::Tensor sources, targets, anchors;  ///< [pairs]: index t * B + b
  torch::Tensor between;                    ///< [pairs, longest]: indices, repeated to fill
  torch::Tensor features, feature_offsets;  ///< for embedding_bag
  torch::Tensor types, weights;             ///< [pairs, types]
  torch::Tensor statuses;                   ///< [pairs], kNoStatus where none
};

StatementBatch make_batch(const std::vector<const StatementSentence*>& sentences);

}  // namespace entente
