#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What a model file must be for a program to read it.
struct ModelKind {
  std::string_view name;     ///< "syntax"; at most 15 bytes
  uint32_t version = 0;      ///< of the layout of its sections
  uint64_t fingerprint = 0;  ///< of the features that its weights belong to
};

/// A named part of a model file.
struct ModelSection {
  std::string name;  ///< at most 23 bytes
  std::string bytes;
};

/// A model file mapped into memory. Little endian:
///
///     magic "ENTMODEL", kind [16], version u32, number of sections u32, fingerprint u64,
///     size of what follows u64, checksum of all else u64, zeros to byte 64;
///     for each section: name [24], offset from the start of the file u64, size u64;
///     the sections, each at a multiple of 64.
///
/// Invariant: every section lies inside the mapping, which the checksum has confirmed.
class ModelFile {
 public:
  /// Throws Error that names what was found and what was wanted: no such file, not a model file,
  /// another kind, version or fingerprint, cut short, damaged.
  ModelFile(const std::filesystem::path& path, const ModelKind& kind);

  /// The section of that name as numbers or characters. Throws Error if it is missing or its size
  /// is no multiple of T's. Valid as long as the ModelFile.
  template <class T>
  std::span<const T> section(std::string_view name) const {
    const std::string_view bytes = find(name, sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  /// The lines of a section of text.
  std::vector<std::string> lines(std::string_view name) const;

  const std::string& path() const { return path_; }
  uint64_t checksum() const;  ///< of the whole file: what other models call it by

 private:
  struct Mapping;

  std::string_view find(std::string_view name, size_t unit) const;

  std::string path_;
  std::shared_ptr<const Mapping> mapping_;  // shared by copies: a model is an immutable value
};

/// Writes a model file, whole or not at all. Throws Error.
void write_model_file(const std::filesystem::path& path, const ModelKind& kind,
                      const std::vector<ModelSection>& sections);

}  // namespace entente
