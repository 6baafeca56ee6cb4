#include "extract/analyze.h"

namespace entente {

Models load_models() { return {}; }

Document analyze(Document document, const Models&) { return document; }

KnowledgeGraph to_graph(const Document& document) {
  KnowledgeGraph graph;
  graph.add(DocumentInfo{document.id, document.title, document.date, document.source});
  return graph;
}

}  // namespace entente
