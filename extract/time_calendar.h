#pragma once

#include <optional>

#include "base/date.h"
#include "extract/time_values.h"

namespace entente {

/// Calendar arithmetic of time expressions. All take any numbers; what there is no date for is
/// absent. Weekdays count from 1, Monday; weeks begin on Monday unless said otherwise.

/// `months` and `days` later, or before; the day is cut to the end of a shorter month. Keeps the
/// precision of `date`, which `days` and `months` must not exceed.
std::optional<Date> shift(Date date, int64_t months, int64_t days);

unsigned weekday_of(Date day);  ///< requires a day
Date monday_of(Date day);       ///< requires a day
std::optional<Interval> days_from(Date first, int count);

/// The unit that holds a date, moved by `steps`; absent where the date is less precise.
std::optional<Interval> unit_around(Date date, TimeUnit unit, int steps);

/// The `ordinal`th such weekday of a month, 0: the last.
std::optional<Date> weekday_of_month(int year, unsigned month, int ordinal, unsigned weekday);

/// The `ordinal`th week of a month or (month 0) year, 0: the last; it has its Thursday there.
std::optional<Interval> week_of(int year, unsigned month, int ordinal);

/// Three months; winter runs into the next year.
std::optional<Interval> season_of(int year, int season);

/// The year that puts a day, or (day 0) a month, nearest to today in that direction. A month
/// counts as ahead only if it is not over; a day may miss the direction by a month. None where
/// there is no such day (31 April).
std::optional<int> nearest_year(Date today, TimeDirection direction, unsigned month, unsigned day);

}  // namespace entente
