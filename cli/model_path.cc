#include "cli/model_path.h"

#include <cstdlib>
#include <string>
#include <vector>

#include "base/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> model_directories() {
  if (const char* directory = std::getenv("ENTENTE_MODELS"); directory != nullptr)
    return {directory};
  std::vector<fs::path> directories;
  std::error_code code;
  const fs::path program = fs::read_symlink("/proc/self/exe", code);
  if (!code)
    directories.push_back(program.parent_path().parent_path() / "share" / "entente" / "models");
  directories.emplace_back(ENTENTE_SOURCE_MODELS);
  return directories;
}

}  // namespace

fs::path model_path(std::string_view name) {
  std::string places;
  for (const fs::path& directory : model_directories()) {
    if (fs::exists(directory / name)) return directory / name;
    places += (places.empty() ? "" : ", ") + directory.string();
  }
  throw Error(std::string(name), "no such model; looked in " + places +
                                     " (the variable ENTENTE_MODELS names another directory)");
}

}  // namespace entente
