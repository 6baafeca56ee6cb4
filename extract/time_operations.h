#pragma once

#include <algorithm>
#include <array>

#include "extract/time_calendar.h"
#include "extract/time_values.h"

// What the operations on times share. Included by time_days.cc, time_units.cc and time_spans.cc.
namespace entente::time_operations {

using Arguments = std::span<const TimeValue>;
using Result = std::optional<TimeValue>;

inline TimeValue time_value(std::optional<Interval> time) {
  TimeValue value;
  value.given = true;
  value.time = time;
  return value;
}
inline TimeValue date_value(std::optional<Date> date) {
  return time_value(date ? std::optional<Interval>(*date) : std::nullopt);
}
inline const TimeValue kUnknown = time_value(std::nullopt);

inline int number(Arguments arguments, size_t at) {
  return at < arguments.size() && arguments[at].given ? arguments[at].number : 0;
}
inline unsigned count(Arguments arguments, size_t at) {
  return static_cast<unsigned>(std::max(number(arguments, at), 0));
}
inline bool given(Arguments arguments, size_t at) {
  return at < arguments.size() && arguments[at].given;
}
/// The first date of a time argument; absent where the time has none.
inline std::optional<Date> first_date(Arguments arguments, size_t at) {
  if (at >= arguments.size() || !arguments[at].time) return std::nullopt;
  const Interval& time = *arguments[at].time;
  return time.begin() ? time.begin() : time.end();
}
inline TimeUnit unit(Arguments arguments, size_t at) {
  return static_cast<TimeUnit>(std::clamp(number(arguments, at), 1, 9));
}
// A day of a year: 100 × month + day, and 10000 × weekday where that is named too.
inline unsigned month_of(int month_day) { return static_cast<unsigned>(month_day) / 100 % 100; }
inline unsigned weekday_named(int month_day) { return static_cast<unsigned>(month_day) / 10000; }
inline unsigned day_of(int month_day) { return static_cast<unsigned>(month_day) % 100; }

/// The year of a day or month that is named without one.
inline std::optional<int> implied_year(const TimeContext& context, unsigned month, unsigned day) {
  const bool told = context.then && (context.narrative || !context.today);
  if (told) return (context.then->begin() ? context.then->begin() : context.then->end())->year();
  if (!context.today) return std::nullopt;
  return nearest_year(*context.today, context.direction, month, day);
}
inline std::optional<int> year_or_implied(Arguments arguments, size_t at,
                                          const TimeContext& context, unsigned month,
                                          unsigned day) {
  return given(arguments, at) ? std::optional<int>(number(arguments, at))
                              : implied_year(context, month, day);
}

inline std::optional<int> shifted_year(const std::optional<Date>& date, int steps) {
  return date ? std::optional<int>(date->year() + steps) : std::nullopt;
}
inline std::optional<Date> then_date(const TimeContext& context) {
  if (!context.then) return std::nullopt;
  return context.then->begin() ? context.then->begin() : context.then->end();
}

inline TimeValue make_date(std::optional<int> year, unsigned month, unsigned day) {
  return year ? date_value(Date::make(*year, month, day)) : kUnknown;
}

/// American order unless the first number can be no month.
inline int month_day_of(int first, int second) {
  return first <= 12 ? first * 100 + second : second * 100 + first;
}

inline constexpr int kMostUnits = 20'000;

inline Result length_of(int count, TimeUnit unit) {
  if (count < 0 || count > 365 * kMostUnits) return std::nullopt;
  TimeValue value;
  value.given = true;
  switch (unit) {
    case TimeUnit::day:
      value.days = count;
      return value;
    case TimeUnit::week:
    case TimeUnit::weekend:
      value.days = 7 * count;
      return value;
    case TimeUnit::fortnight:
      value.days = 14 * count;
      return value;
    case TimeUnit::month:
      value.months = count;
      return value;
    case TimeUnit::quarter:
      value.months = 3 * count;
      return value;
    case TimeUnit::year:
      value.months = 12 * count;
      return value;
    case TimeUnit::decade:
      value.months = 120 * std::min(count, kMostUnits);
      return value;
    case TimeUnit::century:
      value.months = 1200 * std::min(count, kMostUnits);
      return value;
  }
  return std::nullopt;
}

/// Days from today to the next such weekday, 0 to 6.
inline int days_ahead(Date today, unsigned weekday) {
  return static_cast<int>((weekday + 7 - weekday_of(today)) % 7);
}

inline std::optional<Interval> years(int first, int last) {
  const auto begin = Date::make(first), end = Date::make(last);
  return begin && end ? Interval::make(begin, end) : std::nullopt;
}

std::span<const NamedTimeOperation> day_operations();   ///< numbers, days and months
std::span<const NamedTimeOperation> unit_operations();  ///< weekdays, weeks to centuries
std::span<const NamedTimeOperation> span_operations();  ///< what has two ends or a length

}  // namespace entente::time_operations
