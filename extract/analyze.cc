#include "extract/analyze.h"

#include "base/utf8.h"
#include "extract/mentions.h"
#include "extract/name_agreement.h"
#include "extract/name_features.h"
#include "extract/name_tagger.h"
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

/// The names that rules propose and, where there are models, what these make of them; parses on
/// the way, for the finder of names reads what the parser's encoder computes.
void read_names(Document& document, const Models& models) {
  std::vector<Mention> proposed = propose_names(document, models);
  if (!models.syntax) {
    document.mentions = std::move(proposed);
    return;
  }
  const TokenFeatures features = name_features(document, proposed, models);
  std::optional<NameTagger> tagger;
  if (models.names) tagger.emplace(document, features, *models.names);
  document.syntax = parse(document.text, document.tokens, document.sentences, *models.syntax,
                          [&](const Encoding& encoding) {
                            if (tagger) tagger->read(encoding);
                          });
  if (!tagger) {
    document.mentions = std::move(proposed);
    return;
  }
  std::vector<TaggedName> names = tagger->finish();
  agree_on_kinds(document, models.knowledge, names);
  document.mentions = link_names(document, proposed, names, models);
}

}  // namespace

Models load_models() { return {}; }

Models load_models(const std::filesystem::path& directory) {
  Models models;
  models.syntax = load_syntax_model(directory / "syntax.model");
  models.names = load_name_model(directory / "names.model", *models.syntax);
  return models;
}

Document analyze(Document document, const Models& models) {
  document.tokens = tokenize(document.text);
  document.sentences = split_sentences(document.text, document.tokens);
  read_names(document, models);
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
