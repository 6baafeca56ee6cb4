#pragma once

#include <cstdint>
#include <vector>

#include "extract/drafts.h"

namespace entente {

/// Two entities of a sentence that may stand in some relation, in this order, and what the network
/// of statements is told about them.
struct StatementCandidate {
  uint32_t source = 0, target = 0;              ///< entities
  uint32_t source_token = 0, target_token = 0;  ///< heads of the phrases, tokens of the document
  uint32_t anchor = 0;             ///< token that joins them in the tree: "signed" of "A signed B"
  std::vector<uint64_t> features;  ///< hashes, ascending
};

/// The candidates of a sentence: every ordered pair of entities that it names or refers to, by the
/// phrases that are nearest in the tree, and every pair that a rule has drafted. Needs the layer
/// syntax. At most kMostArguments phrases count.
inline constexpr uint32_t kMostArguments = 40;
std::vector<StatementCandidate> find_candidates(const SentenceView& sentence,
                                                const std::vector<VerbGroup>& groups,
                                                const std::vector<Draft>& drafts);

/// What the rules of all families draft from a sentence.
std::vector<Draft> find_drafts(const SentenceView& sentence, const std::vector<VerbGroup>& groups);

}  // namespace entente
