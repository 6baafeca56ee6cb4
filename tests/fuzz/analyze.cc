// What must hold of `analyze` for any bytes at all.

#include "extract/analyze.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace entente {
namespace {

void require(bool condition, const char* promise) {
  if (condition) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

/// The code points [begin, end) of a text.
std::string_view slice(std::string_view text, CodePointSpan span) {
  size_t begin = 0, byte = 0;
  for (uint32_t point = 0; point < span.end; ++point) {
    if (point == span.begin) begin = byte;
    require(byte < text.size(), "a span ends within the text");
    byte += first_code_point(text.substr(byte)).size;
  }
  return text.substr(begin, byte - begin);
}

void check_layers(const Document& document) {
  uint32_t end = 0;
  for (const ByteSpan token : document.tokens) {
    require(end <= token.begin && !token.empty(), "tokens are ascending and not empty");
    end = token.end;
  }
  require(end <= document.text.size(), "tokens end within the text");
  uint32_t next = 0;
  for (const TokenSpan sentence : document.sentences) {
    require(sentence.begin == next && !sentence.empty(), "sentences partition the tokens");
    next = sentence.end;
  }
  require(next == document.tokens.size(), "sentences cover the tokens");
  uint32_t last = 0;
  for (const Mention& mention : document.mentions) {
    require(last <= mention.tokens.begin && !mention.tokens.empty(), "mentions are disjoint");
    last = mention.tokens.end;
  }
}

void check_graph(const KnowledgeGraph& graph, std::string_view text) {
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    const Node& node = graph[vertex];
    require(!node.mentions.empty(), "every node has a mention");
    for (const NodeMention& mention : node.mentions) {
      require(slice(text, mention.quote.span) == mention.quote.text, "mentions quote the text");
    }
  }
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph()))) {
    const Node& source = graph[boost::source(edge, graph.graph())];
    const Node& target = graph[boost::target(edge, graph.graph())];
    require(allowed(source.kind, graph[edge].claim.type, target.kind), "edges are allowed");
    require(!graph[edge].evidence.empty(), "every edge has evidence");
    for (const Evidence& evidence : graph[edge].evidence) {
      require(slice(text, evidence.quote.span) == evidence.quote.text, "evidence quotes the text");
    }
  }
}

}  // namespace
}  // namespace entente

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace entente;
  static const Models models = load_models();
  Document document;
  document.id = "fuzz";
  document.date = Date::make(2019, 4, 18);
  document.text = repair_utf8({reinterpret_cast<const char*>(data), size}).text;
  document = analyze(std::move(document), models);
  check_layers(document);
  check_graph(to_graph(document), document.text);
  return 0;
}
