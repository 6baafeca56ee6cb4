#pragma once

#include <algorithm>
#include <cassert>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "extract/analyze.h"
#include "extract/resolve.h"
#include "extract/sentence_view.h"
#include "extract/sentences.h"
#include "extract/times.h"
#include "extract/tokenize.h"

namespace entente {

inline const Models& test_models() {
  static const Models kModels = load_models();
  return kModels;
}

/// A document with tokens and sentences.
inline Document split_text(std::string text, std::optional<Date> date = {}) {
  Document document;
  document.id = "text";
  document.date = date;
  document.text = std::move(text);
  document.tokens = tokenize(document.text);
  document.sentences = split_sentences(document.text, document.tokens);
  return document;
}

/// The id of the known thing of this kind that usually has this name; empty if none has.
inline std::string known_id(std::string_view name, NodeKind kind) {
  for (const KnownName& reading : test_models().knowledge.find(name))
    if (const KnownThing& thing = test_models().knowledge.thing(reading.thing); thing.kind == kind)
      return thing.id;
  return {};
}

/// A document whose mentions are marked in its text: "[Abe/Person] met the
/// [Russian/State/demonym] minister." Mentions of known names are linked, times found and
/// entities resolved; statements are left to the test.
inline Document marked_text(std::string_view marked, std::optional<Date> date = {}) {
  struct Mark {
    ByteSpan bytes;
    NodeKind kind;
    MentionForm form;
  };
  std::string text;
  std::vector<Mark> marks;
  for (size_t at = 0; at < marked.size();) {
    if (marked[at] != '[') {
      text += marked[at++];
      continue;
    }
    const size_t end = marked.find(']', at), slash = marked.find('/', at);
    assert(slash < end && end != std::string_view::npos);
    const std::string_view name = marked.substr(at + 1, slash - at - 1);
    std::string_view kind = marked.substr(slash + 1, end - slash - 1);
    const size_t second = kind.find('/');
    const bool formed = second != std::string_view::npos;
    const auto form = formed ? parse_form(kind.substr(second + 1)) : MentionForm::name;
    kind = kind.substr(0, second);
    const auto begin = static_cast<uint32_t>(text.size());
    text += name;
    marks.push_back(
        {{begin, static_cast<uint32_t>(text.size())}, parse_kind(kind).value(), form.value()});
    at = end + 1;
  }
  Document document = split_text(std::move(text), date);
  for (const auto& [bytes, kind, form] : marks) {
    TokenSpan tokens{UINT32_MAX, 0};
    for (uint32_t t = 0; t < document.tokens.size(); ++t)
      if (bytes.contains(document.tokens[t]))
        tokens = {std::min(tokens.begin, t), std::max(tokens.end, t + 1)};
    assert(!tokens.empty());
    document.mentions.push_back({tokens, kind, form, known_id(document.slice(bytes), kind)});
  }
  document.times = find_times(document);
  document.entities = resolve(document, test_models());
  return document;
}

/// Gives a document of one or more sentences its syntax: for each token a tag, the head counted
/// within the sentence from 1 (0: root), a relation and, where it is not the word itself, the
/// lemma: "VERB 0 root sign". Nouns in -s are plural.
inline Document with_syntax(Document document, const std::vector<std::string>& words) {
  assert(words.size() == document.tokens.size());
  for (const TokenSpan sentence : document.sentences)
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      std::istringstream word(words[t]);
      std::string tag, relation, lemma;
      uint32_t head = 0;
      word >> tag >> head >> relation >> lemma;
      document.syntax.tags.push_back(find_upos(tag).value());
      document.syntax.arcs.push_back(
          {head == 0 ? t : sentence.begin + head - 1, find_deprel(relation).value()});
      Morphology morphology;
      if (tag == "NOUN" && document.token(t).ends_with('s')) morphology.number = Number::plur;
      document.syntax.morphology.push_back(morphology);
      document.syntax.lemmas.push_back(lemma.empty() ? lower_case(document.token(t)) : lemma);
    }
  return document;
}

/// Every layer of a text.
inline Document analyzed(std::string text, std::optional<Date> date = {}) {
  Document document;
  document.id = "text";
  document.date = date;
  document.text = std::move(text);
  return analyze(std::move(document), test_models());
}

/// A sentence of a document with mentions and entities, and all that its view needs to live.
class ViewedSentence {
 public:
  explicit ViewedSentence(Document document, uint32_t sentence = 0)
      : document_(std::move(document)),
        context_(read_context(document_)),
        view_(document_, test_models(), context_, sentence, first_mention(sentence)) {}
  ViewedSentence(const ViewedSentence&) = delete;
  ViewedSentence& operator=(const ViewedSentence&) = delete;

  const SentenceView& view() const { return view_; }

  /// The position of the first word in the sentence that reads so, whatever its case.
  uint32_t word(std::string_view lower) const {
    for (uint32_t at = 0; at < view_.size(); ++at)
      if (view_.lower(at) == lower) return at;
    assert(false && "the sentence has the word");
    return 0;
  }

  /// The texts of mentions: "Abe, Putin".
  std::string names(const std::vector<uint32_t>& mentions) const {
    std::string result;
    for (const uint32_t m : mentions)
      result +=
          (result.empty() ? "" : ", ") + std::string(document_.slice(document_.mentions[m].tokens));
    return result;
  }

 private:
  uint32_t first_mention(uint32_t sentence) const {
    uint32_t first = 0;
    while (first < document_.mentions.size() &&
           document_.mentions[first].tokens.begin < document_.sentences[sentence].begin)
      ++first;
    return first;
  }

  Document document_;
  DocumentContext context_;
  SentenceView view_;
};

using Strings = std::vector<std::string>;

/// Statements as "Taro Kono holds_office Japan", with the status where it is not `actual`.
inline std::string statement_text(const Document& document, const Statement& statement) {
  std::string result = document.entities[statement.source].name + " " +
                       std::string(name(statement.claim.type)) + " " +
                       document.entities[statement.target].name;
  if (statement.claim.status != Status::actual)
    result += " (" + std::string(name(statement.claim.status)) + ")";
  return result;
}

inline Strings statement_texts(const Document& document) {
  Strings result;
  for (const Statement& statement : document.statements)
    result.push_back(statement_text(document, statement));
  return result;
}

/// The statement that reads so, or null.
inline const Statement* find_statement(const Document& document, std::string_view text) {
  for (const Statement& statement : document.statements)
    if (statement_text(document, statement) == text) return &statement;
  return nullptr;
}

inline bool has(const Strings& strings, std::string_view text) {
  return std::find(strings.begin(), strings.end(), text) != strings.end();
}

}  // namespace entente
