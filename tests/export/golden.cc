#include "tests/export/golden.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/file.h"

namespace entente {

void check_golden(const std::string& name, const std::string& text) {
  const auto path = std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests/export/golden" / name;
  if (std::getenv("ENTENTE_APPROVE") != nullptr) write_file(path, text);
  CHECK(read_file(path) == text);
}

std::vector<std::filesystem::path> sample_graphs() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(ENTENTE_SOURCE_DIR) / "samples"))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace entente
