#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente {

/// Groups the tokens of a text into sentences.
///
/// Returns spans that partition `tokens`, in order, none empty. A blank line always ends a
/// sentence; a single line break does where the line was not merely wrapped (the next word would
/// have fitted, and it does not begin in lower case); a full stop does not after abbreviations
/// that need a continuation ("Gen.") nor before lower case. Requires tokens = tokenize(text).
/// Total, time O(text.size()).
std::vector<TokenSpan> split_sentences(std::string_view text, std::span<const ByteSpan> tokens);

}  // namespace entente
