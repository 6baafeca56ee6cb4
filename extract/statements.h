#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/models.h"

namespace entente {

/// Finds what the text says of its entities.
///
/// Needs every layer above `statements`. Returns statements in order of the text; each is allowed
/// by the ontology, joins two different entities, and has its sentence as evidence. Time
/// O(tokens) for sentences of ordinary length.
std::vector<Statement> find_statements(const Document& document, const Models& models);

}  // namespace entente
