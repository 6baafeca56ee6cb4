#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "graph/ontology.h"

namespace entente {

/// An edge of a document: source, target, type.
using ScoredEdge = std::tuple<int64_t, int64_t, int64_t>;

/// The same edge whatever the order of the ends of a symmetric type.
ScoredEdge ordered(int64_t source, int64_t target, int64_t type);

/// The highest probability that any sentence gives to an edge of a document.
struct ScoredDocument {
  std::map<ScoredEdge, float> found;
  std::set<ScoredEdge> gold;
  double gold_count = 0;
  double right_status = 0, status_count = 0;
};

/// Prints F1 by threshold, and at the best one precision, recall and F1 of each type.
void report(const std::string& name, const std::vector<ScoredDocument>& documents);

}  // namespace entente
