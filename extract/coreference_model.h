#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <unordered_map>
#include <vector>

#include "extract/model_file.h"
#include "extract/packed_matrix.h"
#include "extract/syntax_model.h"

namespace entente {

inline constexpr uint32_t kReferenceBuckets = 4096;  ///< that features are hashed to
inline constexpr uint32_t kReferenceSlots = 4;       ///< words whose vectors count

/// What is known of a phrase, or of a phrase and what it may refer to: features below
/// kReferenceBuckets, and rows of SyntaxModel::words in slots; 0: no word.
struct ReferenceInput {
  std::vector<uint16_t> features;
  std::array<uint32_t, kReferenceSlots> words{};
};

/// Ranks what a phrase may refer to: a layer of hidden units over the sum of feature vectors and
/// projected word vectors, and a score (see train/coreference_network.h). Immutable.
struct CoreferenceModel {
  ModelFile file;
  SyntaxKernels kernels;
  uint32_t units = 0;
  QuantizedTable features{};                                ///< [kReferenceBuckets, units]
  std::array<PackedMatrix, kReferenceSlots> projections{};  ///< [units, word vector]
  std::span<const float> weights{};                         ///< [units], of the score
  std::span<const float> sex{};                             ///< [word vector + 1], see sex_score
};

ModelKind coreference_model_kind();

/// Maps and checks a model file. Throws Error as ModelFile does, and where it was trained with
/// another model of syntax, whose word vectors it reads.
CoreferenceModel load_coreference_model(const std::filesystem::path& path,
                                        const SyntaxModel& syntax);

/// The row of a word's vector; 0 where the model does not know it.
uint32_t word_row(const SyntaxModel& syntax, std::string_view word);

/// The vector of a row, of SyntaxSizes::word numbers.
std::vector<float> word_vector(const SyntaxModel& syntax, uint32_t row);

/// How much a given name is a man's (above 0) or a woman's, as log odds; 0 for unknown words.
float sex_score(const CoreferenceModel& model, const SyntaxModel& syntax, uint32_t row);

/// Scores candidates; keeps what it has computed of words.
class ReferenceScorer {
 public:
  /// Both must outlive the scorer.
  ReferenceScorer(const CoreferenceModel& model, const SyntaxModel& syntax)
      : model_(model), syntax_(syntax) {}

  /// A score for each candidate of a phrase, not normalized.
  std::vector<float> score(const ReferenceInput& phrase,
                           std::span<const ReferenceInput> candidates);

 private:
  void add(const ReferenceInput& input, std::vector<float>& hidden);
  const std::vector<float>& projected(uint32_t slot, uint32_t row);

  const CoreferenceModel& model_;
  const SyntaxModel& syntax_;
  std::array<std::unordered_map<uint32_t, std::vector<float>>, kReferenceSlots> projected_;
};

}  // namespace entente
