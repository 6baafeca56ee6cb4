#pragma once

#include <vector>

#include "extract/document.h"

namespace entente {

/// Finds dates and intervals and resolves them to ISO 8601: "18 April 2019", "mid-May", "last
/// November", "Wednesday", "since 1992", "May 14 to 18".
///
/// Needs tokens and sentences. Relative dates resolve against the document's date; without one
/// they are left out rather than guessed. A month or day without a year takes the year of the
/// document or, where the document has no date, the last year that the text named before.
/// Weekdays and bare months lie before the document's date unless the sentence looks ahead.
/// Returns expressions by position, disjoint. Time O(tokens).
///
/// After TIMEX3 (ISO 24617-1), values as in ISO 8601-1 and 8601-2.
std::vector<TimeExpression> find_times(const Document& document);

}  // namespace entente
