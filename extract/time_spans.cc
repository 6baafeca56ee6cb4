#include "extract/time_operations.h"

namespace entente::time_operations {
namespace {

// Spans.

Result span(Arguments a, const TimeContext&) {
  if (!a[0].given || !a[1].given) return std::nullopt;
  if (!a[0].time || !a[1].time) return kUnknown;
  const auto begin = a[0].time->begin(), end = a[1].time->end();
  if (begin && end && begin->has_day() && !end->has_month()) return std::nullopt;
  const auto interval = Interval::make(begin, end);
  return interval ? Result(time_value(interval)) : std::nullopt;
}
Result year_span(Arguments a, const TimeContext&) {
  const auto interval = years(number(a, 0), number(a, 1));
  return interval ? Result(time_value(interval)) : std::nullopt;
}
/// "1980–88".
Result years_short(Arguments a, const TimeContext&) {
  const int last = number(a, 0) / 100 * 100 + number(a, 1) % 100;
  return last > number(a, 0) ? Result(time_value(years(number(a, 0), last))) : std::nullopt;
}
std::optional<Interval> between(const Result& begin, const Result& end) {
  return begin && end && begin->time && end->time
             ? Interval::make(begin->time->begin(), end->time->end())
             : std::nullopt;
}
Result days(Arguments a, const TimeContext& context) {
  if (number(a, 1) > number(a, 2)) return std::nullopt;
  const auto year = year_or_implied(a, 3, context, count(a, 0), count(a, 1));
  return time_value(between(make_date(year, count(a, 0), count(a, 1)),
                            make_date(year, count(a, 0), count(a, 2))));
}
/// The year of the first of two days or months; a given year is that of the second.
std::optional<int> first_year(Arguments a, const TimeContext& context, bool over_new_year,
                              unsigned month, unsigned day) {
  const auto year = year_or_implied(a, 2, context, month, day);
  return year && over_new_year && given(a, 2) ? std::optional<int>(*year - 1) : year;
}
Result days_apart(Arguments a, const TimeContext& context) {
  const int first = number(a, 0) % 10000, last = number(a, 1) % 10000;
  const auto year = first_year(a, context, first > last, month_of(first), day_of(first));
  if (!year) return kUnknown;
  return time_value(between(make_date(*year, month_of(first), day_of(first)),
                            make_date(*year + (first > last), month_of(last), day_of(last))));
}
Result months(Arguments a, const TimeContext& context) {
  const int first = number(a, 0), last = number(a, 1);
  auto year = first_year(a, context, first > last, count(a, 0), 0);
  if (!year) return kUnknown;
  if (!given(a, 2) && context.direction == TimeDirection::future)  // it may be running
    year = implied_year(context, count(a, 1), 0).value_or(*year) - (first > last);
  return time_value(
      between(make_date(*year, count(a, 0), 0), make_date(*year + (first > last), count(a, 1), 0)));
}
Result month_to_day(Arguments a, const TimeContext& context) {
  const int last = number(a, 1);
  const bool over = count(a, 0) > month_of(last);
  const auto year = first_year(a, context, over, count(a, 0), 0);
  if (!year) return kUnknown;
  return time_value(between(make_date(*year, count(a, 0), 0),
                            make_date(*year + over, month_of(last), day_of(last))));
}
Result numbers_apart(Arguments a, const TimeContext& context) {
  TimeValue days_named[2] = {a[0], a[2]};
  days_named[0].number = month_day_of(number(a, 0), number(a, 1));
  days_named[1].number = month_day_of(number(a, 2), number(a, 3));
  return days_apart(days_named, context);
}
/// "from next Monday to Friday".
Result to_weekday(Arguments a, const TimeContext&) {
  const auto begin = first_date(a, 0);
  if (!begin || !begin->has_day()) return std::nullopt;
  return time_value(Interval::make(begin, shift(*begin, 0, days_ahead(*begin, count(a, 1)))));
}
Result since(Arguments a, const TimeContext&) {
  const auto begin = first_date(a, 0);
  return begin ? time_value(Interval::make(begin, std::nullopt)) : kUnknown;
}
Result until(Arguments a, const TimeContext&) {
  if (!a[0].time) return kUnknown;
  const auto end = a[0].time->end() ? a[0].time->end() : a[0].time->begin();
  return time_value(Interval::make(std::nullopt, end));
}

// Lengths from a date.

/// To the precision of the length: years from a day give a year.
std::optional<Date> moved(Date from, const TimeValue& length, int sign) {
  const bool whole_years = length.months % 12 == 0 && length.months != 0;
  if (length.days == 0)
    from = whole_years ? from.year_of() : from.has_day() ? from.month_of() : from;
  return shift(from, int64_t{length.months} * sign, int64_t{length.days} * sign);
}
Result shifted(Arguments a, const TimeContext&) {
  const auto from = first_date(a, 0);
  return from ? date_value(moved(*from, a[1], number(a, 2))) : kUnknown;
}
Result later(Arguments a, const TimeContext& context) {
  const Result length = length_of(1, unit(a, 1));
  return shifted(std::array{a[0], *length, a[2]}, context);
}
Result ahead(Arguments a, const TimeContext& context) {
  if (context.direction != TimeDirection::future) return std::nullopt;
  return context.today ? date_value(moved(*context.today, a[0], 1)) : kUnknown;
}
Result within(Arguments a, const TimeContext& context) {
  const auto from = context.direction == TimeDirection::future ? context.today : std::nullopt;
  const auto to = from ? moved(*from, a[0], 1) : std::nullopt;
  return to ? time_value(Interval::make(from, to)) : kUnknown;
}
/// The first or last so many units of a longer one.
Result first_of(Arguments a, const TimeContext&) {
  const auto whole = first_date(a, 1);
  if (!whole || !a[1].time->end()) return kUnknown;
  const Date day = Date::from_days(whole->first_day());
  const Date begin = a[0].days != 0 ? day : day.month_of();
  const auto after = shift(begin, a[0].months, a[0].days);
  return after ? time_value(Interval::make(begin, after->plus(-1))) : kUnknown;
}
Result last_of(Arguments a, const TimeContext&) {
  if (!a[1].time || !a[1].time->end()) return kUnknown;
  const Date day = Date::from_days(a[1].time->end()->last_day());
  const Date end = a[0].days != 0 ? day : day.month_of();
  const auto before = shift(end, -int64_t{a[0].months}, -int64_t{a[0].days});
  return before ? time_value(Interval::make(before->plus(1), end)) : kUnknown;
}
Result rolling_quarters(Arguments a, Date today) {
  const int sign = number(a, 2), count = std::min(number(a, 0), kMostUnits);
  const auto near = unit_around(today, TimeUnit::quarter, sign);
  const auto far = unit_around(today, TimeUnit::quarter, sign * count);
  if (!near || !far) return kUnknown;
  return time_value(sign < 0 ? Interval::make(far->begin(), near->end())
                             : Interval::make(near->begin(), far->end()));
}
/// The last or next so many units: up to today, or from tomorrow.
Result rolling(Arguments a, const TimeContext& context) {
  const Result length = length_of(number(a, 0), unit(a, 1));
  const auto from = context.narrative && number(a, 2) > 0 ? then_date(context) : context.today;
  if (!length || !from) return kUnknown;
  if (unit(a, 1) == TimeUnit::quarter) return rolling_quarters(a, *from);
  const auto other = moved(*from, *length, number(a, 2));
  if (!other) return kUnknown;
  const Date now = other->has_day()     ? *from
                   : other->has_month() ? from->month_of()
                                        : from->year_of();
  if (number(a, 2) < 0) return time_value(Interval::make(other, now));
  const auto tomorrow = now.has_day() ? shift(now, 0, 1) : now;
  return time_value(Interval::make(tomorrow, other));
}
Result lasting(Arguments a, const TimeContext&) {
  const auto from = first_date(a, 0);
  const auto to = from ? shift(*from, a[1].months, 0) : std::nullopt;
  if (!to || (a[1].days != 0 && !to->has_day())) return kUnknown;
  const auto last = to->has_day() ? shift(*to, 0, int64_t{a[1].days} - 1) : to;
  return last ? time_value(Interval::make(from, last)) : kUnknown;
}

constexpr NamedTimeOperation kOperations[] = {
    {"span", 2, span},
    {"year_span", 2, year_span},
    {"years_short", 2, years_short},
    {"days", 4, days},
    {"days_apart", 3, days_apart},
    {"months", 3, months},
    {"month_to_day", 3, month_to_day},
    {"numbers_apart", 4, numbers_apart},
    {"to_weekday", 2, to_weekday},
    {"since", 1, since},
    {"until", 1, until},
    {"shifted", 3, shifted},
    {"later", 3, later},
    {"ahead", 1, ahead},
    {"within", 1, within},
    {"rolling", 3, rolling},
    {"first_of", 2, first_of},
    {"last_of", 2, last_of},
    {"lasting", 2, lasting},
};

}  // namespace

std::span<const NamedTimeOperation> span_operations() { return kOperations; }

}  // namespace entente::time_operations
