#pragma once

#include "export/diagram.h"

namespace entente {

/// A statement between two boxes.
struct BoxStatement {
  size_t source = 0, target = 0;  ///< indices of boxes
  const Edge* edge = nullptr;
};

/// Finds who belongs to which state or organization, and what lies between parties. Requires the
/// nodes and weights of the boxes; writes their `party` and `shared`.
std::vector<Party> find_parties(std::vector<Box>& boxes,
                                const std::vector<BoxStatement>& statements);

/// Whether the statement says no more than that its source belongs to the party around it, so that
/// the cluster tells it.
bool told_by_cluster(const BoxStatement& statement, const std::vector<Box>& boxes,
                     const std::vector<Party>& parties);

}  // namespace entente
