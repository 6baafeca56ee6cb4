#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "extract/time_grammar.h"

namespace entente {

/// An expression as the grammar reads it: pieces [begin, end) of a sentence.
struct TimeMatch {
  uint32_t begin = 0, end = 0;
  TimeValue value;
};

/// Reads the expressions of one sentence. Grammar and pieces must outlive it.
class TimeMatcher {
 public:
  TimeMatcher(const TimeGrammar& grammar, const std::vector<TimePiece>& pieces)
      : grammar_(grammar), pieces_(pieces), memo_(grammar.rules().size()) {}

  /// The longest expression whose pattern begins at a piece, from whole tokens. What parts of
  /// expressions mean is kept for a while, under the context in which they were first read.
  std::optional<TimeMatch> match(uint32_t at, const TimeContext& context);

 private:
  static constexpr uint32_t kKept = 64, kLongestPattern = 16;
  struct Memo {
    uint32_t at = UINT32_MAX;
    std::optional<TimeMatch> match;
  };
  /// A rule on its way through its pattern.
  struct Attempt {
    const TimeRule& rule;
    bool whole = false;  ///< must cover whole tokens
    std::array<TimeValue, kLongestPattern> parts{};
    std::optional<TimeMatch> match{};
  };
  struct Number {
    uint32_t end = 0;
    int32_t value = 0;
  };

  const std::optional<TimeMatch>& longest(size_t made, uint32_t at);
  bool may_begin(const TimeRule& rule, uint32_t at);
  bool advance(Attempt& attempt, size_t element, uint32_t at, uint32_t begin);
  bool finish(Attempt& attempt, uint32_t begin, uint32_t end) const;
  /// The element that stands at a piece; absent where it does not.
  std::optional<TimeMatch> read(const TimeElement& element, uint32_t at);
  std::optional<Number> read_number(TimeSymbol symbol, uint32_t at) const;
  std::optional<Number> read_year(uint32_t at) const;
  std::optional<Number> read_cardinal(uint32_t at) const;
  std::optional<Number> read_cardinal_words(uint32_t at) const;
  std::optional<Number> read_ordinal(uint32_t at) const;
  std::optional<Number> read_below_hundred(uint32_t at) const;
  bool counts_something(uint32_t at, const Number& year) const;
  bool is_written_as_name(uint32_t at) const;
  const TimePiece* piece(uint32_t at) const { return at < pieces_.size() ? &pieces_[at] : nullptr; }
  std::optional<int> word_value(uint32_t at, uint8_t cls) const {
    return at < pieces_.size() ? grammar_.value(pieces_[at].word, cls) : std::nullopt;
  }
  bool is_word(uint32_t at, uint16_t id) const {
    return at < pieces_.size() && pieces_[at].word != nullptr && pieces_[at].word->id == id;
  }

  const TimeGrammar& grammar_;
  const std::vector<TimePiece>& pieces_;
  const TimeContext* context_ = nullptr;
  std::vector<std::array<Memo, kKept>> memo_;  // by what rules make and position modulo kKept
};

}  // namespace entente
