#pragma once

#include <filesystem>
#include <string_view>

namespace entente {

/// Where a model file of this name ("syntax.model") is: in the directory that the environment
/// variable ENTENTE_MODELS names, else beside an installed program (../share/entente/models), else
/// in the source tree that the program was built from. Throws Error that names the places looked
/// in if it is in none.
std::filesystem::path model_path(std::string_view name);

}  // namespace entente
