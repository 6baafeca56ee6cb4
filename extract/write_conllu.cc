#include "extract/write_conllu.h"

#include <algorithm>

namespace entente {
namespace {

/// A text as it is written in CoNLL-U; tokens without their spaces.
class ConlluWriter {
 public:
  ConlluWriter(std::string_view text, std::span<const ByteSpan> tokens, const Syntax& syntax)
      : text_(text), tokens_(tokens), syntax_(syntax) {}

  void write_sentence(TokenSpan sentence, const std::string& id) {
    if (starts_paragraph(sentence.begin)) out_ += "# newpar\n";
    out_ += "# sent_id = " + id + "\n# text = ";
    for (uint32_t token = sentence.begin; token < sentence.end; ++token) {
      out_ += form(token);
      if (token + 1 < sentence.end && space_after(token)) out_ += ' ';
    }
    out_ += '\n';
    for (uint32_t token = sentence.begin; token < sentence.end; ++token)
      write_word(token, sentence.begin);
    out_ += '\n';
  }

  std::string& out() { return out_; }

 private:
  std::string_view form(uint32_t token) const {
    return text_.substr(tokens_[token].begin, tokens_[token].size());
  }

  bool space_after(uint32_t token) const {
    return token + 1 >= tokens_.size() || tokens_[token].end < tokens_[token + 1].begin;
  }

  bool starts_paragraph(uint32_t token) const {
    if (token == 0) return true;
    const uint32_t begin = tokens_[token - 1].end;
    return std::ranges::count(text_.substr(begin, tokens_[token].begin - begin), '\n') >= 2;
  }

  void write_word(uint32_t token, uint32_t first) {
    const Arc arc = syntax_.arcs[token];
    const uint32_t head = arc.head == token ? 0 : arc.head - first + 1;
    out_.append(std::to_string(token - first + 1)).append(1, '\t').append(form(token));
    out_.append(1, '\t').append(syntax_.lemmas[token]);
    out_.append(1, '\t').append(name(syntax_.tags[token])).append("\t_\t");
    out_.append(write_morphology(syntax_.morphology[token]));
    out_.append(1, '\t').append(std::to_string(head));
    out_.append(1, '\t').append(name(arc.relation)).append("\t_\t");
    out_.append(space_after(token) ? "_" : "SpaceAfter=No").append(1, '\n');
  }

  std::string_view text_;
  std::span<const ByteSpan> tokens_;
  const Syntax& syntax_;
  std::string out_;
};

}  // namespace

std::string write_conllu(std::string_view id, std::string_view text,
                         std::span<const ByteSpan> tokens, std::span<const TokenSpan> sentences,
                         const Syntax& syntax) {
  ConlluWriter writer(text, tokens, syntax);
  if (!id.empty()) writer.out().append("# newdoc id = ").append(id).append(1, '\n');
  for (size_t i = 0; i < sentences.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    writer.write_sentence(sentences[i], id.empty() ? number : std::string(id) + "-" + number);
  }
  return std::move(writer.out());
}

}  // namespace entente
