#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/span.h"
#include "extract/syntax.h"

namespace entente {

/// The parse of a text in CoNLL-U (universaldependencies.org/format.html), one block a sentence,
/// with "# newdoc id" if `id` is not empty, "# newpar", "# sent_id" and "# text". FEATS holds what
/// Morphology does; XPOS and DEPS are "_". Requires syntax = parse(text, tokens, sentences).
std::string write_conllu(std::string_view id, std::string_view text,
                         std::span<const ByteSpan> tokens, std::span<const TokenSpan> sentences,
                         const Syntax& syntax);

}  // namespace entente
