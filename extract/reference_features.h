#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/coreference_model.h"
#include "extract/reference_tracks.h"

namespace entente {

inline constexpr uint32_t kNobody = UINT32_MAX;

/// Which quotation each token stands in, and who speaks it.
struct Quotations {
  std::vector<uint32_t> number;    ///< [tokens]: 1, 2 …; 0: outside
  std::vector<uint32_t> speakers;  ///< [quotations + 1]: head of who speaks, or kNobody
};
Quotations find_quotations(const Document& document, const Lexicon& lexicon);

/// A phrase and where it stands.
struct PhraseContext {
  ReferringPhrase phrase;
  Role role = Role::other;
  uint32_t clause = 0;          ///< as clause_of
  uint32_t governor = 0;        ///< what the phrase depends on
  std::vector<uint32_t> above;  ///< as ancestors
  std::string lemma;
  uint32_t row = 0;              ///< of SyntaxModel::words: the noun
  std::vector<float> vector;     ///< of the noun
  std::optional<NodeKind> kind;  ///< that the noun names
  uint32_t quotation = 0;
};
PhraseContext read_phrase(const Document& document, const Models& models,
                          const Quotations& quotations, const ReferringPhrase& phrase);

/// Whether a track can be meant by its kind, sex and number; rough, for counting rivals.
bool is_compatible(const PhraseContext& context, const Track& track);

/// What is known of a phrase alone.
ReferenceInput phrase_input(const Document& document, const Models& models,
                            const PhraseContext& context);

/// What is known of "nothing named" as an answer.
ReferenceInput nothing_input(const PhraseContext& context, uint32_t compatible);

/// A candidate beside its rivals.
struct Rivalry {
  uint32_t rank = 0;        ///< compatible tracks that appeared later than this one
  uint32_t compatible = 0;  ///< tracks in all
  uint32_t next = kNobody;  ///< head of its next mention in the sentence
  uint32_t between = 0;     ///< mentions of other persons since its latest appearance
};

/// What is known of a phrase and something that it may refer to.
ReferenceInput pair_input(const Document& document, const Quotations& quotations,
                          const PhraseContext& context, const Track& track, const Rivalry& rivalry);

}  // namespace entente
