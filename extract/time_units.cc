#include "extract/time_operations.h"

namespace entente::time_operations {
namespace {

// Weekdays.

std::optional<Date> day_today(const TimeContext& context) {
  return context.today && context.today->has_day() ? context.today : std::nullopt;
}
int days_back(Date today, unsigned weekday) { return (7 - days_ahead(today, weekday)) % 7; }

Result weekday(Arguments a, const TimeContext& context) {
  const auto today = day_today(context);
  if (!today) return kUnknown;
  const bool future = context.direction == TimeDirection::future;
  return date_value(
      shift(*today, 0, future ? days_ahead(*today, count(a, 0)) : -days_back(*today, count(a, 0))));
}
Result weekday_of_week(Arguments a, const TimeContext& context) {
  const auto today = day_today(context);
  if (!today) return kUnknown;
  return date_value(shift(monday_of(*today), 0, int64_t{7} * number(a, 1) + number(a, 0) - 1));
}
/// "last", "this" or "next" before a weekday: of that week. A Sunday counts to the nearer one.
Result weekday_beside(Arguments a, const TimeContext& context) {
  const int step = number(a, 1);
  if (step == 0 && context.direction != TimeDirection::unknown) return weekday(a, context);
  const auto today = day_today(context);
  const Result day = weekday_of_week(a, context);
  const bool next_sunday = step > 0 && number(a, 0) == 7 && today && weekday_of(*today) != 7;
  return next_sunday ? date_value(shift(*day->time->begin(), 0, -7)) : day;
}
Result weekday_before(Arguments a, const TimeContext& context) {
  const auto today = day_today(context);
  if (!today) return kUnknown;
  const int back = days_back(*today, count(a, 0));
  return date_value(shift(*today, 0, back == 0 ? -7 : -back));
}
/// The `number`th such weekday after today; without a number the first.
Result weekday_ahead(Arguments a, const TimeContext& context) {
  const auto today = day_today(context);
  if (!today) return kUnknown;
  const int ahead = days_ahead(*today, count(a, 0));
  const int64_t weeks = given(a, 1) ? number(a, 1) - 1 : 0;
  return date_value(shift(*today, 0, (ahead == 0 ? 7 : ahead) + 7 * weeks));
}
Result weekday_back(Arguments a, const TimeContext& context) {
  const Result last = weekday_before(a, context);
  return last->time ? date_value(shift(*last->time->begin(), 0, -7 * (int64_t{number(a, 1)} - 1)))
                    : kUnknown;
}
/// The nearest day of this number, in the direction of the sentence, that is such a weekday.
Result weekday_on(Arguments a, const TimeContext& context) {
  if (!context.today || !context.today->has_month()) return kUnknown;
  const bool future = context.direction == TimeDirection::future;
  for (int step = 0; step < 48; ++step) {
    const auto month = shift(context.today->month_of(), future ? step : -step, 0);
    const auto day = month ? Date::make(month->year(), month->month(), count(a, 1)) : std::nullopt;
    if (day && weekday_of(*day) == count(a, 0)) return date_value(day);
  }
  return kUnknown;
}
Result weekday_of_month_named(Arguments a, const TimeContext& context) {
  const auto year = year_or_implied(a, 3, context, count(a, 2), 0);
  return year ? date_value(weekday_of_month(*year, count(a, 2), number(a, 0), count(a, 1)))
              : kUnknown;
}
Result weekday_of_shifted(Arguments a, const TimeContext& context) {
  if (!context.today || !context.today->has_month()) return kUnknown;
  const auto month = shift(context.today->month_of(), number(a, 2), 0);
  if (!month) return kUnknown;
  return date_value(weekday_of_month(month->year(), month->month(), number(a, 0), count(a, 1)));
}

// Weeks, quarters, seasons, years and more.

Result calendar(Arguments a, const TimeContext& context) {
  auto date = first_date(a, 0);
  if (!date) date = context.today;
  if (!date) return kUnknown;
  const bool weekend_over = unit(a, 1) == TimeUnit::weekend && number(a, 2) == 0 &&
                            context.direction == TimeDirection::past && date->has_day() &&
                            weekday_of(*date) < 6;
  return time_value(unit_around(*date, unit(a, 1), weekend_over ? -1 : number(a, 2)));
}
Result week_holding(Arguments a, const TimeContext&) {
  const auto day = first_date(a, 0);
  return day ? time_value(unit_around(*day, TimeUnit::week, 0)) : kUnknown;
}
Result week_of_month(Arguments a, const TimeContext& context) {
  const auto year = year_or_implied(a, 2, context, count(a, 1), 0);
  return year ? time_value(week_of(*year, count(a, 1), number(a, 0))) : kUnknown;
}
Result part_of_year(std::optional<int> year, int part, int months) {
  if (part < 1 || part > 12 / months) return std::nullopt;
  if (!year) return kUnknown;
  const auto first = Date::make(*year, static_cast<unsigned>((part - 1) * months + 1));
  const auto last = Date::make(*year, static_cast<unsigned>(part * months));
  return first && last ? time_value(Interval::make(first, last)) : kUnknown;
}
Result quarter(Arguments a, const TimeContext&) {
  return part_of_year(number(a, 1), number(a, 0), 3);
}
Result quarter_of_shifted(Arguments a, const TimeContext& context) {
  return part_of_year(shifted_year(context.today, number(a, 1)), number(a, 0), 3);
}
Result quarter_near(Arguments a, const TimeContext& context) {
  return part_of_year(shifted_year(context.today, 0), number(a, 0), 3);
}
Result half_year(Arguments a, const TimeContext&) {
  return part_of_year(number(a, 1), number(a, 0), 6);
}
Result season(Arguments a, const TimeContext&) {
  return time_value(season_of(number(a, 1), number(a, 0)));
}
Result season_of_shifted(Arguments a, const TimeContext& context) {
  const auto year = shifted_year(context.today, number(a, 1));
  return year ? time_value(season_of(*year, number(a, 0))) : kUnknown;
}
Result season_of_then(Arguments a, const TimeContext& context) {
  const auto then = then_date(context);
  return then ? time_value(season_of(then->year(), number(a, 0))) : kUnknown;
}
/// The last such season that is over, the one of this year, or the next that begins.
Result season_beside(Arguments a, const TimeContext& context) {
  if (!context.today || !context.today->has_month()) return kUnknown;
  const int step = number(a, 1);
  int year = context.today->year();
  const auto of_year = season_of(year, number(a, 0));
  if (!of_year) return kUnknown;
  const Date now = context.today->month_of();
  const bool winter_now = number(a, 0) == 4 && now.month() < 3;
  if (step == 0 && winter_now) --year;
  if (step < 0 && *of_year->end() >= now) year -= winter_now ? 2 : 1;
  if (step > 0 && *of_year->begin() <= now) ++year;
  return time_value(season_of(year, number(a, 0)));
}

Result year(Arguments a, const TimeContext&) {
  return number(a, 0) < 1 || number(a, 0) > 9999 ? kUnknown : make_date(number(a, 0), 0, 0);
}
/// "the 1990s"; "the 1800s" are a century, "the 2000s" a decade.
Result decade(Arguments a, const TimeContext&) {
  const int first = number(a, 0);
  if (first % 10 != 0) return std::nullopt;
  return time_value(years(first, first % 100 == 0 && first != 2000 ? first + 99 : first + 9));
}
Result century(Arguments a, const TimeContext&) {
  const int last = std::clamp(number(a, a.size() - 1), 0, 1000),
            first = std::min(number(a, 0), 1000);
  return time_value(years(std::max(100 * (first - 1), 1), 100 * last - 1));
}
constexpr int kMostBeforeChrist = 10'000;  // year 0 is 1 BC
int astronomical(int before_christ) { return 1 - std::min(before_christ, kMostBeforeChrist + 1); }
Result year_before_christ(Arguments a, const TimeContext&) {
  return number(a, 0) < 1 ? kUnknown : make_date(astronomical(number(a, 0)), 0, 0);
}
Result years_before_christ(Arguments a, const TimeContext&) {
  return time_value(years(astronomical(number(a, 0)), astronomical(number(a, 1))));
}
Result century_before_christ(Arguments a, const TimeContext&) {
  const int first = 100 * std::min(number(a, 0), 1000);
  return time_value(years(astronomical(first), astronomical(first - 99)));
}

constexpr NamedTimeOperation kOperations[] = {
    {"weekday", 1, weekday},
    {"weekday_of_week", 2, weekday_of_week},
    {"weekday_beside", 2, weekday_beside},
    {"weekday_before", 1, weekday_before},
    {"weekday_ahead", 2, weekday_ahead},
    {"weekday_back", 2, weekday_back},
    {"weekday_on", 2, weekday_on},
    {"weekday_of_month", 4, weekday_of_month_named},
    {"weekday_of_shifted", 3, weekday_of_shifted},
    {"calendar", 3, calendar},
    {"week_holding", 1, week_holding},
    {"week_of_month", 3, week_of_month},
    {"quarter", 2, quarter},
    {"quarter_of_shifted", 2, quarter_of_shifted},
    {"quarter_near", 1, quarter_near},
    {"half_year", 2, half_year},
    {"season", 2, season},
    {"season_of_shifted", 2, season_of_shifted},
    {"season_of_then", 1, season_of_then},
    {"season_beside", 2, season_beside},
    {"year", 1, year},
    {"decade", 1, decade},
    {"century", 2, century},
    {"year_before_christ", 1, year_before_christ},
    {"years_before_christ", 2, years_before_christ},
    {"century_before_christ", 1, century_before_christ},
};

}  // namespace

std::span<const NamedTimeOperation> unit_operations() { return kOperations; }

}  // namespace entente::time_operations
