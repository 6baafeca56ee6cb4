#include "extract/referring_phrases.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/syntax_features.h"

namespace entente {
namespace {

std::optional<ReferringClass> pronoun_class(std::string_view word) {
  using enum ReferringClass;
  static const auto* const kPronouns = new std::unordered_map<std::string_view, ReferringClass>{
      {"he", he},           {"him", he},    {"his", he},      {"himself", he}, {"she", she},
      {"her", she},         {"hers", she},  {"herself", she}, {"it", it},      {"its", it},
      {"itself", it},       {"they", they}, {"them", they},   {"their", they}, {"theirs", they},
      {"themselves", they}, {"i", i},       {"me", i},        {"my", i},       {"mine", i},
      {"myself", i},        {"we", we},     {"us", we},       {"our", we},     {"ours", we},
      {"ourselves", we},    {"both", they}};
  const auto found = kPronouns->find(word);
  return found == kPronouns->end() ? std::nullopt : std::optional(found->second);
}

bool is_definite(std::string_view word) {
  return word == "the" || word == "this" || word == "that" || word == "these" || word == "those" ||
         word == "both";
}

constexpr uint32_t kWordsBefore = 6;  // of the article before its noun

class PhraseFinder {
 public:
  explicit PhraseFinder(const Document& document)
      : document_(document), cover_(cover_tokens(document)) {}

  std::vector<ReferringPhrase> find() {
    for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
      sentence_ = document_.sentences[s];
      names_beside_.clear();
      for (uint32_t t = sentence_.begin; t < sentence_.end; ++t) note_apposition(t);
      for (uint32_t t = sentence_.begin; t < sentence_.end; ++t)
        if (cover_[t] == 0) add(s, t);
    }
    return std::move(phrases_);
  }

 private:
  const Arc& arc(uint32_t token) const { return document_.syntax.arcs[token]; }
  std::string word(uint32_t token) const { return fold_word(document_.token(token)); }

  /// "Kathleen Nott, a poet", "her father, Philip": the noun and the name.
  void note_apposition(uint32_t token) {
    if (arc(token).relation != Deprel::appos) return;
    const uint32_t head = arc(token).head;
    if (cover_[token] != 0 && cover_[head] == 0) names_beside_.emplace(head, cover_[token]);
    if (cover_[token] == 0 && cover_[head] != 0) names_beside_.emplace(token, cover_[head]);
  }

  void add(uint32_t sentence, uint32_t token) {
    const Upos tag = document_.syntax.tags[token];
    if (tag == Upos::pron) {
      if (arc(token).relation == Deprel::expl) return;
      if (const auto cls = pronoun_class(word(token)))
        phrases_.push_back({{token, token + 1}, token, sentence, *cls});
    } else if (tag == Upos::noun) {
      add_noun(sentence, token);
    }
  }

  void add_noun(uint32_t sentence, uint32_t token) {
    ReferringPhrase phrase{{token, token + 1}, token, sentence, ReferringClass::noun};
    if (document_.syntax.morphology[token].number == Number::plur)
      phrase.cls = ReferringClass::nouns;
    if (const auto name = names_beside_.find(token); name != names_beside_.end())
      phrase.apposition = name->second;
    const uint32_t earliest = std::max(earliest_begin(), token - std::min(token, kWordsBefore));
    uint32_t free = token;  // the words from here to the noun are in no name
    for (uint32_t t = token; t-- > earliest;) {
      if (cover_[t] == 0 && free == t + 1) free = t;
      if (arc(t).head != token || arc(t).relation != Deprel::det) continue;
      phrase.definite = is_definite(word(t));
      phrase.tokens.begin = free;
    }
    if (phrase.definite || phrase.apposition != 0) phrases_.push_back(phrase);
  }

  uint32_t earliest_begin() const {
    return phrases_.empty() ? sentence_.begin
                            : std::max(sentence_.begin, phrases_.back().tokens.end);
  }

  const Document& document_;
  const std::vector<uint32_t> cover_;
  TokenSpan sentence_;
  std::unordered_map<uint32_t, uint32_t> names_beside_;  // noun to mention plus 1
  std::vector<ReferringPhrase> phrases_;
};

}  // namespace

std::vector<uint32_t> cover_tokens(const Document& document) {
  std::vector<uint32_t> cover(document.tokens.size());
  for (uint32_t m = 0; m < document.mentions.size(); ++m)
    for (uint32_t t = document.mentions[m].tokens.begin; t < document.mentions[m].tokens.end; ++t)
      cover[t] = m + 1;
  return cover;
}

std::vector<ReferringPhrase> find_referring_phrases(const Document& document) {
  return PhraseFinder(document).find();
}

}  // namespace entente
