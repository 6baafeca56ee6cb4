#include "extract/analyze.h"

#include <boost/range/iterator_range.hpp>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "base/file.h"
#include "base/utf8.h"
#include "tests/extract/documents.h"

namespace entente {
namespace {

const Date kDay = *Date::make(2019, 4, 18);

Strings sample_texts() {
  std::set<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/samples"))
    if (entry.path().extension() == ".txt") paths.insert(entry.path());
  Strings texts;
  for (const auto& path : paths) texts.push_back(read_file(path));
  return texts;
}

/// What a layer breaks of what its header promises; empty where it keeps everything.
Strings broken_layers(const Document& document) {
  Strings broken;
  const auto expect = [&](bool holds, const char* promise) {
    if (!holds && !has(broken, promise)) broken.emplace_back(promise);
  };
  uint32_t end = 0;
  for (const Mention& mention : document.mentions) {
    expect(end <= mention.tokens.begin && !mention.tokens.empty(), "mentions are disjoint");
    expect(mention.tokens.end <= document.tokens.size(), "mentions lie in the text");
    end = mention.tokens.end;
  }
  end = 0;
  for (const TimeExpression& time : document.times) {
    expect(end <= time.tokens.begin && !time.tokens.empty(), "times are disjoint");
    expect(time.tokens.end <= document.tokens.size(), "times lie in the text");
    end = time.tokens.end;
  }
  std::set<std::string> ids;
  std::set<uint32_t> mentions;
  size_t mention_count = 0;
  for (const Entity& entity : document.entities) {
    expect(!entity.id.empty() && ids.insert(entity.id).second, "ids are unique");
    expect(!entity.name.empty(), "entities have names");
    expect(!entity.mentions.empty(), "entities have mentions");
    mention_count += entity.mentions.size();
    mentions.insert(entity.mentions.begin(), entity.mentions.end());
    for (const uint32_t m : entity.mentions)
      expect(m < document.mentions.size() && document.mentions[m].kind == entity.kind,
             "mentions are of their entity's kind");
  }
  expect(mentions.size() == document.mentions.size() && mention_count == mentions.size(),
         "entities partition the mentions");
  for (const Statement& statement : document.statements) {
    const auto& entities = document.entities;
    if (statement.source >= entities.size() || statement.target >= entities.size()) {
      expect(false, "statements join entities");
      continue;
    }
    expect(allowed(entities[statement.source].kind, statement.claim.type,
                   entities[statement.target].kind),
           "statements are allowed");
    expect(statement.source != statement.target, "statements join different entities");
    expect(!statement.evidence.empty() && statement.evidence.end <= document.text.size(),
           "evidence lies in the text");
    expect(statement.confidence >= 0 && statement.confidence <= 1, "confidence is in [0, 1]");
    expect(!statement.rule.empty(), "statements say by which rule");
  }
  return broken;
}

/// Byte offsets of code points, with the text's end.
std::vector<size_t> code_point_offsets(std::string_view text) {
  std::vector<size_t> offsets;
  for (size_t at = 0; at < text.size(); at += first_code_point(text.substr(at)).size)
    offsets.push_back(at);
  offsets.push_back(text.size());
  return offsets;
}

/// Quotes of a graph that are not what stands at their place in the text.
Strings wrong_quotes(const KnowledgeGraph& graph, std::string_view text) {
  const auto offsets = code_point_offsets(text);
  Strings wrong;
  const auto check = [&](const Quote& quote) {
    const CodePointSpan span = quote.span;
    if (span.end >= offsets.size() || span.empty() ||
        text.substr(offsets[span.begin], offsets[span.end] - offsets[span.begin]) != quote.text)
      wrong.push_back(quote.text);
  };
  for (const auto v : boost::make_iterator_range(boost::vertices(graph.graph())))
    for (const NodeMention& mention : graph[v].mentions) check(mention.quote);
  for (const auto e : boost::make_iterator_range(boost::edges(graph.graph())))
    for (const Evidence& evidence : graph[e].evidence) check(evidence.quote);
  return wrong;
}

/// Everything in a graph, line by line.
std::string dump(const KnowledgeGraph& unordered) {
  const KnowledgeGraph graph = canonical(unordered);
  std::string text;
  const auto quote = [&](const Quote& q) {
    text += " [" + std::to_string(q.span.begin) + "," + std::to_string(q.span.end) + ")" + q.text;
  };
  for (const auto v : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    const Node& node = graph[v];
    text += node.id + " " + node.name + " " + node.iso;
    for (const std::string& alias : node.aliases) text += " = " + alias;
    for (const NodeMention& mention : node.mentions) quote(mention.quote);
    for (const Merge& merge : node.merges) text += " + " + merge.name + ": " + merge.reason;
    text += "\n";
  }
  for (const auto e : boost::make_iterator_range(boost::edges(graph.graph()))) {
    const Edge& edge = graph[e];
    text += edge.id + " " + graph[boost::source(e, graph.graph())].id + " " +
            std::string(name(edge.claim.type)) + " " + graph[boost::target(e, graph.graph())].id +
            " " + std::string(name(edge.claim.status)) + " " +
            (edge.claim.time ? edge.claim.time->str() : "") + " " + edge.claim.role + " " +
            edge.claim.over + " " + edge.claim.asserted_by + " " + std::to_string(edge.confidence);
    for (const Evidence& evidence : edge.evidence) {
      quote(evidence.quote);
      text += " " + evidence.rule + " " + evidence.time;
    }
    text += "\n";
  }
  return text;
}

void check_text(std::string text) {
  const Document document = analyzed(std::move(text), kDay);
  CHECK(broken_layers(document) == Strings{});
  CHECK(wrong_quotes(to_graph(document), document.text) == Strings{});
}

Strings words_of(const Strings& texts) {
  Strings words;
  for (const std::string& text : texts)
    for (const ByteSpan token : tokenize(text))
      words.push_back(text.substr(token.begin, token.size()));
  return words;
}

/// The same numbers with every standard library, unlike its distributions.
size_t below(std::mt19937& random, size_t limit) { return random() % limit; }

std::string random_words(std::mt19937& random, const Strings& words, size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += words[below(random, words.size())] + " ";
  return text;
}

}  // namespace

TEST_CASE("analyze keeps the promises of all layers on the samples", "[extract]") {
  const Strings texts = sample_texts();
  REQUIRE(texts.size() >= 5);
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 60));
    const Document document = analyzed(text, kDay);
    CHECK(!document.statements.empty());
    check_text(text);
    check_text(upper_case(text));
    check_text(lower_case(text));
  }
}

TEST_CASE("analyze keeps its promises on bytes made valid", "[extract]") {
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round) {
    std::string bytes(below(random, 600), '\0');
    for (char& byte : bytes) byte = static_cast<char>(below(random, 256));
    CAPTURE(round);
    check_text(repair_utf8(bytes).text);
  }
}

TEST_CASE("analyze keeps its promises on shuffled words", "[extract]") {
  std::mt19937 random(2);
  Strings words = words_of(sample_texts());
  for (const char* word :
       {"Japan", "Russian", "Putin",    "Treaty", "of",   ".",         "and",       ",",
        "-",     "NATO",    "both",     "who",    "to",   "said",      "according", "2019",
        "\n\n",  "Хрущёв",  "安倍晋三", "é",      "🙂", "President", "'s"})
    words.insert(words.end(), 40, word);
  for (int round = 0; round < 100; ++round) {
    CAPTURE(round);
    check_text(random_words(random, words, below(random, 300)));
  }
}

TEST_CASE("analyze keeps its promises on texts of odd shapes", "[extract]") {
  const auto repeated = [](std::string_view text, size_t count) {
    std::string result;
    for (size_t i = 0; i < count; ++i) result += text;
    return result;
  };
  std::string names;
  for (int i = 0; i < 10000; ++i) {
    const auto letter = [&](int place) {
      return std::string(1, static_cast<char>('a' + (i / place) % 26));
    };
    names += "Ivan Q" + letter(1) + letter(26) + letter(676) + "ov, ";
  }
  const std::string texts[] = {
      "",
      " \n\t ",
      ".",
      "\xEF\xBB\xBF"
      "Japan.",
      "\xE2\x80\xA8",
      names,
      repeated("(", 5000) + "Japan" + repeated(")", 5000),
      repeated("Japan ", 5000),
      repeated("Japan and ", 5000),
      repeated("to ", 5000),
      repeated("the two ", 2000),
      repeated("said that ", 3000),
      repeated("President ", 3000),
      repeated("Treaty of ", 3000),
      repeated("Russia's ", 3000),
      repeated("\"", 4000),
      repeated("a", 200000),
      repeated("e\xCC\x81", 20000),
  };
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 40));
    check_text(text);
  }
}

TEST_CASE("analyze reads a line of a million bytes", "[extract]") {
  std::mt19937 random(3);
  Strings words = words_of(sample_texts());
  std::erase_if(words, [](const std::string& word) { return word == "." || word == "!"; });
  std::string text;
  while (text.size() < 1000000) text += words[below(random, words.size())] + " ";
  check_text(std::move(text));
}

TEST_CASE("equal texts give equal graphs, on any thread", "[extract]") {
  const Strings texts = sample_texts();
  const auto graphs = [&] {
    std::string result;
    for (const std::string& text : texts) result += dump(to_graph(analyzed(text, kDay)));
    return result;
  };
  const std::string expected = graphs();
  REQUIRE(!expected.empty());
  Strings results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results)
    threads.emplace_back([&result, &graphs] { result = graphs(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}

TEST_CASE("to_graph counts code points, not bytes", "[extract]") {
  const Document document = analyzed("„Größe“ – Recep Tayyip Erdoğan met Vladimir Putin.");
  const KnowledgeGraph graph = to_graph(document);
  const auto putin = graph.find("person:vladimir-putin");
  REQUIRE(putin);
  REQUIRE(graph[*putin].mentions.size() == 1);
  CHECK(graph[*putin].mentions[0].quote.span == CodePointSpan{35, 49});
}

TEST_CASE("to_graph keeps documents, nodes without edges, and aliases beside the name",
          "[extract]") {
  Document document;
  document.id = "a";
  document.title = "Title";
  document.source = "a.txt";
  document.date = kDay;
  document.text = "Vladimir Putin spoke. Later Putin left.";
  const KnowledgeGraph graph = to_graph(analyze(document, test_models()));
  REQUIRE(graph.documents().size() == 1);
  CHECK(graph.documents()[0] == DocumentInfo{"a", "Title", kDay, "a.txt"});
  REQUIRE(graph.node_count() == 1);
  CHECK(graph[0].name == "Vladimir Putin");
  CHECK(graph[0].aliases == Strings{"Putin"});
  CHECK(graph[0].merges == std::vector<Merge>{{"Putin", "surname"}});
}

TEST_CASE("analyze changes nothing that the document came with", "[extract]") {
  Document document;
  document.id = "a";
  document.title = "Title";
  document.source = "a.txt";
  document.date = kDay;
  document.text = "Japan\r\nand  Russia ";
  const Document result = analyze(document, test_models());
  CHECK(result.text == document.text);
  CHECK(result.id == "a");
  CHECK(result.title == "Title");
  CHECK(result.source == "a.txt");
  CHECK(result.date == document.date);
}

}  // namespace entente
