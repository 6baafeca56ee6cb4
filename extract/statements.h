#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/models.h"
#include "extract/statement_scorer.h"

namespace entente {

/// Finds what the text says of its entities: by rules and, where there is a model of statements, by
/// what its network makes of every pair; `states` are what its encoder gave for the tokens.
///
/// Needs every layer above `statements`. Returns statements in order of the text; each is allowed
/// by the ontology, joins two different entities, and has its sentence as evidence. Time
/// O(tokens) for sentences of ordinary length.
std::vector<Statement> find_statements(const Document& document, const Models& models,
                                       const TokenStates& states = {});

}  // namespace entente
