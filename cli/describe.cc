#include "cli/describe.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::string_view kSeparator = " · ";

Look look_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::person:
      return Look::person;
    case NodeKind::organization:
      return Look::organization;
    case NodeKind::state:
      return Look::state;
    case NodeKind::territory:
      return Look::territory;
    case NodeKind::group:
      return Look::group;
    case NodeKind::agreement:
      return Look::agreement;
    case NodeKind::event:
      return Look::event;
  }
  return Look::plain;
}

Look look_of(Status status) {
  switch (status) {
    case Status::actual:
      return Look::plain;
    case Status::ended:
      return Look::dim;
    case Status::planned:
      return Look::planned;
    case Status::hypothetical:
      return Look::warning;
    case Status::denied:
      return Look::bad;
  }
  return Look::plain;
}

/// The part of a word that all its forms begin with: "sign", "negotiat", "carr".
std::string_view stem(std::string_view lemma) {
  if (lemma.size() > 3 && (lemma.ends_with('e') || lemma.ends_with('y'))) lemma.remove_suffix(1);
  return lemma;
}

/// Where the cue word of a rule ("verb: sign") stands in its sentence; an empty span if nowhere.
ByteSpan find_cue(std::string_view rule, std::string_view sentence) {
  const size_t colon = rule.rfind(": ");
  if (colon == std::string_view::npos) return {};
  const std::string cue(stem(rule.substr(colon + 2)));
  const std::string lower = lower_case(sentence);
  if (cue.empty() || lower.size() != sentence.size()) return {};
  const auto in_word = [&](size_t i) {
    return is_letter(first_code_point(std::string_view(lower).substr(i)).value);
  };
  for (size_t at = lower.find(cue); at != std::string::npos; at = lower.find(cue, at + 1)) {
    if (at > 0 && static_cast<unsigned char>(lower[at - 1]) < 0x80 && in_word(at - 1)) continue;
    size_t end = at + cue.size();
    while (end < lower.size() && in_word(end))
      end += first_code_point(std::string_view(lower).substr(end)).size;
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
  }
  return {};
}

void add_detail(Text& details, const Text& detail) {
  if (!details.empty()) details += Piece{std::string(kSeparator), Look::dim};
  details += detail;
}

}  // namespace

Text kind_text(NodeKind kind) { return {{std::string(name(kind)), look_of(kind)}}; }

Text name_text(const Node& node) { return {{node.name, look_of(node.kind)}}; }

Text node_text(const Node& node) {
  return {{node.name, look_of(node.kind)}, {"  " + std::string(name(node.kind)), Look::dim}};
}

Text reference_text(const KnowledgeGraph& graph, const std::string& id_or_phrase) {
  if (const auto vertex = graph.find(id_or_phrase)) return name_text(graph[*vertex]);
  return {{id_or_phrase, Look::plain}};
}

Text details_text(const KnowledgeGraph& graph, const Claim& claim) {
  Text details;
  if (!claim.role.empty()) add_detail(details, {{claim.role, Look::plain}});
  if (claim.status != Status::actual)
    add_detail(details, {{std::string(name(claim.status)), look_of(claim.status)}});
  if (claim.time) add_detail(details, {{claim.time->str(), Look::plain}});
  if (!claim.over.empty()) {
    Text over{{"over ", Look::dim}};
    add_detail(details, over += reference_text(graph, claim.over));
  }
  if (!claim.asserted_by.empty()) {
    Text speaker{{"according to ", Look::dim}};
    add_detail(details, speaker += reference_text(graph, claim.asserted_by));
  }
  return details;
}

std::string arrow(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge,
                  KnowledgeGraph::Vertex from) {
  if (is_symmetric(graph[edge].claim.type)) return "↔";
  return boost::source(edge, graph.graph()) == from ? "→" : "←";
}

Text statement_text(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge) {
  Text text = name_text(graph[boost::source(edge, graph.graph())]);
  text += Piece{" " + std::string(info(graph[edge].claim.type).phrase) + " "};
  return text += name_text(graph[boost::target(edge, graph.graph())]);
}

Text quote_text(const Evidence& evidence) {
  const std::string& sentence = evidence.quote.text;
  const ByteSpan cue = find_cue(evidence.rule, sentence);
  return {{"“" + sentence.substr(0, cue.begin)},
          {sentence.substr(cue.begin, cue.size()), Look::bold},
          {sentence.substr(cue.end) + "”"}};
}

Text document_text(const KnowledgeGraph& graph, const std::string& id) {
  const auto& documents = graph.documents();
  const auto found = std::find_if(documents.begin(), documents.end(),
                                  [&](const DocumentInfo& document) { return document.id == id; });
  std::string text = id;
  if (found != documents.end() && found->date) text += ", " + found->date->str();
  return {{text, Look::dim}};
}

KnowledgeGraph::Vertex other_end(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge,
                                 KnowledgeGraph::Vertex from) {
  const auto source = boost::source(edge, graph.graph());
  return source == from ? boost::target(edge, graph.graph()) : source;
}

}  // namespace entente
