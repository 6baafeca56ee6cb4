#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/document.h"

namespace entente {

/// What a whole document tells of the times of its statements.
struct TimeContext {
  /// [entities]: the time in the name of an event or agreement, "the 1979 treaty", and the only
  /// time of the sentence that names it first: indices into Document::times, or kNone.
  std::vector<uint32_t> of_name, of_first;
  uint32_t distinct = 0;  ///< how many different times the text has
  std::string style;      ///< whether it tells in the present, and in the first person
};

/// `entity_of` as in DocumentContext. Uses all layers above `statements`.
TimeContext read_time_context(const Document& document, const std::vector<uint32_t>& entity_of);

}  // namespace entente
