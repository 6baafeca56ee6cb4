#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/time_pieces.h"
#include "extract/time_values.h"

namespace entente {

/// What a part of a pattern matches.
enum class TimeSymbol : uint8_t {
  literal,     ///< one of some words
  word,        ///< a class of words
  rule,        ///< what rules make that stand before this one in the table
  cardinal,    ///< N: any cardinal, in digits or words
  ordinal,     ///< ORD
  two_digit,   ///< N2: a number of one or two digits
  day,         ///< DAY: 1 to 31 in digits, or an ordinal
  day_th,      ///< DAYTH: an ordinal up to 31
  day_word,    ///< DAYWORD: a cardinal up to 31 in words
  year,        ///< YEAR: 1000 to 2199, in digits or words
  bare_year,   ///< YEAR!: the same where it counts nothing
  short_year,  ///< YY: two digits, of a year from 1940 to 2039
  decade,      ///< DECADE: "1990s"
  date         ///< DATE8: "20190418"
};

struct TimeElement {
  TimeSymbol symbol = TimeSymbol::literal;
  std::vector<uint16_t> words;  ///< of a literal: ids of the words
  uint8_t index = 0;            ///< of the class or the rules
  bool optional = false;
  bool context = false;      ///< stands before the expression
  bool capitalized = false;  ///< unless unambiguous
};

struct TimeArgument {
  enum class Source : uint8_t { element, constant, today, then };
  Source source = Source::element;
  int32_t value = 0;  ///< index of the element, or the constant
};

struct TimeRule {
  std::vector<TimeElement> pattern;
  TimeOperation operation = nullptr;
  std::vector<TimeArgument> arguments;
};

/// The table of times, compiled.
///
/// Rules only use rules that were made before them, so that no expression is nested without end.
class TimeGrammar {
 public:
  /// Reads a table in the format that its head describes. The text must outlive the grammar.
  /// Throws Error where a row cannot be read.
  explicit TimeGrammar(std::string_view table);

  const TimeWords& words() const { return words_; }
  /// Rules by what they make; the last make whole expressions.
  const std::vector<std::vector<TimeRule>>& rules() const { return rules_; }
  /// The value of a word in a class; none where it is not in it.
  std::optional<int> value(const TimeWord* word, uint8_t cls) const;

  // Classes of words that the reading of numbers and of tense asks for.
  uint8_t cardinal = 0, power = 0, ordinal = 0, ambiguous = 0, future = 0, plan = 0, past = 0,
          weekday = 0;
  uint8_t count_noun = 0, year_context = 0;
  uint16_t to = 0, hyphen = 0, and_word = 0, semicolon = 0, be = 0;

 private:
  uint8_t word_class(std::string_view name);
  uint16_t word_id(std::string_view word);
  void add_rule(const std::vector<std::string_view>& row);
  TimeElement read_element(std::string_view text);
  void set_symbol(TimeElement& element, std::string_view name);
  std::vector<TimeArgument> read_arguments(const std::vector<std::string_view>& names,
                                           const std::vector<std::string>& elements) const;

  TimeWords words_;
  std::vector<std::string_view> classes_, made_;
  std::vector<std::vector<TimeRule>> rules_;
};

/// The grammar compiled into the library.
const TimeGrammar& time_grammar();

}  // namespace entente
