#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "extract/syntax_features.h"
#include "extract/syntax_model.h"

namespace entente {

/// Sections of a model with random weights and the sizes of `tiny_sizes`.
class TinyModel {
 public:
  static constexpr uint32_t kUnits = 32, kArc = 16, kRelation = 16, kHidden = 8, kVector = 4;

  TinyModel() {
    add("shape", std::vector<uint32_t>{kVector, kVector, kVector, kVector, kUnits, 2, 1, kHidden,
                                       kArc, kRelation});
    add("vocabulary", std::vector<uint64_t>{hash_word("paris")});
    add_table("words", 2);
    add_table("affixes", kAffixBuckets);
    add_table("grams", kGramBuckets);
    add_table("shapes", kShapeBuckets);
    add_matrix("window", kUnits, 3 * 4 * kVector);
    add_matrix("gates0", 3 * kUnits, kUnits);
    add_matrix("gates1", 3 * kUnits, kUnits);
    add_matrix("tag_hidden", kHidden, kUnits);
    add_matrix("tags", 3 + 2 + 2, kHidden);
    add_matrix("heads", 2 * kArc + 2 * kRelation, kUnits);
    add_matrix("arc_map", kArc, kArc);
    add_matrix("relations", 4, kRelation);
    add("root_arc", floats(kArc));
    add("root_relation", floats(kRelation));
    add_text("tag_names", "NOUN\nVERB\nPUNCT\n");
    add_text("feature_names", "_\nNumber=Sing|Person=3|Tense=Pres\n");
    add_text("rule_names", "L0\nL1\n");
    add_text("relation_names", "nsubj\nnmod:poss\nroot\npunct\n");
  }

  std::vector<ModelSection> sections;

  /// Replaces or adds a section of text.
  void set_text(const std::string& name, const std::string& text) {
    std::erase_if(sections, [&](const ModelSection& section) { return section.name == name; });
    add_text(name, text);
  }

 private:
  template <class T>
  void add(const std::string& name, const std::vector<T>& values) {
    std::string bytes(values.size() * sizeof(T), '\0');
    std::memcpy(bytes.data(), values.data(), bytes.size());
    sections.push_back({name, bytes});
  }
  void add_text(const std::string& name, const std::string& text) {
    sections.push_back({name, text});
  }
  std::vector<float> floats(size_t count) {
    std::uniform_real_distribution<float> draw(-1, 1);
    std::vector<float> values(count);
    for (float& value : values) value = draw(random_);
    return values;
  }
  void add_table(const std::string& name, size_t rows) {
    std::vector<int8_t> cells(rows * kVector);
    for (int8_t& cell : cells) cell = static_cast<int8_t>(random_() % 255 - 127);
    add(name, cells);
    add(name + ".scale", std::vector<float>(rows, 0.01f));
  }
  void add_matrix(const std::string& name, uint32_t columns, uint32_t depth) {
    // Halves from 2^-3 to 2^-1 with random signs and mantissas.
    std::vector<uint16_t> cells(static_cast<size_t>(columns) * depth);
    for (uint16_t& cell : cells)
      cell = static_cast<uint16_t>((random_() & 0x8000) | (12 + random_() % 3) << 10 |
                                   (random_() & 0x3FF));
    add(name, cells);
    add(name + ".bias", floats(columns));
  }

  std::mt19937 random_{5};
};

/// A file that is removed at the end of the test.
struct TemporaryFile {
  explicit TemporaryFile(const std::string& name)
      : path(std::filesystem::temp_directory_path() /
             (name + std::to_string(std::random_device()()))) {}
  ~TemporaryFile() { std::filesystem::remove(path); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  std::filesystem::path path;
};

}  // namespace entente
