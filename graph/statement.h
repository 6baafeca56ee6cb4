#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "graph/ontology.h"

namespace entente {

/// How a mention refers: names and demonyms ("Russian" in "Russian-controlled") are said of the
/// node itself; nominals ("the party") and pronouns were resolved to it.
enum class MentionForm : uint8_t { name, demonym, nominal, pronoun };
inline constexpr std::array kMentionForms = {MentionForm::name, MentionForm::demonym,
                                             MentionForm::nominal, MentionForm::pronoun};

/// Whether what an edge says is so: it is (or was) so, is so no longer, is planned, depends on a
/// condition, or is denied.
enum class Status : uint8_t { actual, ended, planned, hypothetical, denied };
inline constexpr std::array kStatuses = {Status::actual, Status::ended, Status::planned,
                                         Status::hypothetical, Status::denied};

std::string_view name(MentionForm form);  ///< "name"
std::string_view name(Status status);     ///< "actual"
std::optional<MentionForm> parse_form(std::string_view name);
std::optional<Status> parse_status(std::string_view name);

/// A text that a graph was made from.
struct DocumentInfo {
  std::string id;
  std::string title;
  std::optional<Date> date;  ///< of publication
  std::string source;        ///< file name or address
  friend bool operator==(const DocumentInfo&, const DocumentInfo&) = default;
};

/// A stretch of a document, quoted. `span` counts code points of the document's text and `text`
/// is what stands there.
struct Quote {
  std::string document;  ///< id
  CodePointSpan span;
  std::string text;
  friend auto operator<=>(const Quote&, const Quote&) = default;
};

struct NodeMention {
  Quote quote;
  MentionForm form = MentionForm::name;
  friend auto operator<=>(const NodeMention&, const NodeMention&) = default;
};

/// Why something was taken to be the same node: "surname", "acronym", "same name" …, and the name
/// or id that was joined.
struct Merge {
  std::string name;
  std::string reason;
  friend auto operator<=>(const Merge&, const Merge&) = default;
};

/// A thing in the world.
struct Node {
  std::string id;  ///< "person:taro-kono": kind, colon, slug; unique in a graph
  NodeKind kind = NodeKind::person;
  std::string name;                   ///< the fullest name, without title or article
  std::string iso;                    ///< ISO 3166-1 alpha-2 code of a present state, or empty
  std::vector<std::string> aliases;   ///< every other name; sorted, without `name`
  std::vector<NodeMention> mentions;  ///< by document and position
  std::vector<Merge> merges;          ///< sorted
};

/// A sentence that states an edge, and what in it was understood to do so.
struct Evidence {
  Quote quote;
  std::string rule;  ///< which rule or model read it, with its cue: "verb: sign"
  std::string time;  ///< how the date was resolved: "Wednesday → 2019-04-17", or empty
  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// What an edge says besides its ends. Two edges that say the same are one edge.
struct Claim {
  EdgeType type = EdgeType::meets;
  Status status = Status::actual;
  std::optional<Interval> time;  ///< of the fact or event; a standing state of affairs has none
  std::string role;              ///< office or kinship as written, or empty
  std::string over;              ///< id of the node it is about, or empty
  std::string asserted_by;       ///< id of the node that says it, a phrase, or empty
  friend bool operator==(const Claim&, const Claim&) = default;
};

/// One statement with everything that supports it.
struct Edge {
  std::string id;  ///< "e1", "e2" … in order of the graph; unique
  Claim claim;
  double confidence = 1;           ///< in [0, 1]
  std::vector<Evidence> evidence;  ///< by document and position; never empty
};

}  // namespace entente
