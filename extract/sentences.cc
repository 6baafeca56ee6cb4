#include "extract/sentences.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

#include "base/utf8.h"
#include "extract/abbreviations.h"

namespace entente {
namespace {

// Capitalised words that begin sentences far more often than names: they end one after "U.S.".
constexpr auto kStarters = std::to_array<std::string_view>(
    {"A",     "After", "All",   "Although", "An",    "And", "As",      "At",   "But",   "By",
     "For",   "From",  "He",    "Her",      "His",   "How", "However", "I",    "If",    "In",
     "It",    "Its",   "Many",  "My",       "No",    "Now", "On",      "One",  "Our",   "She",
     "Since", "So",    "Some",  "Such",     "That",  "The", "Their",   "Then", "There", "These",
     "They",  "This",  "Those", "To",       "Under", "We",  "What",    "When", "Where", "Which",
     "While", "Who",   "Why",   "With",     "You",   "Your"});
static_assert(std::ranges::is_sorted(kStarters));

// Lines longer than this hold a paragraph each; shorter ones may be wrapped.
constexpr uint32_t kLongestWrappedLine = 120;

enum class Gap : uint8_t { none, space, line, paragraph };

bool is_closer(std::string_view token) {
  static constexpr std::string_view kClosers[] = {")", "]", "}",  "\"", "'", "''",
                                                  "”", "’", "’’", "»",  ">"};
  return std::ranges::find(kClosers, token) != std::end(kClosers);
}

bool is_opener(std::string_view token) {
  static constexpr std::string_view kOpeners[] = {"(", "[", "{", "\"", "'",  "``",
                                                  "`", "“", "‘", "«",  "‘‘", "‘’"};
  return std::ranges::find(kOpeners, token) != std::end(kOpeners);
}

/// "." "!" "?" "…" and runs of them.
bool is_terminator(std::string_view token) {
  if (token == "…" || token == "。" || token == "？" || token == "！" || token == "؟" ||
      token == "।")
    return true;
  return !token.empty() && token.find_first_not_of(".!?") == std::string_view::npos;
}

/// The first code point; U+FFFD for bytes that are not UTF-8.
char32_t first(std::string_view token) {
  const auto lead = static_cast<unsigned char>(token[0]);
  if (lead < 0x80) return lead;
  const size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (size == 1 || token.size() < size) return 0xFFFD;
  return first_code_point(repair_utf8(token.substr(0, size)).text).value;
}

class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view text, std::span<const ByteSpan> tokens)
      : text_(text), tokens_(tokens) {}

  std::vector<TokenSpan> run();

 private:
  std::string_view token(size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].size());
  }
  std::string_view between(size_t i) const {
    return text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
  }
  Gap gap(size_t i) const;
  bool is_hard_line_end(size_t i);
  bool ends_after(size_t i) const;
  bool ends_at_abbreviation(size_t i) const;
  bool begins_sentence(size_t i) const;
  bool is_list_number(size_t stop) const;
  bool is_footnote(size_t open) const;
  bool is_heading(size_t i) const;
  void measure_paragraph(uint32_t at);

  std::string_view text_;
  std::span<const ByteSpan> tokens_;
  uint32_t paragraph_end_ = 0;  ///< of the paragraph that was measured last
  uint32_t widest_line_ = 0;    ///< there, in bytes
};

/// What separates token `i` from the next one.
Gap SentenceSplitter::gap(size_t i) const {
  const std::string_view space = between(i);
  if (space.empty()) return Gap::none;
  const auto lines = std::ranges::count(space, '\n');
  if (lines >= 2 || space.find("\xE2\x80\xA9") != std::string_view::npos) return Gap::paragraph;
  return lines == 1 ? Gap::line : Gap::space;
}

/// Finds the widest line of the paragraph (up to a blank line) that holds byte `at`.
void SentenceSplitter::measure_paragraph(uint32_t at) {
  if (at < paragraph_end_) return;
  widest_line_ = 0;
  size_t begin = text_.rfind('\n', at);
  begin = begin == std::string_view::npos || begin < paragraph_end_ ? paragraph_end_ : begin + 1;
  while (begin < text_.size()) {
    const size_t end = std::min(text_.find('\n', begin), text_.size());
    const std::string_view line = text_.substr(begin, end - begin);
    if (begin > at && line.find_first_not_of(" \t\r") == std::string_view::npos) break;
    widest_line_ = std::max(widest_line_, static_cast<uint32_t>(line.size()));
    begin = end + 1;
  }
  paragraph_end_ = static_cast<uint32_t>(std::min(begin, text_.size()));
}

/// Whether the line that ends after token `i` was ended on purpose, not wrapped.
bool SentenceSplitter::is_hard_line_end(size_t i) {
  static constexpr uint32_t kSlack = 4;
  measure_paragraph(tokens_[i].begin);
  if (widest_line_ > kLongestWrappedLine) return true;
  if (is_lower(first(token(i + 1)))) return false;
  const size_t before = text_.rfind('\n', tokens_[i].end - 1);
  const size_t line_begin = before == std::string_view::npos ? 0 : before + 1;
  const size_t word_end = std::min(text_.find_first_of(" \n", tokens_[i + 1].begin), text_.size());
  const size_t needed = tokens_[i].end - line_begin + 1 + word_end - tokens_[i + 1].begin;
  return needed + kSlack <= widest_line_;
}

/// Whether token `i` looks like the beginning of a sentence.
bool SentenceSplitter::begins_sentence(size_t i) const {
  while (i + 1 < tokens_.size() && is_opener(token(i))) ++i;
  const char32_t c = first(token(i));
  return !is_lower(c) && !(is_punctuation(c) && c != '-' && c != U'—' && c != '*' && c != '#' &&
                           c != U'•' && c != '@' && c != '&' && !is_opener(token(i)));
}

/// Whether the stop at token `stop` belongs to the number of an item: "2. Iran".
bool SentenceSplitter::is_list_number(size_t stop) const {
  if (stop == 0 || token(stop) != "." || gap(stop - 1) != Gap::none) return false;
  const std::string_view number = token(stop - 1);
  if (number.size() > 2 || number.find_first_not_of("0123456789") != std::string_view::npos)
    return false;
  if (stop < 2 || gap(stop - 2) >= Gap::line) return true;
  return is_terminator(token(stop - 2)) || token(stop - 2) == ":" || is_opener(token(stop - 2));
}

/// Whether "[12]" begins at token `open`; it belongs to the sentence before it.
bool SentenceSplitter::is_footnote(size_t open) const {
  return open + 2 < tokens_.size() && token(open) == "[" && token(open + 2) == "]" &&
         token(open + 1).find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether token `i` ends what stands before a text without a stop of its own: the dateline of an
/// agency ("(UPI) --"), the time at which a letter was sent ("10/26/2000 11:07 AM"), a smile.
bool SentenceSplitter::is_heading(size_t i) const {
  const std::string_view last = token(i);
  if (i + 1 >= tokens_.size() || gap(i) == Gap::none) return false;
  if (last == "AM" || last == "PM") {
    return i >= 2 && token(i - 1).find(':') != std::string_view::npos &&
           std::ranges::count(token(i - 2), '/') == 2;
  }
  if (!is_upper(first(token(i + 1)))) return false;
  if (last == ":)" || last == ":(" || last == ";)" || last == ":-)" || last == ";-)") return true;
  const bool dash = last == "--" || last == "-" || last == "—" || last == "–";
  return dash && i >= 3 && token(i - 1) == ")" && token(i - 3) == "(" &&
         is_upper(first(token(i - 2))) && token(i - 2).size() <= 8;
}

/// Token `i` ends in the stop of an abbreviation.
bool SentenceSplitter::ends_at_abbreviation(size_t i) const {
  const std::string_view word = token(i).substr(0, token(i).size() - 1);
  const std::string_view next = token(i + 1);
  const bool starter = std::ranges::binary_search(kStarters, next);
  switch (find_abbreviation(word)) {
    case Abbreviation::none:  // an initial, or an address that ends in a stop
      return starter && next != "A" && next != "I" && i > 0 && is_lower(first(token(i - 1)));
    case Abbreviation::anywhere:
      return starter || (word == "etc" && begins_sentence(i + 1));
    default:
      return false;
  }
}

/// Whether punctuation ends a sentence after token `i`, on the same line.
bool SentenceSplitter::ends_after(size_t i) const {
  if (gap(i) == Gap::none && !is_closer(token(i)) && !is_terminator(token(i))) return false;
  if (is_footnote(i + 1)) return false;
  if (is_heading(i)) return true;
  if (is_closer(token(i + 1)) && gap(i) == Gap::none) return false;
  size_t last = i;  // the terminator that closers or a footnote follow
  if (i >= 3 && is_footnote(i - 2)) last = i - 3;
  while (last > 0 && is_closer(token(last)) && tokens_[last - 1].end == tokens_[last].begin) --last;
  if (!is_terminator(token(last))) {
    return last == i && token(i).size() > 1 && token(i).back() == '.' && ends_at_abbreviation(i);
  }
  if (gap(i) == Gap::none) {
    // A missing space: "said.The".
    const auto next = first(token(i + 1));
    return is_upper(next) && last == i && token(i) != "..." && i > 0 &&
           is_lower(first(token(i - 1)));
  }
  if (is_list_number(last)) return false;
  // Untidy writers begin sentences in lower case; "Yahoo! said" and '"Why?" he asked' do not.
  const bool plain =
      last == i && (token(i) == "." || token(i) == "!" || token(i) == "?" || token(i) == "!!");
  if (plain && is_lower(first(token(i + 1)))) return true;
  return begins_sentence(i + 1);
}

std::vector<TokenSpan> SentenceSplitter::run() {
  std::vector<TokenSpan> sentences;
  uint32_t begin = 0;
  for (uint32_t i = 0; i + 1 < tokens_.size(); ++i) {
    const Gap g = gap(i);
    const bool ends =
        g == Gap::paragraph || ends_after(i) || (g == Gap::line && is_hard_line_end(i));
    if (!ends) continue;
    sentences.push_back({begin, i + 1});
    begin = i + 1;
  }
  if (begin < tokens_.size()) sentences.push_back({begin, static_cast<uint32_t>(tokens_.size())});
  return sentences;
}

}  // namespace

std::vector<TokenSpan> split_sentences(std::string_view text, std::span<const ByteSpan> tokens) {
  return SentenceSplitter(text, tokens).run();
}

}  // namespace entente
