#include "export/diagram_words.h"

#include "base/utf8.h"
#include "export/dot_text.h"

namespace entente {
namespace {

constexpr size_t kQuoteWidth = 300;

/// "signs" as "sign"; absent where the label does not begin with a verb: "member of".
std::optional<std::string> infinitive(std::string_view label) {
  const size_t end = std::min(label.find(' '), label.size());
  if (end == 0 || label[end - 1] != 's') return std::nullopt;
  return std::string(label.substr(0, end - 1)) + std::string(label.substr(end));
}

std::string capitalized(const std::string& text) {
  if (text.empty()) return text;
  const CodePoint first = first_code_point(text);
  return upper_case(text.substr(0, first.size)) + text.substr(first.size);
}

std::string name_or_phrase(const KnowledgeGraph& graph, const std::string& asserted_by) {
  const auto vertex = graph.find(asserted_by);
  return vertex ? graph[*vertex].name : asserted_by;
}

std::string joined(const std::vector<std::string>& parts, const std::string& separator) {
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : separator) + part;
  return result;
}

}  // namespace

LineStyle line_style(const Claim& claim) {
  switch (claim.status) {
    case Status::denied:
      return LineStyle::denied;
    case Status::hypothetical:
      return LineStyle::hypothetical;
    case Status::planned:
      return LineStyle::planned;
    case Status::ended:
      return LineStyle::ended;
    case Status::actual:
      break;
  }
  return claim.asserted_by.empty() ? LineStyle::actual : LineStyle::claimed;
}

std::string line_label(const Claim& claim) {
  std::string label(info(claim.type).label);
  const bool titled = claim.type == EdgeType::holds_office || claim.type == EdgeType::family_of ||
                      claim.type == EdgeType::aide_to;
  if (titled && !claim.role.empty()) label = wrap(claim.role, 22, 1).front();
  const auto verb = titled ? std::nullopt : infinitive(label);
  switch (claim.status) {
    case Status::denied:
      return verb ? "does not " + *verb : "not " + label;
    case Status::planned:
      return verb ? "to " + *verb : "planned: " + label;
    case Status::hypothetical:
      return verb ? "may " + *verb : "perhaps " + label;
    case Status::ended:
      return "formerly " + label;
    case Status::actual:
      break;
  }
  return label;
}

std::string statement_tooltip(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge) {
  const Claim& claim = graph[edge].claim;
  const Node& source = graph[boost::source(edge, graph.graph())];
  const Node& target = graph[boost::target(edge, graph.graph())];
  std::vector<std::string> details;
  if (!claim.role.empty()) details.push_back(claim.role);
  if (claim.status != Status::actual) details.emplace_back(name(claim.status));
  if (claim.time) details.push_back(readable(*claim.time));
  if (!claim.over.empty()) details.push_back("over " + name_or_phrase(graph, claim.over));
  if (!claim.asserted_by.empty())
    details.push_back("according to " + name_or_phrase(graph, claim.asserted_by));
  std::string text = source.name + " " + std::string(info(claim.type).phrase) + " " + target.name;
  if (!details.empty()) text += " (" + joined(details, "; ") + ")";
  const std::string& sentence = graph[edge].evidence.front().quote.text;
  return text + "\n“" + wrap(sentence, kQuoteWidth, 1).front() + "”";
}

std::string node_tooltip(const Node& node) {
  std::string text = node.name + "\n" + std::string(name(node.kind));
  if (!node.aliases.empty()) text += "; also " + joined(node.aliases, ", ");
  if (!node.mentions.empty()) text += "\n" + counted(node.mentions.size(), "mention", "mentions");
  return text;
}

std::string office_subtitle(const Claim& claim) {
  const std::string role = claim.role.empty() ? "in office" : claim.role;
  return claim.status == Status::ended ? "Former " + role : capitalized(role);
}

}  // namespace entente
