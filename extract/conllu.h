#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace entente {

/// One syntactic word of a CoNLL-U file.
struct ConlluWord {
  std::string form, lemma, upos, feats, deprel;
  std::string group;        ///< on the first word of a multiword token: that token's form
  uint32_t group_size = 0;  ///< and its number of words; 0 elsewhere
  uint32_t head = 0;        ///< 1-based within the sentence; 0: root
  bool space_after = true;
};

struct ConlluSentence {
  std::vector<ConlluWord> words;
  bool starts_paragraph = false;  ///< preceded by "# newdoc" or "# newpar"
};

/// Reads a CoNLL-U file; empty nodes and other comments are left out.
/// Throws Error with path:line for what is not CoNLL-U, and where the file cannot be read.
std::vector<ConlluSentence> read_conllu(const std::filesystem::path& path);

}  // namespace entente
