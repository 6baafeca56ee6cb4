// Writes graphs in every format to a folder, for programs that are not ours to read.
#include <filesystem>
#include <iostream>
#include <string>

#include "base/error.h"
#include "base/file.h"
#include "export/dot.h"
#include "export/json.h"
#include "tests/export/graphs.h"

namespace entente {
namespace {

void write_graph(const std::filesystem::path& folder, const std::string& name,
                 const KnowledgeGraph& graph) {
  write_file(folder / (name + ".json"), write_json(graph));
  write_file(folder / (name + ".links.json"), write_json(graph, {EdgesKey::links}));
  write_file(folder / (name + ".dot"), write_dot(graph));
}

void write_all(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  write_file(folder / "schema", json_schema());
  write_graph(folder, "empty", KnowledgeGraph());
  write_graph(folder, "small", small_graph());
  for (unsigned seed = 1; seed < 20; ++seed)
    write_graph(folder, "random" + std::to_string(seed), random_graph(seed, 3 * seed));
  for (size_t i = 0; i < hostile_names().size(); ++i)
    write_graph(folder, "hostile" + std::to_string(i), graph_named(hostile_names()[i]));
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: export_files FOLDER\n";
    return 2;
  }
  try {
    entente::write_all(argv[1]);
  } catch (const entente::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
