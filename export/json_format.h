#pragma once

#include <string_view>

namespace entente {

/// What a native file says it is. A version is raised when older programs would misread a file.
inline constexpr std::string_view kFormatName = "entente-graph";
inline constexpr int kFormatVersion = 1;

}  // namespace entente
