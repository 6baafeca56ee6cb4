#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// The tree over words 1 to n with the highest sum of scores and exactly one child of the root 0.
///
/// scores[dependent - 1][head] for heads 0 to n, `stride` numbers a row; a word's score as its own
/// head is ignored. Returns the head of each word, [n]. Requires finite scores. The best heads are
/// taken where they are a tree, else Chu-Liu/Edmonds; time O(n^2), at worst O(n^3).
std::vector<uint32_t> best_tree(std::span<const float> scores, uint32_t stride, uint32_t count);

}  // namespace entente
