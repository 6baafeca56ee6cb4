#include "tests/export/graphs.h"

#include <random>

#include "base/utf8.h"

namespace entente {
namespace {

Node node(const std::string& id, NodeKind kind, const std::string& name) {
  Node result;
  result.id = id;
  result.kind = kind;
  result.name = name;
  return result;
}

Edge edge(EdgeType type, const Evidence& evidence) {
  Edge result;
  result.claim.type = type;
  result.evidence.push_back(evidence);
  return result;
}

}  // namespace

Quote quote(const std::string& document, uint32_t start, const std::string& text) {
  const uint32_t length = CodePointIndex(text).code_point(static_cast<uint32_t>(text.size()));
  return {document, {start, start + length}, text};
}

KnowledgeGraph small_graph() {
  KnowledgeGraph graph;
  graph.add(
      DocumentInfo{"talks", "Island talks — “a thaw”", Date::parse("2019-04-18"), "talks.txt"});
  graph.add(DocumentInfo{"note", "", {}, ""});

  Node norland = node("state:norland", NodeKind::state, "Norland");
  norland.iso = "NL";
  norland.aliases = {"Norrköping"};
  norland.mentions = {{quote("talks", 0, "Norrköping"), MentionForm::name},
                      {quote("talks", 40, "Norlandic"), MentionForm::demonym}};
  norland.merges = {{"Norrköping", "capital"}};
  const auto n = graph.add(norland);
  const auto s = graph.add(node("state:sudland", NodeKind::state, "Sudland"));
  const auto p = graph.add(node("person:ada-berg", NodeKind::person, "Ada Berg"));
  const auto q = graph.add(node("person:cem-dal", NodeKind::person, "Cem Dal"));
  const auto m = graph.add(node("organization:ministry", NodeKind::organization,
                                "Ministry of Foreign and European Affairs"));
  const auto i = graph.add(node("territory:far-isles", NodeKind::territory, "Far Isles"));
  const auto g = graph.add(node("group:islanders", NodeKind::group, "Islanders"));
  const auto t = graph.add(node("agreement:treaty", NodeKind::agreement, "Peace Treaty"));
  const auto e = graph.add(node("event:summit", NodeKind::event, "Summit"));

  const Evidence said{quote("talks", 100, "Ada Berg, Norland's foreign minister, met Cem Dal."),
                      "verb: meet", "Wednesday → 2019-04-17"};
  const Evidence noted{quote("note", 7, "Berg met Dal."), "", ""};
  Edge met = edge(EdgeType::meets, said);
  met.evidence.push_back(noted);
  met.claim.time = Interval::parse("2019-04-17");
  met.confidence = 0.875;
  graph.add(p, q, met);

  Edge office = edge(EdgeType::holds_office, said);
  office.claim.role = "foreign minister";
  graph.add(p, n, office);
  office.claim.role = "president";
  office.claim.status = Status::ended;
  office.claim.time = Interval::parse("../2018");
  graph.add(q, s, office);
  graph.add(p, m, edge(EdgeType::member_of, noted));
  graph.add(m, n, edge(EdgeType::part_of, noted));

  Edge claim = edge(EdgeType::claims, said);
  claim.claim.asserted_by = "state:norland";
  graph.add(n, i, claim);
  Edge controls = edge(EdgeType::controls, said);
  graph.add(s, i, controls);
  Edge dispute = edge(EdgeType::disputes_with, said);
  dispute.claim.over = "territory:far-isles";
  graph.add(n, s, dispute);
  Edge signs = edge(EdgeType::signs, said);
  signs.claim.status = Status::planned;
  graph.add(n, t, signs);
  signs.claim.status = Status::denied;
  graph.add(s, t, signs);
  graph.add(t, i, edge(EdgeType::concerns, said));
  Edge attends = edge(EdgeType::attends, said);
  attends.claim.time = Interval::parse("2019-05-11/2019-05-12");
  attends.claim.status = Status::hypothetical;
  graph.add(q, e, attends);
  graph.add(p, e, attends);
  graph.add(g, i, edge(EdgeType::citizen_of, noted));
  return graph;
}

KnowledgeGraph graph_named(const std::string& text) {
  KnowledgeGraph graph;
  graph.add(DocumentInfo{text, text, {}, text});
  Node person = node(text, NodeKind::person, text);
  person.aliases = {text + text};
  person.mentions = {{quote(text, 0, text), MentionForm::name}};
  person.merges = {{text, text}};
  const auto a = graph.add(person);
  const auto b = graph.add(node(text + "2", NodeKind::state, text));
  const auto c = graph.add(node(text + "3", NodeKind::event, text));
  Edge office = edge(EdgeType::holds_office, {quote(text, 0, text), text, text});
  office.claim.role = text;
  office.claim.asserted_by = text;
  graph.add(a, b, office);
  graph.add(a, c, edge(EdgeType::attends, {quote(text, 0, text), text, text}));
  return graph;
}

KnowledgeGraph random_graph(unsigned seed, size_t nodes) {
  std::mt19937 random(seed);
  const auto below = [&](size_t n) { return size_t{random()} % n; };
  KnowledgeGraph graph;
  graph.add(DocumentInfo{"d", "Random", Date::make(2020, 1 + unsigned(below(12))), "d.txt"});
  std::vector<KnowledgeGraph::Vertex> vertices;
  for (size_t i = 0; i < nodes; ++i) {
    const NodeKind kind = kNodeKinds[below(kNodeKinds.size())];
    vertices.push_back(graph.add(node("n" + std::to_string(i), kind, "Name " + std::to_string(i))));
  }
  for (size_t tries = 0; nodes > 0 && tries < 6 * nodes; ++tries) {
    const auto source = vertices[below(nodes)], target = vertices[below(nodes)];
    const EdgeType type = ontology()[below(ontology().size())].type;
    if (!allowed(graph[source].kind, type, graph[target].kind)) continue;
    Edge made = edge(type, {quote("d", uint32_t(below(100)), "A sentence."), "rule", ""});
    made.claim.status = kStatuses[below(kStatuses.size())];
    if (below(3) == 0) made.claim.time = Interval(*Date::make(1900 + int(below(200))));
    if (below(4) == 0) made.claim.asserted_by = graph[vertices[below(nodes)]].id;
    if (below(5) == 0) made.claim.over = graph[vertices[below(nodes)]].id;
    if (below(3) == 0) made.claim.role = "role " + std::to_string(below(3));
    made.confidence = double(below(1000)) / 999;
    graph.add(source, target, made);
  }
  return graph;
}

const std::vector<std::string>& hostile_names() {
  static const std::vector<std::string> kNames = {
      "plain",
      "quote \" inside",
      "\"",
      "back\\slash",
      "ends in a backslash\\",
      "\\N \\G \\L \\E \\T \\H \\n \\l \\r",
      "line\nfeed\r\n and tab\t",
      "<b>bold</b> & <not a tag",
      "<",
      "]]> --> <!-- <![CDATA[",
      "&amp; &lt; &#0; &bogus;",
      "node",
      "digraph",
      "strict",
      "subgraph",
      "edge",
      "a:b:c",
      "{record|<port>}",
      "-1.5",
      "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD8\xA7\xD9\x84\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",
      "\xE2\x80\xAEoverride",
      "\xE6\x97\xA5\xE6\x9C\xAC \xF0\x9F\x87\xAF\xF0\x9F\x87\xB5",
      std::string("nul\0byte", 8),
      std::string("\x01\x02\x1b[31m\x7f", 8),
      "\xEF\xBF\xBE \xEF\xBF\xBF \xEF\xBB\xBF",
      "/* comment */ // # ; , = [ ] { }",
      "%s %n {} ${x} `id`",
      std::string(3000, 'x'),
      " ",
  };
  return kNames;
}

}  // namespace entente
