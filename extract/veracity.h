#pragma once

#include <vector>

#include "extract/clauses.h"

namespace entente {

/// Words [begin, end) of a sentence.
struct WordRange {
  uint32_t begin = 0, end = 0;
  bool contains(uint32_t word) const { return begin <= word && word < end; }
  bool empty() const { return begin >= end; }
};

/// What a verb of saying or thinking takes as its clause: "said (that) …", "… , X said"; empty
/// where it takes none.
WordRange reported_clause(const SentenceView& sentence, const VerbGroup& group);

/// Whether what each verb says holds: [groups.size()].
///
/// Composes its own auxiliaries and negation (the status that the groups come with), the verb,
/// adjective or noun that embeds it, the clauses that it stands in ("denied that …", "it is
/// possible that …") and conditions. After the practice of FactBank (Saurí & Pustejovsky 2009)
/// and MegaVeridicality; polarity as in Nairn, Condoravdi & Karttunen (2006).
std::vector<Status> read_statuses(const SentenceView& sentence,
                                  const std::vector<VerbGroup>& groups);

/// Whether what a noun names holds: by its modifiers ("the planned attack"), else by the verb
/// whose object it is, unless the noun phrase is definite and so presupposes it. Needs groups with
/// their final statuses.
Status noun_status(const SentenceView& sentence, const std::vector<VerbGroup>& groups,
                   uint32_t noun);

}  // namespace entente
