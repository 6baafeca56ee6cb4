#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/knowledge.h"
#include "extract/name_tagger.h"

namespace entente {

/// Gives all occurrences of a name in a document one kind: that with the highest sum of scores, a
/// person where a longer name of a person ends in it. Names that mean a state or a place by
/// context (capitals) keep the kind of each occurrence, as do demonyms.
///
/// One sense a document: after Gale, Church & Yarowsky 1992. Time O(tokens of names).
void agree_on_kinds(const Document& document, const Knowledge& knowledge,
                    std::vector<TaggedName>& names);

}  // namespace entente
