#include "extract/time_operations.h"

namespace entente::time_operations {
namespace {

// Numbers and lengths.

Result same(Arguments a, const TimeContext&) { return a[0]; }
Result none(Arguments, const TimeContext&) { return kUnknown; }

Result day_month(Arguments a, const TimeContext&) {
  if (number(a, 1) < 1 || number(a, 1) > 31) return std::nullopt;
  TimeValue value;
  value.given = true;
  value.number = number(a, 0) * 100 + number(a, 1);
  return value;
}

Result day_on_weekday(Arguments a, const TimeContext&) {
  TimeValue value = a[0];
  value.number += 10000 * number(a, 1);
  return value;
}

Result length(Arguments a, const TimeContext&) { return length_of(number(a, 0), unit(a, 1)); }
Result half(Arguments a, const TimeContext&) {
  TimeValue value = *length_of(1, unit(a, 0));
  if (value.months % 2 == 1) value.days = 15;
  value.months /= 2;
  return value;
}
Result sum(Arguments a, const TimeContext&) {
  TimeValue value = a[0];
  for (const TimeValue& part : a.subspan(1)) {
    value.days += part.days;
    value.months += part.months;
  }
  return value;
}

// Days.

Result date(Arguments a, const TimeContext&) {
  return make_date(number(a, 0), count(a, 1), count(a, 2));
}
Result year_first(Arguments a, const TimeContext& context) {
  return count(a, 1) == 0 ? kUnknown : date(a, context);
}
Result month_first(Arguments a, const TimeContext&) {
  const int md = month_day_of(number(a, 0), number(a, 1));
  return md < 100 ? kUnknown : make_date(number(a, 2), month_of(md), day_of(md));
}
/// The nearest year in which the day is the weekday that is named with it.
std::optional<int> year_of_weekday(int md, int year, TimeDirection direction) {
  const int likely = direction == TimeDirection::future ? 1 : -1;
  for (const int step : {0, likely, -likely}) {
    const auto day = Date::make(year + step, month_of(md), day_of(md));
    if (day && day->has_day() && weekday_of(*day) == weekday_named(md)) return day->year();
  }
  return std::nullopt;
}
Result day_near_md(int md, const TimeContext& context) {
  const unsigned month = month_of(md), day = day_of(md);
  if (month == 0 || day == 0) return kUnknown;
  auto year = implied_year(context, month, day);
  if (year && weekday_named(md) != 0)
    if (const auto other = year_of_weekday(md, *year, context.direction)) year = other;
  return make_date(year, month, day);
}
/// "the 12th of October last".
Result day_beside(Arguments a, const TimeContext& context) {
  const auto from = context.narrative && context.then ? context.then->begin() : context.today;
  if (!from || !from->has_month()) return kUnknown;
  const auto day = Date::make(from->year(), month_of(number(a, 0)), day_of(number(a, 0)));
  const bool over = day && day->first_day() < from->first_day();
  const int step = number(a, 1) > 0 ? (over ? 1 : 0) : over ? 0 : -1;
  return make_date(from->year() + step, month_of(number(a, 0)), day_of(number(a, 0)));
}
Result numbers_near(Arguments a, const TimeContext& context) {
  return day_near_md(month_day_of(number(a, 0), number(a, 1)), context);
}
Result day_near(Arguments a, const TimeContext& context) {
  return day_near_md(number(a, 0), context);
}
Result day_of_year(Arguments a, const TimeContext&) {
  return make_date(number(a, 1), month_of(number(a, 0)), day_of(number(a, 0)));
}
Result day_of_shifted(Arguments a, const TimeContext& context) {
  return make_date(shifted_year(context.today, number(a, 1)), month_of(number(a, 0)),
                   day_of(number(a, 0)));
}
Result day_of_then(Arguments a, const TimeContext& context) {
  return make_date(shifted_year(then_date(context), number(a, 1)), month_of(number(a, 0)),
                   day_of(number(a, 0)));
}
Result day_of_month(Arguments a, const TimeContext& context) {
  if (!context.today || !context.today->has_month()) return kUnknown;
  const auto month = shift(context.today->month_of(), number(a, 1), 0);
  return month ? make_date(month->year(), month->month(), count(a, 0)) : kUnknown;
}
Result day_alone(Arguments a, const TimeContext& context) {
  const auto then = then_date(context);
  const bool told = then && then->has_month() && (context.narrative || !context.today);
  if (told) return make_date(then->year(), then->month(), count(a, 0));
  if (!context.today || !context.today->has_day()) return kUnknown;
  int step = 0;
  if (context.direction == TimeDirection::future && count(a, 0) < context.today->day()) step = 1;
  if (context.direction == TimeDirection::past && count(a, 0) > context.today->day()) step = -1;
  const auto month = shift(context.today->month_of(), step, 0);
  return month ? make_date(month->year(), month->month(), count(a, 0)) : kUnknown;
}
Result month_end(Arguments a, const TimeContext& context) {
  const auto year = year_or_implied(a, 1, context, count(a, 0), 0);
  const auto month = year ? Date::make(*year, count(a, 0)) : std::nullopt;
  return month ? date_value(Date::from_days(month->last_day())) : kUnknown;
}
Result days_on(Arguments a, const TimeContext&) {
  const auto day = first_date(a, 0);
  return day && day->has_day() ? date_value(shift(*day, 0, number(a, 1))) : kUnknown;
}

// Months.

Result month(Arguments a, const TimeContext&) { return make_date(number(a, 0), count(a, 1), 0); }
Result month_number(Arguments a, const TimeContext&) {
  const bool year_first = number(a, 0) > 12;
  const unsigned month = count(a, year_first ? 1 : 0);
  if (month < 1 || month > 12) return std::nullopt;
  return make_date(number(a, year_first ? 0 : 1), month, 0);
}
Result month_of_shifted(Arguments a, const TimeContext& context) {
  return make_date(shifted_year(context.today, number(a, 1)), count(a, 0), 0);
}
Result month_of_then(Arguments a, const TimeContext& context) {
  return make_date(shifted_year(then_date(context), number(a, 1)), count(a, 0), 0);
}
Result month_near(Arguments a, const TimeContext& context) {
  return make_date(implied_year(context, count(a, 0), 0), count(a, 0), 0);
}
/// "last", "this" and "next" before the name of a month.
Result month_beside(Arguments a, const TimeContext& context) {
  if (!context.today) return kUnknown;
  const auto named = count(a, 0);
  const auto now = context.today->has_month() ? context.today->month() : 1;
  int year = context.today->year();
  if (number(a, 1) < 0 && named >= now) --year;
  if (number(a, 1) > 0 && named <= now) ++year;
  return make_date(year, named, 0);
}
Result month_after_next(Arguments a, const TimeContext& context) {
  const Result next = month_beside(std::array{a[0], *length_of(1, TimeUnit::day)}, context);
  return next->time ? date_value(shift(*next->time->begin(), 12, 0)) : kUnknown;
}

constexpr NamedTimeOperation kOperations[] = {
    {"same", 1, same},
    {"none", 0, none},
    {"day_month", 2, day_month},
    {"day_on_weekday", 2, day_on_weekday},
    {"length", 2, length},
    {"half", 1, half},
    {"sum", 3, sum},
    {"date", 3, date},
    {"year_first", 3, year_first},
    {"month_first", 3, month_first},
    {"numbers_near", 2, numbers_near},
    {"day_near", 1, day_near},
    {"day_beside", 2, day_beside},
    {"day_of_year", 2, day_of_year},
    {"day_of_shifted", 2, day_of_shifted},
    {"day_of_then", 2, day_of_then},
    {"day_of_month", 2, day_of_month},
    {"day_alone", 1, day_alone},
    {"month_end", 2, month_end},
    {"days_on", 2, days_on},
    {"month", 2, month},
    {"month_number", 2, month_number},
    {"month_of_shifted", 2, month_of_shifted},
    {"month_of_then", 2, month_of_then},
    {"month_near", 1, month_near},
    {"month_beside", 2, month_beside},
    {"month_after_next", 1, month_after_next},
};

}  // namespace

std::span<const NamedTimeOperation> day_operations() { return kOperations; }

}  // namespace entente::time_operations
