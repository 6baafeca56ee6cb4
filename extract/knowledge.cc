#include "extract/knowledge.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/tables.h"
#include "extract/tokenize.h"

namespace entente {
namespace {

using Cells = std::vector<std::string_view>;

std::string_view cell(const Cells& row, size_t column) {
  return column < row.size() ? row[column] : std::string_view();
}

std::string joined_tokens(std::string_view surface, uint32_t& count, std::string& first) {
  std::string result;
  count = 0;
  for (const ByteSpan span : tokenize(surface)) {
    const std::string token = plain_token(surface.substr(span.begin, span.size()));
    if (count++ == 0) first = token;
    if (!result.empty()) result += ' ';
    result += token;
  }
  return result;
}

}  // namespace

std::string plain_token(std::string_view token) {
  if (token == "–" || token == "—" || token == "‐" || token == "‑") return "-";
  std::string result(token);
  for (size_t at = 0; (at = result.find("’", at)) != std::string::npos;) result.replace(at, 3, "'");
  return result;
}

Knowledge::Knowledge() {
  add_states();
  add_table("organizations", NodeKind::organization);
  add_table("places", NodeKind::territory);
  add_peoples();
}

std::span<const KnownName> Knowledge::find(std::string_view surface) const {
  const auto found = names_.find(std::string(surface));
  return found == names_.end() ? std::span<const KnownName>() : found->second;
}

const KnownThing* Knowledge::find_id(std::string_view id) const {
  const auto found = ids_.find(std::string(id));
  return found == ids_.end() ? nullptr : &things_[found->second];
}

uint32_t Knowledge::longest(std::string_view first_token) const {
  const auto found = longest_.find(std::string(first_token));
  return found == longest_.end() ? 0 : found->second;
}

// Columns: name, iso2, iso3, status, capital, aliases, demonyms, people, seats.
void Knowledge::add_states() {
  for (const Cells& row : table_rows(embedded_table("states"))) {
    const uint32_t state = add_thing(NodeKind::state, row[0], cell(row, 3));
    if (cell(row, 3) == "present") things_[state].iso = cell(row, 1);
    add_name(row[0], {state, NameUse::name});
    for (const auto alias : cell_values(cell(row, 5))) add_name(alias, {state, NameUse::name});
    for (const auto demonym : cell_values(cell(row, 6)))
      add_name(demonym, {state, NameUse::demonym});
    for (const auto people : cell_values(cell(row, 7))) add_name(people, {state, NameUse::people});
    for (const auto seat : cell_values(cell(row, 8))) add_name(seat, {state, NameUse::seat});
    for (const auto capital : cell_values(cell(row, 4))) {
      const uint32_t city = add_thing(NodeKind::territory, capital, "capital");
      add_name(capital, {state, NameUse::capital});
      add_name(capital, {city, NameUse::name});
    }
  }
}

// Organizations: name, acronyms, aliases, class. Places: name, aliases, class.
void Knowledge::add_table(std::string_view table, NodeKind kind) {
  const size_t class_column = kind == NodeKind::organization ? 3 : 2;
  for (const Cells& row : table_rows(embedded_table(table))) {
    const uint32_t thing = add_thing(kind, row[0], cell(row, class_column));
    add_name(row[0], {thing, NameUse::name});
    for (size_t column = 1; column < class_column; ++column)
      for (const auto alias : cell_values(cell(row, column)))
        add_name(alias, {thing, NameUse::name});
  }
}

// Columns: name (plural), singular and adjective forms, aliases.
void Knowledge::add_peoples() {
  for (const Cells& row : table_rows(embedded_table("peoples"))) {
    const uint32_t group = add_thing(NodeKind::group, row[0], "people");
    add_name(row[0], {group, NameUse::name});
    for (const auto form : cell_values(cell(row, 1))) add_name(form, {group, NameUse::demonym});
    for (const auto alias : cell_values(cell(row, 2))) add_name(alias, {group, NameUse::name});
  }
}

uint32_t Knowledge::add_thing(NodeKind kind, std::string_view name, std::string_view category) {
  std::string id = lower_case(entente::name(kind)) + ":" + slug(name);
  things_.push_back({std::move(id), kind, std::string(name), {}, std::string(category)});
  const auto index = static_cast<uint32_t>(things_.size() - 1);
  ids_.emplace(things_.back().id, index);
  return index;
}

void Knowledge::add_name(std::string_view surface, KnownName name) {
  uint32_t count = 0;
  std::string first;
  const std::string key = joined_tokens(surface, count, first);
  if (count == 0) return;
  auto& readings = names_[key];
  const auto same = [&](const KnownName& known) {
    return things_[known.thing].id == things_[name.thing].id && known.use == name.use;
  };
  if (std::any_of(readings.begin(), readings.end(), same)) return;
  readings.push_back(name);
  uint32_t& longest = longest_[first];
  longest = std::max(longest, count);
}

}  // namespace entente
