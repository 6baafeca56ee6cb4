#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/ontology.h"

namespace entente {

/// How a known name stands for its thing.
enum class NameUse : uint8_t {
  name,     ///< "Japan", "Liberal Democratic Party", "LDP"
  demonym,  ///< "Japanese" as a modifier
  people,   ///< "the Japanese", "the Soviets"
  capital,  ///< "Tokyo", for the state; the city has its own entry
  seat      ///< "the Kremlin"
};

/// A thing that the tables know.
struct KnownThing {
  std::string id;  ///< "state:japan"
  NodeKind kind = NodeKind::state;
  std::string name;      ///< as English-language news has it
  std::string iso;       ///< ISO 3166-1 alpha-2, present states only
  std::string category;  ///< class column of its table ("party", "city"); of a state: its status
};

struct KnownName {
  uint32_t thing = 0;  ///< index for Knowledge::thing
  NameUse use = NameUse::name;
};

/// The states, organizations, places and peoples of the tables, by each of their names.
class Knowledge {
 public:
  /// Reads the compiled-in tables states, organizations, places and peoples.
  Knowledge();

  const KnownThing& thing(uint32_t index) const { return things_[index]; }

  /// Null where no thing has this id.
  const KnownThing* find_id(std::string_view id) const;

  /// All readings of a name, the usual one first; empty where it is unknown. `surface` holds
  /// tokens joined by one blank, with straight apostrophes; case counts.
  std::span<const KnownName> find(std::string_view surface) const;

  /// How many tokens the longest known name has that begins with this token; 0 where none does.
  uint32_t longest(std::string_view first_token) const;

 private:
  void add_states();
  void add_table(std::string_view table, NodeKind kind);
  void add_peoples();
  uint32_t add_thing(NodeKind kind, std::string_view name, std::string_view category);
  void add_name(std::string_view surface, KnownName name);

  std::vector<KnownThing> things_;
  std::unordered_map<std::string, std::vector<KnownName>> names_;
  std::unordered_map<std::string, uint32_t> longest_;
  std::unordered_map<std::string, uint32_t> ids_;
};

/// A token as the tables write it: curly apostrophes straight, dashes between names hyphens.
std::string plain_token(std::string_view token);

}  // namespace entente
