#include <filesystem>
#include <map>
#include <optional>
#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/verbs.h"
#include "export/json.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestName = 200;  // bytes; file systems allow 255

/// A document's id as the name of a file: letters, digits, ".", "_" and "-" stay.
std::string file_name_of(std::string_view id) {
  std::string result;
  while (!id.empty() && result.size() < kLongestName) {
    const CodePoint c = first_code_point(id);
    const bool safe = is_letter(c.value) || is_digit(c.value) || c.value == '-' || c.value == '_' ||
                      (c.value == '.' && !result.empty());
    result += safe ? std::string(id.substr(0, c.size)) : "_";
    id.remove_prefix(c.size);
  }
  return result + ".json";
}

void make_directory(const std::string& directory) {
  std::error_code code;
  fs::create_directories(directory, code);
  if (!fs::is_directory(directory))
    throw Error(directory, code ? "cannot be made: " + code.message() : "is not a directory");
}

/// Writes each graph to a file of its own.
class GraphFiles {
 public:
  GraphFiles(std::string directory, std::vector<std::string> inputs)
      : directory_(std::move(directory)), inputs_(std::move(inputs)) {}

  /// Returns why it cannot be written: another document of this run has its file.
  std::optional<std::string> write(const KnowledgeGraph& graph) {
    const std::string& id = graph.documents().front().id;
    const std::string file = (fs::path(directory_) / file_name_of(id)).string();
    const auto [owner, free] = owners_.emplace(file, id);
    if (!free) return "its file " + file + " holds document " + owner->second;
    refuse_to_overwrite(file, inputs_);
    const WholeWrite whole;
    write_file(file, write_json(graph));
    return std::nullopt;
  }

 private:
  std::string directory_;
  std::vector<std::string> inputs_;
  std::map<std::string, std::string> owners_;  // file to document id
};

}  // namespace

ExitCode run_extract(Arguments arguments, Console& console) {
  CommandLine command_line("extract", "Reads texts and makes a graph of each, as JSON.",
                           "entente extract --each news.jsonl -o graphs/");
  ReadingOptions reading;
  std::string directory;
  bool each = false, json = false;
  add_reading(command_line, reading);
  command_line.flag("--each", each, "One file a document, DIR/<id>.json");
  command_line.required_option("-o,--output", "DIR", directory, "Write the graphs here");
  command_line.flag("--json", json, "Print the summary as JSON");
  command_line.parse(arguments);
  if (!each) throw UsageError("extract wants --each; for one graph of all texts: entente build");
  make_directory(directory);

  GraphFiles files(directory, files_of(reading));
  size_t nodes = 0, edges = 0;
  const ReadingReport report = read_graphs(reading, console, [&](const KnowledgeGraph& graph) {
    auto skipped = files.write(graph);
    nodes += skipped ? 0 : graph.node_count();
    edges += skipped ? 0 : graph.edge_count();
    return skipped;
  });
  if (json)
    console.out << summary_json(report, nodes, edges, directory);
  else
    console.err << summary(report, nodes, edges, directory) << "\n";
  if (report.document_count == 0) return kUnusableFile;
  return report.skipped_count() > 0 ? kSkipped : kDone;
}

}  // namespace entente
