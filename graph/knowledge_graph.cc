#include "graph/knowledge_graph.h"

#include <algorithm>
#include <iterator>

#include "base/error.h"
#include "base/utf8.h"

namespace entente {
namespace {

template <class T>
void unite(std::vector<T>& into, std::vector<T> more) {
  if (more.size() == 1) {  // the usual case, and mostly at the end: no need to sort all
    const auto at = std::lower_bound(into.begin(), into.end(), more.front());
    if (at == into.end() || more.front() < *at) into.insert(at, std::move(more.front()));
    return;
  }
  into.insert(into.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

bool better_name(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() > b.size() : a < b;
}

void normalize(Node& node) {
  unite(node.aliases, {});
  std::erase(node.aliases, node.name);
  unite(node.mentions, {});
  unite(node.merges, {});
}

void join(Node& into, Node&& other) {
  if (better_name(other.name, into.name)) std::swap(into.name, other.name);
  if (into.iso.empty()) into.iso = std::move(other.iso);
  other.aliases.push_back(std::move(other.name));
  unite(into.aliases, std::move(other.aliases));
  std::erase(into.aliases, into.name);
  unite(into.mentions, std::move(other.mentions));
  unite(into.merges, std::move(other.merges));
}

/// Equal exactly where two claims say the same. Roles are compared folded.
std::string claim_key(const Claim& claim) {
  constexpr char kSeparator = '\x1f';
  std::string key(name(claim.type));
  for (const std::string& part :
       {std::string(name(claim.status)), claim.time ? claim.time->str() : std::string(),
        fold(claim.role), claim.over, claim.asserted_by})
    key += kSeparator + part;
  return key;
}

}  // namespace

void KnowledgeGraph::swap(KnowledgeGraph& other) {
  std::swap(graph_, other.graph_);
  std::swap(documents_, other.documents_);
  std::swap(vertices_, other.vertices_);
  std::swap(edges_, other.edges_);
  std::swap(claims_, other.claims_);
  std::swap(next_edge_, other.next_edge_);
}

std::unique_ptr<KnowledgeGraph::Graph> KnowledgeGraph::release() && {
  KnowledgeGraph taken;
  swap(taken);
  return std::move(taken.graph_);
}

void KnowledgeGraph::add(DocumentInfo document) {
  const auto same_id = [&](const DocumentInfo& d) { return d.id == document.id; };
  const auto found = std::find_if(documents_.begin(), documents_.end(), same_id);
  if (found == documents_.end()) {
    documents_.push_back(std::move(document));
  } else if (!(*found == document)) {
    throw Error(document.id, "two different documents have this id (sources \"" + found->source +
                                 "\" and \"" + document.source + "\")");
  }
}

KnowledgeGraph::Vertex KnowledgeGraph::add(Node node) {
  if (node.id.empty()) throw Error(node.name, "a node needs an id");
  const auto found = vertices_.find(node.id);
  if (found == vertices_.end()) {
    normalize(node);
    std::string id = node.id;
    const Vertex vertex = boost::add_vertex(std::move(node), *graph_);
    vertices_.emplace(std::move(id), vertex);
    return vertex;
  }
  Node& known = (*graph_)[found->second];
  if (known.kind != node.kind)
    throw Error(node.id,
                "is a " + std::string(name(known.kind)) + " and a " + std::string(name(node.kind)));
  join(known, std::move(node));
  return found->second;
}

KnowledgeGraph::EdgeRef KnowledgeGraph::add(Vertex source, Vertex target, Edge edge) {
  const Node& from = (*graph_)[source];
  const Node& to = (*graph_)[target];
  const EdgeType type = edge.claim.type;
  if (!allowed(from.kind, type, to.kind))
    throw Error(from.id + " " + std::string(name(type)) + " " + to.id,
                "the ontology allows no " + std::string(name(type)) + " from " +
                    std::string(name(from.kind)) + " to " + std::string(name(to.kind)));
  if (edge.evidence.empty())
    throw Error(from.id + " " + std::string(name(type)) + " " + to.id, "has no evidence");

  ClaimKey key{source, target, claim_key(edge.claim)};
  if (is_symmetric(type) && target < source) std::swap(std::get<0>(key), std::get<1>(key));
  const auto found = claims_.find(key);
  if (found != claims_.end()) {
    Edge& known = (*graph_)[found->second];
    known.confidence = std::max(known.confidence, edge.confidence);
    known.claim.role = std::min(known.claim.role, edge.claim.role);  // "Foreign" or "foreign"
    unite(known.evidence, std::move(edge.evidence));
    return found->second;
  }
  while (edge.id.empty() || edges_.contains(edge.id)) edge.id = "e" + std::to_string(next_edge_++);
  unite(edge.evidence, {});
  std::string id = edge.id;
  const EdgeRef added = boost::add_edge(source, target, std::move(edge), *graph_).first;
  claims_.emplace(std::move(key), added);
  edges_.emplace(std::move(id), added);
  return added;
}

void KnowledgeGraph::add(const KnowledgeGraph& other) {
  for (const DocumentInfo& document : other.documents_) add(document);
  std::vector<Vertex> here;
  here.reserve(other.node_count());
  for (const Vertex v : boost::make_iterator_range(boost::vertices(*other.graph_)))
    here.push_back(add((*other.graph_)[v]));
  for (const EdgeRef e : boost::make_iterator_range(boost::edges(*other.graph_)))
    add(here[boost::source(e, *other.graph_)], here[boost::target(e, *other.graph_)],
        (*other.graph_)[e]);
}

std::optional<KnowledgeGraph::Vertex> KnowledgeGraph::find(std::string_view id) const {
  const auto found = vertices_.find(id);
  return found == vertices_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<KnowledgeGraph::EdgeRef> KnowledgeGraph::find_edge(std::string_view id) const {
  const auto found = edges_.find(id);
  return found == edges_.end() ? std::nullopt : std::optional(found->second);
}

KnowledgeGraph canonical(KnowledgeGraph graph) {
  KnowledgeGraph result;
  auto documents = graph.documents();
  std::sort(documents.begin(), documents.end(),
            [](const DocumentInfo& a, const DocumentInfo& b) { return a.id < b.id; });
  for (DocumentInfo& document : documents) result.add(std::move(document));

  const auto content = std::move(graph).release();
  struct Row {
    std::tuple<std::string, std::string, std::string> key;
    KnowledgeGraph::EdgeRef edge;
    bool operator<(const Row& other) const { return key < other.key; }
  };
  std::vector<Row> rows;
  for (const auto e : boost::make_iterator_range(boost::edges(*content))) {
    std::string source = (*content)[boost::source(e, *content)].id;
    std::string target = (*content)[boost::target(e, *content)].id;
    const Claim& claim = (*content)[e].claim;
    // The same symmetric statement may have been read in either direction.
    if (is_symmetric(claim.type) && target < source) std::swap(source, target);
    rows.push_back({{std::move(source), std::move(target), claim_key(claim)}, e});
  }
  std::sort(rows.begin(), rows.end());

  std::vector<Node*> nodes;
  for (const auto v : boost::make_iterator_range(boost::vertices(*content)))
    nodes.push_back(&(*content)[v]);
  std::sort(nodes.begin(), nodes.end(), [](const Node* a, const Node* b) { return a->id < b->id; });
  for (Node* node : nodes) result.add(std::move(*node));
  for (const Row& row : rows) {
    Edge edge = std::move((*content)[row.edge]);
    edge.id.clear();
    result.add(*result.find(std::get<0>(row.key)), *result.find(std::get<1>(row.key)),
               std::move(edge));
  }
  return result;
}

}  // namespace entente
