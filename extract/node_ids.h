#pragma once

#include <string>
#include <vector>

#include "extract/document.h"

namespace entente {

/// Ids of the document's entities in a graph of many documents: [entities.size()], unique.
///
/// A named thing has the id of its entity. An agreement or event that is only described ("peace
/// treaty", "presidential election") could be any: its id also names the states and organizations
/// that are its sides, or its place, and where the text names fewer than it takes to tell it
/// apart, the document. So "peace treaty" of Japan and Russia is one node in two documents, and
/// no other peace treaty joins it.
std::vector<std::string> node_ids(const Document& document);

}  // namespace entente
