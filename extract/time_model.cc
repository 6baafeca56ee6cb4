#include "extract/time_model.h"

#include <algorithm>
#include <string>

#include "base/error.h"

namespace entente {
namespace {

constexpr uint32_t kVersion = 1;
constexpr uint64_t kFeatureRevision = 1;  // what the features mean: raised when they change

}  // namespace

ModelKind time_model_kind() { return {"times", kVersion, kFeatureRevision}; }

TimeModel load_time_model(const std::filesystem::path& path) {
  TimeModel model{.file = ModelFile(path, time_model_kind())};
  model.vocabulary = model.file.section<uint64_t>("vocabulary");
  model.weights = model.file.section<float>("weights");
  if (model.vocabulary.size() != model.weights.size())
    throw Error(model.file.path(), "model with " + std::to_string(model.vocabulary.size()) +
                                       " features and " + std::to_string(model.weights.size()) +
                                       " weights, want as many");
  return model;
}

double score(std::span<const uint64_t> features, const TimeModel& model) {
  double sum = 0;
  for (const uint64_t hash : features) {
    const auto known = std::ranges::lower_bound(model.vocabulary, hash);
    if (known != model.vocabulary.end() && *known == hash)
      sum += static_cast<double>(model.weights[known - model.vocabulary.begin()]);
  }
  return sum;
}

}  // namespace entente
