#include "graph/merge.h"

namespace entente {

KnowledgeGraph merge(std::vector<KnowledgeGraph> graphs) {
  KnowledgeGraph all;
  for (const KnowledgeGraph& graph : graphs) all.add(graph);
  return canonical(all);
}

}  // namespace entente
