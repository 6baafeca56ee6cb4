#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace entente {

/// Checks that `text` is what the golden file of this name holds. With ENTENTE_APPROVE set in the
/// environment the file is written anew: read the difference before you commit it.
void check_golden(const std::string& name, const std::string& text);

/// The graphs expected of the samples, by name.
std::vector<std::filesystem::path> sample_graphs();

}  // namespace entente
