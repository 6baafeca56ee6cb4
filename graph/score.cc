#include "graph/score.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <tuple>

#include "base/utf8.h"
#include "graph/alignment.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;
using EdgeRef = KnowledgeGraph::EdgeRef;

constexpr std::array<std::string_view, kMetrics.size()> kMetricNames = {
    "mention", "node", "cluster", "edge", "edge-full", "edge-fam", "edge-pair"};

constexpr size_t kResamples = 1000;

/// An end of an edge as a node of the gold graph; nodes that it does not have come after those.
using End = size_t;

/// An edge with its ends made comparable.
struct AlignedEdge {
  End source, target;
  EdgeRef ref;
  const Edge* edge;
};

using EdgeKey = std::tuple<End, EdgeType, End>;

EdgeKey key_of(const AlignedEdge& edge) {
  const EdgeType type = edge.edge->claim.type;
  if (is_symmetric(type) && edge.target < edge.source) return {edge.target, type, edge.source};
  return {edge.source, type, edge.target};
}

std::pair<End, End> pair_of(const AlignedEdge& edge) {
  return std::minmax({edge.source, edge.target});
}

std::vector<AlignedEdge> edges_of(const KnowledgeGraph& graph, const auto& end_of) {
  std::vector<AlignedEdge> result;
  for (const EdgeRef edge : boost::make_iterator_range(boost::edges(graph.graph())))
    result.push_back({end_of(boost::source(edge, graph.graph())),
                      end_of(boost::target(edge, graph.graph())), edge, &graph[edge]});
  return result;
}

Tally score_mentions(const KnowledgeGraph& gold, const KnowledgeGraph& system) {
  using KindSpan = std::pair<NodeKind, CodePointSpan>;
  const auto all = [](const KnowledgeGraph& graph) {
    std::vector<KindSpan> result;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph())))
      for (const CodePointSpan span : name_spans(graph[vertex]))
        result.emplace_back(graph[vertex].kind, span);
    return result;
  };
  std::vector<KindSpan> free = all(system);
  const std::vector<KindSpan> wanted = all(gold);
  Tally tally{0, free.size(), wanted.size()};
  for (const auto& [kind, span] : wanted) {
    const auto match = std::find_if(free.begin(), free.end(), [&, k = kind, s = span](auto& other) {
      return other.first == k && overlap_by_half(s, other.second);
    });
    if (match == free.end()) continue;
    free.erase(match);
    ++tally.right;
  }
  return tally;
}

/// Nodes and clusters.
std::pair<Tally, Tally> score_nodes(const KnowledgeGraph& gold, const KnowledgeGraph& system,
                                    const Alignment& alignment) {
  size_t counted = 0, right = 0;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(system.graph()))) {
    const auto& aligned = alignment.gold_of[vertex];
    counted += aligned || !name_spans(system[vertex]).empty();
    right += aligned && gold[*aligned].kind == system[vertex].kind;
  }
  return {{static_cast<double>(right), counted, gold.node_count()},
          {alignment.similarity, counted, gold.node_count()}};
}

template <class Key>
Tally score_sets(const std::set<Key>& gold, const std::set<Key>& system) {
  const auto right =
      std::count_if(gold.begin(), gold.end(), [&](const Key& key) { return system.contains(key); });
  return {static_cast<double>(right), system.size(), gold.size()};
}

template <class KeyOf>
auto keys(const std::vector<AlignedEdge>& edges, KeyOf key_of_edge) {
  std::set<decltype(key_of_edge(edges.front()))> result;
  for (const AlignedEdge& edge : edges) result.insert(key_of_edge(edge));
  return result;
}

bool same_attribution(const Claim& a, const Claim& b) {
  return a.asserted_by.empty() == b.asserted_by.empty();
}

bool same_attributes(const Claim& a, const Claim& b) {
  return a.status == b.status && a.time == b.time && same_attribution(a, b);
}

/// A role for comparing: lower case, its words with single spaces between.
std::string role_key(std::string_view role) {
  const std::string lower = lower_case(role);
  std::string result;
  bool gap = false;
  for (std::string_view rest = lower; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    if (is_letter(c.value) || is_digit(c.value) || c.value == '_') {
      if (gap && !result.empty()) result += ' ';
      result.append(rest.substr(0, c.size));
      gap = false;
    } else {
      gap = true;
    }
    rest.remove_prefix(c.size);
  }
  return result;
}

void count_attributes(AttributeTally& tally, const Claim& gold, const Claim& system) {
  ++tally.edges;
  tally.status += gold.status == system.status;
  tally.time += gold.time == system.time;
  tally.attribution += same_attribution(gold, system);
  if (gold.role.empty()) return;
  ++tally.roles;
  tally.role += role_key(gold.role) == role_key(system.role);
}

/// Pairs each gold edge with an edge of the system that says the same between the same nodes, of
/// several the one whose attributes fit best.
void score_edges(const std::vector<AlignedEdge>& gold, const std::vector<AlignedEdge>& system,
                 Comparison& result) {
  std::map<EdgeKey, std::vector<const AlignedEdge*>> left;
  for (const AlignedEdge& edge : system) {
    left[key_of(edge)].push_back(&edge);
    ++result.score.types[edge.edge->claim.type].system;
  }
  size_t right = 0, full = 0;
  for (const AlignedEdge& edge : gold) {
    const Claim& claim = edge.edge->claim;
    ++result.score.types[claim.type].gold;
    auto& candidates = left[key_of(edge)];
    if (candidates.empty()) {
      result.differences.missed.push_back(edge.ref);
      continue;
    }
    const auto fit = [&](const AlignedEdge* other) {
      const Claim& found = other->edge->claim;
      return std::pair(same_attributes(claim, found), claim.time == found.time);
    };
    const auto best = std::max_element(candidates.begin(), candidates.end(),
                                       [&](auto* a, auto* b) { return fit(a) < fit(b); });
    count_attributes(result.score.attributes, claim, (*best)->edge->claim);
    full += same_attributes(claim, (*best)->edge->claim);
    ++right;
    ++result.score.types[claim.type].right;
    candidates.erase(best);
  }
  std::set<const AlignedEdge*> unmatched;
  for (const auto& [key, edges] : left) unmatched.insert(edges.begin(), edges.end());
  for (const AlignedEdge& edge : system)
    if (unmatched.contains(&edge)) result.differences.wrong.push_back(edge.ref);
  auto& metrics = result.score.metrics;
  metrics[size_t(Metric::edge)] = {double(right), system.size(), gold.size()};
  metrics[size_t(Metric::edge_full)] = {double(full), system.size(), gold.size()};
}

}  // namespace

std::string_view name(Metric metric) { return kMetricNames[static_cast<size_t>(metric)]; }

double Tally::precision() const { return system > 0 ? right / static_cast<double>(system) : 0; }
double Tally::recall() const { return gold > 0 ? right / static_cast<double>(gold) : 0; }

double Tally::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

Tally& Tally::operator+=(const Tally& other) {
  right += other.right;
  system += other.system;
  gold += other.gold;
  return *this;
}

AttributeTally& AttributeTally::operator+=(const AttributeTally& other) {
  edges += other.edges;
  status += other.status;
  time += other.time;
  attribution += other.attribution;
  roles += other.roles;
  role += other.role;
  return *this;
}

Score& Score::operator+=(const Score& other) {
  for (size_t i = 0; i < metrics.size(); ++i) metrics[i] += other.metrics[i];
  attributes += other.attributes;
  for (const auto& [type, tally] : other.types) types[type] += tally;
  return *this;
}

Comparison compare(const KnowledgeGraph& gold, const KnowledgeGraph& system) {
  const Alignment alignment = align(gold, system);
  const auto gold_edges = edges_of(gold, [](Vertex vertex) { return End{vertex}; });
  const auto system_edges = edges_of(system, [&](Vertex vertex) {
    return alignment.gold_of[vertex].value_or(gold.node_count() + vertex);
  });
  const auto family_key = [](const AlignedEdge& edge) {
    return std::pair(info(edge.edge->claim.type).family, pair_of(edge));
  };
  Comparison result;
  auto& metrics = result.score.metrics;
  metrics[size_t(Metric::mention)] = score_mentions(gold, system);
  std::tie(metrics[size_t(Metric::node)], metrics[size_t(Metric::cluster)]) =
      score_nodes(gold, system, alignment);
  score_edges(gold_edges, system_edges, result);
  metrics[size_t(Metric::edge_family)] =
      score_sets(keys(gold_edges, family_key), keys(system_edges, family_key));
  metrics[size_t(Metric::edge_pair)] =
      score_sets(keys(gold_edges, pair_of), keys(system_edges, pair_of));
  return result;
}

Range f1_range(const std::vector<Score>& documents, Metric metric) {
  std::mt19937 random(1);  // the same sequence everywhere, unlike distributions
  std::vector<double> values;
  for (size_t i = 0; i < kResamples; ++i) {
    Tally sum;
    for (size_t k = 0; k < documents.size(); ++k)
      sum += documents[random() % documents.size()][metric];
    values.push_back(sum.f1());
  }
  std::sort(values.begin(), values.end());
  return {values[kResamples / 40], values[kResamples - 1 - kResamples / 40]};
}

}  // namespace entente
