#pragma once

#include <cstdint>

#include "graph/statement.h"

namespace entente {

inline constexpr uint32_t kNodeKindCount = kNodeKinds.size();

/// What the finder of names tells apart: the kinds of nodes by name, and demonyms of states.
inline constexpr uint32_t kNameTypes = kNodeKindCount + 1;
inline constexpr uint32_t kDemonymType = kNodeKindCount;

/// Where in a name a token stands (BILOU; Ratinov & Roth 2009).
enum class NamePart : uint8_t { first, inside, last, whole };

/// Labels of tokens: 0 is outside of names, then the parts of each type.
inline constexpr uint32_t kNameLabels = 1 + 4 * kNameTypes;

constexpr uint32_t name_label(uint32_t type, NamePart part) {
  return 1 + 4 * type + static_cast<uint32_t>(part);
}
constexpr uint32_t name_type(NodeKind kind, MentionForm form) {
  return form == MentionForm::demonym ? kDemonymType : static_cast<uint32_t>(kind);
}
/// The part that token `at` of a name of `size` tokens is.
constexpr NamePart name_part(uint32_t at, uint32_t size) {
  if (size == 1) return NamePart::whole;
  return at == 0 ? NamePart::first : at + 1 == size ? NamePart::last : NamePart::inside;
}

}  // namespace entente
