#include "extract/time_matcher.h"

#include <algorithm>

namespace entente {

std::optional<TimeMatch> TimeMatcher::match(uint32_t at, const TimeContext& context) {
  context_ = &context;
  return longest(grammar_.rules().size() - 1, at);
}

const std::optional<TimeMatch>& TimeMatcher::longest(size_t made, uint32_t at) {
  Memo& memo = memo_[made][at % kKept];
  if (memo.at == at) return memo.match;
  std::optional<TimeMatch> best;
  for (const TimeRule& rule : grammar_.rules()[made]) {
    if (!may_begin(rule, at)) continue;
    Attempt attempt{rule, made + 1 == grammar_.rules().size()};
    if (!advance(attempt, 0, at, UINT32_MAX)) continue;
    if (!best || attempt.match->end > best->end) best = attempt.match;
  }
  memo.at = at;
  memo.match = best;
  return memo.match;
}

/// Whether one of the elements with which a pattern can begin may stand here: most do not.
bool TimeMatcher::may_begin(const TimeRule& rule, uint32_t at) {
  for (const TimeElement& element : rule.pattern) {
    if (read(element, at)) return true;
    if (!element.optional) return false;
  }
  return false;
}

bool TimeMatcher::advance(Attempt& attempt, size_t element, uint32_t at, uint32_t begin) {
  if (element == attempt.rule.pattern.size()) return finish(attempt, begin, at);
  const TimeElement& wanted = attempt.rule.pattern[element];
  if (const auto part = read(wanted, at); part && (part->begin == at || begin == UINT32_MAX)) {
    attempt.parts[element] = part->value;
    attempt.parts[element].given = true;
    const bool starts = begin == UINT32_MAX && !wanted.context;
    if (advance(attempt, element + 1, part->end, starts ? part->begin : begin)) return true;
  }
  if (!wanted.optional) return false;
  attempt.parts[element] = {};
  return advance(attempt, element + 1, at, begin);
}

bool TimeMatcher::finish(Attempt& attempt, uint32_t begin, uint32_t end) const {
  if (begin == UINT32_MAX || begin == end) return false;
  if (attempt.whole && !(pieces_[begin].first && pieces_[end - 1].last)) return false;
  std::array<TimeValue, 4> arguments;
  size_t count = 0;
  for (const TimeArgument& argument : attempt.rule.arguments) {
    TimeValue& value = arguments[count++];
    switch (argument.source) {
      case TimeArgument::Source::element:
        value = attempt.parts[static_cast<size_t>(argument.value)];
        break;
      case TimeArgument::Source::constant:
        value.given = true;
        value.number = argument.value;
        break;
      case TimeArgument::Source::today:
        if (context_->today) value.time = *context_->today;
        value.given = true;
        break;
      case TimeArgument::Source::then:
        value.time = context_->then;
        value.given = true;
        break;
    }
  }
  const auto value = attempt.rule.operation(std::span(arguments.data(), count), *context_);
  if (!value) return false;
  attempt.match = TimeMatch{begin, end, *value};
  return true;
}

std::optional<TimeMatch> TimeMatcher::read(const TimeElement& element, uint32_t at) {
  if (at >= pieces_.size()) return std::nullopt;
  TimeMatch match{at, at + 1, {}};
  switch (element.symbol) {
    case TimeSymbol::literal: {
      const TimeWord* word = pieces_[at].word;
      const bool found = word != nullptr && std::find(element.words.begin(), element.words.end(),
                                                      word->id) != element.words.end();
      return found ? std::optional<TimeMatch>(match) : std::nullopt;
    }
    case TimeSymbol::word: {
      const auto number = word_value(at, element.index);
      if (!number || (element.capitalized && !is_written_as_name(at))) return std::nullopt;
      match.value.number = *number;
      return match;
    }
    case TimeSymbol::rule:
      return longest(element.index, at);
    default:
      break;
  }
  const auto number = read_number(element.symbol, at);
  if (!number) return std::nullopt;
  match.end = number->end;
  match.value.number = number->value;
  if (element.symbol == TimeSymbol::date) {
    const auto part = [&](int unit, int size) {
      return static_cast<unsigned>(number->value / unit % size);
    };
    const auto day = Date::make(number->value / 10000, part(100, 100), part(1, 100));
    if (!day || !day->has_day()) return std::nullopt;
    match.value.time = *day;
  }
  return match;
}

bool TimeMatcher::is_written_as_name(uint32_t at) const {
  const TimePiece& piece = pieces_[at];
  return piece.capitalized ? !piece.initial || !word_value(at, grammar_.ambiguous)
                           : !word_value(at, grammar_.ambiguous);
}

std::optional<TimeMatcher::Number> TimeMatcher::read_number(TimeSymbol symbol, uint32_t at) const {
  using Form = TimePiece::Form;
  constexpr int kPivot = 40;  // "40" is 1940, "39" 2039
  const TimePiece& piece = pieces_[at];
  const bool plain = piece.form == Form::number && piece.number >= 0 && !piece.grouped;
  const auto checked = [](std::optional<Number> number, int least, int most) {
    return number && number->value >= least && number->value <= most ? number : std::nullopt;
  };
  switch (symbol) {
    case TimeSymbol::cardinal:
      return read_cardinal(at);
    case TimeSymbol::ordinal:
      return read_ordinal(at);
    case TimeSymbol::two_digit:
      return plain && piece.digits <= 2 ? std::optional<Number>({at + 1, piece.number})
                                        : std::nullopt;
    case TimeSymbol::day:
      if (plain && piece.digits <= 2) return checked(Number{at + 1, piece.number}, 1, 31);
      return checked(read_ordinal(at), 1, 31);
    case TimeSymbol::day_th:
      return checked(read_ordinal(at), 1, 31);
    case TimeSymbol::day_word:
      return checked(piece.form == Form::word ? read_below_hundred(at) : std::nullopt, 1, 31);
    case TimeSymbol::year:
      return read_year(at);
    case TimeSymbol::bare_year: {
      const auto year = read_year(at);
      return year && !counts_something(at, *year) ? year : std::nullopt;
    }
    case TimeSymbol::short_year:
      if (!plain || piece.digits != 2) return std::nullopt;
      return Number{at + 1, piece.number + (piece.number < kPivot ? 2000 : 1900)};
    case TimeSymbol::decade:
      if (piece.form != Form::decade || piece.number < 30 || piece.number > 2200)
        return std::nullopt;
      if (piece.digits == 2) return Number{at + 1, 1900 + piece.number};
      return checked(Number{at + 1, piece.number}, 1000, 2200);
    case TimeSymbol::date:
      return plain && piece.digits == 8 ? checked(Number{at + 1, piece.number}, 19000101, 20991231)
                                        : std::nullopt;
    default:
      return std::nullopt;
  }
}

std::optional<TimeMatcher::Number> TimeMatcher::read_year(uint32_t at) const {
  constexpr int kFirst = 1000, kLast = 2199;
  const TimePiece& first = pieces_[at];
  if (first.form == TimePiece::Form::number) {
    const bool year =
        first.digits == 4 && !first.grouped && first.number >= kFirst && first.number <= kLast;
    return year ? std::optional<Number>({at + 1, first.number}) : std::nullopt;
  }
  const auto hundreds = word_value(at, grammar_.cardinal);
  if (!hundreds) return std::nullopt;
  if (*hundreds >= 15 && *hundreds <= 20) {
    const auto rest = at + 1 < pieces_.size() ? read_below_hundred(at + 1) : std::nullopt;
    if (rest && rest->value >= 10) return Number{rest->end, *hundreds * 100 + rest->value};
  }
  const auto number = read_cardinal_words(at);
  const bool year = number && number->value >= kFirst && number->value <= kLast;
  return year ? number : std::nullopt;
}

/// Whether a number in the form of a year is none: "2000 troops", "in 1500 villages".
bool TimeMatcher::counts_something(uint32_t at, const Number& year) const {
  const TimePiece* after = piece(year.end);
  const bool round = year.value % 50 == 0;
  if (year.end > at + 1) return year.end < at + 3;  // "two thousand" in words
  if (after != nullptr &&
      (word_value(year.end, grammar_.count_noun) || word_value(year.end, grammar_.power) ||
       word_value(year.end, grammar_.cardinal)))
    return true;
  const bool yearly = at > 0 && word_value(at - 1, grammar_.year_context).has_value();
  if (after != nullptr && after->plural && after->word == nullptr && (round || !yearly))
    return round || year.value < 1800;
  const bool unusual = year.value < 1500 || year.value > 2100;
  const bool open = at == 0 || pieces_[at - 1].word == nullptr;
  return unusual && !yearly && open;
}

std::optional<TimeMatcher::Number> TimeMatcher::read_below_hundred(uint32_t at) const {
  const auto tens = word_value(at, grammar_.cardinal);
  if (!tens) return std::nullopt;
  if (*tens < 20) return Number{at + 1, *tens};
  uint32_t next = at + 1;
  if (is_word(next, grammar_.hyphen)) ++next;
  const auto ones = word_value(next, grammar_.cardinal);
  if (ones && *ones > 0 && *ones < 10) return Number{next + 1, *tens + *ones};
  return Number{at + 1, *tens};
}

std::optional<TimeMatcher::Number> TimeMatcher::read_cardinal_words(uint32_t at) const {
  constexpr int kMost = 1'000'000;
  auto part = read_below_hundred(at);
  if (!part) return std::nullopt;
  int total = 0, current = part->value;
  uint32_t end = part->end;
  while (const auto power = word_value(end, grammar_.power)) {
    current *= *power;
    ++end;
    if (*power == 1000) {
      total += current;
      current = 0;
    }
    const uint32_t next = is_word(end, grammar_.and_word) ? end + 1 : end;
    part = next < pieces_.size() ? read_below_hundred(next) : std::nullopt;
    if (part) {
      current += part->value;
      end = part->end;
    }
    if (total + current > kMost) return std::nullopt;
  }
  return Number{end, total + current};
}

std::optional<TimeMatcher::Number> TimeMatcher::read_cardinal(uint32_t at) const {
  const TimePiece& piece = pieces_[at];
  if (piece.form == TimePiece::Form::word) return read_cardinal_words(at);
  if (piece.form != TimePiece::Form::number || piece.number < 0) return std::nullopt;
  return Number{at + 1, piece.number};
}

std::optional<TimeMatcher::Number> TimeMatcher::read_ordinal(uint32_t at) const {
  const TimePiece& piece = pieces_[at];
  if (piece.form == TimePiece::Form::ordinal && piece.number >= 0)
    return Number{at + 1, piece.number};
  if (const auto value = word_value(at, grammar_.ordinal)) return Number{at + 1, *value};
  const auto tens = word_value(at, grammar_.cardinal);
  if (!tens || *tens < 20) return std::nullopt;
  const uint32_t next = is_word(at + 1, grammar_.hyphen) ? at + 2 : at + 1;
  const auto ones = word_value(next, grammar_.ordinal);
  if (!ones || *ones >= 10) return std::nullopt;
  return Number{next + 1, *tens + *ones};
}

}  // namespace entente
