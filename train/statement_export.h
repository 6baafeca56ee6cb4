#pragma once

#include <filesystem>
#include <unordered_map>

#include "extract/name_model.h"
#include "train/statement_network.h"

namespace entente {

/// Writes a network as a model file for the program. Features become 8-bit numbers, matrices half
/// precision. Throws Error if it cannot be written.
void export_statements(StatementNetwork& network,
                       const std::unordered_map<uint64_t, int64_t>& features,
                       const std::vector<float>& thresholds, const Models& models,
                       const std::filesystem::path& path);

}  // namespace entente
