#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace entente {

/// What a page says, without what surrounds it.
struct HtmlPage {
  std::string title;         ///< the heading that <title> repeats, else <title>, else the heading
  std::optional<Date> date;  ///< of publication, as the page states it for machines
  std::string text;          ///< paragraphs with an empty line between them; valid UTF-8
};

/// Takes the main text out of a page.
///
/// Scripts, styles, navigation, headers, footers, asides, forms and hidden parts are dropped. Of
/// the rest the smallest element counts that holds nearly all running text (of the largest
/// <article> or <main> if that holds most of it), and in it every block that is not mostly links.
/// White space is collapsed as a browser does. The date is that of <meta
/// property="article:published_time"> and its like, else of the first <time datetime>.
///
/// The bytes are taken for UTF-8 if they are valid, else for the character set that the page
/// declares. Total: any bytes give a page, an empty one if there is no text in them.
///
/// After Kohlschütter, Fankhauser & Nejdl 2010, "Boilerplate Detection Using Shallow Text
/// Features".
HtmlPage parse_html(std::string_view bytes);

/// Whether a page names, near its beginning, a character set other than UTF-8.
bool declares_other_charset(std::string_view bytes);

}  // namespace entente
