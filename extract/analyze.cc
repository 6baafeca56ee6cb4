#include "extract/analyze.h"

#include "base/utf8.h"
#include "extract/mentions.h"
#include "extract/node_ids.h"
#include "extract/resolve.h"
#include "extract/sentences.h"
#include "extract/statements.h"
#include "extract/times.h"
#include "extract/tokenize.h"

namespace entente {
namespace {

Node to_node(const Document& document, const Entity& entity, std::string id,
             const CodePointIndex& index) {
  Node node{std::move(id), entity.kind, entity.name, entity.iso, {}, {}, entity.merges};
  for (const uint32_t m : entity.mentions) {
    const Mention& mention = document.mentions[m];
    std::string text = std::string(document.slice(mention.tokens));
    if (mention.form == MentionForm::name) node.aliases.push_back(text);
    node.mentions.push_back(
        {{document.id, index.span(document.bytes(mention.tokens)), std::move(text)}, mention.form});
  }
  return node;
}

Edge to_edge(const Document& document, const Statement& statement, const CodePointIndex& index) {
  Edge edge;
  edge.claim = statement.claim;
  edge.confidence = statement.confidence;
  edge.evidence.push_back({{document.id, index.span(statement.evidence),
                            std::string(document.slice(statement.evidence))},
                           statement.rule,
                           statement.time});
  return edge;
}

}  // namespace

Models load_models() { return {}; }

Document analyze(Document document, const Models& models) {
  document.tokens = tokenize(document.text);
  document.sentences = split_sentences(document.text, document.tokens);
  document.mentions = find_mentions(document, models);
  document.times = find_times(document);
  document.entities = resolve(document, models);
  document.statements = find_statements(document, models);
  return document;
}

KnowledgeGraph to_graph(const Document& document) {
  KnowledgeGraph graph;
  graph.add(DocumentInfo{document.id, document.title, document.date, document.source});
  const CodePointIndex index(document.text);
  std::vector<KnowledgeGraph::Vertex> vertices;
  const auto ids = node_ids(document);
  for (size_t e = 0; e < ids.size(); ++e)
    vertices.push_back(graph.add(to_node(document, document.entities[e], ids[e], index)));
  for (const Statement& statement : document.statements)
    graph.add(vertices[statement.source], vertices[statement.target],
              to_edge(document, statement, index));
  return graph;
}

}  // namespace entente
