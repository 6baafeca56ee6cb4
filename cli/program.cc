#include "cli/program.h"

#include <algorithm>
#include <ostream>

#include "base/error.h"
#include "cli/command_line.h"
#include "cli/verbs.h"
#include "graph/edit_distance.h"

namespace entente {
namespace {

constexpr Verb kVerbs[] = {
    {"build", "texts to one graph", run_build},
    {"extract", "texts to a graph each", run_extract},
    {"show", "a node with its statements", run_show},
    {"search", "nodes by words of their names", run_search},
    {"neighbors", "what a node is joined to", run_neighbors},
    {"path", "how two nodes are connected", run_path},
    {"timeline", "dated statements in order", run_timeline},
    {"why", "the evidence of a statement", run_why},
    {"stats", "counts, central nodes, communities", run_stats},
    {"export", "a graph in another format", run_export},
    {"render", "a picture of a graph", run_render},
    {"validate", "check a native JSON graph", run_validate},
    {"schema", "the JSON Schema of native graphs", run_schema},
    {"parse", "tags and dependency trees as CoNLL-U", run_parse},
    {"eval", "figures of graphs against gold graphs", run_eval},
};

constexpr size_t kNameColumn = 12;

const Verb* find_verb(std::string_view name) {
  const auto found = std::find_if(std::begin(kVerbs), std::end(kVerbs),
                                  [&](const Verb& v) { return v.name == name; });
  return found == std::end(kVerbs) ? nullptr : found;
}

std::string help_page() {
  std::string page =
      "Entente reads texts about international relations and builds a graph of who deals with "
      "whom\n"
      "over what. Every statement keeps its date, its status, who says so and the sentence.\n\n"
      "Usage: entente VERB ARGUMENTS…        entente VERB --help        entente --version\n\n"
      "Verbs:\n";
  for (const Verb& verb : kVerbs) {
    page += "  " + std::string(verb.name) + std::string(kNameColumn - verb.name.size(), ' ');
    page += std::string(verb.summary) + "\n";
  }
  page +=
      "\nExample:\n"
      "  entente build news/*.txt -o graph.json\n\n"
      "Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 a file that cannot be read or "
      "written,\n"
      "4 some documents skipped, 130 interrupted.\n";
  return page;
}

[[noreturn]] void throw_unknown_verb(std::string_view name) {
  std::vector<std::string> names;
  for (const Verb& verb : kVerbs) names.emplace_back(verb.name);
  std::string message = "there is no verb \"" + std::string(name) + "\"";
  const auto similar = most_similar(name, names, 1);
  if (!similar.empty()) message += "; did you mean \"" + similar.front() + "\"?";
  throw UsageError(message + "\nSee entente --help.");
}

ExitCode run(Arguments arguments, Console& console) {
  if (arguments.empty()) throw UsageError("a verb is missing\n\n" + help_page());
  const std::string& first = arguments.front();
  if (first == "--version") {
    console.out << "entente " ENTENTE_VERSION "\n";
    return kDone;
  }
  if (first == "-h" || first == "--help" || first == "help") {
    const Verb* verb = arguments.size() > 1 ? find_verb(arguments[1]) : nullptr;
    if (verb == nullptr) throw HelpRequest(help_page());
    const std::string help = "--help";
    return verb->run({&help, 1}, console);
  }
  const Verb* verb = find_verb(first);
  if (verb == nullptr) throw_unknown_verb(first);
  return verb->run(arguments.subspan(1), console);
}

}  // namespace

std::span<const Verb> verbs() { return kVerbs; }

int run_program(Arguments arguments, Console& console) {
  try {
    const ExitCode code = run(arguments, console);
    console.out.flush();
    if (!console.out) throw Error("standard output", "cannot be written");
    return code;
  } catch (const HelpRequest& help) {
    console.out << help.what() << std::flush;
    return kDone;
  } catch (const UsageError& error) {
    console.err << "entente: " << error.what() << "\n";
    return kWrongUsage;
  } catch (const Error& error) {
    console.err << "entente: " << error.what() << "\n";
    return kUnusableFile;
  } catch (const std::bad_alloc&) {
    console.err << "entente: out of memory\n";
    return kUnusableFile;
  }
}

}  // namespace entente
