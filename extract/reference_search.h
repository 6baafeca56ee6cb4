#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/reference_features.h"

namespace entente {

/// Something that a phrase may refer to.
struct ReferenceCandidate {
  uint32_t track = 0;
  std::vector<uint32_t> entities;  ///< of the document; empty: nothing named
  uint32_t token = 0;              ///< head of its latest mention by name
};

/// A phrase with all that it may refer to; the first candidate is nothing.
struct ReferenceQuestion {
  ReferringPhrase phrase;
  ReferenceInput input;
  std::vector<ReferenceCandidate> candidates;
  std::vector<ReferenceInput> inputs;  ///< [candidates]
};

/// Asks of each phrase in turn what it refers to; answers count as mentions for later questions.
class ReferenceSearch {
 public:
  /// All must outlive the search. Requires models.syntax and the layers up to entities.
  ReferenceSearch(const Document& document, const Models& models);

  /// The next question; absent after the last.
  std::optional<ReferenceQuestion> next();
  void answer(const ReferenceQuestion& question, size_t candidate);

 private:
  void add(const PhraseContext& context, uint32_t track, const Rivalry& rivalry,
           ReferenceQuestion& question) const;

  const Document& document_;
  const Models& models_;
  ReferenceTracks tracks_;
  const std::vector<ReferringPhrase> phrases_;
  const Quotations quotations_;
  size_t at_ = 0;
};

}  // namespace entente
