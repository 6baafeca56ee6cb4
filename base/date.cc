#include "base/date.h"

#include <array>
#include <cstdio>

namespace entente {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kMaxYear = 9999;

std::optional<unsigned> read_digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

year_month_day calendar(int year, unsigned month, unsigned day) {
  return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

}  // namespace

std::optional<Date> Date::make(int year, unsigned month, unsigned day) {
  if (year < -kMaxYear || year > kMaxYear || month > 12) return std::nullopt;
  if (month == 0 && day != 0) return std::nullopt;
  if (day != 0 && !calendar(year, month, day).ok()) return std::nullopt;
  return Date(year, month, day);
}

std::optional<Date> Date::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if (text.size() > 4 && text[4] != '-') return std::nullopt;
  if (text.size() > 7 && text[7] != '-') return std::nullopt;
  const auto year = read_digits(text.substr(0, 4));
  const auto month = text.size() > 4 ? read_digits(text.substr(5, 2)) : 0u;
  const auto day = text.size() > 7 ? read_digits(text.substr(8, 2)) : 0u;
  if (!year || !month || !day) return std::nullopt;
  if ((text.size() > 4 && *month == 0) || (text.size() > 7 && *day == 0)) return std::nullopt;
  return make(negative ? -static_cast<int>(*year) : static_cast<int>(*year), *month, *day);
}

Date Date::from_days(sys_days days) {
  const year_month_day ymd(days);
  return Date(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
              static_cast<unsigned>(ymd.day()));
}

sys_days Date::first_day() const {
  return sys_days(calendar(year_, has_month() ? month_ : 1, has_day() ? day_ : 1));
}

sys_days Date::last_day() const {
  if (has_day()) return first_day();
  const std::chrono::year year{year_};
  const std::chrono::month month{has_month() ? month_ : 12};
  return sys_days(year / month / std::chrono::last);
}

Date Date::month_of() const { return Date(year_, month_, 0); }
Date Date::year_of() const { return Date(year_, 0, 0); }

Date Date::plus(int count) const {
  Date result = *this;
  if (has_day()) {
    result = from_days(first_day() + std::chrono::days(count));
  } else if (has_month()) {
    const auto moved =
        std::chrono::year{year_} / std::chrono::month{month_} + std::chrono::months(count);
    result = Date(static_cast<int>(moved.year()), static_cast<unsigned>(moved.month()), 0);
  } else {
    result.year_ += count;
  }
  return result.year_ < -kMaxYear || result.year_ > kMaxYear ? *this : result;
}

std::string Date::str() const {
  std::array<char, 32> buffer{};
  const char* sign = year_ < 0 ? "-" : "";
  const int year = year_ < 0 ? -year_ : year_;
  if (has_day()) {
    std::snprintf(buffer.data(), buffer.size(), "%s%04d-%02u-%02u", sign, year, month_, day_);
  } else if (has_month()) {
    std::snprintf(buffer.data(), buffer.size(), "%s%04d-%02u", sign, year, month_);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%s%04d", sign, year);
  }
  return buffer.data();
}

std::strong_ordering operator<=>(const Date& a, const Date& b) {
  if (const auto by_day = a.first_day() <=> b.first_day(); by_day != 0) return by_day;
  return b.last_day() <=> a.last_day();
}

std::optional<Interval> Interval::make(std::optional<Date> begin, std::optional<Date> end) {
  if (!begin && !end) return std::nullopt;
  if (begin && end && begin->first_day() > end->last_day()) return std::nullopt;
  Interval interval;
  interval.begin_ = begin;
  interval.end_ = end;
  return interval;
}

std::optional<Interval> Interval::parse(std::string_view text) {
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    const auto date = Date::parse(text);
    return date ? std::optional<Interval>(Interval(*date)) : std::nullopt;
  }
  const auto first = text.substr(0, slash), second = text.substr(slash + 1);
  const auto begin = Date::parse(first), end = Date::parse(second);
  if ((!begin && first != "..") || (!end && second != "..")) return std::nullopt;
  return make(begin, end);
}

std::string Interval::str() const {
  if (is_date()) return begin_->str();
  return (begin_ ? begin_->str() : "..") + "/" + (end_ ? end_->str() : "..");
}

bool Interval::overlaps(const Interval& other) const {
  if (end_ && other.begin_ && end_->last_day() < other.begin_->first_day()) return false;
  return !(other.end_ && begin_ && other.end_->last_day() < begin_->first_day());
}

std::strong_ordering operator<=>(const Interval& a, const Interval& b) {
  // An open beginning comes before every date, an open end after every date.
  if (a.begin_ && b.begin_) {
    if (const auto order = *a.begin_ <=> *b.begin_; order != 0) return order;
  } else if (a.begin_ || b.begin_) {
    return a.begin_ ? std::strong_ordering::greater : std::strong_ordering::less;
  }
  if (a.end_ && b.end_) return *a.end_ <=> *b.end_;
  if (!a.end_ && !b.end_) return std::strong_ordering::equal;
  return a.end_ ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace entente
