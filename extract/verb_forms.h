#pragma once

#include "extract/sentence_view.h"

namespace entente {

/// Whether a word does what its name says; used by the files of the clause analysis.
bool ends_clause(const SentenceView& sentence, int64_t at);
bool is_quotation_mark(std::string_view lower);

/// Whether a word of the lexicon is used as a verb where it stands, and as what form; absent where
/// it is a noun, an adjective or a name.
std::optional<VerbReading> read_verb(const SentenceView& sentence, uint32_t at);

}  // namespace entente
