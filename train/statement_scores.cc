#include "train/statement_scores.h"

#include <algorithm>
#include <array>
#include <iostream>

namespace entente {
namespace {

struct Counts {
  double right = 0, found = 0, gold = 0;
  double f1() const { return found + gold > 0 ? 200 * right / (found + gold) : 0; }
  void add(const Counts& other) {
    right += other.right;
    found += other.found;
    gold += other.gold;
  }
};

Counts count(const ScoredDocument& document, float threshold, std::vector<Counts>* types) {
  Counts counts;
  counts.gold = document.gold_count;
  for (const auto& [edge, probability] : document.found) {
    if (probability < threshold) continue;
    const bool right = document.gold.contains(edge);
    ++counts.found;
    counts.right += right;
    if (types == nullptr) continue;
    Counts& type = (*types)[static_cast<size_t>(std::get<2>(edge))];
    ++type.found;
    type.right += right;
  }
  if (types != nullptr)
    for (const ScoredEdge& edge : document.gold)
      ++(*types)[static_cast<size_t>(std::get<2>(edge))].gold;
  return counts;
}

}  // namespace

ScoredEdge ordered(int64_t source, int64_t target, int64_t type) {
  if (is_symmetric(static_cast<EdgeType>(type)) && target < source) std::swap(source, target);
  return {source, target, type};
}

void report(const std::string& name, const std::vector<ScoredDocument>& documents) {
  double best_f1 = -1;
  float best = 0;
  std::cout << name << " F1 by threshold";
  for (const float threshold : {0.05f, 0.1f, 0.15f, 0.2f, 0.25f, 0.3f, 0.35f, 0.4f, 0.5f}) {
    Counts sum;
    for (const auto& document : documents) sum.add(count(document, threshold, nullptr));
    std::cout << " " << threshold << ":" << sum.f1();
    if (sum.f1() <= best_f1) continue;
    best_f1 = sum.f1();
    best = threshold;
  }
  std::vector<Counts> types(kEdgeTypeCount);
  Counts sum;
  double reachable = 0, right_status = 0, statuses = 0;
  for (const auto& document : documents) {
    sum.add(count(document, best, &types));
    right_status += document.right_status;
    statuses += document.status_count;
    for (const ScoredEdge& edge : document.gold) reachable += document.found.contains(edge) ? 1 : 0;
  }
  std::cout << "\n  best " << best << " precision " << 100 * sum.right / std::max(1.0, sum.found)
            << " recall " << 100 * sum.right / sum.gold << " reachable "
            << 100 * reachable / sum.gold << " status " << 100 * right_status / statuses << "\n ";
  for (size_t k = 0; k < types.size(); ++k)
    if (types[k].gold > 0)
      std::cout << " " << entente::name(static_cast<EdgeType>(k)) << "(" << types[k].gold
                << "):" << static_cast<int>(types[k].f1());
  std::cout << std::endl;
}

}  // namespace entente
