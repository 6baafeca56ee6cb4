#include "export/diagram_parties.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>

namespace entente {
namespace {

/// Statements that place their source in a party, the strongest first.
constexpr std::array kTies = {EdgeType::holds_office, EdgeType::part_of,    EdgeType::based_in,
                              EdgeType::citizen_of,   EdgeType::located_in, EdgeType::member_of};

size_t rank_of(EdgeType type) {
  return static_cast<size_t>(std::find(kTies.begin(), kTies.end(), type) - kTies.begin());
}

bool is_actor(NodeKind kind) {
  return kind == NodeKind::person || kind == NodeKind::organization || kind == NodeKind::group;
}

bool is_tie(const BoxStatement& s, const std::vector<Box>& boxes) {
  const Claim& claim = s.edge->claim;
  if (rank_of(claim.type) == kTies.size()) return false;
  if (claim.status == Status::denied || claim.status == Status::hypothetical) return false;
  const NodeKind source = boxes[s.source].node->kind, target = boxes[s.target].node->kind;
  // Alliances are no part of a member state, nor the other way round.
  if (source == NodeKind::state) return false;
  if (claim.type == EdgeType::member_of && source == NodeKind::organization) return false;
  if (!is_actor(source) && claim.type != EdgeType::located_in) return false;
  return target == NodeKind::state || target == NodeKind::organization ||
         target == NodeKind::territory;
}

/// The box each box belongs to directly, or none: the target of its strongest tie.
std::vector<size_t> owners(const std::vector<Box>& boxes, const std::vector<BoxStatement>& all) {
  std::vector<size_t> owner(boxes.size(), kNoIndex), strength(boxes.size(), kNoIndex);
  for (const BoxStatement& s : all) {
    if (!is_tie(s, boxes) || s.source == s.target) continue;
    // What has ended ties less than what holds.
    const size_t rank =
        rank_of(s.edge->claim.type) + (s.edge->claim.status == Status::actual ? 0 : kTies.size());
    if (strength[s.source] != kNoIndex && strength[s.source] <= rank) continue;
    strength[s.source] = rank;
    owner[s.source] = s.target;
  }
  return owner;
}

/// Follows owners up to a state, or to what has no owner. Cycles end where they began.
size_t top_owner(size_t box, const std::vector<size_t>& owner, const std::vector<Box>& boxes) {
  std::set<size_t> seen;
  while (owner[box] != kNoIndex && boxes[box].node->kind != NodeKind::state &&
         seen.insert(box).second)
    box = owner[box];
  return box;
}

bool may_lead(NodeKind kind) { return kind == NodeKind::state || kind == NodeKind::organization; }

/// Places, events and agreements are shared if those they have to do with are of two parties.
bool touches_others(size_t box, size_t party, const std::vector<Box>& boxes,
                    const std::vector<BoxStatement>& all) {
  for (const BoxStatement& s : all) {
    if (s.source != box && s.target != box) continue;
    const size_t other = s.source == box ? s.target : s.source;
    if (boxes[other].party != party) return true;
  }
  return false;
}

void mark_shared(std::vector<Box>& boxes, const std::vector<BoxStatement>& all,
                 const std::vector<size_t>& tops) {
  std::vector<size_t> joining(boxes.size(), kNoIndex);
  for (size_t i = 0; i < boxes.size(); ++i) {
    const NodeKind kind = boxes[i].node->kind;
    if (is_actor(kind) || kind == NodeKind::state) continue;
    const size_t home = tops[i] == kNoIndex ? kNoIndex : boxes[tops[i]].party;
    if (home != kNoIndex && !touches_others(i, home, boxes, all))
      joining[i] = home;
    else
      boxes[i].shared = true;
  }
  for (size_t i = 0; i < boxes.size(); ++i)
    if (joining[i] != kNoIndex) boxes[i].party = joining[i];
}

}  // namespace

std::vector<Party> find_parties(std::vector<Box>& boxes, const std::vector<BoxStatement>& all) {
  const std::vector<size_t> owner = owners(boxes, all);
  std::vector<size_t> tops(boxes.size(), kNoIndex);
  std::map<size_t, size_t> followers;  // head -> actors that belong to it
  for (size_t i = 0; i < boxes.size(); ++i) {
    const size_t top = top_owner(i, owner, boxes);
    if (!may_lead(boxes[top].node->kind)) continue;
    tops[i] = top;
    if (top != i && is_actor(boxes[i].node->kind)) ++followers[top];
  }
  std::vector<Party> parties;
  for (const auto& [head, count] : followers) {
    boxes[head].party = parties.size();
    parties.push_back({head, {}, 0});
  }
  for (size_t i = 0; i < boxes.size(); ++i)
    if (tops[i] != kNoIndex && is_actor(boxes[i].node->kind)) boxes[i].party = boxes[tops[i]].party;
  mark_shared(boxes, all, tops);
  for (size_t i = 0; i < boxes.size(); ++i) {
    if (boxes[i].party == kNoIndex) continue;
    parties[boxes[i].party].members.push_back(i);
    parties[boxes[i].party].weight += boxes[i].weight;
  }
  std::vector<size_t> order(parties.size()), place(parties.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return parties[a].weight > parties[b].weight; });
  std::vector<Party> sorted;
  for (size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    sorted.push_back(std::move(parties[order[i]]));
  }
  for (Box& box : boxes)
    if (box.party != kNoIndex) box.party = place[box.party];
  return sorted;
}

bool told_by_cluster(const BoxStatement& statement, const std::vector<Box>& boxes,
                     const std::vector<Party>& parties) {
  const size_t party = boxes[statement.source].party;
  return party != kNoIndex && parties[party].head == statement.target && is_tie(statement, boxes) &&
         (statement.edge->claim.status == Status::actual ||
          statement.edge->claim.type == EdgeType::holds_office);
}

}  // namespace entente
