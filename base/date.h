#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A date of ISO 8601-1 with reduced precision: a year, a month or a day.
///
/// Always a real date of the proleptic Gregorian calendar: no 31 April. Years run from -9999 to
/// 9999; year 0 is 1 BC. Ordered by first day, then by precision (coarser first).
class Date {
 public:
  /// Absent where there is no such date.
  static std::optional<Date> make(int year, unsigned month = 0, unsigned day = 0);

  /// Reads "2019", "2019-04", "2019-04-18", "-0044-03-15"; absent for anything else.
  static std::optional<Date> parse(std::string_view text);

  /// The day `days` after the epoch 1970-01-01.
  static Date from_days(std::chrono::sys_days days);

  int year() const { return year_; }
  unsigned month() const { return month_; }  ///< 1 to 12; 0: the whole year
  unsigned day() const { return day_; }      ///< 1 to 31; 0: the whole month or year
  bool has_month() const { return month_ != 0; }
  bool has_day() const { return day_ != 0; }

  std::chrono::sys_days first_day() const;
  std::chrono::sys_days last_day() const;

  /// This date at month or year precision.
  Date month_of() const;
  Date year_of() const;

  /// The day, month or year (whichever precision this has) `count` steps later, or before.
  /// Stays within the years that a Date can hold.
  Date plus(int count) const;

  std::string str() const;  ///< ISO 8601: "2019-04-18"

  friend std::strong_ordering operator<=>(const Date& a, const Date& b);
  friend bool operator==(const Date& a, const Date& b) = default;

 private:
  Date(int year, unsigned month, unsigned day) : year_(year), month_(month), day_(day) {}

  int year_ = 0;
  unsigned month_ = 0;
  unsigned day_ = 0;
};

/// When something holds: a date, or an interval that may be open at one end (ISO 8601-2: "..").
///
/// At least one end is present; where both are, begin does not come after end. A plain date has
/// equal ends.
class Interval {
 public:
  Interval(Date date) : begin_(date), end_(date) {}  ///< a date is an interval

  /// Absent if both ends are, or if they are in the wrong order.
  static std::optional<Interval> make(std::optional<Date> begin, std::optional<Date> end);

  /// Reads "2019-05", "2019-05-11/2019-05-12", "1992/..", "../1991"; absent for anything else.
  static std::optional<Interval> parse(std::string_view text);

  const std::optional<Date>& begin() const { return begin_; }
  const std::optional<Date>& end() const { return end_; }
  bool is_date() const { return begin_ && end_ && *begin_ == *end_; }

  std::string str() const;  ///< as `parse` reads it

  /// Whether the two have a day in common.
  bool overlaps(const Interval& other) const;

  friend bool operator==(const Interval&, const Interval&) = default;
  friend std::strong_ordering operator<=>(const Interval& a, const Interval& b);

 private:
  Interval() = default;

  std::optional<Date> begin_;
  std::optional<Date> end_;
};

}  // namespace entente
