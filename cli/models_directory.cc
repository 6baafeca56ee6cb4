#include "cli/models_directory.h"

#include <cstdlib>
#include <string>
#include <vector>

#include "base/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> places() {
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

fs::path models_directory() {
  std::string looked_in;
  for (const fs::path& directory : places()) {
    if (fs::is_directory(directory)) return directory;
    looked_in += (looked_in.empty() ? "" : ", ") + directory.string();
  }
  throw Error("models", "no such directory; looked in " + looked_in +
                            " (the variable ENTENTE_MODELS names another)");
}

}  // namespace entente
