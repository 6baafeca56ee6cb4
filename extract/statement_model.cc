#include "extract/statement_model.h"

#include "base/error.h"
#include "graph/statement.h"

namespace entente {
namespace {

// Counts changes of what features are told about pairs, which no fingerprint can see.
constexpr uint32_t kVersion = 2;

StatementSizes read_sizes(const ModelFile& file) {
  const auto values = file.section<uint32_t>("shape");
  if (values.size() != 6)
    throw Error(file.path(), "model section \"shape\" holds " + std::to_string(values.size()) +
                                 " numbers, want 6");
  static constexpr uint32_t kMost = 4096;
  for (const uint32_t value : values)
    if (value == 0 || value > kMost) throw Error(file.path(), "model with sizes out of range");
  if (values[3] % 32 != 0 || values[5] % 32 != 0)
    throw Error(file.path(), "model with units that this program cannot run");
  return {values[0], values[1], values[2], values[3], values[4], values[5]};
}

}  // namespace

ModelKind statement_model_kind() {
  return {"statements", kVersion, (uint64_t{ontology().size()} << 32) | kStatuses.size()};
}

StatementModel load_statement_model(const std::filesystem::path& path, const NameModel& names) {
  StatementModel model{.file = ModelFile(path, statement_model_kind()), .kernels = names.kernels};
  const WeightReader reader(model.file, model.kernels);
  const StatementSizes s = model.sizes = read_sizes(model.file);
  const auto trained_on = model.file.section<uint64_t>("names");
  const bool same = trained_on.size() == 1 && trained_on[0] == names.file.checksum() &&
                    s.words == names.sizes.words && s.context == names.sizes.context &&
                    s.names == names.sizes.units;
  if (!same)
    throw Error(model.file.path(), "model was trained on another model than " + names.file.path());
  model.layers = read_layers(reader, s.input(), s.units, s.layers);
  model.ends = reader.matrix("ends", 3 * s.hidden, s.units);
  model.between = reader.matrix("between", s.hidden, s.units);
  model.vocabulary = model.file.section<uint64_t>("vocabulary");
  model.features = reader.table("features", model.vocabulary.size(), s.hidden);
  model.types = reader.matrix("types", static_cast<uint32_t>(ontology().size()), s.hidden);
  model.statuses = reader.matrix("statuses", static_cast<uint32_t>(kStatuses.size()), s.hidden);
  model.thresholds = reader.vector("thresholds", static_cast<uint32_t>(ontology().size()));
  return model;
}

}  // namespace entente
