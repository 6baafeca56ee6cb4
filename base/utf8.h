#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente {

/// A text made valid, and where it was not.
struct RepairedText {
  std::string text;                   ///< valid UTF-8; each bad sequence became one U+FFFD
  std::vector<uint64_t> bad_offsets;  ///< byte offsets in the original, ascending
};

/// Makes any bytes valid UTF-8 (RFC 3629), replacing each maximal ill-formed subsequence by
/// U+FFFD as the Unicode Standard recommends (chapter 3, "Substitution of Maximal Subparts").
RepairedText repair_utf8(std::string_view bytes);

/// One code point and its length in bytes. Requires valid UTF-8 and a non-empty text.
struct CodePoint {
  char32_t value = 0;
  uint32_t size = 0;
};
CodePoint first_code_point(std::string_view text);

bool is_letter(char32_t c);       ///< general category L* or M* (marks belong to their letter)
bool is_upper(char32_t c);        ///< Lu or Lt
bool is_lower(char32_t c);        ///< Ll
bool is_digit(char32_t c);        ///< Nd
bool is_space(char32_t c);        ///< Z*, tab, line feed, carriage return and the like
bool is_punctuation(char32_t c);  ///< P*

/// Simple case mappings, code point by code point. Require valid UTF-8.
std::string lower_case(std::string_view text);
std::string upper_case(std::string_view text);

/// Lower case without diacritics or compatibility variants, for comparing names: "Erdoğan" and
/// "ERDOGAN" both give "erdogan". Requires valid UTF-8.
std::string fold(std::string_view text);

/// An identifier made of a name: folded, each run of other than letters and digits one hyphen:
/// "Treaty of San Francisco" gives "treaty-of-san-francisco". Letters of every script are kept.
std::string slug(std::string_view text);

/// Translates byte offsets of one text to code point offsets. O(n / 64) memory, O(1) a look-up.
class CodePointIndex {
 public:
  /// Requires valid UTF-8. The text must outlive the index.
  explicit CodePointIndex(std::string_view text);

  /// Requires byte <= text.size().
  uint32_t code_point(uint32_t byte) const;
  CodePointSpan span(ByteSpan bytes) const {
    return {code_point(bytes.begin), code_point(bytes.end)};
  }

 private:
  std::string_view text_;
  std::vector<uint32_t> counts_;  // code points before each block of kBlock bytes
};

}  // namespace entente
