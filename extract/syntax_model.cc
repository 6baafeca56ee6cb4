#include "extract/syntax_model.h"

#include <algorithm>
#include <bit>
#include <cassert>

#include "base/error.h"
#include "extract/syntax.h"
#include "extract/syntax_features.h"

namespace entente {
namespace {

constexpr uint32_t kVersion = 1;

/// IEEE 754 half to single precision.
float from_half(uint16_t half) {
  const uint32_t sign = static_cast<uint32_t>(half & 0x8000) << 16;
  const uint32_t rest = static_cast<uint32_t>(half & 0x7FFF) << 13;
  // The exponent's bias differs by 112; multiplying corrects it for subnormal numbers as well.
  static constexpr float kBias = 0x1p112f;
  return std::bit_cast<float>(sign | std::bit_cast<uint32_t>(std::bit_cast<float>(rest) * kBias));
}

/// Reads the sections of a model file and checks their sizes against the network's.
class ModelReader {
 public:
  ModelReader(const ModelFile& file, const SyntaxKernels& kernels)
      : file_(file), kernels_(kernels) {}

  SyntaxSizes sizes() const {
    const auto values = file_.section<uint32_t>("shape");
    if (values.size() != 10) fail("shape", values.size(), 10);
    const SyntaxSizes sizes{values[0], values[1], values[2], values[3], values[4],
                            values[5], values[6], values[7], values[8], values[9]};
    static constexpr uint32_t kMost = 4096;
    for (const uint32_t value : values)
      if (value == 0 || value > kMost) throw Error(file_.path(), "model with sizes out of range");
    if (sizes.units % 32 != 0 || sizes.tagged_layer > sizes.layers)
      throw Error(file_.path(), "model with units or layers that this program cannot run");
    return sizes;
  }

  PackedMatrix matrix(const std::string& name, uint32_t columns, uint32_t depth) const {
    const auto halves = file_.section<uint16_t>(name);
    const auto bias = file_.section<float>(name + ".bias");
    const size_t wanted = static_cast<size_t>(columns) * depth;
    if (halves.size() != wanted) fail(name, halves.size(), wanted);
    if (bias.size() != columns) fail(name + ".bias", bias.size(), columns);
    std::vector<float> cells(wanted);
    for (size_t i = 0; i < wanted; ++i) cells[i] = from_half(halves[i]);
    return pack_matrix(cells, bias, kernels_);
  }

  QuantizedTable table(const std::string& name, size_t rows, uint32_t columns) const {
    const QuantizedTable table{columns, file_.section<int8_t>(name),
                               file_.section<float>(name + ".scale")};
    if (table.cells.size() != rows * columns) fail(name, table.cells.size(), rows * columns);
    if (table.scales.size() != rows) fail(name + ".scale", table.scales.size(), rows);
    return table;
  }

  std::span<const float> vector(const std::string& name, uint32_t size) const {
    const auto values = file_.section<float>(name);
    if (values.size() != size) fail(name, values.size(), size);
    return values;
  }

 private:
  [[noreturn]] void fail(const std::string& name, size_t found, size_t wanted) const {
    throw Error(file_.path(), "model section \"" + name + "\" holds " + std::to_string(found) +
                                  " numbers, want " + std::to_string(wanted));
  }

  const ModelFile& file_;
  const SyntaxKernels& kernels_;
};

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

PackedMatrix pack_matrix(std::span<const float> matrix, std::span<const float> bias,
                         const SyntaxKernels& kernels) {
  PackedMatrix result;
  result.columns = static_cast<uint32_t>(bias.size());
  result.depth = static_cast<uint32_t>(matrix.size() / bias.size());
  assert(matrix.size() == static_cast<size_t>(result.columns) * result.depth);
  const uint32_t panel = kernels.panel;
  result.stride = (result.columns + panel - 1) / panel * panel;
  result.bias.assign(bias.begin(), bias.end());
  result.bias.resize(result.stride);
  result.packed.resize(static_cast<size_t>(result.stride) * result.depth);
  float* to = result.packed.data();
  for (uint32_t begin = 0; begin < result.columns; begin += panel) {
    const uint32_t width = std::min(panel, result.columns - begin);
    const float* from = matrix.data() + static_cast<size_t>(begin) * result.depth;
    for (uint32_t k = 0; k < result.depth; ++k, to += panel)
      for (uint32_t i = 0; i < width; ++i) to[i] = from[static_cast<size_t>(i) * result.depth + k];
  }
  return result;
}

SyntaxModel load_syntax_model(const std::filesystem::path& path, const SyntaxKernels& kernels) {
  SyntaxModel model{.file = ModelFile(path, syntax_model_kind()), .kernels = kernels};
  const ModelReader reader(model.file, kernels);
  const SyntaxSizes s = model.sizes = reader.sizes();
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
