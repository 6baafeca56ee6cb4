// Accuracy of names: with and without tables, rules, network and each sieve of resolution; errors
// by class; speed. See bench/names.md for the command.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>

#include "base/error.h"
#include "bench/named_texts.h"
#include "extract/analyze.h"
#include "extract/mentions.h"
#include "extract/name_agreement.h"
#include "extract/name_features.h"
#include "extract/name_tagger.h"
#include "extract/resolve.h"
#include "extract/sentences.h"
#include "extract/tokenize.h"
#include "graph/score.h"

namespace entente {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// What the finder of names may use.
struct Setting {
  std::string name;
  bool network = true;
  std::vector<FeatureGroup> features;
};

const std::vector<Setting>& settings() {
  using enum FeatureGroup;
  static const auto* const kSettings =
      new std::vector<Setting>{{"network, tables and rules", true, {rules, tables, words}},
                               {"network and tables", true, {tables, words}},
                               {"network without tables and rules", true, {words}},
                               {"network without features", true, {}},
                               {"rules alone", false, {}}};
  return *kSettings;
}

TokenFeatures choose(const TokenFeatures& all, const std::vector<FeatureGroup>& groups) {
  TokenFeatures chosen;
  for (uint32_t t = 0; t + 1 < all.begins.size(); ++t) {
    chosen.begins.push_back(static_cast<uint32_t>(chosen.values.size()));
    for (const uint8_t feature : all.of(t))
      if (std::ranges::find(groups, feature_group(feature)) != groups.end())
        chosen.values.push_back(feature);
  }
  chosen.begins.push_back(static_cast<uint32_t>(chosen.values.size()));
  return chosen;
}

/// What `analyze` does before times and statements, with less where the setting says so.
void find_names(Document& document, const Models& models, const Setting& setting) {
  document.tokens = tokenize(document.text);
  document.sentences = split_sentences(document.text, document.tokens);
  std::vector<Mention> proposed = propose_names(document, models);
  if (!setting.network) {
    document.mentions = std::move(proposed);
    return;
  }
  const TokenFeatures features =
      choose(name_features(document, proposed, models), setting.features);
  NameTagger tagger(document, features, *models.names);
  document.syntax = parse(document.text, document.tokens, document.sentences, *models.syntax,
                          [&](const Encoding& encoding) { tagger.read(encoding); });
  std::vector<TaggedName> names = tagger.finish();
  agree_on_kinds(document, models.knowledge, names);
  document.mentions = link_names(document, proposed, names, models);
}

std::string percent(double value) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(1) << 100 * value;
  return out.str();
}

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

// Data sets of names.

void measure_tokens(const std::string& argument, const Models& models) {
  const size_t equals = argument.find('=');
  if (equals == std::string::npos) throw Error(argument, "want NAME=FILE.jsonl");
  const std::vector<NamedText> texts = read_named_texts(argument.substr(equals + 1));
  print_head({argument.substr(0, equals) + ", exact spans", "P", "R", "F1", "PER", "ORG", "LOC"});
  for (const Setting& setting : settings()) {
    Tally all;
    std::array<Tally, kCoarseKinds.size()> kinds;
    for (const NamedText& text : texts) {
      Document document;
      document.text = text.text;
      find_names(document, models, setting);
      const std::vector<CoarseName> found = coarse_names(document);
      for (const CoarseName& one : found) {
        Tally& kind = kinds[static_cast<size_t>(one.kind)];
        ++kind.system;
        kind.right += std::ranges::binary_search(text.names, one);
      }
      for (const CoarseName& one : text.names) ++kinds[static_cast<size_t>(one.kind)].gold;
    }
    for (const Tally& kind : kinds) all += kind;
    print_cells({setting.name, percent(all.precision()), percent(all.recall()), percent(all.f1()),
                 percent(kinds[0].f1()), percent(kinds[1].f1()), percent(kinds[2].f1())});
  }
}

// Texts with graphs.

/// Name mentions of a graph by span, with the index of their node.
struct PlacedNames {
  std::map<CodePointSpan, std::pair<NodeKind, std::string>> names;
};

PlacedNames placed_names(const KnowledgeGraph& graph) {
  PlacedNames placed;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    const Node& node = graph.graph()[vertex];
    for (const NodeMention& mention : node.mentions)
      if (mention.form == MentionForm::name)
        placed.names.emplace(mention.quote.span, std::pair(node.kind, node.id));
  }
  return placed;
}

const std::pair<const CodePointSpan, std::pair<NodeKind, std::string>>* overlapping(
    const PlacedNames& placed, CodePointSpan span) {
  for (const auto& entry : placed.names)
    if (entry.first.begin < span.end && span.begin < entry.first.end) return &entry;
  return nullptr;
}

/// Errors of names and clusters.
struct Errors {
  enum Class : uint8_t { right, kind, bounds, missed, extra };
  std::map<NodeKind, std::array<int, 5>> names;
  std::map<NodeKind, std::array<int, 2>> clusters;  ///< split, merged

  void add(const KnowledgeGraph& gold_graph, const KnowledgeGraph& system_graph) {
    const PlacedNames gold = placed_names(gold_graph), system = placed_names(system_graph);
    for (const auto& [span, name] : gold.names) ++names[name.first][class_of(system, span, name)];
    for (const auto& [span, name] : system.names)
      if (overlapping(gold, span) == nullptr) ++names[name.first][extra];
    count_clusters(gold, system, 0);
    count_clusters(system, gold, 1);
  }

 private:
  static Class class_of(const PlacedNames& system, CodePointSpan span,
                        const std::pair<NodeKind, std::string>& name) {
    if (const auto same = system.names.find(span); same != system.names.end())
      return same->second.first == name.first ? right : kind;
    return overlapping(system, span) == nullptr ? missed : bounds;
  }

  /// Nodes of `one` whose names are of several nodes of `other`.
  void count_clusters(const PlacedNames& one, const PlacedNames& other, size_t which) {
    std::map<std::pair<NodeKind, std::string>, std::string> seen;
    std::map<std::pair<NodeKind, std::string>, bool> several;
    for (const auto& [span, name] : one.names) {
      const auto same = other.names.find(span);
      if (same == other.names.end() || same->second.first != name.first) continue;
      const auto [at, added] = seen.emplace(name, same->second.second);
      several[name] |= !added && at->second != same->second.second;
    }
    for (const auto& [name, is_several] : several) clusters[name.first][which] += is_several;
  }
};

void print_errors(const Errors& errors) {
  print_head({"errors by kind", "right", "wrong kind", "wrong bounds", "missed", "extra",
              "split nodes", "merged nodes"});
  for (const auto& [kind, counts] : errors.names) {
    std::vector<std::string> cells = {std::string(name(kind))};
    for (const int count : counts) cells.push_back(std::to_string(count));
    const auto found = errors.clusters.find(kind);
    for (size_t i = 0; i < 2; ++i)
      cells.push_back(std::to_string(found == errors.clusters.end() ? 0 : found->second[i]));
    print_cells(cells);
  }
}

void print_kinds(const Errors& errors) {
  print_head({"exact spans by kind", "P", "R", "F1"});
  for (const auto& [kind, counts] : errors.names) {
    Tally tally;
    tally.right = counts[Errors::right];
    tally.gold = static_cast<size_t>(counts[Errors::right] + counts[Errors::kind] +
                                     counts[Errors::bounds] + counts[Errors::missed]);
    tally.system = tally.gold - static_cast<size_t>(counts[Errors::missed]) +
                   static_cast<size_t>(counts[Errors::extra]);
    print_cells({std::string(name(kind)), percent(tally.precision()), percent(tally.recall()),
                 percent(tally.f1())});
  }
}

Score score(const std::vector<TextWithGraph>& texts, const std::vector<Document>& documents,
            const Models& models, SieveSet sieves, Errors* errors) {
  Score sum;
  for (size_t i = 0; i < texts.size(); ++i) {
    Document document = documents[i];
    document.entities = resolve(document, models, sieves);
    const KnowledgeGraph graph = to_graph(document);
    sum += compare(texts[i].gold, graph).score;
    if (errors != nullptr) errors->add(texts[i].gold, graph);
  }
  return sum;
}

void print_score(const std::string& name, const Score& score) {
  print_cells({name, percent(score[Metric::mention].f1()), percent(score[Metric::node].f1()),
               percent(score[Metric::cluster].f1())});
}

std::vector<Document> named_documents(const std::vector<TextWithGraph>& texts, const Models& models,
                                      const Setting& setting) {
  std::vector<Document> documents;
  for (const TextWithGraph& text : texts) {
    documents.push_back(text.document);
    find_names(documents.back(), models, setting);
  }
  return documents;
}

void measure_graphs(const std::string& argument, const Models& models) {
  const size_t equals = argument.find('=');
  if (equals == std::string::npos) throw Error(argument, "want TEXTS.jsonl=DIRECTORY");
  const auto texts = read_graphs(argument.substr(0, equals), argument.substr(equals + 1));
  print_head(
      {std::to_string(texts.size()) + " texts with graphs, F1", "mention", "node", "cluster"});
  for (const Setting& setting : settings())
    print_score(setting.name,
                score(texts, named_documents(texts, models, setting), models, {}, nullptr));
  const auto documents = named_documents(texts, models, settings().front());
  print_head({"without a sieve, F1", "mention", "node", "cluster"});
  Errors errors;
  print_score("all sieves", score(texts, documents, models, {}, &errors));
  for (const Sieve sieve : kSieves)
    print_score("without " + std::string(name(sieve)),
                score(texts, documents, models, SieveSet().without(sieve), nullptr));
  print_kinds(errors);
  print_errors(errors);
}

// Speed.

/// CPU seconds from the tokens to the entities, without the parse that the network reads.
double layer_seconds(Document document, const Models& models) {
  const auto timed = [](const std::function<void()>& work) {
    const double begin = cpu_seconds();
    work();
    return cpu_seconds() - begin;
  };
  const double parsing = timed([&] {
    document.syntax = parse(document.text, document.tokens, document.sentences, *models.syntax, {});
  });
  const double all = timed([&] {
    find_names(document, models, settings().front());
    document.entities = resolve(document, models);
  });
  return all - parsing;
}

void measure_speed(const std::string& argument, const Models& models) {
  const size_t equals = argument.find('=');
  double seconds = 0;
  size_t tokens = 0;
  for (const auto& text : read_graphs(argument.substr(0, equals), argument.substr(equals + 1))) {
    Document document = text.document;
    document.tokens = tokenize(document.text);
    document.sentences = split_sentences(document.text, document.tokens);
    tokens += document.tokens.size();
    seconds += layer_seconds(std::move(document), models);
  }
  std::cout << "\nspeed: " << static_cast<double>(tokens) / seconds
            << " tokens a CPU second for names and resolution (" << tokens << " tokens, "
            << models.syntax->kernels.name << ")\n";
}

int run(int argc, char** argv) {
  std::string directory;
  std::vector<std::string> graphs, tokens;
  CLI::App app("Measures the finder of names and the resolution");
  app.add_option("models", directory, "directory of syntax.model and names.model")->required();
  app.add_option("--graphs", graphs, "TEXTS.jsonl=DIRECTORY of graphs");
  app.add_option("--tokens", tokens, "NAME=FILE.jsonl of tokens with names");
  CLI11_PARSE(app, argc, argv);
  const Models models = load_models(directory);
  for (const std::string& argument : graphs) measure_graphs(argument, models);
  for (const std::string& argument : tokens) measure_tokens(argument, models);
  if (!graphs.empty()) measure_speed(graphs.front(), models);
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
