#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace entente {

/// The way between two tokens of a sentence in its tree: up from one, down to the other.
struct TreePath {
  std::vector<uint32_t> up;    ///< from the first token up to, not with, the top
  uint32_t top = 0;            ///< the lowest token above both
  std::vector<uint32_t> down;  ///< from the second token up to, not with, the top

  uint32_t length() const { return static_cast<uint32_t>(up.size() + down.size()); }
};

/// Requires two tokens of one sentence, and the layer syntax. Time O(depth of the tree).
TreePath find_path(const Syntax& syntax, uint32_t from, uint32_t to);

/// The token of a span whose head lies outside of it.
uint32_t head_of(const Syntax& syntax, TokenSpan span);

}  // namespace entente
