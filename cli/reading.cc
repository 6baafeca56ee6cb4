#include "cli/reading.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/json_document.h"
#include "cli/models_directory.h"
#include "cli/progress.h"
#include "cli/words.h"
#include "extract/analyze.h"
#include "extract/models.h"
#include "extract/read_sources.h"

namespace entente {
namespace {

/// Documents are analyzed in batches: enough of them to keep all cores at work, and no more than
/// fit in memory with their layers.
constexpr size_t kBatchBytes = 4 << 20;
constexpr size_t kBatchDocuments = 512;

std::optional<Date> parse_date_option(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto date = Date::parse(text);
  if (!date)
    throw UsageError("--date is \"" + text + "\", wanted an ISO 8601 date like 2019-04-18");
  return date;
}

uint64_t size_of(const std::vector<std::string>& files) {
  uint64_t total = 0;
  for (const std::string& file : files) {
    std::error_code code;
    const auto size = std::filesystem::file_size(file, code);
    if (!code) total += size;
  }
  return total;
}

using Found = std::function<std::optional<std::string>(KnowledgeGraph)>;

/// Collects documents and turns them into graphs, many at once.
class Reading {
 public:
  Reading(Console& console, uint64_t total_bytes, const Found& found)
      : console_(console), progress_(console, total_bytes), found_(found) {}

  void add(Document document) {
    bytes_ += document.text.size();
    documents_.push_back(std::move(document));
    if (bytes_ >= kBatchBytes || documents_.size() >= kBatchDocuments) analyze_batch();
  }

  void add(ReadProblem problem) {
    progress_.clear();
    console_.err << "entente: " << problem.where << ": " << problem.message << "\n";
    report_.problems.push_back(std::move(problem));
  }

  ReadingReport finish() {
    analyze_batch();
    return std::move(report_);
  }

 private:
  void analyze_batch() {
    std::vector<KnowledgeGraph> graphs(documents_.size());
    std::vector<std::pair<std::string, size_t>> ids_and_sizes(documents_.size());
    tbb::parallel_for(size_t{0}, documents_.size(), [&](size_t i) {
      ids_and_sizes[i] = {documents_[i].id, documents_[i].text.size()};
      graphs[i] = to_graph(analyze(std::move(documents_[i]), models_));
    });
    documents_.clear();
    bytes_ = 0;
    for (size_t i = 0; i < graphs.size(); ++i) {
      const auto& [id, size] = ids_and_sizes[i];
      progress_.advance(size);
      if (auto skipped = found_(std::move(graphs[i])))
        add(ReadProblem{id, std::move(*skipped)});
      else
        ++report_.document_count;
    }
  }

  Console& console_;
  Progress progress_;
  const Found& found_;
  const Models models_ = load_models(models_directory());
  ReadingReport report_;
  std::vector<Document> documents_;
  size_t bytes_ = 0;  // of text in documents_
};

}  // namespace

void add_reading(CommandLine& command_line, ReadingOptions& options) {
  command_line.arguments("INPUT", options.inputs,
                         "Texts: .txt, .html or .jsonl files, directories, - for standard input");
  command_line.option("--date", "DATE", options.date,
                      "Date of documents that state none (2019-04-18)");
  command_line.option("--threads", "N", options.threads, "Threads to use (default: all cores)");
}

size_t ReadingReport::skipped_count() const {
  return static_cast<size_t>(
      std::count_if(problems.begin(), problems.end(), [](const ReadProblem& problem) {
        return problem.severity == ReadProblem::Severity::skipped;
      }));
}

std::vector<std::string> files_of(const ReadingOptions& options) {
  std::vector<std::string> files;
  for (const ReadSource& source :
       read_sources(options.inputs, [](const std::string&, const std::string&) {}))
    files.push_back(source.path.string());
  return files;
}

ReadingReport read_graphs(const ReadingOptions& options, Console& console, const Found& found) {
  const ReadOptions read_options{parse_date_option(options.date), &console.in};
  std::optional<tbb::global_control> threads;
  if (options.threads > 0)
    threads.emplace(tbb::global_control::max_allowed_parallelism, options.threads);
  Reading reading(console, console.err_is_terminal ? size_of(files_of(options)) : 0, found);
  read_documents(
      options.inputs, read_options, [&](Document document) { reading.add(std::move(document)); },
      [&](ReadProblem problem) { reading.add(std::move(problem)); });
  return reading.finish();
}

std::string summary(const ReadingReport& report, size_t node_count, size_t edge_count,
                    const std::string& output) {
  std::string line = count_of(report.document_count, "document") + ", " +
                     count_of(node_count, "node") + ", " + count_of(edge_count, "edge");
  if (const size_t skipped = report.skipped_count(); skipped > 0)
    line += "; " + std::to_string(skipped) + " skipped";
  return output.empty() ? line : line + " → " + output;
}

std::string summary_json(const ReadingReport& report, size_t node_count, size_t edge_count,
                         const std::string& output) {
  JsonDocument json;
  json.member("documents", report.document_count);
  json.member("nodes", node_count);
  json.member("edges", edge_count);
  json.member("output", output);
  json.begin_list("problems");
  for (const ReadProblem& problem : report.problems) {
    json.begin_object();
    json.member("where", problem.where);
    json.member("message", problem.message);
    json.member("severity",
                problem.severity == ReadProblem::Severity::skipped ? "skipped" : "repaired");
    json.end_object();
  }
  json.end_list();
  return json.finish();
}

}  // namespace entente
