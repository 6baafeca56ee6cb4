#pragma once

#include <filesystem>

namespace entente {

/// Where the trained models are: the directory that the environment variable ENTENTE_MODELS names,
/// else beside an installed program (../share/entente/models), else in the source tree that the
/// program was built from. Throws Error that names the places looked in if it is none of them.
std::filesystem::path models_directory();

}  // namespace entente
