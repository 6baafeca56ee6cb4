#include "train/name_export.h"

#include <algorithm>
#include <numeric>

#include "extract/name_model.h"
#include "train/exporter.h"

namespace entente {
namespace {

using torch::Tensor;

void add_sizes(const NameShape& s, const SyntaxModel& syntax, Exporter& out) {
  std::string bytes;
  for (const int64_t size : {int64_t{syntax.sizes.input()}, int64_t{syntax.sizes.units}, s.vector,
                             s.features, s.units, s.layers}) {
    const auto value = static_cast<uint32_t>(size);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  out.add_text("shape", bytes);
}

void add_words(NameNetwork& network, const NameVocabulary& vocabulary, Exporter& out) {
  std::vector<int64_t> order(vocabulary.hashes.size() - 1);
  std::iota(order.begin(), order.end(), 1);
  std::ranges::sort(order, {}, [&](int64_t row) { return vocabulary.hashes[row]; });
  std::string hashes;
  for (const int64_t row : order)
    hashes.append(reinterpret_cast<const char*>(&vocabulary.hashes[row]), sizeof(uint64_t));
  out.add_text("vocabulary", hashes);
  out.add_table("vectors",
                network->projection(network->vectors.index_select(0, torch::tensor(order))));
}

}  // namespace

void export_names(NameNetwork& network, const NameVocabulary& vocabulary, int64_t source,
                  const SyntaxModel& syntax, const std::filesystem::path& path) {
  torch::NoGradGuard guard;
  network->eval();
  Exporter out;
  add_sizes(network->shape, syntax, out);
  const uint64_t encoder = syntax.file.checksum();
  out.add_text("encoder", {reinterpret_cast<const char*>(&encoder), sizeof(encoder)});
  add_words(network, vocabulary, out);
  out.add_table("features", network->features->weight);
  // The source does not change any more: it becomes part of the bias.
  const Tensor from_source = network->from_source(network->sources(torch::tensor({source})))[0];
  out.add_matrix("input", network->input->weight, network->input->bias + from_source);
  for (size_t i = 0; i < network->gates.size(); ++i)
    out.add_matrix("gates" + std::to_string(i), network->norms[i], network->gates[i]->weight,
                   network->gates[i]->bias);
  out.add_matrix("labels", network->last_norm, network->labels->weight, network->labels->bias);
  write_model_file(path, name_model_kind(), out.sections());
}

}  // namespace entente
