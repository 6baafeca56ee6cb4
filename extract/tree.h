#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace entente {

/// What a phrase does in its clause, as far as what it can refer to depends on it.
enum class Role : uint8_t {
  subject,
  passive_subject,
  object,
  oblique,
  agent,
  nominal,     ///< of a noun: "the head of X"
  possessive,  ///< "X's"
  modifier,    ///< compound, flat, adjective
  predicate,
  other
};

/// The word of a span that the others depend on: the first whose head lies outside.
uint32_t head_of(const Syntax& syntax, TokenSpan tokens);

/// The first conjunct or the noun that an apposition explains; the token itself if it is neither.
uint32_t first_conjunct(const Syntax& syntax, uint32_t token);

/// The role of a token, of its first conjunct where it is joined to another.
Role role_of(const Syntax& syntax, uint32_t token);

/// The word that heads the smallest clause that a token stands in; of the predicate itself: itself.
uint32_t clause_of(const Syntax& syntax, uint32_t token);

/// The token and the words above it, to the root or at most `kDeepest` of them.
std::vector<uint32_t> ancestors(const Syntax& syntax, uint32_t token);
inline constexpr uint32_t kDeepest = 16;

/// A number for the relations between two tokens of a sentence, up from the one whose ancestors
/// are given and down to the other; 0 if they meet too far up.
uint32_t path_between(const Syntax& syntax, const std::vector<uint32_t>& above, uint32_t other);

}  // namespace entente
