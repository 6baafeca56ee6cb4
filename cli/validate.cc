#include <istream>
#include <iterator>
#include <ostream>

#include "base/file.h"
#include "cli/graph_input.h"
#include "cli/json_document.h"
#include "cli/verbs.h"
#include "cli/words.h"
#include "export/json.h"

namespace entente {
namespace {

std::string problems_json(const std::string& file, const std::vector<std::string>& problems) {
  JsonDocument json;
  json.member("file", file);
  json.member("valid", problems.empty());
  json.begin_list("problems");
  for (const std::string& problem : problems) json.value(problem);
  json.end_list();
  return json.finish();
}

}  // namespace

ExitCode run_validate(Arguments arguments, Console& console) {
  CommandLine command_line("validate", "Checks a native JSON graph and names every problem.",
                           "entente validate graph.json");
  std::string file;
  bool json = false;
  add_graph(command_line, file);
  add_json(command_line, json);
  command_line.parse(arguments);
  const bool standard_input = file == "-";
  const std::string where = standard_input ? "standard input" : file;
  const std::string bytes = standard_input
                                ? std::string(std::istreambuf_iterator<char>(console.in), {})
                                : read_file(file);
  const std::vector<std::string> problems = validate_json(bytes, where);
  if (json) {
    console.out << problems_json(where, problems);
  } else if (problems.empty()) {
    const KnowledgeGraph graph = read_json(bytes, where);
    console.out << where << ": valid, " << count_of(graph.node_count(), "node") << ", "
                << count_of(graph.edge_count(), "edge") << "\n";
  } else {
    for (const std::string& problem : problems) console.err << problem << "\n";
    console.err << "entente: " << where << ": " << count_of(problems.size(), "problem") << "\n";
  }
  return problems.empty() ? kDone : kUnusableFile;
}

}  // namespace entente
