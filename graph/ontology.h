#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace entente {

/// What a node is. Names of kinds are those of the native JSON.
enum class NodeKind : uint8_t { person, organization, state, territory, group, agreement, event };

inline constexpr std::array kNodeKinds = {
    NodeKind::person, NodeKind::organization, NodeKind::state, NodeKind::territory,
    NodeKind::group,  NodeKind::agreement,    NodeKind::event};

/// A set of kinds, one bit each.
using KindSet = uint8_t;
constexpr KindSet kind_bit(NodeKind kind) { return KindSet(1u << static_cast<unsigned>(kind)); }
constexpr bool contains(KindSet set, NodeKind kind) { return (set & kind_bit(kind)) != 0; }

/// What an edge says. The order is that of the ontology table.
enum class EdgeType : uint8_t {
  holds_office,
  member_of,
  part_of,
  based_in,
  located_in,
  citizen_of,
  family_of,
  aide_to,
  controls,
  claims,
  seizes,
  cedes,
  disputes_with,
  recognizes,
  signs,
  party_to,
  negotiates,
  leaves,
  violates,
  concerns,
  attends,
  hosts,
  mediates,
  meets,
  visits,
  agrees_with,
  cooperates_with,
  allied_with,
  supports,
  aids,
  concedes_to,
  requests,
  accuses,
  rejects,
  threatens,
  protests,
  sanctions,
  mobilizes_against,
  coerces,
  assaults
};

inline constexpr size_t kEdgeTypeCount = static_cast<size_t>(EdgeType::assaults) + 1;

/// Types alike enough that one is an understandable mistake for another.
enum class Family : uint8_t {
  affiliation,
  place,
  territory,
  agreement,
  event,
  verbal_cooperation,
  material_cooperation,
  verbal_conflict,
  material_conflict
};

enum class Symmetry : uint8_t { directed, symmetric };

/// One row of the ontology.
struct EdgeTypeInfo {
  EdgeType type;
  std::string_view name;  ///< in files: "holds_office"
  KindSet sources;        ///< kinds the source may have
  KindSet targets;        ///< kinds the target may have
  Symmetry symmetry;      ///< symmetric: the order of the ends does not count
  Family family;
  std::string_view plover;  ///< event type of the PLOVER ontology, or empty
  std::string_view phrase;  ///< read between the ends: "holds office in"
  std::string_view label;   ///< on diagrams, at most three words: "office in"
};

/// The ontology: one row a type, in the order of EdgeType.
///
/// After ACE/ERE (affiliation, place), PLOVER (interactions; Open Event Data Alliance 2018) and
/// FollowTheMoney (office, membership).
std::span<const EdgeTypeInfo> ontology();

const EdgeTypeInfo& info(EdgeType type);
inline bool is_symmetric(EdgeType type) { return info(type).symmetry == Symmetry::symmetric; }

/// Whether the ontology lets an edge of this type join nodes of these kinds, in this order.
bool allowed(NodeKind source, EdgeType type, NodeKind target);

std::string_view name(NodeKind kind);    ///< "Person"
std::string_view name(EdgeType type);    ///< "holds_office"
std::string_view name(Family family);    ///< "verbal-cooperation"
std::string_view plural(NodeKind kind);  ///< "persons"

/// Absent where no kind or type has this name, letter by letter.
std::optional<NodeKind> parse_kind(std::string_view name);
std::optional<EdgeType> parse_edge_type(std::string_view name);

}  // namespace entente
