#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "extract/document.h"
#include "graph/knowledge_graph.h"

namespace entente {

/// The kinds of names that data sets of names share.
enum class CoarseKind : uint8_t { person, organization, location };
inline constexpr std::array<std::string_view, 3> kCoarseKinds = {"PER", "ORG", "LOC"};

struct CoarseName {
  ByteSpan bytes;
  CoarseKind kind = CoarseKind::person;
  friend auto operator<=>(const CoarseName&, const CoarseName&) = default;
};

/// A text and the names in it by hand.
struct NamedText {
  std::string text;
  std::vector<CoarseName> names;  ///< ascending
};

/// Reads JSONL of {"tokens", "sentences": [[begin, end]], "entities": [{"start", "end", "label"}]},
/// spans in tokens. Tokens are joined by blanks, sentences by line feeds. State and Territory are
/// locations; other labels and nested names do not count. Throws Error.
std::vector<NamedText> read_named_texts(const std::filesystem::path& path);

/// Names of a document's mentions by the same kinds, ascending; demonyms do not count.
std::vector<CoarseName> coarse_names(const Document& document);

/// A text with its graph by hand.
struct TextWithGraph {
  Document document;  ///< id, title, date and text
  KnowledgeGraph gold;
};

/// Reads JSONL of {"id", "title", "date", "text"} and, of a directory, the graph <id>.json of each;
/// texts without a graph are left out. Throws Error.
std::vector<TextWithGraph> read_graphs(const std::filesystem::path& texts,
                                       const std::filesystem::path& graphs);

}  // namespace entente
