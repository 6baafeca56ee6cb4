#include "export/format.h"

#include <array>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> kNames = {"json", "dot", "svg", "png", "pdf"};

}  // namespace

std::optional<Format> parse_format(std::string_view wanted) {
  const std::string lowered = lower_case(wanted);
  for (size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == lowered) return static_cast<Format>(i);
  return std::nullopt;
}

std::optional<Format> format_of_file(std::string_view file_name) {
  const size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  return parse_format(file_name.substr(dot + 1));
}

std::string_view name(Format format) { return kNames[static_cast<size_t>(format)]; }

}  // namespace entente
