#pragma once

#include <string>
#include <vector>

#include "extract/clauses.h"

namespace entente {

/// Who says what a stretch of a sentence says.
struct Attribution {
  uint32_t begin = 0, end = 0;  ///< words whose statements are reported
  uint32_t speaker = kNone;     ///< mention, or kNone where the source has no name
  std::string phrase;           ///< the source as written, where it has no name
};

/// Reports in a sentence: "X said (that) …", "… , X said", "according to X", by position of the
/// stretch.
std::vector<Attribution> find_attributions(const SentenceView& sentence,
                                           const std::vector<VerbGroup>& groups);

}  // namespace entente
