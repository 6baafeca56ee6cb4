#pragma once

#include <string>
#include <string_view>

namespace entente {

/// "1 node", "2 nodes": English plurals in -s, and -y to -ies.
std::string count_of(size_t count, std::string_view noun);

}  // namespace entente
