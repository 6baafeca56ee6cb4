#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente {

/// Splits text into words, numbers and single punctuation marks.
///
/// Returns spans in ascending order, disjoint and never empty; together they cover every
/// byte that is not white space. Clitics and hyphenated words are split ("Abe|'s", "do|n't",
/// "US|-|led"), prefixes are not ("anti-war"); abbreviations ("U.S.", "Gen.") keep their full
/// stop; dates, times, telephone numbers, addresses of the web and of mail are one token; equal
/// marks in a row ("...", "--", "!!") and a symbol with its modifiers (emoji) are one token.
/// Total: any bytes are accepted (those that are not UTF-8 count as symbols), empty text gives no
/// tokens. Requires text.size() < 2^32. Time O(text.size()).
///
/// After Universal Dependencies v2, "Tokenization and Word Segmentation", as in UD English EWT.
std::vector<ByteSpan> tokenize(std::string_view text);

}  // namespace entente
