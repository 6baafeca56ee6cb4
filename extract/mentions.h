#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/models.h"

namespace entente {

/// Finds where things are named: known names, capitalized names with their kind, demonyms, and
/// agreements and events that are described ("1956 joint declaration").
///
/// Needs tokens and sentences. Returns mentions by position, disjoint, within one sentence each.
/// Time O(tokens).
std::vector<Mention> find_mentions(const Document& document, const Models& models);

}  // namespace entente
