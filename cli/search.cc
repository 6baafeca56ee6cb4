#include <ostream>

#include "base/utf8.h"
#include "cli/describe.h"
#include "cli/json_document.h"
#include "cli/verbs.h"
#include "cli/views.h"
#include "cli/words.h"
#include "graph/find.h"

namespace entente {

std::string format_matches(const KnowledgeGraph& graph,
                           const std::vector<KnowledgeGraph::Vertex>& matches, size_t limit,
                           const Style& style) {
  std::vector<std::vector<Text>> rows;
  for (size_t i = 0; i < shown_count(limit, matches.size()); ++i) {
    const Node& node = graph[matches[i]];
    Text aliases;
    for (const std::string& alias : node.aliases)
      aliases += Piece{(&alias == &node.aliases.front() ? "also " : ", ") + alias, Look::dim};
    rows.push_back({name_text(node),
                    kind_text(node.kind),
                    {{count_of(boost::degree(matches[i], graph.graph()), "statement")}},
                    {{"@" + node.id, Look::dim}},
                    aliases});
  }
  return table(rows, 0, style) + rest_note(limit, matches.size());
}

ExitCode run_search(Arguments arguments, Console& console) {
  CommandLine command_line("search", "Finds nodes by words of any of their names.",
                           "entente search graph.json foreign min");
  std::string file;
  std::vector<std::string> words;
  bool json = false;
  FilterOptions filters;
  add_graph(command_line, file);
  command_line.arguments("WORDS", words, "Words, or how they begin");
  add_json(command_line, json);
  add_filters(command_line, filters);
  command_line.parse(arguments);
  std::string query;
  for (const std::string& word : words) query += word + " ";
  const Question question = ask(file, filters, {}, console);
  const auto matches = search(question.graph, repair_utf8(query).text);
  if (json) {
    JsonDocument document;
    document.begin_list("nodes");
    for (size_t i = 0; i < shown_count(filters.limit, matches.size()); ++i)
      document.node(question.graph[matches[i]]);
    document.end_list();
    console.out << document.finish();
  } else if (!matches.empty()) {
    const Style style = style_for(console, command_line.color());
    console.out << format_matches(question.graph, matches, filters.limit, style);
  } else {
    console.err << "entente: no name has the words \"" << query.substr(0, query.size() - 1)
                << "\"\n";
  }
  return matches.empty() ? kNothingFound : kDone;
}

}  // namespace entente
