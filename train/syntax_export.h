#pragma once

#include <filesystem>

#include "train/syntax_data.h"
#include "train/syntax_network.h"

namespace entente {

/// Writes the model file that extract/syntax_model.h reads: vectors in 8 bits with a scale a row,
/// matrices in half precision, layer norms folded into the matrices after them. Throws Error.
void export_syntax(SyntaxNetwork& network, const SyntaxClasses& classes,
                   const Vocabulary& vocabulary, const std::filesystem::path& path);

}  // namespace entente
