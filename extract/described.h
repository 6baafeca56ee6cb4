#pragma once

#include <vector>

#include "extract/name_scan.h"

namespace entente {

/// Finds agreements and events that are described rather than named, by a head noun and the words
/// before it that tell it apart: "1956 joint declaration", "presidential election", "ceasefire".
///
/// `taken` [words.size()] marks words that belong to names. Returns candidates by position,
/// disjoint and clear of `taken`.
std::vector<NameCandidate> find_described(const std::vector<Word>& words,
                                          const std::vector<bool>& taken, const Lexicon& lexicon);

}  // namespace entente
