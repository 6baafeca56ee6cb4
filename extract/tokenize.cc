#include "extract/tokenize.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "extract/abbreviations.h"
#include "extract/addresses.h"
#include "extract/word_parts.h"

namespace entente {
namespace {

enum class Kind : uint8_t { space, letter, digit, mark };

struct Char {
  char32_t value = 0;
  uint32_t size = 0;  ///< 0 past the end
  Kind kind = Kind::space;
};

constexpr std::string_view kCurrencyCountries[] = {"A",  "AU", "C", "CA", "HK", "NT",
                                                   "NZ", "R",  "S", "US", "Z"};

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == '`' || c == U'ʼ'; }
bool is_hyphen(char32_t c) { return c == '-' || c == U'‐' || c == U'‑'; }

bool all_upper(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr Kind ascii_kind(unsigned char c) {
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return Kind::letter;
  if (c >= '0' && c <= '9') return Kind::digit;
  return c <= ' ' || c == 0x7F ? Kind::space : Kind::mark;
}

constexpr auto kAsciiKinds = [] {
  std::array<Kind, 0x80> kinds{};
  for (size_t c = 0; c < kinds.size(); ++c) kinds[c] = ascii_kind(static_cast<unsigned char>(c));
  return kinds;
}();

Kind kind_of(char32_t c) {
  if (c < 0x80) return kAsciiKinds[c];
  if (is_space(c)) return Kind::space;
  if (is_letter(c)) return Kind::letter;
  return is_digit(c) ? Kind::digit : Kind::mark;
}

/// Reads tokens from left to right. Invariant: `at_` is a boundary of a code point, and every
/// byte before it that is not space is in a token.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 1); }

  std::vector<ByteSpan> run() {
    while (at_ < text_.size()) {
      const Char first = read(at_);
      if (first.kind == Kind::space)
        at_ += first.size;
      else
        read_token(first);
    }
    return std::move(tokens_);
  }

 private:
  Char read(uint32_t at) const;
  bool is_kind(uint32_t at, Kind kind) const {
    const Char c = read(at);
    return c.size > 0 && c.kind == kind;
  }
  bool is_word(uint32_t at) const {
    const Char c = read(at);
    return c.size > 0 && (c.kind == Kind::letter || c.kind == Kind::digit);
  }
  bool at_boundary(uint32_t at) const { return read(at).kind == Kind::space; }
  bool after_space() const { return tokens_.empty() || tokens_.back().end < at_; }
  std::string_view slice(uint32_t begin, uint32_t end) const {
    return text_.substr(begin, end - begin);
  }
  void emit(uint32_t end) {
    assert(at_ < end && end <= text_.size());
    tokens_.push_back({at_, end});
    at_ = end;
  }

  void read_token(Char first);
  void read_word();
  void read_number();
  void read_mark(Char first);
  void emit_word(uint32_t end);

  uint32_t run_end(uint32_t at) const;
  uint32_t word_end() const;
  std::optional<uint32_t> join(uint32_t begin, uint32_t end) const;
  uint32_t number_end() const;
  uint32_t digits_end(uint32_t at) const;
  uint32_t with_stop(uint32_t end) const;
  bool next_is(uint32_t at, Kind kind) const;
  bool keeps_initial_stop(uint32_t after) const;
  std::optional<uint32_t> clitic(uint32_t begin, uint32_t end) const;
  std::optional<uint32_t> elision_end() const;
  std::optional<uint32_t> emoticon_end() const;
  uint32_t repeat_end(Char first) const;

  std::string_view text_;
  uint32_t at_ = 0;
  std::vector<ByteSpan> tokens_;
};

Char Tokenizer::read(uint32_t at) const {
  if (at >= text_.size()) return {};
  const auto lead = static_cast<unsigned char>(text_[at]);
  if (lead < 0x80) return {lead, 1, kind_of(lead)};
  utf8proc_int32_t value = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text_.data()) + at,
                                     static_cast<utf8proc_ssize_t>(text_.size() - at), &value);
  if (size <= 0) return {0xFFFD, 1, Kind::mark};
  const auto c = static_cast<char32_t>(value);
  return {c, static_cast<uint32_t>(size), kind_of(c)};
}

void Tokenizer::read_token(Char first) {
  if (const auto size = match_address(text_.substr(at_))) return emit(at_ + size);
  if (first.kind == Kind::digit) return read_number();
  if (first.kind == Kind::letter) return read_word();
  read_mark(first);
}

/// The end of the letters, digits and underscores from `at`.
uint32_t Tokenizer::run_end(uint32_t at) const {
  for (Char c = read(at); c.size > 0; c = read(at)) {
    const bool joiner = c.value == '_' || c.value == 0xAD || c.value == 0x200D || c.value == 0x200C;
    if (c.kind != Kind::letter && c.kind != Kind::digit && !joiner) break;
    at += c.size;
  }
  return at;
}

/// Where the mark after the run [begin, end) joins it to a further run: the end of that one.
std::optional<uint32_t> Tokenizer::join(uint32_t begin, uint32_t end) const {
  const Char mark = read(end);
  const uint32_t next = end + mark.size;
  if (mark.size == 0 || !is_word(next)) return std::nullopt;
  const uint32_t next_end = run_end(next);
  const std::string_view left = slice(begin, end);
  if (is_apostrophe(mark.value) && is_kind(next, Kind::letter)) return next_end;
  if (mark.value == '&' && left.size() <= 3 && all_upper(left) && all_upper(slice(next, next_end)))
    return next_end;
  if (mark.value == '.' && left.size() == 1 && next_end - next == 1 && !is_kind(next, Kind::digit))
    return next_end;
  if (is_hyphen(mark.value) && is_prefix(left)) return next_end;
  return std::nullopt;
}

uint32_t Tokenizer::word_end() const {
  uint32_t begin = at_;
  uint32_t end = run_end(at_);
  while (const auto joined = join(begin, end)) {
    begin = end + read(end).size;
    end = *joined;
  }
  return end;
}

/// Whether the first character after spaces from `at` is of `kind`.
bool Tokenizer::next_is(uint32_t at, Kind kind) const {
  while (read(at).size > 0 && (text_[at] == ' ' || text_[at] == '\n')) ++at;
  return is_kind(at, kind);
}

/// Whether a capital before a stop that ends at `after` is an initial: a capital follows.
bool Tokenizer::keeps_initial_stop(uint32_t after) const {
  const Char next = read(after);
  if (next.value == ',' || is_hyphen(next.value)) return true;
  uint32_t at = after;
  while (at < text_.size() && text_[at] == ' ') ++at;
  return at < text_.size() && is_upper(read(at).value);
}

/// The end of the word that ends at `end`, with its full stop if it is an abbreviation.
uint32_t Tokenizer::with_stop(uint32_t end) const {
  if (end >= text_.size() || text_[end] != '.') return end;
  const Char after = read(end + 1);
  if (after.value == '.' || after.kind == Kind::letter) return end;
  const std::string_view word = slice(at_, end);
  if (read(at_).size == word.size() && is_upper(read(at_).value))
    return keeps_initial_stop(end + 1) ? end + 1 : end;
  switch (find_abbreviation(word)) {
    case Abbreviation::none:
      return end;
    case Abbreviation::before_number:
      return next_is(end + 1, Kind::digit) ? end + 1 : end;
    case Abbreviation::before_name:
    case Abbreviation::inside:
    case Abbreviation::anywhere:
      return end + 1;
  }
  return end;
}

/// Where the clitic of the word [begin, end) begins, if it has one.
std::optional<uint32_t> Tokenizer::clitic(uint32_t begin, uint32_t end) const {
  static constexpr std::string_view kClitics[] = {"d", "ll", "m", "re", "s", "ve"};
  if (slice(begin, end).find_first_of("'`\xCA\xE2") == std::string_view::npos) return std::nullopt;
  uint32_t mark = end;
  for (uint32_t at = begin; at < end; at += read(at).size)
    if (is_apostrophe(read(at).value)) mark = at;
  if (mark == end || mark == begin) return std::nullopt;
  const std::string suffix = fold_ascii(slice(mark + read(mark).size, end));
  const bool negated = suffix == "t" && mark - begin >= 2 && (text_[mark - 1] | 0x20) == 'n';
  if (negated) return mark - 1;
  if (std::ranges::find(kClitics, suffix) != std::end(kClitics)) return mark;
  return std::nullopt;
}

/// Emits the word that ends at `end` in its parts.
void Tokenizer::emit_word(uint32_t end) {
  if (const auto split = contraction_split(slice(at_, end))) {
    emit(at_ + *split);
    return emit(end);
  }
  std::array<uint32_t, 3> cuts{};
  size_t count = 0;
  for (uint32_t tail = end; count < cuts.size();) {
    const auto cut = clitic(at_, tail);
    if (!cut || *cut == at_) break;
    cuts[count++] = tail = *cut;
  }
  while (count > 0) emit(cuts[--count]);
  emit(end);
}

void Tokenizer::read_word() {
  const uint32_t end = word_end();
  const uint32_t stopped = with_stop(end);
  if (stopped != end) return emit(stopped);
  const std::string_view word = slice(at_, end);
  const bool dollar = end < text_.size() && text_[end] == '$' && is_kind(end + 1, Kind::digit);
  if (dollar && std::ranges::find(kCurrencyCountries, word) != std::end(kCurrencyCountries))
    return emit(end + 1);
  // A word broken off: "th- that".
  const bool broken = word.size() <= 2 && is_hyphen(read(end).value) && word.size() > 0 &&
                      after_space() && at_boundary(end + read(end).size);
  if (broken) return emit(end + read(end).size);
  emit_word(end);
}

uint32_t Tokenizer::digits_end(uint32_t at) const {
  while (is_kind(at, Kind::digit)) at += read(at).size;
  return at;
}

/// The end of "1,000.5", "9:00", "11/28/2000", "713-853-3989"; ranges ("5-10") are not one number.
uint32_t Tokenizer::number_end() const {
  uint32_t end = digits_end(at_);
  for (char separator = 0; end + 1 < text_.size(); separator = text_[end]) {
    const char c = text_[end];
    const bool inner = c == ',' || c == '.' || c == ':' || c == '/';
    if (!inner || !is_kind(end + 1, Kind::digit)) break;
    const uint32_t next = digits_end(end + 1);
    // "1,2,3" is a list; a comma groups three digits.
    if (c == ',' && next - end != 4) break;
    if (separator == '/' && c != '/') break;
    end = next;
  }
  if (end < text_.size() && text_[end] == '-') {
    if (const auto size = match_hyphenated_number(text_.substr(at_))) return at_ + size;
  }
  return end;
}

void Tokenizer::read_number() {
  uint32_t end = number_end();
  if (!is_kind(end, Kind::letter)) {
    const Char mark = read(end);
    const bool decade = is_apostrophe(mark.value) && mark.size > 0 &&
                        slice(end + mark.size, end + mark.size + 1) == "s" &&
                        !is_word(end + mark.size + 1);
    return emit(decade ? end + mark.size + 1 : end);
  }
  const uint32_t letters_end = run_end(end);
  const std::string_view letters = slice(end, letters_end);
  const bool unit = is_unit(letters);
  const bool time =
      (letters == "a" || letters == "p") && slice(letters_end, letters_end + 3) == ".m.";
  if (unit || time) return emit(end);
  emit(letters_end);
}

/// The end of a word that begins with an apostrophe: "'s", "'em", "'90s".
std::optional<uint32_t> Tokenizer::elision_end() const {
  static constexpr std::string_view kElisions[] = {"bout", "cause", "cuz", "d",   "em", "ll",
                                                   "m",    "re",    "s",   "til", "ve"};
  const uint32_t next = at_ + read(at_).size;
  if (!is_word(next)) return std::nullopt;
  const uint32_t end = run_end(next);
  const std::string word = fold_ascii(slice(next, end));
  if (std::ranges::find(kElisions, word) != std::end(kElisions)) return end;
  const bool decade = word.size() >= 2 && word.size() <= 3 && word[0] >= '0' && word[0] <= '9' &&
                      word[1] >= '0' && word[1] <= '9' && (word.size() == 2 || word[2] == 's');
  if (decade && after_space()) return end;
  return std::nullopt;
}

std::optional<uint32_t> Tokenizer::emoticon_end() const {
  static constexpr std::string_view kEmoticons[] = {":-)", ":-(", ";-)", ":-D", ":-P", ":)", ":(",
                                                    ";)",  ":D",  ":P",  "=)",  "=(",  "<3", ":/"};
  for (const auto emoticon : kEmoticons) {
    if (slice(at_, at_ + static_cast<uint32_t>(emoticon.size())) != emoticon) continue;
    const auto end = at_ + static_cast<uint32_t>(emoticon.size());
    if (!is_word(end) && (after_space() || at_boundary(end))) return end;
  }
  return std::nullopt;
}

/// The end of equal marks in a row, or of a symbol with what modifies it.
uint32_t Tokenizer::repeat_end(Char first) const {
  static constexpr std::string_view kRepeating = ".-*=_~+#<>`'|";
  uint32_t end = at_ + first.size;
  if (first.value >= 0x80) {
    const bool quote = first.value == U'‘' || first.value == U'’';
    const char32_t next = read(end).value;
    if (quote && (next == U'‘' || next == U'’')) return end + read(end).size;  // for “ and ”
    if (is_punctuation(first.value)) return end;
    utf8proc_int32_t state = 0;
    auto last = static_cast<utf8proc_int32_t>(first.value);
    for (Char c = read(end); c.size > 0 && c.value >= 0x80; c = read(end)) {
      const auto value = static_cast<utf8proc_int32_t>(c.value);
      if (c.kind == Kind::space || utf8proc_grapheme_break_stateful(last, value, &state)) break;
      last = value;
      end += c.size;
    }
    return end;
  }
  const char c = static_cast<char>(first.value);
  const bool exclaims = c == '!' || c == '?';
  if (!exclaims && kRepeating.find(c) == std::string_view::npos) return end;
  if (c == '.' && (end < text_.size() && (text_[end] == '?' || text_[end] == '!'))) ++end;
  while (end < text_.size() &&
         (exclaims ? text_[end] == '!' || text_[end] == '?' : text_[end] == c))
    ++end;
  return end;
}

void Tokenizer::read_mark(Char first) {
  if (is_apostrophe(first.value)) {
    if (const auto end = elision_end()) return emit(*end);
  }
  if (const auto end = emoticon_end()) return emit(*end);
  // ".5" is a number, "-5" is not.
  if (first.value == '.' && after_space() && is_kind(at_ + 1, Kind::digit))
    return emit(digits_end(at_ + 1));
  emit(repeat_end(first));
}

}  // namespace

std::vector<ByteSpan> tokenize(std::string_view text) {
  assert(text.size() < std::numeric_limits<uint32_t>::max());
  return Tokenizer(text).run();
}

}  // namespace entente
