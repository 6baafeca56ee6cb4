#include "extract/times.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "extract/words.h"

namespace entente {
namespace {

using std::chrono::days;

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

/// Words that turn a sentence towards the future.
constexpr std::array<std::string_view, 16> kFutureCues = {
    "will",  "shall",     "plans",   "plan",     "planned", "expected", "scheduled", "ahead",
    "hopes", "scheduled", "intends", "upcoming", "due",     "would",    "next",      "until"};

enum class Direction { past, future, nearest };

std::optional<int> number_of(std::string_view token) {
  int value = 0;
  const auto [end, code] = std::from_chars(token.data(), token.data() + token.size(), value);
  if (code != std::errc() || end != token.data() + token.size()) {
    const std::string_view suffix(end, static_cast<size_t>(token.data() + token.size() - end));
    const bool ordinal = suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
    if (code != std::errc() || !ordinal) return std::nullopt;
  }
  return value;
}

std::optional<unsigned> day_of(const Word& word) {
  const auto value = number_of(word.lower);
  if (!value || *value < 1 || *value > 31 || word.plain.size() > 4) return std::nullopt;
  return static_cast<unsigned>(*value);
}

/// Reads one sentence.
class SentenceTimes {
 public:
  SentenceTimes(const Document& document, TokenSpan sentence, std::optional<int>& narrative_year)
      : sentence_(sentence),
        words_(read_words(document, sentence)),
        date_(document.date),
        narrative_year_(narrative_year) {
    const bool ahead = std::any_of(words_.begin(), words_.end(), [](const Word& word) {
      return std::find(kFutureCues.begin(), kFutureCues.end(), word.lower) != kFutureCues.end();
    });
    direction_ = ahead              ? Direction::future
                 : has_past_tense() ? Direction::past
                                    : Direction::nearest;
  }

  bool has_past_tense() const {
    return std::any_of(words_.begin(), words_.end(), [](const Word& word) {
      return word.lower == "was" || word.lower == "were" || word.lower == "had" ||
             word.lower == "did" || word.lower == "met" || word.lower == "said" ||
             (word.cls == WordClass::open && !word.capitalized && word.lower.ends_with("ed"));
    });
  }

  void find(std::vector<TimeExpression>& found) {
    for (size_t at = 0; at < words_.size();) {
      std::optional<Interval> value;
      const size_t end = read(at, value);
      if (end > at && value)
        found.push_back({{sentence_.begin + static_cast<uint32_t>(at),
                          sentence_.begin + static_cast<uint32_t>(end)},
                         *value});
      at = std::max(end, at + 1);
    }
  }

 private:
  std::string_view lower(size_t at) const {
    return at < words_.size() ? std::string_view(words_[at].lower) : std::string_view();
  }
  bool is_year_at(size_t at) const { return at < words_.size() && is_year(words_[at].plain); }
  std::optional<unsigned> day_at(size_t at) const {
    return at < words_.size() ? day_of(words_[at]) : std::nullopt;
  }
  std::optional<unsigned> month_at(size_t at) const {
    if (at >= words_.size()) return std::nullopt;
    std::string_view plain = words_[at].plain, word = words_[at].lower;
    if (word.starts_with("mid-")) {  // one token: "mid-May"
      plain.remove_prefix(4);
      word.remove_prefix(4);
    }
    if (!is_month(word) || plain[0] < 'A' || plain[0] > 'Z') return std::nullopt;
    const auto month = std::find(kMonths.begin(), kMonths.end(), word.substr(0, 3));
    if (month == kMonths.end()) return std::nullopt;
    return static_cast<unsigned>(month - kMonths.begin()) + 1;
  }
  int year_value(size_t at) const {
    const int year = *number_of(words_[at].plain);
    narrative_year_ = year;
    return year;
  }

  size_t read(size_t at, std::optional<Interval>& value) {
    for (const auto reader :
         {&SentenceTimes::read_iso, &SentenceTimes::read_day_month, &SentenceTimes::read_month,
          &SentenceTimes::read_relative, &SentenceTimes::read_year}) {
      const size_t end = (this->*reader)(at, value);
      if (end > at) return end;
    }
    return at;
  }

  size_t read_iso(size_t at, std::optional<Interval>& value) {
    const auto date = Date::parse(words_[at].plain);
    if (!date || !date->has_day()) return at;
    value = *date;
    return at + 1;
  }

  /// "18 April 2019", "11–12 May 2019".
  size_t read_day_month(size_t at, std::optional<Interval>& value) {
    const auto first = day_at(at);
    if (!first) return at;
    size_t next = at + 1;
    std::optional<unsigned> last;
    if ((is_dash(lower(next)) || lower(next) == "to" || lower(next) == "and") && day_at(next + 1)) {
      last = day_at(next + 1);
      next += 2;
    }
    if (lower(next) == "of") ++next;
    const auto month = month_at(next);
    if (!month) return at;
    ++next;
    const auto year = read_year_after(next, *month, *first);
    if (year) value = days_between(*year, *month, *first, last);
    return next;
  }

  /// "April 18, 2019", "May 14 to 18", "April 2019", "April last year", "mid-May", "March".
  size_t read_month(size_t at, std::optional<Interval>& value) {
    size_t next = at;
    const bool mid = lower(at) == "mid" || lower(at) == "early" || lower(at) == "late";
    if (mid) ++next;
    if (mid && is_dash(lower(next))) ++next;
    const bool last_month = lower(at) == "last" || lower(at) == "next";
    if (last_month) ++next;
    const auto month = month_at(next);
    if (!month) return at;
    const bool bare_may = lower(next) == "may" && next == at && !day_at(next + 1) &&
                          !is_year_at(next + 1) &&
                          (at == 0 || words_[at - 1].cls != WordClass::preposition);
    if (bare_may) return at;
    ++next;
    if (last_month) {
      value = month_beside(*month, lower(at) == "last" ? Direction::past : Direction::future);
      return next;
    }
    const auto first = day_at(next);
    if (!first) {
      const auto year = read_year_after(next, *month, 0);
      if (year) value = to_interval(Date::make(*year, *month));
      return next;
    }
    ++next;
    std::optional<unsigned> last;
    const bool range = is_dash(lower(next)) || lower(next) == "to" || lower(next) == "through" ||
                       lower(next) == "and";
    if (range && day_at(next + 1) && !month_at(next + 2)) {
      last = day_at(next + 1);
      next += 2;
    }
    const auto year = read_year_after(next, *month, *first);
    if (year) value = days_between(*year, *month, *first, last);
    return next;
  }

  size_t read_year(size_t at, std::optional<Interval>& value) {
    if (!is_year_at(at)) return at;
    if (at > 0 && (words_[at - 1].lower == "$" || words_[at - 1].lower == "no." ||
                   words_[at - 1].lower == "resolution"))
      return at;
    const int first = year_value(at);
    const std::string_view before = at > 0 ? std::string_view(words_[at - 1].lower) : "";
    if ((is_dash(lower(at + 1)) || (lower(at + 1) == "to" && before == "from")) &&
        is_year_at(at + 2)) {
      value = Interval::make(Date::make(first), Date::make(year_value(at + 2)));
      return at + 3;
    }
    if (before == "between" && lower(at + 1) == "and" && is_year_at(at + 2)) {
      value = Interval::make(Date::make(first), Date::make(year_value(at + 2)));
      return at + 3;
    }
    value = open_if_since(at, *Date::make(first));
    return at + 1;
  }

  /// "Wednesday", "yesterday", "last year", "this month".
  size_t read_relative(size_t at, std::optional<Interval>& value) {
    if (!date_ || !date_->has_day()) return at;
    const auto today = date_->first_day();
    const std::string_view word = lower(at);
    const auto weekday = std::find(kWeekdays.begin(), kWeekdays.end(), word);
    if (weekday != kWeekdays.end() && words_[at].capitalized) {
      const std::chrono::weekday wanted(static_cast<unsigned>(weekday - kWeekdays.begin()));
      const auto back = std::chrono::weekday(today) - wanted;
      const bool next = at > 0 && words_[at - 1].lower == "next";
      value = next || (direction_ == Direction::future && has_future_before(at))
                  ? Date::from_days(today + (wanted - std::chrono::weekday(today)))
                  : Date::from_days(today - back);
      return at + 1;
    }
    if (word == "yesterday") value = Date::from_days(today - days(1));
    if (word == "today") value = *date_;
    if (word == "tomorrow") value = Date::from_days(today + days(1));
    if (value) return at + 1;
    if (word != "last" && word != "next" && word != "this") return at;
    const int step = word == "last" ? -1 : word == "next" ? 1 : 0;
    if (lower(at + 1) == "year") value = date_->year_of().plus(step);
    if (lower(at + 1) == "month") value = date_->month_of().plus(step);
    return value ? at + 2 : at;
  }

  /// A weekday counts as future only where the cue stands before it.
  bool has_future_before(size_t at) const {
    return std::any_of(
        words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(at), [](const Word& word) {
          return word.lower == "will" || word.lower == "scheduled" || word.lower == "due" ||
                 word.lower == "expected" || word.lower == "plans" || word.lower == "planned";
        });
  }

  std::optional<int> read_year_after(size_t& next, unsigned month, unsigned day) {
    size_t at = next;
    if (lower(at) == "," || lower(at) == "of" || lower(at) == "in") ++at;
    if (is_year_at(at)) {
      next = at + 1;
      return year_value(at);
    }
    if ((lower(next) == "last" || lower(next) == "next" || lower(next) == "this") &&
        lower(next + 1) == "year" && date_) {
      const int step = lower(next) == "last" ? -1 : lower(next) == "next" ? 1 : 0;
      next += 2;
      return date_->year() + step;
    }
    return implied_year(month, day);
  }

  /// The year of a date that gives none: around the document's date, else of the narrative.
  std::optional<int> implied_year(unsigned month, unsigned day) const {
    if (!date_) return narrative_year_;
    const auto same_year = Date::make(date_->year(), month, day ? day : 1);
    if (!same_year) return date_->year();
    const auto ahead = (same_year->first_day() - date_->first_day()).count();
    if (direction_ == Direction::past && ahead > 31) return date_->year() - 1;
    if (direction_ == Direction::nearest && ahead > 183) return date_->year() - 1;
    if (direction_ != Direction::past && ahead < -183) return date_->year() + 1;
    return date_->year();
  }

  std::optional<Interval> month_beside(unsigned month, Direction direction) const {
    if (!date_) return std::nullopt;
    const int year = date_->year();
    const bool later = month >= date_->month();
    if (direction == Direction::past)
      return to_interval(Date::make(later ? year - 1 : year, month));
    return to_interval(Date::make(month > date_->month() ? year : year + 1, month));
  }

  static std::optional<Interval> to_interval(const std::optional<Date>& date) {
    return date ? std::optional<Interval>(*date) : std::nullopt;
  }

  static std::optional<Interval> days_between(int year, unsigned month, unsigned first,
                                              std::optional<unsigned> last) {
    const auto begin = Date::make(year, month, first);
    if (!begin) return std::nullopt;
    if (!last) return *begin;
    const auto end = Date::make(year, month, *last);
    return end ? Interval::make(begin, end) : std::optional<Interval>(*begin);
  }

  Interval open_if_since(size_t at, Date date) const {
    if (at > 0 && words_[at - 1].lower == "since") return *Interval::make(date, std::nullopt);
    if (at > 0 && words_[at - 1].lower == "until") return *Interval::make(std::nullopt, date);
    return date;
  }

  TokenSpan sentence_;
  std::vector<Word> words_;
  std::optional<Date> date_;
  std::optional<int>& narrative_year_;
  Direction direction_ = Direction::past;
};

}  // namespace

std::vector<TimeExpression> find_times(const Document& document) {
  std::vector<TimeExpression> found;
  std::optional<int> narrative_year;
  for (const TokenSpan sentence : document.sentences)
    SentenceTimes(document, sentence, narrative_year).find(found);
  return found;
}

}  // namespace entente
