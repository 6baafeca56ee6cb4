#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace entente {

/// A quoted string of the DOT language that Graphviz reads as exactly `text`: backslashes are
/// doubled, since it expands \N, \n and the like. A line feed stays one; other control characters
/// and what XML does not know become U+FFFD. Requires valid UTF-8.
std::string dot_quoted(std::string_view text);

/// Text for an HTML-like label. Never empty: white space alone becomes a dash, because Graphviz
/// refuses empty elements. Requires valid UTF-8.
std::string dot_html(std::string_view text);

/// "#" and the id, percent-encoded.
std::string fragment_url(std::string_view id);

size_t count_code_points(std::string_view text);

/// The text in at most `lines` lines of at most `width` code points, broken between words where
/// that is possible; what does not fit is replaced by "…". White space is normalized.
std::vector<std::string> wrap(std::string_view text, size_t width, size_t lines);

/// For people: "18 Apr 2019", "Apr 2019", "2019", "11–14 May 2019", "since 1992", "until 1991".
std::string readable(const Date& date);
std::string readable(const Interval& interval);

/// "1 node", "12,345 nodes". `plural` is the word for every number but one.
std::string counted(size_t count, std::string_view singular, std::string_view plural);

}  // namespace entente
