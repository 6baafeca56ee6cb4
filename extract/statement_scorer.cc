#include "extract/statement_scorer.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace entente {

void TokenStates::append(std::span<const float> rows) {
  for (const float value : rows)
    values.push_back(static_cast<uint16_t>((std::bit_cast<uint32_t>(value) + 0x8000) >> 16));
}

void TokenStates::read(uint32_t token, float* out) const {
  const uint16_t* row = values.data() + static_cast<size_t>(token) * width;
  for (uint32_t i = 0; i < width; ++i)
    out[i] = std::bit_cast<float>(static_cast<uint32_t>(row[i]) << 16);
}

void StatementEncoder::read(const Encoding& encoding, std::span<const float> names) {
  const StatementSizes& s = model_.sizes;
  const size_t count = encoding.words.size();
  std::vector<float> input(count * s.input());
  for (size_t i = 0; i < count; ++i) {
    float* row = input.data() + i * s.input();
    row = std::copy_n(encoding.words[i], s.words, row);
    row = std::copy_n(encoding.in_context[i], s.context, row);
    std::copy_n(names.data() + i * s.names, s.names, row);
  }
  states_.append(run_layers(model_.layers, model_.kernels, input, encoding.pieces));
}

namespace {

/// The states of one sentence and what they mean as ends of pairs.
class SentenceScorer {
 public:
  SentenceScorer(TokenSpan sentence, const TokenStates& states, const StatementModel& model)
      : model_(model), sentence_(sentence), units_(model.sizes.units), hidden_(model.sizes.hidden) {
    states_.resize(static_cast<size_t>(sentence.size()) * units_);
    for (uint32_t t = sentence.begin; t < sentence.end; ++t)
      states.read(t, states_.data() + static_cast<size_t>(t - sentence.begin) * units_);
    ends_ = multiply(model.ends, model.kernels, states_);
  }

  std::vector<CandidateScores> score(const std::vector<StatementCandidate>& candidates) const {
    std::vector<float> pairs = between(candidates);
    for (size_t i = 0; i < candidates.size(); ++i)
      describe(candidates[i], pairs.data() + i * hidden_);
    model_.kernels.rectify(pairs.data(), static_cast<uint32_t>(pairs.size()));
    const auto types = multiply(model_.types, model_.kernels, pairs);
    const auto statuses = multiply(model_.statuses, model_.kernels, pairs);
    std::vector<CandidateScores> scores(candidates.size());
    for (size_t i = 0; i < candidates.size(); ++i) {
      for (size_t k = 0; k < kEdgeTypeCount; ++k)
        scores[i].types[k] = 1 / (1 + std::exp(-types[i * model_.types.stride + k]));
      std::copy_n(statuses.data() + i * model_.statuses.stride, kStatuses.size(),
                  scores[i].statuses.begin());
    }
    return scores;
  }

 private:
  /// The part of each pair that the tokens between its ends give: [candidates, hidden].
  std::vector<float> between(const std::vector<StatementCandidate>& candidates) const {
    std::vector<float> highest(candidates.size() * units_);
    for (size_t i = 0; i < candidates.size(); ++i) {
      const auto [from, to] = std::minmax(candidates[i].source_token, candidates[i].target_token);
      float* row = highest.data() + i * units_;
      std::copy_n(state(from), units_, row);
      for (uint32_t t = from + 1; t <= to; ++t)
        for (uint32_t k = 0; k < units_; ++k) row[k] = std::max(row[k], state(t)[k]);
    }
    return multiply(model_.between, model_.kernels, highest);
  }

  const float* state(uint32_t token) const {
    return states_.data() + static_cast<size_t>(token - sentence_.begin) * units_;
  }

  void describe(const StatementCandidate& candidate, float* pair) const {
    const std::array<uint32_t, 3> tokens = {candidate.source_token, candidate.target_token,
                                            candidate.anchor};
    for (size_t part = 0; part < tokens.size(); ++part) {
      const float* row = ends_.data() +
                         static_cast<size_t>(tokens[part] - sentence_.begin) * model_.ends.stride +
                         part * hidden_;
      for (uint32_t k = 0; k < hidden_; ++k) pair[k] += row[k];
    }
    const QuantizedTable& table = model_.features;
    auto known = model_.vocabulary.begin();  // both ascend
    for (const uint64_t hash : candidate.features) {
      known = std::lower_bound(known, model_.vocabulary.end(), hash);
      if (known == model_.vocabulary.end()) break;
      if (*known != hash) continue;
      const auto row = static_cast<size_t>(known - model_.vocabulary.begin());
      model_.kernels.add_scaled(table.cells.data() + row * table.columns, table.scales[row],
                                table.columns, pair);
    }
  }

  const StatementModel& model_;
  TokenSpan sentence_;
  uint32_t units_, hidden_;
  std::vector<float> states_;  // [tokens, units]
  std::vector<float> ends_;    // [tokens, 3 hidden]
};

}  // namespace

std::vector<CandidateScores> score_candidates(const std::vector<StatementCandidate>& candidates,
                                              TokenSpan sentence, const TokenStates& states,
                                              const StatementModel& model) {
  if (candidates.empty()) return {};
  return SentenceScorer(sentence, states, model).score(candidates);
}

}  // namespace entente
