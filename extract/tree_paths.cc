#include "extract/tree_paths.h"

#include <algorithm>

namespace entente {
namespace {

/// The token itself and all above it, the root last.
std::vector<uint32_t> ancestors(const Syntax& syntax, uint32_t token) {
  std::vector<uint32_t> result{token};
  while (syntax.arcs[result.back()].head != result.back())
    result.push_back(syntax.arcs[result.back()].head);
  return result;
}

}  // namespace

TreePath find_path(const Syntax& syntax, uint32_t from, uint32_t to) {
  TreePath path{ancestors(syntax, from), 0, ancestors(syntax, to)};
  path.top = path.up.back();
  while (!path.up.empty() && !path.down.empty() && path.up.back() == path.down.back()) {
    path.top = path.up.back();
    path.up.pop_back();
    path.down.pop_back();
  }
  return path;
}

uint32_t head_of(const Syntax& syntax, TokenSpan span) {
  for (uint32_t t = span.begin; t < span.end; ++t) {
    const uint32_t head = syntax.arcs[t].head;
    if (head == t || head < span.begin || head >= span.end) return t;
  }
  return span.end - 1;
}

}  // namespace entente
