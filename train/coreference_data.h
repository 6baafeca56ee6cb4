#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "extract/analyze.h"

namespace entente {

/// A phrase that annotators put in a cluster.
struct GoldMention {
  ByteSpan bytes;                ///< of the text
  ByteSpan head;                 ///< its first head word
  std::optional<ByteSpan> name;  ///< the name in it, if it is of one of the kinds of nodes
  uint32_t cluster = 0;
};

/// A text of GUM, analyzed, and its clusters.
struct GumText {
  Document document;
  std::vector<GoldMention> mentions;
};

/// A text of GAP, analyzed: a pronoun, two names, and which of them it refers to.
struct GapText {
  Document document;
  ByteSpan pronoun, a, b;
  bool is_a = false, is_b = false;
  bool feminine = false;
};

/// Reads a JSONL file of tokens, sentence_texts and mentions; the text has a sentence a line.
/// Throws Error where tokens and sentences differ.
std::vector<GumText> read_gum(const std::filesystem::path& path, const Models& models);

/// Reads a JSONL file as the authors of GAP (Webster et al. 2018) define its columns.
std::vector<GapText> read_gap(const std::filesystem::path& path, const Models& models);

/// Whether any token of a span has a byte of `bytes`.
bool overlaps(const Document& document, TokenSpan tokens, ByteSpan bytes);

/// Whether an entity has a name in `bytes`.
bool is_named_in(const Document& document, uint32_t entity, ByteSpan bytes);

}  // namespace entente
