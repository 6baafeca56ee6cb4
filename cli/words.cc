#include "cli/words.h"

namespace entente {

std::string count_of(size_t count, std::string_view noun) {
  std::string result = std::to_string(count) + " " + std::string(noun);
  if (count == 1) return result;
  if (noun.ends_with('y')) return result.replace(result.size() - 1, 1, "ies");
  return result + "s";
}

}  // namespace entente
