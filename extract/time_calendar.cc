#include "extract/time_calendar.h"

#include <cstdlib>

namespace entente {
namespace {

using std::chrono::days;

constexpr int64_t kMostDays = 7'000'000, kMostMonths = 12 * 20'000;  // both beyond all dates

std::optional<Interval> year_span(int first, int last) {
  const auto begin = Date::make(first), end = Date::make(last);
  return begin && end ? Interval::make(begin, end) : std::nullopt;
}

std::optional<Interval> month_span(Date first, int count) {
  const auto last = shift(first, count - 1, 0);
  return last ? Interval::make(first, last) : std::nullopt;
}

int floor_to(int value, int step) { return value - ((value % step) + step) % step; }

}  // namespace

std::optional<Date> shift(Date date, int64_t months, int64_t days_later) {
  if (std::abs(months) > kMostMonths || std::abs(days_later) > kMostDays) return std::nullopt;
  if (!date.has_month() && months % 12 != 0) return std::nullopt;
  if (!date.has_day() && days_later != 0) return std::nullopt;
  const int64_t count =
      int64_t{date.year()} * 12 + (date.has_month() ? date.month() - 1 : 0) + months;
  const int year = static_cast<int>(count >= 0 ? count / 12 : -((-count + 11) / 12));
  const auto month = date.has_month() ? static_cast<unsigned>(count - int64_t{year} * 12 + 1) : 0;
  unsigned day = date.day();
  while (day > 28 && !Date::make(year, month, day)) --day;
  const auto moved = Date::make(year, month, day);
  if (!moved || days_later == 0) return moved;
  const auto result = Date::from_days(moved->first_day() + days(days_later));
  return Date::make(result.year(), result.month(), result.day());
}

unsigned weekday_of(Date day) { return std::chrono::weekday(day.first_day()).iso_encoding(); }

Date monday_of(Date day) { return Date::from_days(day.first_day() - days(weekday_of(day) - 1)); }

std::optional<Interval> days_from(Date first, int count) {
  const auto last = shift(first, 0, count - 1);
  return last && count > 0 ? Interval::make(first, last) : std::nullopt;
}

std::optional<Interval> unit_around(Date date, TimeUnit unit, int steps) {
  const bool needs_day = unit == TimeUnit::day || unit == TimeUnit::week ||
                         unit == TimeUnit::weekend || unit == TimeUnit::fortnight;
  if (needs_day && !date.has_day()) return std::nullopt;
  if ((unit == TimeUnit::month || unit == TimeUnit::quarter) && !date.has_month())
    return std::nullopt;
  std::optional<Date> moved;
  switch (unit) {
    case TimeUnit::day:
      moved = shift(date, 0, steps);
      return moved ? std::optional<Interval>(*moved) : std::nullopt;
    case TimeUnit::week:
      moved = shift(monday_of(date), 0, int64_t{7} * steps);
      return moved ? days_from(*moved, 7) : std::nullopt;
    case TimeUnit::weekend:
      moved = shift(monday_of(date), 0, int64_t{7} * steps + 5);
      return moved ? days_from(*moved, 2) : std::nullopt;
    case TimeUnit::fortnight:
      moved = shift(monday_of(date), 0, int64_t{14} * steps);
      return moved ? days_from(*moved, 14) : std::nullopt;
    case TimeUnit::month:
      moved = shift(date.month_of(), steps, 0);
      return moved ? std::optional<Interval>(*moved) : std::nullopt;
    case TimeUnit::quarter: {
      const auto first = Date::make(date.year(), (date.month() - 1) / 3 * 3 + 1);
      moved = shift(*first, int64_t{3} * steps, 0);
      return moved ? month_span(*moved, 3) : std::nullopt;
    }
    case TimeUnit::year:
      moved = Date::make(date.year() + steps);
      return moved ? std::optional<Interval>(*moved) : std::nullopt;
    case TimeUnit::decade: {
      const int first = floor_to(date.year(), 10) + 10 * steps;
      return year_span(first, first + 9);
    }
    case TimeUnit::century: {
      const int first = floor_to(date.year(), 100) + 100 * steps;
      return year_span(first, first + 99);
    }
  }
  return std::nullopt;
}

std::optional<Date> weekday_of_month(int year, unsigned month, int ordinal, unsigned weekday) {
  const auto whole = Date::make(year, month);
  if (!whole || month == 0 || ordinal > 5 || ordinal < 0) return std::nullopt;
  const Date first = Date::from_days(ordinal == 0 ? whole->last_day() : whole->first_day());
  const int ahead = (static_cast<int>(weekday) - static_cast<int>(weekday_of(first)) + 7) % 7;
  const int back = (7 - ahead) % 7;
  const auto day = shift(first, 0, ordinal == 0 ? -back : ahead + 7 * (ordinal - 1));
  return day && day->month() == month ? day : std::nullopt;
}

std::optional<Interval> week_of(int year, unsigned month, int ordinal) {
  if (ordinal < 0 || ordinal > 53 || (month != 0 && ordinal > 5)) return std::nullopt;
  const unsigned holder = month != 0 ? month : ordinal == 0 ? 12 : 1;
  const auto thursday = weekday_of_month(year, holder, ordinal == 0 ? 0 : 1, 4);
  if (!thursday) return std::nullopt;
  const auto monday = shift(*thursday, 0, (ordinal == 0 ? 0 : 7 * (ordinal - 1)) - 3);
  return monday ? days_from(*monday, 7) : std::nullopt;
}

std::optional<Interval> season_of(int year, int season) {
  const auto first = Date::make(year, static_cast<unsigned>(season) * 3);
  return first ? month_span(*first, 3) : std::nullopt;
}

std::optional<int> nearest_year(Date today, TimeDirection direction, unsigned month, unsigned day) {
  constexpr int kSlack = 31;     // days: the tense of a clause is often that of another
  constexpr int kLeapCycle = 8;  // 1896 to 1904 had no 29 February
  std::optional<int> best;
  int64_t best_distance = 0;
  for (int year = today.year() - kLeapCycle; year <= today.year() + kLeapCycle; ++year) {
    const auto date = Date::make(year, month, day);
    if (!date) continue;
    int64_t ahead = 0;
    if (day != 0) {
      ahead = (date->first_day() - today.first_day()).count();
      if (direction == TimeDirection::future && ahead < -kSlack) continue;
      if (direction == TimeDirection::past && ahead > kSlack) continue;
    } else {
      const int month_today = static_cast<int>(today.has_month() ? today.month() : 1);
      ahead = 12 * (year - today.year()) + static_cast<int>(month) - month_today;
      if (direction == TimeDirection::future && ahead < 0) continue;
      if (direction == TimeDirection::past && ahead > 0) continue;
    }
    if (best && std::abs(ahead) >= best_distance) continue;
    best = year;
    best_distance = std::abs(ahead);
  }
  return best;
}

}  // namespace entente
