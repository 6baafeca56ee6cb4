#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/sentence_view.h"

namespace entente {

/// How surely a word fills a slot of a predicate.
enum class Filling : uint8_t {
  direct,     ///< it depends on the predicate, or is joined by "and" to a word that does
  inherited,  ///< from a governing clause, through a light verb or an object: "agreed to | leave"
  modifier    ///< it modifies the word that does: "the Russian | government"
};

/// A row of the predicates table whose slots, in a tree, two words fill or one of them does.
struct FrameMatch {
  const Predicate* row = nullptr;
  bool source = false, target = false;  ///< which of the row's ends are filled as the row has them
  Filling filling = Filling::direct;    ///< the weaker of the two
};

/// The predicates table applied to the tree of a sentence: which words fill the slots of which
/// rows, over voice, coordination, control, relative clauses and light verbs. Needs the layer
/// syntax. The sentence must outlive this. Time O(words × rows of a word).
class PredicateFrames {
 public:
  explicit PredicateFrames(const SentenceView& s);

  /// Rows for which `source` and `target`, tokens of the document, fill the ends, and those for
  /// which one of them does.
  std::vector<FrameMatch> matches(uint32_t source, uint32_t target) const;

 private:
  /// A word in a slot of some row: [tokens of the sentence].
  struct Place {
    uint32_t frame = 0;
    bool source = false;  ///< an end of the row: its source, else its target
    Filling filling = Filling::direct;
  };

  const SentenceView& s_;
  std::vector<const Predicate*> rows_;      // of each frame
  std::vector<std::vector<Place>> places_;  // of each token of the sentence
};

}  // namespace entente
