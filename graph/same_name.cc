#include "graph/same_name.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "graph/find.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

constexpr std::array<std::string_view, 6> kHonorifics = {"mr", "mrs", "ms", "dr", "sir", "madam"};

/// Organizations whose names have no other words are many: every state has a foreign ministry.
constexpr std::array<std::string_view, 40> kGenericWords = {
    "affairs",  "agency",      "air",      "army",       "assembly",   "authority",  "bank",
    "bureau",   "cabinet",     "central",  "command",    "commission", "committee",  "congress",
    "council",  "court",       "defence",  "defense",    "department", "embassy",    "finance",
    "force",    "forces",      "foreign",  "government", "house",      "interior",   "justice",
    "military", "ministry",    "national", "navy",       "office",     "parliament", "party",
    "police",   "secretariat", "senate",   "state",      "supreme"};

template <class Words>
bool is_in(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_generic(std::string_view name) {
  const auto words = folded_words(name);
  return std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return is_in(kGenericWords, word) || word == "of" || word == "the" || word == "and";
  });
}

/// The name in words without "Mr." and the like; what a hyphen joins is one word.
std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  const std::string folded = fold(name);
  for (size_t begin = 0; begin < folded.size();) {
    const size_t end = std::min(folded.find(' ', begin), folded.size());
    std::string word = folded.substr(begin, end - begin);
    if (word.ends_with('.')) word.pop_back();
    if (!word.empty() && !(words.empty() && is_in(kHonorifics, word)))
      words.push_back(std::move(word));
    begin = end + 1;
  }
  return words;
}

/// Which nodes go by which short name.
using Index = std::multimap<std::string, SameName>;

void index_person(Index& index, Vertex vertex, const Node& node) {
  const auto words = name_words(node.name);
  if (words.size() < 2) return;
  index.emplace(words.back(), SameName{vertex, "surname"});
  for (const std::string& alias : node.aliases)
    if (const auto short_name = name_words(alias); short_name.size() == 1)
      index.emplace(short_name.front(), SameName{vertex, "surname"});
}

std::string without_stops(std::string name) {
  std::erase(name, '.');
  return name;
}

/// An acronym is one only in capitals: "WHO", not "who". Marked, so that no other name meets it.
std::string acronym_key(std::string_view acronym) { return "\x1f" + std::string(acronym); }

void index_organization(Index& index, Vertex vertex, const Node& node) {
  for (const std::string& alias : node.aliases)
    if (!is_generic(alias)) index.emplace(without_stops(fold(alias)), SameName{vertex, "alias"});
  if (const std::string acronym = initials(node.name); acronym.size() > 1)
    index.emplace(acronym_key(acronym), SameName{vertex, "acronym"});
}

/// What to look up in the index of the node's kind.
std::vector<std::string> short_names(const Node& node) {
  if (node.kind == NodeKind::organization)
    return {without_stops(fold(node.name)), acronym_key(without_stops(node.name))};
  if (auto words = name_words(node.name); words.size() == 1) return words;
  return {};
}

}  // namespace

std::string initials(std::string_view name) {
  std::string result;
  size_t words = 0;
  bool inside = false;
  for (std::string_view rest = name; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    const bool part = is_letter(c.value) || c.value == '\'' || c.value == 0x2019;
    if (part && !inside) ++words;
    if (part && !inside && is_upper(c.value)) result.append(rest.substr(0, c.size));
    inside = part;
    rest.remove_prefix(c.size);
  }
  return words > 1 ? result : std::string();
}

std::map<Vertex, std::vector<SameName>> same_name_candidates(const KnowledgeGraph& graph) {
  Index persons, organizations;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    const Node& node = graph[vertex];
    if (node.kind == NodeKind::person) index_person(persons, vertex, node);
    if (node.kind == NodeKind::organization) index_organization(organizations, vertex, node);
  }
  std::map<Vertex, std::vector<SameName>> result;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    const Node& node = graph[vertex];
    if (node.kind != NodeKind::person && node.kind != NodeKind::organization) continue;
    const Index& index = node.kind == NodeKind::person ? persons : organizations;
    std::map<Vertex, std::string> found;  // the first reason counts: an alias before an acronym
    for (const std::string& name : short_names(node)) {
      const auto [begin, end] = index.equal_range(name);
      for (auto entry = begin; entry != end; ++entry)
        if (graph[entry->second.vertex].name.size() > node.name.size())
          found.emplace(entry->second.vertex, entry->second.reason);
    }
    for (auto& [candidate, reason] : found)
      result[vertex].push_back({candidate, std::move(reason)});
  }
  return result;
}

}  // namespace entente
