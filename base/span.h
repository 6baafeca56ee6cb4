#pragma once

#include <compare>
#include <cstdint>

namespace entente {

/// A half-open range [begin, end) counted in `Unit`s. Spans of different units do not mix.
///
/// Ordered by begin, then by end.
template <class Unit>
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(const Span& other) const {
    return begin <= other.begin && other.end <= end;
  }
  constexpr bool overlaps(const Span& other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

using ByteSpan = Span<struct ByteUnit>;            ///< bytes of a UTF-8 text
using TokenSpan = Span<struct TokenUnit>;          ///< tokens of a document
using CodePointSpan = Span<struct CodePointUnit>;  ///< Unicode code points of a text, as in JSON

}  // namespace entente
