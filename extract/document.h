#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "extract/syntax.h"
#include "graph/statement.h"

namespace entente {

/// A place in the text where something is named or referred to.
struct Mention {
  TokenSpan tokens;
  NodeKind kind = NodeKind::person;
  MentionForm form = MentionForm::name;
  std::string known;  ///< id of the thing in the knowledge tables ("state:japan"), or empty
};

/// A time as the text gives it, resolved against the document's date.
struct TimeExpression {
  TokenSpan tokens;
  Interval value;
};

/// A node of the graph to be: mentions that refer to the same thing.
struct Entity {
  std::string id;
  NodeKind kind = NodeKind::person;
  std::string name;                ///< fullest name in the text
  std::string iso;                 ///< ISO 3166-1 alpha-2 code, or empty
  std::vector<uint32_t> mentions;  ///< indices into Document::mentions, ascending, never empty
  std::vector<Merge> merges;       ///< why mentions under other names were put here
};

/// An edge of the graph to be.
struct Statement {
  uint32_t source = 0;  ///< index into Document::entities
  uint32_t target = 0;
  Claim claim;
  double confidence = 1;  ///< in [0, 1]
  ByteSpan evidence;      ///< of Document::text
  std::string rule;       ///< as in Evidence
  std::string time;       ///< as in Evidence
};

/// A text and what has been found in it, layer by layer. Each layer is the value of one function,
/// named here, and needs the layers above it.
struct Document {
  std::string id, title, source;
  std::optional<Date> date;  ///< of publication; anchors "last November"
  std::string text;          ///< valid UTF-8, never changed

  std::vector<ByteSpan> tokens;       ///< tokenize: ascending, disjoint
  std::vector<TokenSpan> sentences;   ///< split_sentences: partition the tokens
  Syntax syntax;                      ///< parse; empty where there is no model of syntax
  std::vector<Mention> mentions;      ///< find_mentions: by position, disjoint
  std::vector<TimeExpression> times;  ///< find_times: by position, disjoint
  std::vector<Entity> entities;       ///< resolve: partition the mentions
  std::vector<Statement> statements;  ///< find_statements: allowed by the ontology

  std::string_view token(uint32_t index) const {
    assert(index < tokens.size());
    return slice(tokens[index]);
  }
  std::string_view slice(ByteSpan span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
  /// The bytes from the first to the last of some tokens. Requires a span that is not empty.
  ByteSpan bytes(TokenSpan span) const {
    assert(!span.empty() && span.end <= tokens.size());
    return {tokens[span.begin].begin, tokens[span.end - 1].end};
  }
  std::string_view slice(TokenSpan span) const { return slice(bytes(span)); }
};

}  // namespace entente
