#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "extract/conllu.h"

namespace entente {

/// Words of a sentence of plain text.
using RawSentence = std::vector<std::string>;

/// The sentences of a plain text that have from `shortest` to `longest` tokens, as the program
/// splits it. Throws Error where the file cannot be read.
std::vector<RawSentence> read_raw_sentences(const std::filesystem::path& path, size_t shortest,
                                            size_t longest);

/// The same words without analysis.
ConlluSentence unanalysed(const RawSentence& sentence);

}  // namespace entente
