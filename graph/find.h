#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.h"

namespace entente {

/// The nodes that a name may mean, in the order of the graph; one if it is clear, none if nothing
/// is called so, more if it is ambiguous.
///
/// "@id" is the node with that id. Otherwise, folded: nodes that have this id, name or alias; if
/// there are none, those that have a name or alias with all of these words ("Kono" for "Taro
/// Kono"). Requires valid UTF-8.
std::vector<KnowledgeGraph::Vertex> find_named(const KnowledgeGraph& graph, std::string_view name);

/// Names and aliases that `name` may be a misspelling of, in whole or in one word, the most
/// similar first.
std::vector<std::string> similar_names(const KnowledgeGraph& graph, std::string_view name,
                                       size_t limit);

/// Nodes with a name or alias in which every word of `words` occurs as the beginning of a word,
/// the closest first: whole names, then whole words, then beginnings; of equal ones those with
/// more statements. No words match nothing.
std::vector<KnowledgeGraph::Vertex> search(const KnowledgeGraph& graph, std::string_view words);

/// The words of a text, folded: runs of letters and digits.
std::vector<std::string> folded_words(std::string_view text);

}  // namespace entente
