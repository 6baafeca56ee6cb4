#include "extract/analyze.h"

#include "base/utf8.h"
#include "extract/mentions.h"
#include "extract/name_agreement.h"
#include "extract/name_features.h"
#include "extract/name_tagger.h"
#include "extract/node_ids.h"
#include "extract/references.h"
#include "extract/resolve.h"
#include "extract/sentences.h"
#include "extract/statement_scorer.h"
#include "extract/statements.h"
#include "extract/times.h"
#include "extract/tokenize.h"

namespace entente {
namespace {

NodeMention to_mention(const Document& document, TokenSpan tokens, MentionForm form,
                       const CodePointIndex& index) {
  return {{document.id, index.span(document.bytes(tokens)), std::string(document.slice(tokens))},
          form};
}

Node to_node(const Document& document, const Entity& entity, std::string id,
             const CodePointIndex& index) {
  Node node{std::move(id), entity.kind, entity.name, entity.iso, {}, {}, entity.merges};
  for (const uint32_t m : entity.mentions) {
    const Mention& mention = document.mentions[m];
    node.mentions.push_back(to_mention(document, mention.tokens, mention.form, index));
    if (mention.form == MentionForm::name) node.aliases.push_back(node.mentions.back().quote.text);
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

/// Names, tree and token states: found together, for each network reads what the one before
/// computes, some sentences at a time. Returns the states for the finder of statements.
TokenStates read_text(Document& document, const Models& models, const StateReader& also) {
  std::vector<Mention> proposed = propose_names(document, models);
  if (!models.syntax || !models.names) {
    document.mentions = std::move(proposed);
    if (models.syntax)
      document.syntax = parse(document.text, document.tokens, document.sentences, *models.syntax);
    return {};
  }
  const TokenFeatures features = name_features(document, proposed, models);
  NameTagger tagger(document, features, *models.names);
  std::optional<StatementEncoder> encoder;
  if (models.statements) encoder.emplace(*models.statements);
  document.syntax = parse(document.text, document.tokens, document.sentences, *models.syntax,
                          [&](const Encoding& encoding) {
                            tagger.read(encoding);
                            if (encoder) encoder->read(encoding, tagger.states());
                            if (also) also(encoding, tagger.states());
                          });
  std::vector<TaggedName> names = tagger.finish();
  agree_on_kinds(document, models.knowledge, names);
  document.mentions = link_names(document, proposed, names, models);
  return encoder ? encoder->finish() : TokenStates();
}

}  // namespace

Models load_models() { return {}; }

Models load_models(const std::filesystem::path& directory) {
  Models models;
  models.syntax = load_syntax_model(directory / "syntax.model");
  models.names = load_name_model(directory / "names.model", *models.syntax);
  models.coreference = load_coreference_model(directory / "coreference.model", *models.syntax);
  models.statements = load_statement_model(directory / "statements.model", *models.names);
  models.times = load_time_model(directory / "times.model");
  return models;
}

Document analyze(Document document, const Models& models) {
  return analyze(std::move(document), models, {});
}

Document analyze(Document document, const Models& models, const StateReader& also) {
  document.tokens = tokenize(document.text);
  document.sentences = split_sentences(document.text, document.tokens);
  const TokenStates states = read_text(document, models, also);
  document.times = find_times(document);
  document.entities = resolve(document, models);
  document.references = find_references(document, models);
  document.statements = find_statements(document, models, states);
  return document;
}

KnowledgeGraph to_graph(const Document& document) {
  KnowledgeGraph graph;
  graph.add(DocumentInfo{document.id, document.title, document.date, document.source});
  const CodePointIndex index(document.text);
  std::vector<Node> nodes;
  const auto ids = node_ids(document);
  for (size_t e = 0; e < ids.size(); ++e)
    nodes.push_back(to_node(document, document.entities[e], ids[e], index));
  for (const Reference& reference : document.references)
    for (const uint32_t entity : reference.entities)
      nodes[entity].mentions.push_back(
          to_mention(document, reference.tokens, reference.form, index));
  std::vector<KnowledgeGraph::Vertex> vertices;
  for (Node& node : nodes) vertices.push_back(graph.add(std::move(node)));
  for (const Statement& statement : document.statements)
    graph.add(vertices[statement.source], vertices[statement.target],
              to_edge(document, statement, index));
  return graph;
}

}  // namespace entente
