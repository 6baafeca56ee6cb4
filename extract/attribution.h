#pragma once

#include <string>
#include <vector>

#include "extract/clauses.h"

namespace entente {

/// Who says what a stretch of a sentence says.
struct Attribution {
  uint32_t begin = 0, end = 0;  ///< words whose statements are reported
  uint32_t speaker = kNone;     ///< mention, or kNone where the source has no name
  std::string phrase;           ///< the source as written, where it has no name
  bool own = false;             ///< also what the speaker says of themselves: "X said that it …"
};

/// Reports in a sentence: "X said (that) …", "… , X said", "according to X", "X accused Y of …",
/// "reportedly", "X's claim that …". Nested ones lie within each other.
std::vector<Attribution> find_attributions(const SentenceView& sentence,
                                           const std::vector<VerbGroup>& groups);

/// A quotation that goes on in the next sentence, or stands there alone.
struct Quotation {
  bool open = false;    ///< its end is still to come
  bool spoken = false;  ///< its speaker is known
  uint32_t speaker = kNone;
  std::string phrase;
};

/// What of a sentence a quotation of the sentence before it covers: nothing, or words from the
/// first on that get the same speaker.
std::vector<Attribution> continue_quotation(const SentenceView& sentence, const Quotation& before,
                                            const std::vector<Attribution>& own);

/// The quotation at the end of a sentence, given the one before it and all attributions in it.
Quotation last_quotation(const SentenceView& sentence, const Quotation& before,
                         const std::vector<Attribution>& attributions);

/// Puts the speaker in the place of "we" and "I" where what they do is reported.
void resolve_first_person(const SentenceView& sentence,
                          const std::vector<Attribution>& attributions,
                          std::vector<VerbGroup>& groups);

}  // namespace entente
