#include "bench/treebank.h"

namespace entente {
namespace {

/// Where the next word goes: a multiword token is written once, its words lie inside it.
struct Cursor {
  std::string& text;
  size_t at = 0;      ///< of the next word of the group
  uint32_t left = 0;  ///< words of the group still to come

  ByteSpan place(const ConlluWord& word) {
    if (word.group_size > 0) {
      at = text.size();
      left = word.group_size;
      text += word.group;
    }
    if (left == 0) {
      at = text.size();
      text += word.form;
    } else {
      --left;
    }
    const auto begin = static_cast<uint32_t>(at);
    at += word.form.size();
    return {begin, static_cast<uint32_t>(at)};
  }
};

}  // namespace

Treebank make_treebank(const std::vector<ConlluSentence>& sentences) {
  Treebank bank;
  Cursor cursor{bank.text};
  for (const auto& sentence : sentences) {
    if (sentence.starts_paragraph && !bank.text.empty()) {
      while (bank.text.back() == ' ') bank.text.pop_back();
      bank.text += "\n\n";
    }
    const auto first = static_cast<uint32_t>(bank.tokens.size());
    for (const auto& word : sentence.words) {
      const auto index = static_cast<uint32_t>(bank.tokens.size());
      bank.tokens.push_back(cursor.place(word));
      if (word.space_after) bank.text += ' ';
      bank.tags.push_back(word.upos);
      bank.lemmas.push_back(word.lemma);
      bank.relations.push_back(word.deprel);
      bank.heads.push_back(word.head == 0 ? index : first + word.head - 1);
    }
    bank.sentences.push_back({first, static_cast<uint32_t>(bank.tokens.size())});
  }
  return bank;
}

std::string plain(const std::string& relation) { return relation.substr(0, relation.find(':')); }

}  // namespace entente
