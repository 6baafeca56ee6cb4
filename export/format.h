#pragma once

#include <optional>
#include <string_view>

namespace entente {

/// What a graph can be written as.
enum class Format { json, dot, svg, png, pdf };

/// By name ("json") or by the suffix of a file name ("out/graph.json"), in any case; absent where
/// there is none.
std::optional<Format> parse_format(std::string_view name);
std::optional<Format> format_of_file(std::string_view file_name);

std::string_view name(Format format);  ///< "json"

}  // namespace entente
