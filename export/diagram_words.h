#pragma once

#include <string>
#include <vector>

#include "export/diagram.h"

namespace entente {

LineStyle line_style(const Claim& claim);

/// What a line says, in few words: "signs", planned "to sign", denied "does not sign".
std::string line_label(const Claim& claim);

/// One statement as a sentence with its date, who says it, and the text it was read from.
std::string statement_tooltip(const KnowledgeGraph& graph, KnowledgeGraph::EdgeRef edge);

/// What is known of a node: its name, kind and other names.
std::string node_tooltip(const Node& node);

/// An office as a subtitle: "foreign minister" gives "Foreign minister", ended "Former …".
std::string office_subtitle(const Claim& claim);

}  // namespace entente
