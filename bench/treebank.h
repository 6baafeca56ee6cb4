#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "extract/conllu.h"
#include "extract/syntax.h"

namespace entente {

/// A treebank as one text with its analysis by hand.
struct Treebank {
  std::string text;              ///< paragraphs with a blank line between them
  std::vector<ByteSpan> tokens;  ///< words; the words of a multiword token share its bytes out
  std::vector<TokenSpan> sentences;
  std::vector<std::string> tags, lemmas, relations;  ///< by word
  std::vector<uint32_t> heads;                       ///< by word; roots are their own
};

/// Joins sentences as their SpaceAfter and paragraph marks say.
Treebank make_treebank(const std::vector<ConlluSentence>& sentences);

/// The relation without its subtype.
std::string plain(const std::string& relation);

}  // namespace entente
