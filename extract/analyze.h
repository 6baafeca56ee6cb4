#pragma once

#include <functional>
#include <span>

#include "extract/document.h"
#include "extract/models.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// Reads a text: fills every layer of a document that has text, id and, where known, title and
/// date. Requires valid UTF-8. Total: any text gives a document. Pure: equal input gives equal
/// output, on any thread.
Document analyze(Document document, const Models& models);

/// What models compute of tokens on the way: the parser's encoding and the states of the finder of
/// names [tokens, units]; for trainers of models that build on them.
using StateReader = std::function<void(const Encoding&, std::span<const float> names)>;
Document analyze(Document document, const Models& models, const StateReader& also);

/// What remains of an analyzed document: its entities as nodes and its statements as edges, each
/// with quoted evidence. Offsets become code points.
KnowledgeGraph to_graph(const Document& document);

}  // namespace entente
