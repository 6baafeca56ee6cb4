#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// The length of the address or file name that `text` begins with, or 0: "https://un.org/en",
/// "www.un.org", "un.org/en", "press@un.org", "treaty.doc", "@nato", "#summit". Punctuation after
/// it does not belong to it. Requires that a token begins here. Time O(its length).
uint32_t match_address(std::string_view text);

/// The length of the telephone number or date in hyphens that `text` begins with, or 0:
/// "713-853-3989", "345-9945", "2001-12-31", "11-20-2000". Ranges ("5-10", "1990-1995") are not
/// matched. Time O(its length).
uint32_t match_hyphenated_number(std::string_view text);

}  // namespace entente
