#include "extract/name_model.h"

#include <string>

#include "base/error.h"
#include "extract/name_features.h"
#include "extract/name_labels.h"

namespace entente {
namespace {

constexpr uint32_t kVersion = 1;

NameSizes read_sizes(const ModelFile& file) {
  const auto values = file.section<uint32_t>("shape");
  if (values.size() != 6)
    throw Error(file.path(), "model section \"shape\" holds " + std::to_string(values.size()) +
                                 " numbers, want 6");
  static constexpr uint32_t kMost = 4096;
  for (const uint32_t value : values)
    if (value == 0 || value > kMost) throw Error(file.path(), "model with sizes out of range");
  if (values[4] % 32 != 0)
    throw Error(file.path(), "model with units that this program cannot run");
  return {values[0], values[1], values[2], values[3], values[4], values[5]};
}

void check_encoder(const NameModel& model, const SyntaxModel& syntax) {
  const auto encoder = model.file.section<uint64_t>("encoder");
  const bool same = encoder.size() == 1 && encoder[0] == syntax.file.checksum() &&
                    model.sizes.words == syntax.sizes.input() &&
                    model.sizes.context == syntax.sizes.units;
  if (!same)
    throw Error(model.file.path(),
                "model was trained on another encoder than that of " + syntax.file.path());
}

}  // namespace

ModelKind name_model_kind() {
  return {"names", kVersion, (uint64_t{kNameFeatures} << 32) | kNameLabels};
}

NameModel load_name_model(const std::filesystem::path& path, const SyntaxModel& syntax) {
  NameModel model{.file = ModelFile(path, name_model_kind()), .kernels = syntax.kernels};
  const WeightReader reader(model.file, model.kernels);
  const NameSizes s = model.sizes = read_sizes(model.file);
  check_encoder(model, syntax);
  model.vocabulary = model.file.section<uint64_t>("vocabulary");
  model.vectors = reader.table("vectors", model.vocabulary.size(), s.vector);
  model.features = reader.table("features", kNameFeatures, s.features);
  model.layers = read_layers(reader, s.input(), s.units, s.layers);
  model.labels = reader.matrix("labels", kNameLabels, s.units);
  return model;
}

}  // namespace entente
