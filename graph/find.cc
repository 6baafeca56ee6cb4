#include "graph/find.h"

#include <algorithm>

#include "base/utf8.h"
#include "graph/edit_distance.h"

namespace entente {
namespace {

using Vertex = KnowledgeGraph::Vertex;

enum class Closeness { whole_name, whole_words, beginnings, none };

template <class Holds>
std::vector<Vertex> vertices_where(const KnowledgeGraph& graph, Holds holds) {
  std::vector<Vertex> result;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph())))
    if (holds(graph[vertex])) result.push_back(vertex);
  return result;
}

std::vector<std::string_view> names_of(const Node& node) {
  std::vector<std::string_view> names{node.name};
  names.insert(names.end(), node.aliases.begin(), node.aliases.end());
  return names;
}

/// Whether each of `wanted` stands, or begins a word, in `words`.
template <class Fits>
bool all_occur(const std::vector<std::string>& wanted, const std::vector<std::string>& words,
               Fits fits) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& other) { return fits(other, word); });
  });
}

Closeness closeness(const std::vector<std::string>& wanted, std::string_view name) {
  const std::vector<std::string> words = folded_words(name);
  const auto same = [](const std::string& a, const std::string& b) { return a == b; };
  const auto begins = [](const std::string& a, const std::string& b) { return a.starts_with(b); };
  if (words == wanted) return Closeness::whole_name;
  if (all_occur(wanted, words, same)) return Closeness::whole_words;
  return all_occur(wanted, words, begins) ? Closeness::beginnings : Closeness::none;
}

Closeness closeness(const std::vector<std::string>& wanted, const Node& node) {
  Closeness best = Closeness::none;
  for (const std::string_view name : names_of(node)) best = std::min(best, closeness(wanted, name));
  return best;
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> words;
  bool inside = false;
  for (std::string_view rest = folded; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    const bool part = is_letter(c.value) || is_digit(c.value);
    if (part && !inside) words.emplace_back();
    if (part) words.back().append(rest.substr(0, c.size));
    inside = part;
    rest.remove_prefix(c.size);
  }
  return words;
}

std::vector<Vertex> find_named(const KnowledgeGraph& graph, std::string_view name) {
  if (name.starts_with('@')) {
    const auto vertex = graph.find(name.substr(1));
    return vertex ? std::vector{*vertex} : std::vector<Vertex>{};
  }
  const std::string folded = fold(name);
  const auto is_called = [&](const Node& node) {
    const auto names = names_of(node);
    return node.id == name || std::any_of(names.begin(), names.end(), [&](std::string_view other) {
             return fold(other) == folded;
           });
  };
  if (auto found = vertices_where(graph, is_called); !found.empty()) return found;
  const auto words = folded_words(name);
  if (words.empty()) return {};
  return vertices_where(
      graph, [&](const Node& node) { return closeness(words, node) <= Closeness::whole_words; });
}

std::vector<std::string> similar_names(const KnowledgeGraph& graph, std::string_view name,
                                       size_t limit) {
  if (name.starts_with('@')) {
    std::vector<std::string> ids;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph())))
      ids.push_back("@" + graph[vertex].id);
    return most_similar(name, ids, limit);
  }
  std::vector<std::string> whole;
  std::vector<std::pair<std::string, std::string>> words;  // folded word and the name it is from
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph())))
    for (const std::string_view other : names_of(graph[vertex])) {
      whole.emplace_back(other);
      for (std::string& word : folded_words(other)) words.emplace_back(std::move(word), other);
    }
  std::vector<std::string> result = most_similar(name, whole, limit);
  std::vector<std::string> keys;
  keys.reserve(words.size());
  for (const auto& [word, from] : words) keys.push_back(word);
  for (const std::string& word : most_similar(name, keys, limit))
    for (const auto& [key, from] : words)
      if (key == word && result.size() < limit &&
          std::find(result.begin(), result.end(), from) == result.end())
        result.push_back(from);
  return result;
}

std::vector<Vertex> search(const KnowledgeGraph& graph, std::string_view words) {
  const auto wanted = folded_words(words);
  if (wanted.empty()) return {};
  struct Hit {
    Closeness closeness;
    size_t degree;
    Vertex vertex;
  };
  std::vector<Hit> hits;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph())))
    if (const Closeness close = closeness(wanted, graph[vertex]); close != Closeness::none)
      hits.push_back({close, boost::degree(vertex, graph.graph()), vertex});
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tuple(a.closeness, b.degree, a.vertex) <
           std::tuple(b.closeness, a.degree, b.vertex);
  });
  std::vector<Vertex> result;
  result.reserve(hits.size());
  for (const Hit& hit : hits) result.push_back(hit.vertex);
  return result;
}

}  // namespace entente
