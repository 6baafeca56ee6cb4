#include "extract/speakers.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/sentence_view.h"
#include "extract/tree.h"

namespace entente {
namespace {

bool opens(std::string_view token) { return token == "“" || token == "``"; }
bool closes(std::string_view token) { return token == "”" || token == "''"; }

class SpeakerSearch {
 public:
  SpeakerSearch(const Document& document, const std::vector<uint32_t>& entity_of)
      : document_(document), entity_of_(entity_of) {}

  std::vector<uint32_t> find(uint32_t leading) {
    for (const TokenSpan sentence : document_.sentences) read(sentence);
    if (issuers_.size() > 1) return issuers_;
    // A report may hold a few pronouns outside of quotation marks.
    const bool spoken = 4 * spoken_sentences_ >= document_.sentences.size();
    if (!spoken) return {};
    uint32_t best = leading;
    int most = 0;
    for (const auto& [entity, votes] : votes_)
      if (votes > most) {
        best = entity;
        most = votes;
      }
    return best == kNone ? std::vector<uint32_t>() : std::vector<uint32_t>{best};
  }

 private:
  void read(TokenSpan sentence) {
    words_.clear();
    begin_ = sentence.begin;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t)
      words_.push_back(lower_case(document_.token(t)));
    while (mention_ < document_.mentions.size() &&
           document_.mentions[mention_].tokens.begin < sentence.begin)
      ++mention_;
    bool first_person = false;
    for (size_t at = 0; at < words_.size(); ++at) {
      const std::string_view token = words_[at];
      if (opens(token)) quoted_ = true;
      if (closes(token)) quoted_ = false;
      if (token == "\"") quoted_ = !quoted_;
      if (quoted_) continue;
      first_person = first_person || is_first_person(token);
      if (issuers_.empty()) find_issuers(at);
      find_vote(at);
    }
    spoken_sentences_ += first_person ? 1 : 0;
    vote_for_subject(sentence);
  }

  std::string_view word(size_t at) const {
    return at < words_.size() ? std::string_view(words_[at]) : std::string_view();
  }

  /// States and organizations named one after another from a word on, with not more than a few
  /// words and no verb between.
  std::vector<uint32_t> enumeration(size_t at, size_t reach) const {
    static constexpr size_t kBetween = 6;
    std::vector<uint32_t> found;
    size_t last = begin_ + at + reach - kBetween;
    for (size_t m = mention_; m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.tokens.begin < begin_ + at) continue;
      if (mention.tokens.begin > last + kBetween || mention.tokens.end > begin_ + words_.size() ||
          (!found.empty() && has_verb(last, mention.tokens.begin)))
        break;
      last = mention.tokens.end;
      const bool acts = mention.kind == NodeKind::state || mention.kind == NodeKind::organization;
      const uint32_t entity = entity_of_[m];
      if (acts && entity != kNone && std::ranges::find(found, entity) == found.end())
        found.push_back(entity);
    }
    return found;
  }

  bool has_verb(size_t begin, size_t end) const {
    const auto& tags = document_.syntax.tags;
    if (tags.empty() || begin >= end) return false;
    return std::find(tags.begin() + begin, tags.begin() + end, Upos::verb) != tags.begin() + end;
  }

  /// "We, the ministers of A and B", "the statement was released by the governments of A and B".
  void find_issuers(size_t at) {
    static constexpr size_t kReach = 14;
    const bool we = word(at) == "we" && word(at + 1) == "," && word(at + 2) == "the";
    const bool issued = (word(at) == "released" || word(at) == "issued" || word(at) == "made") &&
                        word(at + 1) == "by" &&
                        std::ranges::find(words_, "statement") != words_.end();
    if (!we && !issued) return;
    const auto found = enumeration(at, kReach);
    if (found.size() > 1) issuers_ = found;
  }

  /// "my country, A", "our nation, A", "on behalf of the government of A", "we Americans".
  void find_vote(size_t at) {
    const std::string_view first = word(at), second = word(at + 1);
    if (first == "behalf" && second == "of") vote(at, 8, 3);
    if ((first == "my" || first == "our") &&
        (second == "country" || second == "nation" || second == "delegation" ||
         second == "government" || second == "people"))
      vote(at, 3, 3);
    if (first == "we" || first == "my" || first == "our") vote(at, 1, 1);
  }

  /// "Mali condemns the attack": who acts in the present, which is how a spokesman speaks of his
  /// own.
  void vote_for_subject(TokenSpan sentence) {
    const Syntax& syntax = document_.syntax;
    if (quoted_ || syntax.arcs.empty()) return;
    for (size_t m = mention_; m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.tokens.begin >= sentence.end) return;
      if (mention.kind != NodeKind::state || entity_of_[m] == kNone) continue;
      const Arc arc = syntax.arcs[head_of(syntax, mention.tokens)];
      const bool main = syntax.arcs[arc.head].head == arc.head;
      if (main && arc.relation == Deprel::nsubj && is_present(arc.head)) ++votes_[entity_of_[m]];
    }
  }

  bool is_present(uint32_t token) const {
    const Morphology& form = document_.syntax.morphology[token];
    return document_.syntax.tags[token] == Upos::verb && form.tense == Tense::pres;
  }

  /// For the first state that begins at most `reach` words after `at`.
  void vote(size_t at, size_t reach, int weight) {
    for (size_t m = mention_; m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.tokens.begin <= begin_ + at) continue;
      if (mention.tokens.begin > begin_ + at + reach + 1) return;
      if (mention.kind != NodeKind::state || entity_of_[m] == kNone) continue;
      votes_[entity_of_[m]] += weight;
      return;
    }
  }

  const Document& document_;
  const std::vector<uint32_t>& entity_of_;
  std::vector<std::string> words_;  // of the sentence, in lower case
  uint32_t begin_ = 0;
  size_t mention_ = 0;  // the first of the sentence
  bool quoted_ = false;
  size_t spoken_sentences_ = 0;
  std::vector<uint32_t> issuers_;
  std::map<uint32_t, int> votes_;
};

}  // namespace

bool is_first_person(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords = {"we", "us", "our", "ours",
                                                             "i",  "me", "my",  "ourselves"};
  return std::ranges::find(kWords, word) != kWords.end();
}

std::vector<uint32_t> find_speakers(const Document& document,
                                    const std::vector<uint32_t>& entity_of, uint32_t leading) {
  return SpeakerSearch(document, entity_of).find(leading);
}

}  // namespace entente
