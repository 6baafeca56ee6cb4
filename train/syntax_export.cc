#include "train/syntax_export.h"

#include <algorithm>
#include <numeric>

#include "base/error.h"
#include "extract/syntax_model.h"
#include "train/exporter.h"

namespace entente {
namespace {

using torch::Tensor;

std::string lines_of(const Classes& classes) {
  std::string text;
  for (const auto& name : classes.names) text += name + "\n";
  return text;
}

/// The words in the order of their hashes, with one row of vectors each, the unknown word first.
void add_words(const SyntaxNetwork& network, const Vocabulary& vocabulary, Exporter& out) {
  Tensor vectors = network->vectors.clone();
  if (!network->shape.with_vectors) vectors.zero_();
  for (size_t i = 0; i < vocabulary.trained.size(); ++i)
    vectors[vocabulary.trained[i]] += network->trained->weight[static_cast<int64_t>(i) + 1];
  // Words that are not trained share the first row, which stands for them.
  const Tensor shared = network->trained->weight[0];
  for (int64_t row = 0; row < vectors.size(0); ++row)
    if (!std::ranges::binary_search(vocabulary.trained, row)) vectors[row] += shared;
  std::vector<int64_t> order(vocabulary.hashes.size() - 1);
  std::iota(order.begin(), order.end(), 1);
  std::ranges::sort(order, {}, [&](int64_t row) { return vocabulary.hashes[row]; });
  std::string hashes;
  for (const int64_t row : order)
    hashes.append(reinterpret_cast<const char*>(&vocabulary.hashes[row]), sizeof(uint64_t));
  order.insert(order.begin(), 0);
  out.add_text("vocabulary", hashes);
  out.add_table("words", vectors.index_select(0, torch::tensor(order)));
}

void add_sizes(const SyntaxShape& s, Exporter& out) {
  std::string bytes;
  for (const int64_t size : {s.word, s.affix, s.gram, s.shape, s.units, s.layers, s.tagged_layer(),
                             s.tag_hidden, s.arc, s.relation}) {
    const auto value = static_cast<uint32_t>(size);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  out.add_text("shape", bytes);
}

void add_tags(const SyntaxNetwork& n, Exporter& out) {
  out.add_matrix("tag_hidden", n->tag_norm, n->tag_hidden->weight, n->tag_hidden->bias);
  out.add_matrix("tags", torch::cat({n->tags->weight, n->features->weight, n->rules->weight}),
                 torch::cat({n->tags->bias, n->features->bias, n->rules->bias}));
}

void add_arcs(SyntaxNetwork& n, Exporter& out) {
  const Tensor weights = torch::cat({n->arc_dependent->weight, n->relation_dependent->weight,
                                     n->arc_governor->weight, n->relation_governor->weight});
  const Tensor biases = torch::cat({n->arc_dependent->bias, n->relation_dependent->bias,
                                    n->arc_governor->bias, n->relation_governor->bias});
  out.add_matrix("heads", n->last_norm, weights, biases);
  out.add_matrix("arc_map", n->arc_map->weight, n->arc_map->bias);
  out.add_matrix("relations", n->relation->weight, n->relation->bias);
  out.add_floats("root_arc", torch::relu(n->arc_governor(n->root)));
  out.add_floats("root_relation", n->relation_governor(n->root));
}

}  // namespace

void export_syntax(SyntaxNetwork& network, const SyntaxClasses& classes,
                   const Vocabulary& vocabulary, const std::filesystem::path& path) {
  if (!network->shape.exportable())
    throw Error(path.string(),
                "the program reads models of simple recurrent units and a window only");
  torch::NoGradGuard guard;
  network->eval();
  Exporter out;
  add_sizes(network->shape, out);
  add_words(network, vocabulary, out);
  const double used = network->shape.with_affixes ? 1 : 0;
  out.add_table("affixes", network->affixes->weight * used);
  out.add_table("grams", network->grams->weight * used);
  out.add_table("shapes", network->shapes->weight);
  out.add_matrix("window", network->window->weight, network->window->bias);
  for (size_t i = 0; i < network->gates.size(); ++i)
    out.add_matrix("gates" + std::to_string(i), network->norms[i], network->gates[i]->weight,
                   network->gates[i]->bias);
  add_tags(network, out);
  add_arcs(network, out);
  out.add_text("tag_names", lines_of(classes.tags));
  out.add_text("feature_names", lines_of(classes.features));
  out.add_text("rule_names", lines_of(classes.rules));
  out.add_text("relation_names", lines_of(classes.relations));
  write_model_file(path, syntax_model_kind(), out.sections());
}

}  // namespace entente
