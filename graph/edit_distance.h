#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How many code points have to be inserted, deleted, replaced or swapped with their neighbour to
/// make one text the other (optimal string alignment distance). Requires valid UTF-8.
/// Time O(a.size() * b.size()).
size_t edit_distance(std::string_view a, std::string_view b);

/// Those of `names` that `wanted` may be a misspelling of, the most similar first and at most
/// `limit`: within a third of its length when folded. Each name once.
std::vector<std::string> most_similar(std::string_view wanted, std::span<const std::string> names,
                                      size_t limit);

}  // namespace entente
