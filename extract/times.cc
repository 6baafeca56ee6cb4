#include "extract/times.h"

#include <algorithm>

#include "extract/time_matcher.h"

namespace entente {
namespace {

using Pieces = std::vector<TimePiece>;

/// Whether a dated document tells of years that were long over: then "in May" is of those years.
bool is_narrative(const std::vector<Pieces>& sentences, const Date& today,
                  const TimeGrammar& grammar) {
  size_t old = 0, recent = 0;
  for (const Pieces& pieces : sentences)
    for (const TimePiece& piece : pieces) {
      if (grammar.value(piece.word, grammar.weekday)) ++recent;
      if (piece.form != TimePiece::Form::number || piece.digits != 4 || piece.grouped) continue;
      if (piece.number < 1000 || piece.number > 2199) continue;
      ++(piece.number < today.year() - 1 ? old : recent);
    }
  return old >= 3 && old > 2 * recent;
}

class TimeFinder {
 public:
  explicit TimeFinder(const Document& document) : document_(document), grammar_(time_grammar()) {
    context_.today = document.date;
  }

  std::vector<TimeExpression> find() {
    std::vector<Pieces> sentences;
    sentences.reserve(document_.sentences.size());
    for (const TokenSpan sentence : document_.sentences)
      sentences.push_back(read_time_pieces(document_, sentence, grammar_.words()));
    narrative_ = document_.date && is_narrative(sentences, *document_.date, grammar_);
    for (const Pieces& pieces : sentences) read(pieces);
    return std::move(found_);
  }

 private:
  void read(const Pieces& pieces) {
    TimeMatcher matcher(grammar_, pieces);
    told_ = told_next_;
    told_next_ = false;
    for (uint32_t at = 0; at < pieces.size();) {
      const bool possible = pieces[at].word != nullptr || pieces[at].form != TimePiece::Form::word;
      std::optional<TimeMatch> match;
      if (possible) {
        context_.direction = direction(pieces, at);
        context_.narrative = narrative_ || (told_ && context_.direction != TimeDirection::future);
        match = matcher.match(at, context_);
        while (match && match->begin > at) {  // "in | May 1992": longer without what is before it
          at = match->begin;
          const auto longer = matcher.match(at, context_);
          if (!longer || longer->end <= match->end) break;
          match = longer;
        }
      }
      if (match && match->value.time) {
        found_.push_back(
            {{pieces[match->begin].token, pieces[match->end - 1].token + 1}, *match->value.time});
        remember(*match->value.time);
      }
      at = match ? match->end : at + 1;
    }
  }

  /// What later expressions may refer to: "two years later", "that month", "on 4 May".
  void remember(const Interval& time) {
    const Date last = time.end() ? *time.end() : *time.begin();
    context_.then = last;
    const bool past = context_.today && last.year() < context_.today->year() - 1;
    told_ = past;
    told_next_ = past && last.has_month();
  }

  /// By the nearest verb before an expression, else by the first after it.
  TimeDirection direction(const Pieces& pieces, uint32_t at) const {
    constexpr uint32_t kReach = 30;
    bool infinitive = false;
    for (uint32_t p = at; p-- > 0 && at - p <= kReach;) {
      if (is_word(pieces[p], grammar_.semicolon)) break;
      if (const auto found = tense(pieces[p], infinitive)) {
        const bool to_be = p > 0 && is_word(pieces[p - 1], grammar_.be);
        return to_be ? TimeDirection::future : *found;  // "will be held", "to be held"
      }
      if (is_word(pieces[p], grammar_.to)) infinitive = true;
    }
    for (uint32_t p = at; p < pieces.size() && p - at <= kReach; ++p) {
      if (is_word(pieces[p], grammar_.semicolon)) break;
      const bool before_to = p + 1 < pieces.size() && is_word(pieces[p + 1], grammar_.to);
      if (const auto found = tense(pieces[p], before_to)) return *found;
    }
    return TimeDirection::unknown;
  }

  std::optional<TimeDirection> tense(const TimePiece& piece, bool infinitive) const {
    if (grammar_.value(piece.word, grammar_.future)) return TimeDirection::future;
    if (infinitive && grammar_.value(piece.word, grammar_.plan)) return TimeDirection::future;
    if (piece.past || grammar_.value(piece.word, grammar_.past)) return TimeDirection::past;
    return std::nullopt;
  }

  static bool is_word(const TimePiece& piece, uint16_t id) {
    return piece.word != nullptr && piece.word->id == id;
  }

  const Document& document_;
  const TimeGrammar& grammar_;
  TimeContext context_;
  bool narrative_ = false;                 // of the whole document
  bool told_ = false, told_next_ = false;  // a time long past was named here, or just before
  std::vector<TimeExpression> found_;
};

}  // namespace

std::vector<TimeExpression> find_times(const Document& document) {
  return TimeFinder(document).find();
}

}  // namespace entente
