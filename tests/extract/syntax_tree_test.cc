#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "extract/spanning_tree.h"

namespace entente {
namespace {

/// Whether heads (0 the root) are a tree with one child of the root.
bool is_tree(const std::vector<uint32_t>& heads) {
  size_t roots = 0;
  for (uint32_t word = 1; word <= heads.size(); ++word) {
    roots += heads[word - 1] == 0 ? 1 : 0;
    size_t steps = 0;
    for (uint32_t at = word; at != 0; at = heads[at - 1])
      if (++steps > heads.size()) return false;
  }
  return roots == 1;
}

float score(const std::vector<float>& scores, const std::vector<uint32_t>& heads) {
  float total = 0;
  for (size_t i = 0; i < heads.size(); ++i) total += scores[i * (heads.size() + 1) + heads[i]];
  return total;
}

/// The best tree by trying all.
float best_by_trial(const std::vector<float>& scores, uint32_t count) {
  float best = -1e9f;
  std::vector<uint32_t> heads(count, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, score(scores, heads));
    uint32_t i = 0;
    while (i < count && ++heads[i] > count) heads[i++] = 0;
    if (i == count) return best;
  }
}

TEST_CASE("best_tree finds the tree of the highest score", "[extract]") {
  std::mt19937 random(11);
  std::normal_distribution<float> draw(0, 5);
  for (int round = 0; round < 400; ++round) {
    const uint32_t count = 1 + random() % 5;
    std::vector<float> scores(count * (count + 1));
    for (float& value : scores) value = draw(random);
    const auto heads = best_tree(scores, count + 1, count);
    REQUIRE(heads.size() == count);
    REQUIRE(is_tree(heads));
    REQUIRE(score(scores, heads) == Approx(best_by_trial(scores, count)).margin(1e-3));
  }
}

TEST_CASE("best_tree gives a tree for long sentences and equal scores", "[extract]") {
  std::mt19937 random(12);
  for (const uint32_t count : {1u, 2u, 50u, 200u}) {
    std::vector<float> scores(count * (count + 3), 0.0f);
    CHECK(is_tree(best_tree(scores, count + 3, count)));
    for (float& value : scores) value = static_cast<float>(random() % 1000) / 10;
    CHECK(is_tree(best_tree(scores, count + 3, count)));
  }
  CHECK(best_tree({}, 1, 0).empty());
}

}  // namespace
}  // namespace entente
