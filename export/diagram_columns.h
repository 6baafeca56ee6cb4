#pragma once

#include <vector>

#include "export/diagram.h"

namespace entente {

/// The column of each box, from 0 at the left, none empty: parties, what is shared (events,
/// agreements, places), and the parties opposite. Parties that have much to do with each
/// other stand on opposite sides, so that most lines run across.
std::vector<size_t> find_columns(const Diagram& diagram);

}  // namespace entente
