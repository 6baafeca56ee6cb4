#pragma once

#include <vector>

#include "extract/clauses.h"

namespace entente {

/// How far from a word in the tree a time may hang that holds for it.
enum class TimeReach : uint8_t { near, usual, far };

/// Which of the times of a sentence says when something holds.
///
/// A time in a noun phrase ("the 2011 war") belongs to its noun; another to the verb before it in
/// its clause, or, where it begins the clause, to the verb after it. With a dependency tree, to
/// what it hangs on.
class TimeLinks {
 public:
  /// View and groups must outlive the links.
  TimeLinks(const SentenceView& sentence, const std::vector<VerbGroup>& groups);

  /// The time (index into Document::times) that governs the predicate at a word; kNone if none.
  /// `reach` counts where there is a tree.
  uint32_t time_of(uint32_t word, TimeReach reach) const;

  /// The time in the name or noun phrase of a mention: "the 1979 treaty", "the treaty of 1979".
  uint32_t time_of_mention(uint32_t mention) const;

  /// Whether "until" or the like stands before a time.
  bool is_end(uint32_t time) const;

 private:
  struct Link {
    uint32_t time = 0;
    uint32_t begin = 0, end = 0;  ///< words
    uint32_t verb = kNone;        ///< index of the group that it governs
    uint32_t noun = kNone;        ///< word of the noun that it modifies
  };

  Link link(uint32_t time) const;
  uint32_t modified_noun(const Link& link) const;
  uint32_t governed_verb(const Link& link) const;
  bool clause_ends_between(uint32_t left, uint32_t right) const;
  uint32_t verb_of_noun(uint32_t word) const;
  const Link* nearest(uint32_t verb, uint32_t word) const;
  uint32_t lender(uint32_t verb) const;
  uint32_t time_in_tree(uint32_t word, TimeReach reach) const;
  uint32_t time_in_clause(uint32_t word) const;
  uint32_t governor(const Link& link) const;

  const SentenceView& s_;
  const std::vector<VerbGroup>& groups_;
  std::vector<Link> links_;
};

}  // namespace entente
