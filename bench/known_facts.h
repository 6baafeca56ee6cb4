#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "graph/ontology.h"

namespace entente {

/// A property of KnowledgeNet (Mesquita et al. 2019) and the types of edges that say the same.
struct FactProperty {
  std::string_view name;
  bool turned = false;  ///< its subject is the target of the edge: "CEO"
  std::span<const EdgeType> types;
};
std::span<const FactProperty> fact_properties();

/// One fact of a passage, as stated by two phrases.
struct KnownFact {
  size_t property = 0;  ///< of fact_properties()
  CodePointSpan source, target;
  std::string key;  ///< the same for the same fact by other phrases
};

/// A passage, the properties that it was read for, and their facts.
struct FactPassage {
  std::string id, text;
  std::vector<size_t> properties;
  std::vector<KnownFact> facts;
};

/// Reads knowledgenet JSONL, plain or gzip. Properties that say nothing that the ontology knows are
/// left out, passages with none are too. Throws Error.
std::vector<FactPassage> read_known_facts(const std::string& path);

}  // namespace entente
