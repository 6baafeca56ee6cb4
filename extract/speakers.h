#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace entente {

/// The entities that "we" and "our" of a speech or statement stand for, by what it says of itself:
/// the states of "We, the ministers of A, B and C" or of "issued by the governments of A and B",
/// else the one that "my country, A" or "on behalf of A" names, else the state it names most often.
/// Empty where the text is not in the first person, quotations aside.
/// `entity_of` and `leading` are those of DocumentContext.
std::vector<uint32_t> find_speakers(const Document& document,
                                    const std::vector<uint32_t>& entity_of, uint32_t leading);

/// Whether a word, in lower case, is a pronoun of the first person.
bool is_first_person(std::string_view word);

}  // namespace entente
