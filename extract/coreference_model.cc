#include "extract/coreference_model.h"

#include <algorithm>
#include <string>

#include "base/error.h"
#include "extract/syntax_features.h"

namespace entente {
namespace {

constexpr uint32_t kVersion = 1;
constexpr uint32_t kFeatureRevision = 1;  // what the features mean: raised when they change

uint32_t read_units(const ModelFile& file) {
  const auto values = file.section<uint32_t>("shape");
  static constexpr uint32_t kMost = 4096;
  if (values.size() != 1 || values[0] == 0 || values[0] > kMost || values[0] % 32 != 0)
    throw Error(file.path(), "model with a shape that this program cannot run");
  return values[0];
}

}  // namespace

ModelKind coreference_model_kind() {
  return {"coreference", kVersion,
          (uint64_t{kFeatureRevision} << 32) | (kReferenceBuckets << 4) | kReferenceSlots};
}

CoreferenceModel load_coreference_model(const std::filesystem::path& path,
                                        const SyntaxModel& syntax) {
  CoreferenceModel model{.file = ModelFile(path, coreference_model_kind()),
                         .kernels = syntax.kernels};
  model.units = read_units(model.file);
  const auto words = model.file.section<uint64_t>("encoder");
  if (words.size() != 1 || words[0] != syntax.file.checksum())
    throw Error(model.file.path(),
                "model was trained on other word vectors than those of " + syntax.file.path());
  const WeightReader reader(model.file, model.kernels);
  model.features = reader.table("features", kReferenceBuckets, model.units);
  for (uint32_t slot = 0; slot < kReferenceSlots; ++slot)
    model.projections[slot] =
        reader.matrix("projection" + std::to_string(slot), model.units, syntax.sizes.word);
  model.weights = reader.vector("weights", model.units);
  model.sex = reader.vector("sex", syntax.sizes.word + 1);
  return model;
}

uint32_t word_row(const SyntaxModel& syntax, std::string_view word) {
  const uint64_t hash = hash_word(fold_word(word));
  const auto known = std::ranges::lower_bound(syntax.vocabulary, hash);
  if (known == syntax.vocabulary.end() || *known != hash) return 0;
  return static_cast<uint32_t>(known - syntax.vocabulary.begin()) + 1;
}

std::vector<float> word_vector(const SyntaxModel& syntax, uint32_t row) {
  std::vector<float> vector(syntax.sizes.word);
  syntax.kernels.add_scaled(syntax.words.cells.data() + size_t{row} * syntax.words.columns,
                            syntax.words.scales[row], syntax.words.columns, vector.data());
  return vector;
}

float sex_score(const CoreferenceModel& model, const SyntaxModel& syntax, uint32_t row) {
  if (row == 0) return 0;
  const std::vector<float> vector = word_vector(syntax, row);
  float score = model.sex.back();
  for (size_t i = 0; i < vector.size(); ++i) score += vector[i] * model.sex[i];
  return score;
}

std::vector<float> ReferenceScorer::score(const ReferenceInput& phrase,
                                          std::span<const ReferenceInput> candidates) {
  std::vector<float> common(model_.units);
  add(phrase, common);
  std::vector<float> scores, hidden;
  for (const ReferenceInput& candidate : candidates) {
    hidden = common;
    add(candidate, hidden);
    float score = 0;
    for (uint32_t i = 0; i < model_.units; ++i)
      score += std::max(hidden[i], 0.0f) * model_.weights[i];
    scores.push_back(score);
  }
  return scores;
}

void ReferenceScorer::add(const ReferenceInput& input, std::vector<float>& hidden) {
  for (const uint16_t feature : input.features)
    model_.kernels.add_scaled(
        model_.features.cells.data() + size_t{feature} * model_.features.columns,
        model_.features.scales[feature], model_.units, hidden.data());
  for (uint32_t slot = 0; slot < kReferenceSlots; ++slot) {
    if (input.words[slot] == 0) continue;
    const std::vector<float>& part = projected(slot, input.words[slot]);
    for (uint32_t i = 0; i < model_.units; ++i) hidden[i] += part[i];
  }
}

const std::vector<float>& ReferenceScorer::projected(uint32_t slot, uint32_t row) {
  const auto [at, is_new] = projected_[slot].try_emplace(row);
  if (is_new) {
    const PackedMatrix& matrix = model_.projections[slot];
    const std::vector<float> vector = word_vector(syntax_, row);
    const float* const rows[] = {vector.data()};
    at->second.resize(matrix.stride);
    model_.kernels.multiply(rows, 1, matrix.depth, matrix.packed.data(), matrix.bias.data(),
                            matrix.stride, at->second.data(), matrix.stride);
  }
  return at->second;
}

}  // namespace entente
