#pragma once

#include <span>
#include <vector>

#include "extract/document.h"
#include "extract/models.h"
#include "extract/name_tagger.h"

namespace entente {

/// Finds by rules where things are named: known names, capitalized names with their kind, demonyms,
/// and agreements and events that are described ("1956 joint declaration").
///
/// Needs tokens and sentences. Returns mentions by position, disjoint, within one sentence each.
/// Time O(tokens).
std::vector<Mention> propose_names(const Document& document, const Models& models);

/// The names that a model found, linked to known things: by what the rules `proposed` for the same
/// words, else by the name itself.
std::vector<Mention> link_names(const Document& document, std::span<const Mention> proposed,
                                std::span<const TaggedName> tagged, const Models& models);

}  // namespace entente
