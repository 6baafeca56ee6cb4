#include "graph/alignment.h"

#include <algorithm>

#include "graph/assignment.h"

namespace entente {
namespace {

using Spans = std::vector<CodePointSpan>;

constexpr double kSameKind = 1e-6;  // decides ties, and nothing else

enum class Forms { names, names_and_demonyms };

Spans spans_of(const Node& node, Forms forms) {
  Spans spans;
  for (const NodeMention& mention : node.mentions)
    if (mention.form == MentionForm::name ||
        (forms == Forms::names_and_demonyms && mention.form == MentionForm::demonym))
      spans.push_back(mention.quote.span);
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

/// How many spans of `gold` have one of their own in `system`, first come, first served.
size_t matched_count(const Spans& gold, Spans system) {
  size_t count = 0;
  for (const CodePointSpan span : gold) {
    const auto match = std::find_if(system.begin(), system.end(),
                                    [&](CodePointSpan s) { return overlap_by_half(span, s); });
    if (match == system.end()) continue;
    system.erase(match);
    ++count;
  }
  return count;
}

double dice(const Spans& gold, const Spans& system) {
  return 2.0 * static_cast<double>(matched_count(gold, system)) /
         static_cast<double>(gold.size() + system.size());
}

/// The mentions of a node in the two ways they are compared.
struct NodeSpans {
  NodeKind kind;
  Spans names, all;
};

std::vector<NodeSpans> spans_of(const KnowledgeGraph& graph) {
  std::vector<NodeSpans> result;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    const Node& node = graph[vertex];
    result.push_back(
        {node.kind, spans_of(node, Forms::names), spans_of(node, Forms::names_and_demonyms)});
  }
  return result;
}

double similarity(const NodeSpans& gold, const NodeSpans& system) {
  double result = 0;
  if (!gold.names.empty() && !system.names.empty())
    result = dice(gold.names, system.names);
  else if (!gold.all.empty() && !system.all.empty())
    result = dice(gold.all, system.all);
  return result > 0 && gold.kind == system.kind ? result + kSameKind : result;
}

}  // namespace

std::vector<CodePointSpan> name_spans(const Node& node) { return spans_of(node, Forms::names); }

bool overlap_by_half(CodePointSpan a, CodePointSpan b) {
  if (!a.overlaps(b)) return false;
  const uint32_t shared = std::min(a.end, b.end) - std::max(a.begin, b.begin);
  return 2 * uint64_t{shared} >= std::max(a.size(), b.size());
}

Alignment align(const KnowledgeGraph& gold, const KnowledgeGraph& system) {
  const std::vector<NodeSpans> golds = spans_of(gold), systems = spans_of(system);
  std::vector<std::vector<double>> weights;
  for (const NodeSpans& g : golds) {
    weights.emplace_back();
    for (const NodeSpans& s : systems) weights.back().push_back(similarity(g, s));
  }
  Alignment result{std::vector<std::optional<KnowledgeGraph::Vertex>>(systems.size())};
  const auto pairs = best_assignment(weights);
  for (size_t g = 0; g < pairs.size(); ++g) {
    if (!pairs[g]) continue;
    result.gold_of[*pairs[g]] = g;
    result.similarity += weights[g][*pairs[g]];
  }
  return result;
}

}  // namespace entente
