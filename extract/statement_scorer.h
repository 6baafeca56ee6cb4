#pragma once

#include <array>
#include <vector>

#include "extract/statement_candidates.h"
#include "extract/statement_model.h"

namespace entente {

/// What the network of statements makes of tokens, kept in 16 bits a number: a long text has many.
struct TokenStates {
  uint32_t width = 0;
  std::vector<uint16_t> values;  ///< [tokens, width], the upper half of single precision

  void append(std::span<const float> rows);
  void read(uint32_t token, float* out) const;
};

/// Runs the layers of the network over the encodings of a text, as the parser gives them.
class StatementEncoder {
 public:
  explicit StatementEncoder(const StatementModel& model) : model_(model) {
    states_.width = model.sizes.units;
  }

  /// To be called for all tokens in order; `names` [tokens, units] is what the finder of names made
  /// of the same encoding.
  void read(const Encoding& encoding, std::span<const float> names);

  TokenStates finish() { return std::move(states_); }

 private:
  const StatementModel& model_;
  TokenStates states_;
};

/// What the network says of one candidate.
struct CandidateScores {
  std::array<float, kEdgeTypeCount> types{};       ///< probability that it is so related
  std::array<float, kStatuses.size()> statuses{};  ///< not normalized
};

/// Scores of the candidates of one sentence.
std::vector<CandidateScores> score_candidates(const std::vector<StatementCandidate>& candidates,
                                              TokenSpan sentence, const TokenStates& states,
                                              const StatementModel& model);

}  // namespace entente
