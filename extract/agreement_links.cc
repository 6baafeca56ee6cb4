#include <algorithm>

#include "extract/drafts.h"

namespace entente {
namespace {

bool is_actor(NodeKind kind) {
  return kind == NodeKind::state || kind == NodeKind::organization || kind == NodeKind::person ||
         kind == NodeKind::group;
}

class LinkReader {
 public:
  explicit LinkReader(const SentenceView& s) : s_(s) {}

  std::vector<Draft> read() {
    for (uint32_t m = s_.first_mention(); m < s_.last_mention(); ++m)
      if (s_.kind(m) == NodeKind::agreement || s_.kind(m) == NodeKind::event) {
        parties_before(m);
        after(m);
      }
    return std::move(drafts_);
  }

 private:
  void emit(uint32_t source, EdgeType type, uint32_t target, const char* rule, double confidence) {
    Draft draft;
    draft.source = s_.entity(source);
    draft.target = s_.entity(target);
    draft.type = type;
    draft.rule = rule;
    draft.confidence = confidence;
    draft.anchor = s_.begin(target);
    draft.dated = false;
    drafts_.push_back(std::move(draft));
  }

  void side(uint32_t actor, uint32_t thing, const char* rule, double confidence) {
    const bool agreement = s_.kind(thing) == NodeKind::agreement;
    if (is_actor(s_.kind(actor)))
      emit(actor, agreement ? EdgeType::party_to : EdgeType::attends, thing, rule, confidence);
  }

  /// "the Japan-Russia | peace treaty": two or more sides joined by hyphens.
  void parties_before(uint32_t thing) {
    std::vector<uint32_t> sides;
    int64_t at = static_cast<int64_t>(s_.begin(thing)) - 1;
    while (at >= 0 && !s_.is_mention(at) && s_.cls(at) == WordClass::open &&
           static_cast<int64_t>(s_.begin(thing)) - at < 3)
      --at;
    while (at >= 0 && s_.is_mention(at)) {
      sides.push_back(s_.mention_at(at));
      at = static_cast<int64_t>(s_.begin(sides.back())) - 1;
      if (!is_dash(s_.lower(at))) break;
      --at;
    }
    if (sides.size() < 2) return;
    for (const uint32_t actor : sides) side(actor, thing, "sides before agreement", 0.7);
  }

  /// "treaty between A and B", "pact with C", "agreement on D".
  void after(uint32_t thing) {
    const uint32_t limit = std::min(s_.size(), s_.end(thing) + 12);
    bool near = true;  // only the preposition right after says what it is about
    for (uint32_t at = s_.end(thing); at < limit; ++at) {
      const std::string_view word = s_.lower(at);
      if (s_.is_mention(at)) continue;
      if (s_.cls(at) == WordClass::relative || word == "." || word == ";" || word == ",") break;
      if (!s_.lexicon().verbs(word).empty() && s_.cls(at) == WordClass::open &&
          !word.ends_with("ed"))
        break;
      if (s_.cls(at) != WordClass::preposition) continue;
      const uint32_t head = head_mention(s_, at + 1, std::min(s_.size(), at + 8));
      if (head == kNone) continue;
      if (word == "between" || word == "among") {
        for (const uint32_t actor : coordination(s_, head))
          side(actor, thing, "agreement between", 0.85);
      } else if (word == "with" && near) {
        for (const uint32_t actor : coordination(s_, head))
          side(actor, thing, "agreement with", 0.6);
      } else if ((word == "on" || word == "over" || word == "about" || word == "concerning" ||
                  word == "regarding") &&
                 near) {
        for (const uint32_t subject : coordination(s_, head))
          emit(thing, EdgeType::concerns, subject, "agreement on", 0.6);
      }
      near = word == "between" || word == "with";
    }
  }

  const SentenceView& s_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> find_agreement_links(const SentenceView& sentence) {
  return LinkReader(sentence).read();
}

}  // namespace entente
