#include "graph/edit_distance.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace entente {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string result;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    result.push_back(c.value);
    text.remove_prefix(c.size);
  }
  return result;
}

}  // namespace

size_t edit_distance(std::string_view from, std::string_view to) {
  const std::u32string a = code_points(from), b = code_points(to);
  std::vector<size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    before_last = std::exchange(last, row);
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::vector<std::string> most_similar(std::string_view wanted, std::span<const std::string> names,
                                      size_t limit) {
  const std::string folded = fold(wanted);
  const size_t length = code_points(folded).size();
  const size_t tolerance = std::max<size_t>(1, length / 3);
  std::vector<std::pair<size_t, std::string>> ranked;
  for (const std::string& name : names) {
    const std::string other = fold(name);
    // Lengths in bytes tell most pairs apart at no cost; a code point has at most four.
    if (other.size() > 4 * (length + tolerance)) continue;
    const size_t distance = edit_distance(folded, other);
    if (distance <= tolerance) ranked.emplace_back(distance, name);
  }
  std::sort(ranked.begin(), ranked.end());
  ranked.erase(std::unique(ranked.begin(), ranked.end()), ranked.end());
  std::vector<std::string> result;
  for (size_t i = 0; i < std::min(limit, ranked.size()); ++i)
    result.push_back(std::move(ranked[i].second));
  return result;
}

}  // namespace entente
