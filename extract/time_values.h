#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/date.h"

namespace entente {

/// Which way a sentence looks when it says "on Friday" or "in May".
enum class TimeDirection : uint8_t { past, future, unknown };

/// What a text has said before an expression that says when.
struct TimeContext {
  std::optional<Date> today;     ///< the document's date
  std::optional<Interval> then;  ///< the time named last
  TimeDirection direction = TimeDirection::unknown;
  bool narrative = false;  ///< dates without a year lie in that of `then`, not near today
};

/// What the parts of an expression stand for: a number, a length of time or a time.
struct TimeValue {
  bool given = false;  ///< false: the part is absent
  int32_t number = 0;
  int32_t days = 0, months = 0;  ///< a length is the sum of both
  std::optional<Interval> time;  ///< absent also where a time has no value
};

/// Units of time, as the table of times numbers them.
enum class TimeUnit : uint8_t {
  day = 1,
  week,
  fortnight,
  month,
  quarter,
  year,
  decade,
  century,
  weekend
};

/// One of the operations by which the grammar of times gives values.
using TimeOperation = std::optional<TimeValue> (*)(std::span<const TimeValue> arguments,
                                                   const TimeContext& context);

/// The operation of this name and how many arguments it takes at most; null if there is none.
///
/// An operation gives a value without a time where the words are an expression that has no date
/// (31 April) or none that is known (relative, in a document without a date), and nothing where
/// the words are no such expression. Any numbers are accepted.
struct NamedTimeOperation {
  std::string_view name;
  size_t arguments = 0;
  TimeOperation apply = nullptr;
};
const NamedTimeOperation* find_time_operation(std::string_view name);

}  // namespace entente
