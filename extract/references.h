#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/models.h"

namespace entente {

/// Finds what pronouns and common nouns refer to: "he", "its", "the ministry", "both countries".
///
/// Needs all layers up to entities. Returns references by position, disjoint from each other and
/// from mentions, each within a sentence; a phrase refers to what is named before it or later in
/// its own sentence. Pronouns and nouns of which the model holds that they refer to nothing named
/// are left out. Without a model of coreference: none. Time O(tokens + phrases).
std::vector<Reference> find_references(const Document& document, const Models& models);

}  // namespace entente
