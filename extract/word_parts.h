#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// ASCII lower case of a word; empty if it is longer than 12 bytes, as no word of the tables is.
std::string fold_ascii(std::string_view word);

/// Whether the word stays one with what follows a hyphen ("anti-war"), in any case.
bool is_prefix(std::string_view word);

/// Whether the word is a unit that is split from the number before it ("10|km"), in any case.
bool is_unit(std::string_view word);

/// Where the second part of a contraction without apostrophe begins: 3 for "cannot", "Gonna".
std::optional<uint32_t> contraction_split(std::string_view word);

}  // namespace entente
