#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "cli/graph_input.h"
#include "cli/json_document.h"
#include "cli/text.h"
#include "cli/verbs.h"
#include "cli/views.h"
#include "cli/words.h"
#include "export/json.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

/// A gold graph and the system's graph of the same document.
struct Pair {
  std::string id;
  fs::path gold, system;
};

std::vector<Pair> find_pairs(const fs::path& gold, const fs::path& system) {
  if (!fs::exists(gold)) throw Error(gold.string(), "no such file or directory");
  if (!fs::exists(system)) throw Error(system.string(), "no such file or directory");
  if (!fs::is_directory(gold)) {
    const fs::path other = fs::is_directory(system) ? system / gold.filename() : system;
    return {{gold.stem().string(), gold, other}};
  }
  if (!fs::is_directory(system))
    throw UsageError(gold.string() + " is a directory, " + system.string() + " is not");
  std::vector<Pair> pairs;
  for (const fs::directory_entry& entry : fs::directory_iterator(gold))
    if (entry.is_regular_file() && entry.path().extension() == ".json")
      pairs.push_back(
          {entry.path().stem().string(), entry.path(), system / entry.path().filename()});
  if (pairs.empty()) throw Error(gold.string(), "holds no .json file, wanted gold graphs");
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.id < b.id; });
  return pairs;
}

KnowledgeGraph read_file_graph(const fs::path& path) {
  return read_json(read_file(path), path.string());
}

std::string decimal(double number) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f", number);
  return buffer;
}

std::string percent(double share) { return decimal(100 * share); }

double percent_of(size_t part, size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// Figures right-aligned in columns of six.
std::string figures(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells)
    line += " " + std::string(cell.size() < 6 ? 6 - cell.size() : 0, ' ') + cell;
  return line;
}

std::string label(std::string_view name, size_t width) {
  return std::string(name) + std::string(name.size() < width ? width - name.size() : 0, ' ');
}

std::string difference_lines(const Pair& pair, const KnowledgeGraph& gold,
                             const KnowledgeGraph& system, const Differences& differences) {
  std::string lines;
  const auto add = [&](const char* what, const KnowledgeGraph& graph, auto edge) {
    lines +=
        printable(pair.id + "  " + what + "  " + graph[boost::source(edge, graph.graph())].name +
                  " " + std::string(name(graph[edge].claim.type)) + " " +
                  graph[boost::target(edge, graph.graph())].name) +
        "\n";
  };
  for (const auto edge : differences.missed) add("missed", gold, edge);
  for (const auto edge : differences.wrong) add("wrong ", system, edge);
  return lines;
}

double rounded(double share) { return std::round(1000 * share) / 10; }

void write_tally(JsonDocument& json, const Tally& tally) {
  json.member("precision", rounded(tally.precision()));
  json.member("recall", rounded(tally.recall()));
  json.member("f1", rounded(tally.f1()));
}

std::string eval_json(const std::vector<Score>& documents, const Score& sum, bool by_type) {
  JsonDocument json;
  json.member("documents", documents.size());
  for (const Metric metric : kMetrics) {
    json.begin_object(name(metric));
    write_tally(json, sum[metric]);
    const Range range = f1_range(documents, metric);
    json.member("low", rounded(range.low));
    json.member("high", rounded(range.high));
    json.end_object();
  }
  const AttributeTally& a = sum.attributes;
  json.begin_object("attributes");
  json.member("status", std::round(10 * percent_of(a.status, a.edges)) / 10);
  json.member("time", std::round(10 * percent_of(a.time, a.edges)) / 10);
  json.member("attribution", std::round(10 * percent_of(a.attribution, a.edges)) / 10);
  json.member("role", std::round(10 * percent_of(a.role, a.roles)) / 10);
  json.end_object();
  if (by_type) {
    json.begin_object("types");
    for (const auto& [type, tally] : sum.types) {
      json.begin_object(name(type));
      write_tally(json, tally);
      json.member("gold", tally.gold);
      json.member("system", tally.system);
      json.end_object();
    }
    json.end_object();
  }
  return json.finish();
}

}  // namespace

std::string format_scores(const std::vector<Score>& documents, const Score& sum) {
  std::string page = count_of(documents.size(), "document") + "\n";
  page += label("", 10) + figures({"P", "R", "F1"}) + "   95% of F1\n";
  for (const Metric metric : kMetrics) {
    const Tally& tally = sum[metric];
    const Range range = f1_range(documents, metric);
    page += label(name(metric), 10) +
            figures({percent(tally.precision()), percent(tally.recall()), percent(tally.f1())}) +
            "   " + percent(range.low) + "-" + percent(range.high) + "\n";
  }
  const AttributeTally& a = sum.attributes;
  return page + "on right edges: status " + decimal(percent_of(a.status, a.edges)) + ", time " +
         decimal(percent_of(a.time, a.edges)) + ", attribution " +
         decimal(percent_of(a.attribution, a.edges)) + ", role " +
         decimal(percent_of(a.role, a.roles)) + "\n";
}

std::string format_scores_by_type(const Score& sum) {
  std::string page = label("", 18) + figures({"gold", "system", "P", "R", "F1"}) + "\n";
  for (const auto& [type, tally] : sum.types)
    page += label(name(type), 18) +
            figures({std::to_string(tally.gold), std::to_string(tally.system),
                     percent(tally.precision()), percent(tally.recall()), percent(tally.f1())}) +
            "\n";
  return page;
}

ExitCode run_eval(Arguments arguments, Console& console) {
  CommandLine command_line("eval", "Scores graphs against gold graphs of the same documents.",
                           "entente eval gold/ graphs/ --by-type");
  std::string gold, system;
  bool json = false, by_type = false, errors = false;
  command_line.argument("GOLD", gold, "Gold graph, or directory of <id>.json");
  command_line.argument("SYSTEM", system,
                        "Graph to score, or directory; one that is missing counts as empty");
  command_line.flag("--by-type", by_type, "Also figures by type of edge");
  command_line.flag("--errors", errors, "Also list missed and wrong edges");
  add_json(command_line, json);
  command_line.parse(arguments);

  std::vector<Score> documents;
  Score sum;
  std::string differences;
  for (const Pair& pair : find_pairs(gold, system)) {
    const KnowledgeGraph wanted = read_file_graph(pair.gold);
    const KnowledgeGraph found =
        fs::exists(pair.system) ? read_file_graph(pair.system) : KnowledgeGraph();
    const Comparison comparison = compare(wanted, found);
    documents.push_back(comparison.score);
    sum += comparison.score;
    if (errors) differences += difference_lines(pair, wanted, found, comparison.differences);
  }
  if (json) {
    console.out << eval_json(documents, sum, by_type);
  } else {
    console.out << differences << format_scores(documents, sum);
    if (by_type) console.out << "\n" << format_scores_by_type(sum);
  }
  return kDone;
}

}  // namespace entente
