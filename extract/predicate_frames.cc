#include "extract/predicate_frames.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace entente {
namespace {

/// A word that stands in a slot of a predicate.
struct Filler {
  uint32_t token = 0;
  Slot slot = Slot::subject;
  std::string_view preposition;
  Filling filling = Filling::direct;
};

/// Finds what fills the slots of each word of a sentence. Tokens count in the document.
class FillerFinder {
 public:
  explicit FillerFinder(const SentenceView& s)
      : syntax_(s.document().syntax), span_(s.tokens()), children_(s.size()) {
    for (uint32_t t = span_.begin; t < span_.end; ++t)
      if (arc(t).head != t) children_[arc(t).head - span_.begin].push_back(t);
  }

  const std::vector<uint32_t>& children(uint32_t token) const {
    return children_[token - span_.begin];
  }
  std::string_view lemma(uint32_t token) const { return syntax_.lemmas[token]; }
  Upos tag(uint32_t token) const { return syntax_.tags[token]; }

  std::vector<Filler> find(uint32_t token) const {
    std::vector<Filler> fillers = own(token);
    inherit(token, fillers);
    const size_t heads = fillers.size();
    for (size_t i = 0; i < heads; ++i) spread(fillers[i], 0, fillers);
    return fillers;
  }

 private:
  const Arc& arc(uint32_t token) const { return syntax_.arcs[token]; }
  Deprel relation(uint32_t token) const { return universal(arc(token).relation); }
  bool is_verbal(uint32_t token) const { return tag(token) == Upos::verb; }

  std::string_view preposition(uint32_t token) const {
    for (const uint32_t child : children(token))
      if (arc(child).relation == Deprel::case_) return lemma(child);
    return {};
  }

  bool is_passive(uint32_t token) const {
    if (syntax_.morphology[token].voice == Voice::pass) return true;
    return std::ranges::any_of(children(token), [&](uint32_t child) {
      return arc(child).relation == Deprel::aux_pass || arc(child).relation == Deprel::nsubj_pass;
    });
  }

  bool is_relative_pronoun(uint32_t token) const {
    static constexpr std::array<std::string_view, 4> kPronouns = {"who", "which", "that", "whom"};
    return tag(token) == Upos::pron &&
           std::ranges::find(kPronouns, lemma(token)) != kPronouns.end();
  }

  /// A relative pronoun stands for the noun that its clause modifies.
  uint32_t meant_by(uint32_t token, uint32_t clause) const {
    return is_relative_pronoun(token) && relation(clause) == Deprel::acl ? arc(clause).head : token;
  }

  /// What depends on a word itself.
  std::vector<Filler> own(uint32_t token) const {
    std::vector<Filler> fillers;
    const bool passive = is_verbal(token) && is_passive(token);
    for (const uint32_t child : children(token)) {
      const uint32_t word = meant_by(child, token);
      const auto add = [&](Slot slot, std::string_view preposition = {}) {
        fillers.push_back({word, slot, preposition, Filling::direct});
      };
      switch (relation(child)) {
        case Deprel::nsubj:
          add(arc(child).relation == Deprel::nsubj_pass ? Slot::object : Slot::subject);
          break;
        case Deprel::obj:
        case Deprel::iobj:
          add(Slot::object);
          break;
        case Deprel::obl:
        case Deprel::nmod: {
          if (arc(child).relation == Deprel::nmod_poss) {
            add(Slot::possessor);
            break;
          }
          const std::string_view before = preposition(child);
          if (passive && before == "by") add(Slot::subject);
          add(Slot::preposition, before);
          break;
        }
        case Deprel::compound:
        case Deprel::amod:
          add(Slot::possessor);
          break;
        case Deprel::appos:
          add(Slot::subject);
          break;
        default:
          break;
      }
    }
    return fillers;
  }

  static bool has(const std::vector<Filler>& fillers, Slot slot) {
    return std::ranges::any_of(fillers, [&](const Filler& f) { return f.slot == slot; });
  }

  /// Copies fillers of another word's slot.
  static void take(const std::vector<Filler>& from, Slot slot, Slot as, std::vector<Filler>& to) {
    for (const Filler& filler : from)
      if (filler.slot == slot) to.push_back({filler.token, as, {}, Filling::inherited});
  }

  /// What a word has from its governor, and from its own object.
  void inherit(uint32_t token, std::vector<Filler>& fillers) const {
    const uint32_t head = arc(token).head;
    if (is_verbal(token)) {
      for (const uint32_t child : children(token))
        if (relation(child) == Deprel::obj)
          for (const Filler& filler : own(child))
            if (filler.slot == Slot::preposition)
              fillers.push_back(
                  {filler.token, filler.slot, filler.preposition, Filling::inherited});
      if (head != token) inherit_clause(token, head, fillers);
    } else if (head != token) {
      inherit_noun(token, head, fillers);
    }
  }

  /// Subjects of verbs that name none: coordinated, controlled, participles.
  void inherit_clause(uint32_t token, uint32_t head, std::vector<Filler>& fillers) const {
    const Deprel link = relation(token);
    if (link == Deprel::acl) {
      const bool passive = syntax_.morphology[token].tense == Tense::past || is_passive(token);
      if (has(fillers, Slot::subject) && !has(fillers, Slot::object))
        fillers.push_back({head, Slot::object, {}, Filling::inherited});
      else if (!has(fillers, Slot::subject))
        fillers.push_back({head,
                           passive && !has(fillers, Slot::object) ? Slot::object : Slot::subject,
                           {},
                           Filling::inherited});
      return;
    }
    const bool shares = link == Deprel::conj || link == Deprel::advcl || link == Deprel::xcomp ||
                        link == Deprel::ccomp;
    if (!shares || has(fillers, Slot::subject)) return;
    std::vector<Filler> above = own(head);
    if (arc(head).head != head && !has(above, Slot::subject))
      inherit_once(head, arc(head).head, above);
    const bool controlled = link != Deprel::conj && link != Deprel::advcl;
    const Slot from = controlled && has(above, Slot::object) ? Slot::object : Slot::subject;
    const bool passive = is_passive(token);
    take(above, from, passive ? Slot::object : Slot::subject, fillers);
    if (from == Slot::object) return;
    // "was arrested and charged": the shared subject is what both are done to.
    if (passive) take(above, Slot::object, Slot::object, fillers);
  }

  void inherit_once(uint32_t token, uint32_t head, std::vector<Filler>& fillers) const {
    if (relation(token) == Deprel::conj || relation(token) == Deprel::xcomp ||
        relation(token) == Deprel::advcl)
      take(own(head), Slot::subject, Slot::subject, fillers);
  }

  /// "Russia launched an attack on …": the subject of the verb is that of the noun.
  void inherit_noun(uint32_t token, uint32_t head, std::vector<Filler>& fillers) const {
    const Deprel link = relation(token);
    if (link == Deprel::amod) {
      fillers.push_back({head, Slot::subject, {}, Filling::direct});
      return;
    }
    if (link == Deprel::appos) fillers.push_back({head, Slot::subject, {}, Filling::direct});
    const bool object =
        link == Deprel::obj || arc(token).relation == Deprel::nsubj_pass || link == Deprel::obl;
    if (!object || !is_verbal(head)) return;
    std::vector<Filler> above = own(head);
    if (arc(head).head != head && !has(above, Slot::subject))
      inherit_once(head, arc(head).head, above);
    for (const Filler& filler : above) {
      if (filler.token == token) continue;
      if (filler.slot == Slot::subject) {
        fillers.push_back({filler.token, Slot::possessor, {}, Filling::inherited});
        fillers.push_back({filler.token, Slot::subject, {}, Filling::inherited});
      } else if (filler.slot == Slot::preposition && link == Deprel::obj) {
        fillers.push_back({filler.token, filler.slot, filler.preposition, Filling::inherited});
      } else if (filler.slot == Slot::object && link == Deprel::obl) {
        fillers.push_back({filler.token, Slot::object, {}, Filling::inherited});
      }
    }
  }

  /// Words joined to a filler share its slot; what modifies it may be who is meant. The filler is
  /// a copy, for the fillers grow.
  void spread(Filler filler, int depth, std::vector<Filler>& fillers) const {
    static constexpr int kDeepest = 3;
    if (depth == kDeepest) return;
    for (const uint32_t child : children(filler.token)) {
      Filler more = filler;
      more.token = child;
      switch (relation(child)) {
        case Deprel::conj:
        case Deprel::appos:
          break;
        case Deprel::amod:
        case Deprel::compound:
        case Deprel::nmod:
          more.filling = Filling::modifier;
          break;
        default:
          continue;
      }
      fillers.push_back(more);
      spread(more, depth + 1, fillers);
    }
  }

  const Syntax& syntax_;
  TokenSpan span_;
  std::vector<std::vector<uint32_t>> children_;
};

char part_of(Upos tag) {
  switch (tag) {
    case Upos::verb:
      return 'v';
    case Upos::noun:
    case Upos::propn:
      return 'n';
    case Upos::adj:
      return 'a';
    default:
      return 0;
  }
}

/// Where a row with this first word is complete: its head, or absent. A noun of several words is
/// contiguous; a verb has the others below it.
std::optional<uint32_t> head_of_row(const Predicate& row, uint32_t token, TokenSpan sentence,
                                    const FillerFinder& tree) {
  const size_t rest = row.lemmas.size() - 1;
  if (rest == 0) return token;
  if (row.part_of_speech != 'v') {
    if (token + rest >= sentence.end) return std::nullopt;
    for (size_t i = 1; i <= rest; ++i)
      if (tree.lemma(token + static_cast<uint32_t>(i)) != row.lemmas[i]) return std::nullopt;
    return token + static_cast<uint32_t>(rest);
  }
  const auto is_below = [&](const std::string& lemma) {
    return std::ranges::any_of(tree.children(token), [&](uint32_t child) {
      return tree.lemma(child) == lemma ||
             std::ranges::any_of(tree.children(child), [&](uint32_t below) {
               return tree.lemma(below) == lemma && tree.tag(below) != Upos::propn;
             });
    });
  };
  for (size_t i = 1; i <= rest; ++i)
    if (!is_below(row.lemmas[i])) return std::nullopt;
  return token;
}

bool fits(const Filler& filler, const std::vector<ArgumentSlot>& slots) {
  return std::ranges::any_of(slots, [&](const ArgumentSlot& slot) {
    if (slot.slot == Slot::preposition)
      return filler.slot == Slot::preposition && filler.preposition == slot.preposition;
    if (slot.slot == Slot::subjects) return filler.slot == Slot::subject;
    return filler.slot == slot.slot;
  });
}

}  // namespace

PredicateFrames::PredicateFrames(const SentenceView& s) : s_(s), places_(s.size()) {
  const FillerFinder tree(s);
  const TokenSpan sentence = s.tokens();
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const char part = part_of(tree.tag(t));
    if (part == 0 || s.is_mention(t - sentence.begin)) continue;
    for (const Predicate& row : s.lexicon().predicates(tree.lemma(t), part)) {
      const auto head = head_of_row(row, t, sentence, tree);
      if (!head) continue;
      const auto frame = static_cast<uint32_t>(rows_.size());
      rows_.push_back(&row);
      for (const Filler& filler : tree.find(*head)) {
        auto& places = places_[filler.token - sentence.begin];
        if (fits(filler, row.sources)) places.push_back({frame, true, filler.filling});
        if (fits(filler, row.targets)) places.push_back({frame, false, filler.filling});
      }
    }
  }
}

std::vector<FrameMatch> PredicateFrames::matches(uint32_t source, uint32_t target) const {
  const auto& of_source = places_[source - s_.tokens().begin];
  const auto& of_target = places_[target - s_.tokens().begin];
  std::vector<FrameMatch> found;
  for (const Place& place : of_source) {
    if (!place.source) continue;
    FrameMatch match{rows_[place.frame], true, false, place.filling};
    for (const Place& other : of_target)
      if (other.frame == place.frame && !other.source) {
        const Filling weaker = std::max(place.filling, other.filling);
        match.filling = match.target ? std::min(match.filling, weaker) : weaker;
        match.target = true;
      }
    found.push_back(match);
  }
  for (const Place& place : of_target)
    if (!place.source) found.push_back({rows_[place.frame], false, true, place.filling});
  return found;
}

}  // namespace entente
