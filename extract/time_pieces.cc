#include "extract/time_pieces.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }
bool is_letter_char(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}
char lower_char(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

constexpr size_t kLongestWord = 24;  // bytes; longer ones are in no table

/// A word in lower case with straight apostrophe, hyphen and dash, without stops: "A.D." → "ad".
class PlainWord {
 public:
  explicit PlainWord(std::string_view text) {
    if (text == "—") text = "–";
    if (text == "‐" || text == "‑" || text == "−") text = "-";
    if (text.starts_with("’")) {
      add('\'');
      text.remove_prefix(std::string_view("’").size());
    }
    for (const char c : text)
      if (c != '.' || text.size() == 1) add(lower_char(c));
  }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  void add(char c) {
    if (size_ < kLongestWord) bytes_[size_] = c;
    size_ = std::min(size_ + 1, kLongestWord);
  }

  std::array<char, kLongestWord> bytes_{};
  size_t size_ = 0;
};

class PieceReader {
 public:
  PieceReader(const Document& document, const TimeWords& words)
      : document_(document), words_(words) {}

  std::vector<TimePiece> read(TokenSpan sentence) {
    pieces_.reserve(sentence.size());
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) read_token(t);
    if (!pieces_.empty()) pieces_.front().initial = true;
    return std::move(pieces_);
  }

 private:
  void read_token(uint32_t token) {
    const std::string_view text = document_.token(token);
    const size_t start = pieces_.size();
    const bool whole = std::none_of(text.begin(), text.end(), [](char c) {
      return is_digit_char(c) || c == '-' || c == '/' || c == '~';
    });
    if (whole || text.size() == 1 || is_contraction(text)) {
      if (text.size() == 1 && is_digit_char(text[0]))
        read_number(text, 0, token);
      else
        add_word(text, token);
    } else {
      for (size_t at = 0; at < text.size();) at = read_part(text, at, token);
    }
    for (size_t p = start; p < pieces_.size(); ++p) {
      pieces_[p].first = p == start;
      pieces_[p].last = p + 1 == pieces_.size();
    }
  }

  static bool is_contraction(std::string_view text) { return text.starts_with("'"); }

  size_t read_part(std::string_view text, size_t at, uint32_t token) {
    if (is_digit_char(text[at])) return read_number(text, at, token);
    size_t end = at;
    while (end < text.size() && is_letter_char(text[end])) ++end;
    if (end == at) ++end;
    if (end == text.size() - 1 && text[end] == '.') ++end;  // of an abbreviation
    add_word(text.substr(at, end - at), token);
    return end;
  }

  size_t read_number(std::string_view text, size_t at, uint32_t token) {
    TimePiece piece;
    piece.token = token;
    piece.form = TimePiece::Form::number;
    int64_t value = 0;
    size_t end = at;
    while (end < text.size()) {
      const bool comma = text[end] == ',' && end + 3 < text.size() && is_digit_char(text[end + 1]);
      if (!comma && !is_digit_char(text[end])) break;
      piece.grouped |= comma;
      if (!comma && ++piece.digits <= 9) value = value * 10 + (text[end] - '0');
      ++end;
    }
    if (piece.digits <= 9) piece.number = static_cast<int32_t>(value);
    if (piece.digits <= 2) {
      const auto found = words_.find(text.substr(at, end - at));
      if (found != words_.end()) piece.word = &found->second;
    }
    const std::string_view suffix = text.substr(end, 2);
    const PlainWord plain(suffix);
    const bool ends = end + 2 >= text.size() || !is_letter_char(text[end + 2]);
    if (ends && (plain.view() == "st" || plain.view() == "nd" || plain.view() == "rd" ||
                 plain.view() == "th")) {
      piece.form = TimePiece::Form::ordinal;
      end += 2;
    } else if (end < text.size() && text[end] == 's' &&
               (end + 1 == text.size() || !is_letter_char(text[end + 1])) &&
               piece.number % 10 == 0) {
      piece.form = TimePiece::Form::decade;
      ++end;
    }
    pieces_.push_back(piece);
    return end;
  }

  void add_word(std::string_view text, uint32_t token) {
    TimePiece piece;
    piece.token = token;
    piece.capitalized = text[0] >= 'A' && text[0] <= 'Z';
    if (text.size() <= kLongestWord) {
      const auto found = words_.find(PlainWord(text).view());
      if (found != words_.end()) piece.word = &found->second;
    }
    const bool lower = text[0] >= 'a' && text[0] <= 'z';
    piece.past = lower && text.size() > 4 && text.ends_with("ed");
    piece.plural = lower && text.size() > 3 && text.ends_with('s') && !text.ends_with("ss");
    pieces_.push_back(piece);
  }

  const Document& document_;
  const TimeWords& words_;
  std::vector<TimePiece> pieces_;
};

}  // namespace

std::vector<TimePiece> read_time_pieces(const Document& document, TokenSpan sentence,
                                        const TimeWords& words) {
  return PieceReader(document, words).read(sentence);
}

}  // namespace entente
