#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace entente {

/// The day that a text gives as its own: at its start ("date 2019-04-18 …"), or in one of its first
/// three lines as a dateline ("MOSCOW, 18 April 2019 — …", "Geneva, 3 May 2021: …", "WASHINGTON,
/// April 18, 2019 (Reuters) - …") or alone on the line ("Friday, January 4, 2019"). Absent where
/// there is none: a date in a sentence is not the text's. Requires valid UTF-8.
std::optional<Date> text_date(std::string_view text);

/// The day (or coarser date) at the start of an ISO 8601 date with or without time:
/// "2019-04-18T10:00:00Z" gives 2019-04-18.
std::optional<Date> timestamp_date(std::string_view text);

}  // namespace entente
