#include <filesystem>
#include <ostream>

#include "base/utf8.h"
#include "cli/models_directory.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "extract/read.h"
#include "extract/sentences.h"
#include "extract/syntax.h"
#include "extract/syntax_model.h"
#include "extract/tokenize.h"
#include "extract/write_conllu.h"

namespace entente {
namespace {

std::string parse_document(const Document& document, const SyntaxModel& model) {
  const auto tokens = tokenize(document.text);
  const auto sentences = split_sentences(document.text, tokens);
  const Syntax syntax = parse(document.text, tokens, sentences, model);
  return write_conllu(document.id, document.text, tokens, sentences, syntax);
}

}  // namespace

ExitCode run_parse(Arguments arguments, Console& console) {
  CommandLine command_line("parse", "Tags and parses texts; prints CoNLL-U.",
                           "entente parse news.txt -o news.conllu");
  std::vector<std::string> inputs;
  std::string model_file;
  OutputOptions output;
  command_line.arguments("INPUT", inputs, "Texts as for build; - is standard input");
  command_line.option("--model", "FILE", model_file, "Another syntax model");
  command_line.option("-o,--output", "FILE", output.file, "Write here");
  command_line.parse(arguments);
  const SyntaxModel model = load_syntax_model(
      model_file.empty() ? models_directory() / "syntax.model" : std::filesystem::path(model_file));
  std::string conllu;
  bool skipped = false;
  read_documents(
      inputs, {{}, &console.in},
      [&](const Document& document) { conllu += parse_document(document, model); },
      [&](const ReadProblem& problem) {
        console.err << "entente: " << problem.where << ": " << problem.message << "\n";
        skipped = skipped || problem.severity == ReadProblem::Severity::skipped;
      });
  write_output(output, conllu, console);
  return skipped ? kSkipped : kDone;
}

}  // namespace entente
