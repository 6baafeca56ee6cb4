#pragma once

#include <filesystem>

#include "extract/syntax_model.h"
#include "train/name_network.h"

namespace entente {

/// Writes a network as a model file for the program; `source` is whose guidelines it will follow.
/// Vectors become 8-bit numbers, matrices half precision. Throws Error if it cannot be written.
void export_names(NameNetwork& network, const NameVocabulary& vocabulary, int64_t source,
                  const SyntaxModel& syntax, const std::filesystem::path& path);

}  // namespace entente
