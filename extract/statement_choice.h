#pragma once

#include <vector>

#include "extract/statement_candidates.h"
#include "extract/statement_scorer.h"

namespace entente {

/// The statements of a sentence that the network holds likely enough, as drafts: with the rule,
/// anchor and role of the rules' own draft where there is one, else those of the word that joins
/// the two ends. Their confidence is the network's probability.
std::vector<Draft> choose_drafts(const SentenceView& sentence, const std::vector<VerbGroup>& groups,
                                 const StatementModel& model, const TokenStates& states);

}  // namespace entente
