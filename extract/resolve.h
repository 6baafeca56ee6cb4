#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/models.h"

namespace entente {

/// Decides which mentions are of the same thing: equal names, known aliases, surnames, acronyms,
/// short forms.
///
/// Needs tokens and mentions. Returns entities in the order of their first mention; each mention
/// belongs to one. Ids are unique within the document. Time O(mentions × names per kind).
std::vector<Entity> resolve(const Document& document, const Models& models);

}  // namespace entente
