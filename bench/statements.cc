// Accuracy of statements: with rules and network, by type, by what stated them; reliability of
// confidences; facts of KnowledgeNet; speed. See bench/statements.md for the command.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>

#include "base/error.h"
#include "bench/known_facts.h"
#include "bench/named_texts.h"
#include "extract/analyze.h"
#include "graph/score.h"

namespace entente {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string percent(double value) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(1) << 100 * value;
  return out.str();
}

std::string percent(double part, double whole) { return whole > 0 ? percent(part / whole) : "-"; }

void print_cells(const std::vector<std::string>& cells) {
  std::cout << "|";
  for (const std::string& cell : cells) std::cout << " " << cell << " |";
  std::cout << "\n";
}

void print_head(const std::vector<std::string>& cells) {
  std::cout << "\n";
  print_cells(cells);
  std::cout << "|";
  for (size_t i = 0; i < cells.size(); ++i) std::cout << "---|";
  std::cout << "\n";
}

/// Edges of one origin or confidence.
struct Yield {
  size_t found = 0, right = 0;
  double confidence = 0;  ///< summed
};

/// "verb" of "verb: sign"; what a network stated alone is "model".
std::string family_of(const std::string& rule) { return rule.substr(0, rule.find(':')); }

struct Measurement {
  Score score;
  std::map<std::string, Yield> families;
  std::array<Yield, 10> bins;  // of confidence
};

void count_edges(const Comparison& comparison, const KnowledgeGraph& graph, Measurement& sum) {
  const auto& wrong = comparison.differences.wrong;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph()))) {
    const Edge& claim = graph[edge];
    const bool right = std::ranges::find(wrong, edge) == wrong.end();
    const auto bin = static_cast<size_t>(std::clamp(claim.confidence * 10, 0.0, 9.0));
    for (Yield* yield : {&sum.families[family_of(claim.evidence.front().rule)], &sum.bins[bin]}) {
      ++yield->found;
      yield->right += right;
      yield->confidence += claim.confidence;
    }
  }
}

Measurement measure(const std::vector<TextWithGraph>& texts, const Models& models) {
  Measurement sum;
  for (const TextWithGraph& text : texts) {
    const KnowledgeGraph graph = to_graph(analyze(text.document, models));
    const Comparison comparison = compare(text.gold, graph);
    sum.score += comparison.score;
    count_edges(comparison, graph, sum);
  }
  return sum;
}

void print_score(const std::string& name, const Score& score) {
  const Tally& edge = score[Metric::edge];
  const AttributeTally& right = score.attributes;
  const auto edges = static_cast<double>(right.edges);
  print_cells({name, percent(edge.precision()), percent(edge.recall()), percent(edge.f1()),
               percent(score[Metric::edge_full].f1()), percent(score[Metric::edge_family].f1()),
               percent(score[Metric::edge_pair].f1()),
               percent(static_cast<double>(right.status), edges),
               percent(static_cast<double>(right.time), edges),
               percent(static_cast<double>(right.attribution), edges)});
}

void print_types(const Score& both, const Score& rules) {
  print_head({"type", "gold", "P", "R", "F1", "F1 of rules"});
  for (const auto& [type, tally] : both.types) {
    const auto alone = rules.types.find(type);
    print_cells({std::string(name(type)), std::to_string(tally.gold), percent(tally.precision()),
                 percent(tally.recall()), percent(tally.f1()),
                 alone == rules.types.end() ? "-" : percent(alone->second.f1())});
  }
}

void print_yields(const Measurement& measurement) {
  print_head({"stated by", "edges", "right"});
  for (const auto& [family, yield] : measurement.families)
    print_cells({family, std::to_string(yield.found),
                 percent(static_cast<double>(yield.right), static_cast<double>(yield.found))});
  print_head({"confidence", "edges", "mean", "right"});
  for (size_t i = 0; i < measurement.bins.size(); ++i) {
    const Yield& bin = measurement.bins[i];
    const auto found = static_cast<double>(bin.found);
    if (bin.found > 0)
      print_cells({percent(static_cast<double>(i) / 10) + "-", std::to_string(bin.found),
                   percent(bin.confidence, found), percent(static_cast<double>(bin.right), found)});
  }
}

void measure_graphs(const std::string& argument, const Models& models, const Models& rules) {
  const size_t equals = argument.find('=');
  if (equals == std::string::npos) throw Error(argument, "want TEXTS.jsonl=DIRECTORY");
  const auto texts = read_graphs(argument.substr(0, equals), argument.substr(equals + 1));
  const double begin = cpu_seconds();
  const Measurement both = measure(texts, models);
  const double seconds = cpu_seconds() - begin;
  const Measurement alone = measure(texts, rules);
  print_head({std::to_string(texts.size()) + " texts with graphs", "P", "R", "edge", "edge-full",
              "edge-fam", "edge-pair", "status", "time", "attribution"});
  print_score("rules and network", both.score);
  print_score("rules alone", alone.score);
  print_types(both.score, alone.score);
  print_yields(both);
  size_t bytes = 0;
  for (const TextWithGraph& text : texts) bytes += text.document.text.size();
  std::cout << "\nspeed: " << static_cast<double>(bytes) / seconds / 1000
            << " kB of text a CPU second, from text to graph and score\n";
}

// KnowledgeNet.

/// A passage's graph: where its nodes are mentioned, and its edges by type.
class FoundFacts {
 public:
  explicit FoundFacts(KnowledgeGraph graph) : graph_(std::move(graph)) {}

  const KnowledgeGraph::Graph& graph() const { return graph_.graph(); }

  bool states(KnowledgeGraph::EdgeRef edge, const KnownFact& fact) const {
    const auto& types = fact_properties()[fact.property].types;
    const auto& g = graph_.graph();
    const EdgeType type = g[edge].claim.type;
    if (std::ranges::find(types, type) == types.end()) return false;
    const auto from = boost::source(edge, g), to = boost::target(edge, g);
    return (is_at(from, fact.source) && is_at(to, fact.target)) ||
           (is_symmetric(type) && is_at(to, fact.source) && is_at(from, fact.target));
  }

 private:
  bool is_at(KnowledgeGraph::Vertex vertex, CodePointSpan place) const {
    return std::ranges::any_of(graph_[vertex].mentions, [&](const NodeMention& mention) {
      const CodePointSpan span = mention.quote.span;
      return span.begin < place.end && place.begin < span.end;
    });
  }

  KnowledgeGraph graph_;
};

struct PropertyTally {
  std::set<std::string> gold, found;  // facts of passages
  size_t stated = 0, right = 0;       // edges
};

void count_passage(const FactPassage& passage, const Models& models,
                   std::vector<PropertyTally>& tallies) {
  Document document;
  document.id = passage.id;
  document.text = passage.text;
  const FoundFacts found(to_graph(analyze(std::move(document), models)));
  const auto edges = boost::make_iterator_range(boost::edges(found.graph()));
  for (const KnownFact& fact : passage.facts) {
    PropertyTally& tally = tallies[fact.property];
    const std::string key = passage.text + fact.key;
    tally.gold.insert(key);
    if (std::ranges::any_of(edges, [&](auto edge) { return found.states(edge, fact); }))
      tally.found.insert(key);
  }
  for (const size_t property : passage.properties) {
    const auto& types = fact_properties()[property].types;
    for (const auto edge : edges) {
      if (std::ranges::find(types, found.graph()[edge].claim.type) == types.end()) continue;
      ++tallies[property].stated;
      tallies[property].right += std::ranges::any_of(
          passage.facts, [&](const KnownFact& fact) { return found.states(edge, fact); });
    }
  }
}

void measure_facts(const std::string& path, const Models& models) {
  std::vector<PropertyTally> tallies(fact_properties().size());
  for (const FactPassage& passage : read_known_facts(path)) count_passage(passage, models, tallies);
  print_head({"KnowledgeNet property", "edge types", "facts", "P", "R"});
  for (size_t i = 0; i < tallies.size(); ++i) {
    const FactProperty& property = fact_properties()[i];
    const PropertyTally& tally = tallies[i];
    std::string types;
    for (const EdgeType type : property.types)
      types += (types.empty() ? "" : ", ") + std::string(name(type));
    print_cells(
        {std::string(property.name), types, std::to_string(tally.gold.size()),
         percent(static_cast<double>(tally.right), static_cast<double>(tally.stated)),
         percent(static_cast<double>(tally.found.size()), static_cast<double>(tally.gold.size()))});
  }
}

int run(int argc, char** argv) {
  std::string directory, facts;
  std::vector<std::string> graphs;
  CLI::App app("Measures the finder of statements");
  app.add_option("models", directory, "directory of the models")->required();
  app.add_option("--graphs", graphs, "TEXTS.jsonl=DIRECTORY of graphs");
  app.add_option("--knowledgenet", facts, "JSONL of passages with facts");
  CLI11_PARSE(app, argc, argv);
  const Models models = load_models(directory);
  Models rules = load_models(directory);
  rules.statements.reset();
  for (const std::string& argument : graphs) measure_graphs(argument, models, rules);
  if (!facts.empty()) measure_facts(facts, models);
  return 0;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  try {
    return entente::run(argc, argv);
  } catch (const entente::Error& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
