#pragma once

#include <vector>

#include "extract/sentence_view.h"

namespace entente {

/// The names that a pronoun or plural noun phrase at a word stands for, found in the text before:
/// "he", "they", "it", "we", "the two ministers", "both countries".
///
/// Returns mentions, which may lie in earlier sentences; empty where nothing fits. `length` is set
/// to the words that the phrase takes, 0 where none stands here.
struct Anaphor {
  uint32_t length = 0;
  std::vector<uint32_t> mentions;
};
Anaphor resolve_anaphor(const SentenceView& sentence, uint32_t at);

}  // namespace entente
