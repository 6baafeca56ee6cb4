#pragma once

#include <optional>
#include <string>

#include "base/date.h"

namespace entente {

/// A document as one line of JSONL gives it.
struct JsonlRecord {
  std::string id, title, source;  ///< empty where the line does not state them
  std::optional<Date> date;
  std::string text;
  std::string bad_date;  ///< the "date" of the line, if it is not a date of ISO 8601
};

/// Reads {"id", "title", "date", "text", "source"} of an object; "text" must be there, the others
/// may be absent, null or empty, and unknown fields are ignored. An id may be an integer; a date
/// may go on with a time, which is dropped.
///
/// Requires valid UTF-8. Throws Error(where, …): not JSON (with the byte where reading stopped),
/// not an object, a field of the wrong type. Any depth of nesting is read without recursion.
JsonlRecord parse_jsonl(const std::string& where, std::string line);

}  // namespace entente
