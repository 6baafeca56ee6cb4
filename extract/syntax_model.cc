#include "extract/syntax_model.h"

#include <string>

#include "base/error.h"
#include "extract/packed_matrix.h"
#include "extract/syntax.h"
#include "extract/syntax_features.h"

namespace entente {
namespace {

constexpr uint32_t kVersion = 1;

SyntaxSizes read_sizes(const ModelFile& file) {
  const auto values = file.section<uint32_t>("shape");
  if (values.size() != 10)
    throw Error(file.path(), "model section \"shape\" holds " + std::to_string(values.size()) +
                                 " numbers, want 10");
  const SyntaxSizes sizes{values[0], values[1], values[2], values[3], values[4],
                          values[5], values[6], values[7], values[8], values[9]};
  static constexpr uint32_t kMost = 4096;
  for (const uint32_t value : values)
    if (value == 0 || value > kMost) throw Error(file.path(), "model with sizes out of range");
  if (sizes.units % 32 != 0 || sizes.tagged_layer > sizes.layers)
    throw Error(file.path(), "model with units or layers that this program cannot run");
  return sizes;
}

void check_names(const SyntaxModel& model) {
  for (const auto& tag : model.tag_names)
    if (!find_upos(tag)) throw Error(model.file.path(), "model with unknown tag " + tag);
  for (const auto& relation : model.relation_names)
    if (!find_deprel(relation))
      throw Error(model.file.path(), "model with unknown relation " + relation);
  const bool complete = !model.tag_names.empty() && !model.feature_names.empty() &&
                        !model.rule_names.empty() && model.relation_names.size() >= 2;
  if (!complete) throw Error(model.file.path(), "model without names of its classes");
}

uint32_t count(const std::vector<std::string>& names) {
  return static_cast<uint32_t>(names.size());
}

}  // namespace

ModelKind syntax_model_kind() {
  uint64_t fingerprint = 0;
  for (const uint64_t part : {uint64_t{kAffixBuckets}, uint64_t{kGramBuckets},
                              uint64_t{kShapeBuckets}, uint64_t{kAffixes}})
    fingerprint = (fingerprint ^ part) * 0x100000001b3;
  // What a known word hashes to stands for the code that hashes.
  const WordFeatures known = word_features("Kyiv’s-2014", 1);
  for (const uint64_t part : {known.word, known.digitless, uint64_t{known.affixes[5]},
                              uint64_t{known.grams.back()}, uint64_t{known.shape}})
    fingerprint = (fingerprint ^ part) * 0x100000001b3;
  return {"syntax", kVersion, fingerprint};
}

SyntaxModel load_syntax_model(const std::filesystem::path& path, const SyntaxKernels& kernels) {
  SyntaxModel model{.file = ModelFile(path, syntax_model_kind()), .kernels = kernels};
  const WeightReader reader(model.file, kernels);
  const SyntaxSizes s = model.sizes = read_sizes(model.file);
  model.vocabulary = model.file.section<uint64_t>("vocabulary");
  model.words = reader.table("words", model.vocabulary.size() + 1, s.word);
  model.affixes = reader.table("affixes", kAffixBuckets, s.affix);
  model.grams = reader.table("grams", kGramBuckets, s.gram);
  model.shapes = reader.table("shapes", kShapeBuckets, s.shape);
  model.tag_names = model.file.lines("tag_names");
  model.feature_names = model.file.lines("feature_names");
  model.rule_names = model.file.lines("rule_names");
  model.relation_names = model.file.lines("relation_names");
  check_names(model);
  model.window = reader.matrix("window", s.units, 3 * s.input());
  for (uint32_t layer = 0; layer < s.layers; ++layer)
    model.gates.push_back(reader.matrix("gates" + std::to_string(layer), 3 * s.units, s.units));
  model.tag_hidden = reader.matrix("tag_hidden", s.tag_hidden, s.units);
  const uint32_t classes =
      count(model.tag_names) + count(model.feature_names) + count(model.rule_names);
  model.tags = reader.matrix("tags", classes, s.tag_hidden);
  model.heads = reader.matrix("heads", 2 * s.arc + 2 * s.relation, s.units);
  model.arc_map = reader.matrix("arc_map", s.arc, s.arc);
  model.relations = reader.matrix("relations", count(model.relation_names), s.relation);
  model.root_arc = reader.vector("root_arc", s.arc);
  model.root_relation = reader.vector("root_relation", s.relation);
  return model;
}

SyntaxModel load_syntax_model(const std::filesystem::path& path) {
  return load_syntax_model(path, syntax_kernels().back());
}

}  // namespace entente
