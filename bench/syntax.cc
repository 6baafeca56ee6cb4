// Accuracy and speed of tokens, sentences, tags, lemmas and dependencies on treebanks.
// Usage: syntax MODEL FILE.conllu...

#include "extract/syntax.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>

#include "bench/run_main.h"
#include "bench/treebank.h"
#include "extract/sentences.h"
#include "extract/syntax_model.h"
#include "extract/tokenize.h"

namespace entente {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Count {
  double right = 0, gold = 0, system = 0;
  double f1() const { return gold + system == 0 ? 0 : 200 * right / (gold + system); }
};

void print_row(const std::string& name, const std::vector<double>& values) {
  std::cout << std::left << std::setw(16) << name << std::right << std::fixed
            << std::setprecision(2);
  for (const double value : values) std::cout << std::setw(9) << value;
  std::cout << "\n";
}

/// Tags, lemmas and arcs where tokens and sentences are given.
void score_gold_tokens(const Treebank& bank, const SyntaxModel& model) {
  const Syntax found = parse(bank.text, bank.tokens, bank.sentences, model);
  double tags = 0, lemmas = 0, uas = 0, las = 0, subtyped = 0;
  std::map<std::string, Count> relations;
  for (size_t i = 0; i < bank.tokens.size(); ++i) {
    const std::string relation(name(found.arcs[i].relation));
    const bool head = found.arcs[i].head == bank.heads[i];
    const bool labelled = head && plain(relation) == plain(bank.relations[i]);
    tags += name(found.tags[i]) == bank.tags[i];
    lemmas += bank.lemmas[i] == "_" || found.lemmas[i] == bank.lemmas[i];
    uas += head;
    las += labelled;
    subtyped += head && relation == bank.relations[i];
    ++relations[bank.relations[i]].gold;
    ++relations[relation].system;
    if (head && relation == bank.relations[i]) ++relations[relation].right;
  }
  const double scale = 100 / static_cast<double>(bank.tokens.size());
  std::cout << "gold tokens          UPOS    lemma      UAS      LAS  LAS with subtypes\n";
  print_row("", {tags * scale, lemmas * scale, uas * scale, las * scale, subtyped * scale});
  std::cout << "relation          F1 of arc and label, number in gold\n";
  for (const auto& [relation, count] : relations)
    if (count.gold >= 20) print_row("  " + relation, {count.f1(), count.gold});
}

/// From the text alone, as in the CoNLL 2018 shared task: words are matched by their bytes.
void score_raw_text(const Treebank& bank, const SyntaxModel& model) {
  const double begin = cpu_seconds();
  const auto tokens = tokenize(bank.text);
  const auto sentences = split_sentences(bank.text, tokens);
  const double parsing = cpu_seconds();
  const Syntax found = parse(bank.text, tokens, sentences, model);
  const double end = cpu_seconds();
  std::map<ByteSpan, size_t> gold_words;
  std::map<ByteSpan, bool> gold_sentences;
  for (size_t i = 0; i < bank.tokens.size(); ++i) gold_words[bank.tokens[i]] = i;
  for (const TokenSpan s : bank.sentences)
    gold_sentences[{bank.tokens[s.begin].begin, bank.tokens[s.end - 1].end}] = true;
  Count split;
  split.gold = static_cast<double>(bank.sentences.size());
  split.system = static_cast<double>(sentences.size());
  for (const TokenSpan s : sentences)
    split.right +=
        static_cast<double>(gold_sentences.count({tokens[s.begin].begin, tokens[s.end - 1].end}));
  Count words{0, static_cast<double>(bank.tokens.size()), static_cast<double>(tokens.size())};
  Count tags = words, lemmas = words, uas = words, las = words;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const auto match = gold_words.find(tokens[i]);
    if (match == gold_words.end()) continue;
    const size_t gold = match->second;
    ++words.right;
    tags.right += name(found.tags[i]) == bank.tags[gold];
    lemmas.right += bank.lemmas[gold] == "_" || found.lemmas[i] == bank.lemmas[gold];
    const bool root = found.arcs[i].head == i;
    const bool head = root ? bank.heads[gold] == gold
                           : bank.heads[gold] != gold &&
                                 tokens[found.arcs[i].head] == bank.tokens[bank.heads[gold]];
    uas.right += head;
    las.right +=
        head && plain(std::string(name(found.arcs[i].relation))) == plain(bank.relations[gold]);
  }
  std::cout << "raw text            words sentences    UPOS    lemma      UAS      LAS\n";
  print_row("", {words.f1(), split.f1(), tags.f1(), lemmas.f1(), uas.f1(), las.f1()});
  std::cout << "speed: " << static_cast<double>(tokens.size()) / (end - begin)
            << " tokens a CPU second from text to tree (" << model.kernels.name << "); tokens and "
            << "sentences take " << 100 * (parsing - begin) / (end - begin) << " %\n\n";
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: " << argv[0] << " MODEL FILE.conllu...\n";
    return 2;
  }
  const auto begin = std::chrono::steady_clock::now();
  const SyntaxModel model = load_syntax_model(argv[1]);
  const std::chrono::duration<double, std::milli> loading =
      std::chrono::steady_clock::now() - begin;
  std::cout << "model loaded in " << loading.count() << " ms, "
            << static_cast<double>(std::filesystem::file_size(argv[1])) / 1e6 << " MB\n\n";
  for (int i = 2; i < argc; ++i) {
    const Treebank bank = make_treebank(read_conllu(argv[i]));
    std::cout << std::filesystem::path(argv[i]).stem().string() << "\n";
    score_gold_tokens(bank, model);
    score_raw_text(bank, model);
  }
  return 0;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) { return entente::run_main(entente::run, argc, argv); }
