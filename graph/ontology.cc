#include "graph/ontology.h"

#include <algorithm>

namespace entente {
namespace {

constexpr KindSet kPerson = kind_bit(NodeKind::person);
constexpr KindSet kOrganization = kind_bit(NodeKind::organization);
constexpr KindSet kState = kind_bit(NodeKind::state);
constexpr KindSet kTerritory = kind_bit(NodeKind::territory);
constexpr KindSet kGroup = kind_bit(NodeKind::group);
constexpr KindSet kAgreement = kind_bit(NodeKind::agreement);
constexpr KindSet kEvent = kind_bit(NodeKind::event);
constexpr KindSet kPlace = kState | kTerritory;
/// Territories are actors where they have a government of their own (Scotland, Kashmir).
constexpr KindSet kActor = kPerson | kOrganization | kState | kGroup | kTerritory;
constexpr KindSet kAny = kActor | kAgreement | kEvent;

/// located_in also joins states: a de-facto state lies in the state that it broke from.
constexpr Symmetry kOneWay = Symmetry::directed;
constexpr Symmetry kBothWays = Symmetry::symmetric;

using enum EdgeType;
using enum Family;

// clang-format off
constexpr std::array kOntology = {
  EdgeTypeInfo{holds_office, "holds_office", kPerson, kState | kOrganization | kTerritory, kOneWay, affiliation, "", "holds office in", "office in"},
  EdgeTypeInfo{member_of, "member_of", kActor, kOrganization | kGroup, kOneWay, affiliation, "", "is a member of", "member of"},
  EdgeTypeInfo{part_of, "part_of", kOrganization, kOrganization | kState | kTerritory, kOneWay, affiliation, "", "is part of", "part of"},
  EdgeTypeInfo{based_in, "based_in", kOrganization, kPlace, kOneWay, affiliation, "", "is based in", "based in"},
  EdgeTypeInfo{located_in, "located_in", kPlace | kEvent, kPlace, kOneWay, place, "", "is located in", "in"},
  EdgeTypeInfo{citizen_of, "citizen_of", kPerson | kGroup, kPlace, kOneWay, affiliation, "", "is a citizen of", "from"},
  EdgeTypeInfo{family_of, "family_of", kPerson, kPerson, kBothWays, affiliation, "", "is family of", "family"},
  EdgeTypeInfo{aide_to, "aide_to", kPerson, kPerson, kOneWay, affiliation, "", "is an aide to", "aide to"},
  EdgeTypeInfo{controls, "controls", kActor, kPlace, kOneWay, territory, "", "controls", "controls"},
  EdgeTypeInfo{claims, "claims", kActor, kPlace, kOneWay, territory, "", "claims", "claims"},
  EdgeTypeInfo{seizes, "seizes", kActor, kPlace, kOneWay, territory, "", "seizes", "seizes"},
  EdgeTypeInfo{cedes, "cedes", kActor, kPlace, kOneWay, territory, "", "cedes", "cedes"},
  EdgeTypeInfo{disputes_with, "disputes_with", kActor, kActor, kBothWays, territory, "", "has a dispute with", "dispute"},
  EdgeTypeInfo{recognizes, "recognizes", kActor, kPlace | kOrganization | kAgreement, kOneWay, territory, "", "recognizes", "recognizes"},
  EdgeTypeInfo{signs, "signs", kActor, kAgreement, kOneWay, agreement, "", "signs", "signs"},
  EdgeTypeInfo{party_to, "party_to", kActor, kAgreement, kOneWay, agreement, "", "is a party to", "party to"},
  EdgeTypeInfo{negotiates, "negotiates", kActor, kAgreement, kOneWay, agreement, "", "negotiates", "negotiates"},
  EdgeTypeInfo{leaves, "leaves", kActor, kAgreement | kOrganization, kOneWay, agreement, "", "leaves", "leaves"},
  EdgeTypeInfo{violates, "violates", kActor, kAgreement, kOneWay, agreement, "", "violates", "violates"},
  EdgeTypeInfo{concerns, "concerns", kAgreement | kEvent, kAny, kOneWay, agreement, "", "concerns", "concerns"},
  EdgeTypeInfo{attends, "attends", kActor, kEvent, kOneWay, event, "", "takes part in", "takes part"},
  EdgeTypeInfo{hosts, "hosts", kActor, kEvent | kActor, kOneWay, event, "", "hosts", "hosts"},
  EdgeTypeInfo{mediates, "mediates", kActor, kAgreement | kEvent | kActor, kOneWay, event, "", "mediates", "mediates"},
  EdgeTypeInfo{meets, "meets", kActor, kActor, kBothWays, verbal_cooperation, "CONSULT", "meets", "meets"},
  EdgeTypeInfo{visits, "visits", kActor, kPlace, kOneWay, verbal_cooperation, "CONSULT", "visits", "visits"},
  EdgeTypeInfo{agrees_with, "agrees_with", kActor, kActor, kBothWays, verbal_cooperation, "AGREE", "agrees with", "agrees"},
  EdgeTypeInfo{cooperates_with, "cooperates_with", kActor, kActor, kBothWays, material_cooperation, "COOPERATE", "cooperates with", "cooperates"},
  EdgeTypeInfo{allied_with, "allied_with", kActor, kActor, kBothWays, material_cooperation, "COOPERATE", "is allied with", "allied"},
  EdgeTypeInfo{supports, "supports", kActor, kAny, kOneWay, verbal_cooperation, "SUPPORT", "supports", "supports"},
  EdgeTypeInfo{aids, "aids", kActor, kActor, kOneWay, material_cooperation, "AID", "aids", "aids"},
  EdgeTypeInfo{concedes_to, "concedes_to", kActor, kActor, kOneWay, material_cooperation, "CONCEDE", "concedes to", "concedes to"},
  EdgeTypeInfo{requests, "requests", kActor, kAny, kOneWay, verbal_conflict, "REQUEST", "makes a request of", "requests"},
  EdgeTypeInfo{accuses, "accuses", kActor, kAny, kOneWay, verbal_conflict, "ACCUSE", "accuses", "accuses"},
  EdgeTypeInfo{rejects, "rejects", kActor, kAny, kOneWay, verbal_conflict, "REJECT", "rejects", "rejects"},
  EdgeTypeInfo{threatens, "threatens", kActor, kAny, kOneWay, verbal_conflict, "THREATEN", "threatens", "threatens"},
  EdgeTypeInfo{protests, "protests", kActor, kActor, kOneWay, material_conflict, "PROTEST", "protests against", "protests"},
  EdgeTypeInfo{sanctions, "sanctions", kActor, kActor, kOneWay, material_conflict, "SANCTION", "sanctions", "sanctions"},
  EdgeTypeInfo{mobilizes_against, "mobilizes_against", kActor, kActor, kOneWay, material_conflict, "MOBILIZE", "mobilizes against", "mobilizes against"},
  EdgeTypeInfo{coerces, "coerces", kActor, kActor, kOneWay, material_conflict, "COERCE", "coerces", "coerces"},
  EdgeTypeInfo{assaults, "assaults", kActor, kActor, kOneWay, material_conflict, "ASSAULT", "attacks", "attacks"},
};
// clang-format on

constexpr bool in_order() {
  for (size_t i = 0; i < kOntology.size(); ++i)
    if (static_cast<size_t>(kOntology[i].type) != i) return false;
  return true;
}
static_assert(in_order(), "rows stand in the order of EdgeType");
static_assert(kOntology.size() == static_cast<size_t>(assaults) + 1);

constexpr std::array<std::string_view, kNodeKinds.size()> kKindNames = {
    "Person", "Organization", "State", "Territory", "Group", "Agreement", "Event"};
constexpr std::array<std::string_view, kNodeKinds.size()> kKindPlurals = {
    "persons", "organizations", "states", "territories", "groups", "agreements", "events"};
constexpr std::array<std::string_view, 9> kFamilyNames = {"affiliation",
                                                          "place",
                                                          "territory",
                                                          "agreement",
                                                          "event",
                                                          "verbal-cooperation",
                                                          "material-cooperation",
                                                          "verbal-conflict",
                                                          "material-conflict"};

}  // namespace

std::span<const EdgeTypeInfo> ontology() { return kOntology; }

const EdgeTypeInfo& info(EdgeType type) { return kOntology[static_cast<size_t>(type)]; }

bool allowed(NodeKind source, EdgeType type, NodeKind target) {
  const EdgeTypeInfo& row = info(type);
  return contains(row.sources, source) && contains(row.targets, target);
}

std::string_view name(NodeKind kind) { return kKindNames[static_cast<size_t>(kind)]; }
std::string_view name(EdgeType type) { return info(type).name; }
std::string_view name(Family family) { return kFamilyNames[static_cast<size_t>(family)]; }
std::string_view plural(NodeKind kind) { return kKindPlurals[static_cast<size_t>(kind)]; }

std::optional<NodeKind> parse_kind(std::string_view wanted) {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), wanted);
  if (found == kKindNames.end()) return std::nullopt;
  return kNodeKinds[static_cast<size_t>(found - kKindNames.begin())];
}

std::optional<EdgeType> parse_edge_type(std::string_view wanted) {
  const auto found = std::find_if(kOntology.begin(), kOntology.end(),
                                  [&](const EdgeTypeInfo& row) { return row.name == wanted; });
  if (found == kOntology.end()) return std::nullopt;
  return found->type;
}

}  // namespace entente
