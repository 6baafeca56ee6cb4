#include "extract/node_ids.h"

#include <map>
#include <set>

#include "base/utf8.h"

namespace entente {
namespace {

/// Described things have no capital in what is not a date: "1956 joint declaration" has none,
/// "November 27 deal" does not count as a name either.
bool is_described(const Entity& entity) {
  if (entity.kind != NodeKind::agreement && entity.kind != NodeKind::event) return false;
  const std::string_view name = entity.name;
  const size_t head = name.rfind(' ') == std::string_view::npos ? 0 : name.rfind(' ') + 1;
  return !name.empty() && !is_upper(first_code_point(name.substr(head)).value) &&
         !is_upper(first_code_point(name).value);
}

bool tells_sides(EdgeType type) {
  return type == EdgeType::party_to || type == EdgeType::signs || type == EdgeType::negotiates ||
         type == EdgeType::attends;
}

std::string tail(const std::string& id) { return id.substr(id.find(':') + 1); }

}  // namespace

std::vector<std::string> node_ids(const Document& document) {
  const auto& entities = document.entities;
  std::vector<std::set<std::string>> sides(entities.size());
  std::vector<std::set<std::string>> places(entities.size());
  for (const Statement& statement : document.statements) {
    const Entity& source = entities[statement.source];
    const Entity& target = entities[statement.target];
    const bool body = source.kind == NodeKind::state || source.kind == NodeKind::organization;
    if (tells_sides(statement.claim.type) && body) sides[statement.target].insert(tail(source.id));
    if (statement.claim.type == EdgeType::located_in)
      places[statement.source].insert(tail(target.id));
  }
  std::vector<std::string> ids;
  std::map<std::string, int> used;
  for (size_t e = 0; e < entities.size(); ++e) {
    std::string id = entities[e].id;
    if (is_described(entities[e])) {
      const bool dated = id.find_first_of("0123456789") != std::string::npos;
      const bool apart =
          sides[e].size() >= 2 || (dated && (!sides[e].empty() || !places[e].empty()));
      if (apart) {
        for (const std::string& side : sides[e]) id += "-" + side;
        if (sides[e].empty()) id += "-" + *places[e].begin();
      } else {
        id += "@" + document.id;
      }
    }
    const int count = ++used[id];
    ids.push_back(count == 1 ? id : id + "-" + std::to_string(count));
  }
  return ids;
}

}  // namespace entente
