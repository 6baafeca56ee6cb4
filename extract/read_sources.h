#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How the bytes of a file become documents.
enum class SourceKind { text, html, jsonl, unknown };

/// A file to read, or standard input.
struct ReadSource {
  std::filesystem::path path;  ///< "-": standard input
  SourceKind kind = SourceKind::unknown;
  std::string id;    ///< never empty; shared only by names that differ in nothing but hyphens
  std::string name;  ///< path from the input on, for Document::source
};

/// By suffix, in any case; unknown for every other.
SourceKind kind_of_file(const std::filesystem::path& path);

/// The files that inputs stand for, each once, in order of the inputs and, in a directory, of
/// paths. Calls `skipped(where, why)` for directories that cannot be read or hold no text.
std::vector<ReadSource> read_sources(
    std::span<const std::string> inputs,
    const std::function<void(std::string where, std::string why)>& skipped);

}  // namespace entente
