#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace entente {

/// The bytes of a file. Throws Error (missing, a directory, not readable).
std::string read_file(const std::filesystem::path& path);

/// Writes a file whole or not at all: to a temporary file beside it, then renamed over it. Of a
/// symbolic link it writes the target; a device or pipe is written as it is.
/// Throws Error; whatever stood at `path` then still stands there.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace entente
