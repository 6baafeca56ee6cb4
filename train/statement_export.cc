#include "train/statement_export.h"

#include <map>

#include "extract/statement_model.h"
#include "train/exporter.h"

namespace entente {
namespace {

using torch::Tensor;

void add_sizes(const StatementShape& s, const Models& models, Exporter& out) {
  std::string bytes;
  for (const int64_t size :
       {int64_t{models.syntax->sizes.input()}, int64_t{models.syntax->sizes.units},
        int64_t{models.names->sizes.units}, s.units, s.layers, s.hidden}) {
    const auto value = static_cast<uint32_t>(size);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  out.add_text("shape", bytes);
}

/// Features in the order of their hashes.
void add_features(StatementNetwork& network, const std::unordered_map<uint64_t, int64_t>& features,
                  Exporter& out) {
  std::string hashes;
  std::vector<int64_t> rows;
  for (const auto& [hash, row] : std::map(features.begin(), features.end())) {
    hashes.append(reinterpret_cast<const char*>(&hash), sizeof(hash));
    rows.push_back(row);
  }
  out.add_text("vocabulary", hashes);
  out.add_table("features", network->features->weight.index_select(0, torch::tensor(rows)));
}

}  // namespace

void export_statements(StatementNetwork& network,
                       const std::unordered_map<uint64_t, int64_t>& features,
                       const std::vector<float>& thresholds, const Models& models,
                       const std::filesystem::path& path) {
  torch::NoGradGuard guard;
  network->eval();
  Exporter out;
  add_sizes(network->shape, models, out);
  const uint64_t names = models.names->file.checksum();
  out.add_text("names", {reinterpret_cast<const char*>(&names), sizeof(names)});
  out.add_matrix("input", network->input->weight, network->input->bias);
  for (size_t i = 0; i < network->gates.size(); ++i)
    out.add_matrix("gates" + std::to_string(i), network->norms[i], network->gates[i]->weight,
                   network->gates[i]->bias);
  out.add_matrix("ends", network->ends->weight, network->ends->bias);
  out.add_matrix("between", network->between->weight, network->between->bias);
  add_features(network, features, out);
  out.add_matrix("types", network->types->weight, network->types->bias);
  out.add_matrix("statuses", network->statuses->weight, network->statuses->bias);
  out.add_floats("thresholds", torch::tensor(thresholds));
  write_model_file(path, statement_model_kind(), out.sections());
}

}  // namespace entente
