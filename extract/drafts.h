#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/clauses.h"
#include "extract/sentence_view.h"

namespace entente {

/// A statement as a rule reads it, before time, attribution and the check against the ontology.
struct Draft {
  uint32_t source = 0, target = 0;  ///< entities
  EdgeType type = EdgeType::meets;
  Status status = Status::actual;
  std::string role;
  std::string rule;  ///< "verb: sign"
  double confidence = 0.5;
  uint32_t anchor = 0;  ///< word of the sentence that states it
  bool dated = true;    ///< whether a time in the clause says when: not so for offices
};

/// Offices, aides, kin and citizens, from titles before and after the names of persons.
std::vector<Draft> find_offices(const SentenceView& sentence);

/// Organs of states, seats and places, from modifiers, possessives and the bodies' own names.
std::vector<Draft> find_affiliations(const SentenceView& sentence);

/// Parties, subjects and places of agreements and events.
std::vector<Draft> find_agreement_links(const SentenceView& sentence);

/// What verbs, nouns and adjectives of the predicates table state between their arguments.
std::vector<Draft> find_predications(const SentenceView& sentence,
                                     const std::vector<VerbGroup>& groups);

}  // namespace entente
