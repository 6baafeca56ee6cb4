#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace entente {

/// What a pronoun or noun says of who is meant.
enum class ReferringClass : uint8_t { he, she, it, they, i, we, noun, nouns };
inline constexpr uint32_t kReferringClasses = 8;

/// A pronoun or common noun that may stand for something named.
struct ReferringPhrase {
  TokenSpan tokens;
  uint32_t head = 0;  ///< the pronoun or noun
  uint32_t sentence = 0;
  ReferringClass cls = ReferringClass::he;
  bool definite = false;    ///< after "the", "this", "these" …
  uint32_t apposition = 0;  ///< the name beside it, as a mention's number plus 1; 0: none

  bool is_noun() const { return cls == ReferringClass::noun || cls == ReferringClass::nouns; }
};

/// The mention that covers each token, as its number plus 1; 0: none. [tokens.size()]
std::vector<uint32_t> cover_tokens(const Document& document);

/// Pronouns of the first and third person, nouns after a definite article or demonstrative, nouns
/// beside a name ("Kathleen Nott, a poet"). A phrase reaches from its article to its noun, without
/// names that stand before the noun.
///
/// Needs tokens, sentences, syntax and mentions. Returns phrases by position, disjoint from each
/// other and from mentions, each within one sentence. Time O(tokens.size()).
std::vector<ReferringPhrase> find_referring_phrases(const Document& document);

}  // namespace entente
