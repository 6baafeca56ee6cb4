#include "extract/reference_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "extract/syntax_features.h"

namespace entente {
namespace {

/// Collects features: the place of one in the code is its name.
class FeatureList {
 public:
  template <class... Values>
  void add(Values... values) {
    uint32_t hash = 0x811c9dc5 ^ ++name_;
    for (const uint32_t value : {static_cast<uint32_t>(values)...}) {
      hash = (hash ^ value) * 0x01000193;
      hash ^= hash >> 15;
    }
    hash *= 0x2c1b3c6d;
    features_.push_back(static_cast<uint16_t>((hash ^ (hash >> 16)) % kReferenceBuckets));
  }
  /// Features that follow are named from this number on, whatever was left out before.
  void section(uint32_t number) { name_ = number * 100; }
  std::vector<uint16_t> take() { return std::move(features_); }

 private:
  uint32_t name_ = 0;
  std::vector<uint16_t> features_;
};

uint32_t bucket(uint32_t value, std::initializer_list<uint32_t> limits) {
  return static_cast<uint32_t>(
      std::ranges::count_if(limits, [&](uint32_t limit) { return value > limit; }));
}

/// Steps of similarity or log odds from -4 to 4.
uint32_t step_of(float value) {
  return static_cast<uint32_t>(std::clamp(std::lround(value), -4L, 4L) + 4);
}

float cosine(const std::vector<float>& a, const std::vector<float>& b) {
  if (a.empty() || b.empty()) return 0;
  float ab = 0, aa = 1e-6f, bb = 1e-6f;
  for (size_t i = 0; i < a.size(); ++i) {
    ab += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  return ab / std::sqrt(aa * bb);
}

bool contains(const std::vector<uint64_t>& hashes, uint64_t hash) {
  return std::ranges::find(hashes, hash) != hashes.end();
}

bool is_subject(Role role) { return role == Role::subject || role == Role::passive_subject; }

/// 0: no person's sex is known; else how well it fits the pronoun or, for nouns, what it is.
uint32_t sex_step(const Track& track, ReferringClass cls) {
  if (track.evidence == SexEvidence::none) return 0;
  const bool she = cls == ReferringClass::she;
  return 1 + step_of(she ? -track.sex : track.sex);
}

uint32_t history_step(const Track& track, ReferringClass cls) {
  const uint32_t same = cls == ReferringClass::she ? track.she : track.he;
  const uint32_t other = cls == ReferringClass::she ? track.he : track.she;
  return bucket(same, {0, 1, 4}) * 2 + (other > 0);
}

class PairFeatures {
 public:
  PairFeatures(const Document& document, const Quotations& quotations, const PhraseContext& context,
               const Track& track, const Rivalry& rivalry)
      : syntax_(document.syntax),
        quotations_(quotations),
        p_(context),
        t_(track),
        rivalry_(rivalry),
        cls_(context.phrase.cls),
        before_(track.names + track.references > 0),
        latest_(before_ ? track.latest.token : rivalry.next),
        role_(before_ ? track.latest.role : role_of(document.syntax, rivalry.next)),
        distance_(before_ ? context.phrase.sentence - track.latest.sentence : 0),
        mentions_(document.entities[track.entities.front()].mentions.size()) {}

  std::vector<uint16_t> read() {
    agreement();
    distance();
    standing();
    tree();
    next_mention();
    speech();
    if (p_.phrase.is_noun()) noun();
    return list_.take();
  }

 private:
  void agreement() {
    list_.section(1);
    list_.add(cls_, t_.kind, t_.plural, t_.entities.size() > 1);
    list_.add(cls_, sex_step(t_, cls_), t_.evidence);
    list_.add(cls_, history_step(t_, cls_));
    list_.add(p_.role, t_.kind);
    if (t_.entities.size() > 1) list_.add(cls_, sentence_step(), t_.kind);
  }

  uint32_t sentence_step() const { return before_ ? bucket(distance_, {0, 1, 2, 4, 8}) : 6; }

  void distance() {
    list_.section(2);
    const uint32_t tokens =
        before_ ? p_.phrase.head - latest_ : std::max(latest_, p_.phrase.head) - p_.phrase.head;
    list_.add(cls_, sentence_step());
    list_.add(cls_, bucket(rivalry_.rank, {0, 1, 2, 3, 5}), before_);
    list_.add(rivalry_.rank == 0, sentence_step(), rivalry_.compatible == 1);
    list_.add(bucket(tokens, {1, 2, 3, 4, 6, 9, 14, 20, 30, 50, 90}), before_);
    list_.add(bucket(rivalry_.between, {0, 1, 2, 3, 5}), sentence_step());
    list_.add(cls_, sentence_step(), form(), bucket(rivalry_.rank, {0, 1}));
    list_.add(form(), same_word());
  }

  /// Name, demonym, noun, or the class of the pronoun.
  uint32_t form() const {
    if (!before_) return 20;
    if (t_.latest.form != MentionForm::pronoun) return static_cast<uint32_t>(t_.latest.form);
    return 10 + static_cast<uint32_t>(t_.latest.cls);
  }
  bool same_word() const {
    return before_ && t_.latest.form == MentionForm::pronoun && t_.latest.cls == cls_;
  }

  /// How prominent it is.
  void standing() {
    list_.section(3);
    const uint32_t count = t_.names + t_.references;
    list_.add(cls_, bucket(count, {0, 1, 2, 4, 8}));
    list_.add(cls_, bucket(static_cast<uint32_t>(mentions_), {1, 2, 3, 5, 9}));
    list_.add(t_.kind, bucket(t_.order, {0, 1, 2, 4}), before_);
    list_.add(bucket(t_.references, {0, 1, 3}), bucket(t_.names, {0, 1, 3}), sentence_step());
    list_.add(role_, bucket(distance_, {0, 1, 2}), p_.role, before_);
    list_.add(role_, bucket(distance_, {0, 1, 2}), form());
    list_.add(role_ == p_.role, bucket(distance_, {0, 1, 2}), cls_);
    list_.add(first_conjunct(syntax_, latest_) != latest_, role_, cls_);
    list_.add(bucket(depth(latest_), {0, 1, 2, 3}), bucket(distance_, {0, 1, 2}), before_);
    if (before_ && t_.names > 0)
      list_.add(bucket(p_.phrase.sentence - t_.latest_name.sentence, {0, 1, 2, 4}),
                t_.latest_name.role, cls_);
  }

  uint32_t depth(uint32_t token) const {
    uint32_t steps = 0;
    while (steps < kDeepest && syntax_.arcs[token].head != token) {
      token = syntax_.arcs[token].head;
      ++steps;
    }
    return steps;
  }

  /// What may not refer to what in one clause, and what is parallel across clauses.
  void tree() {
    list_.section(4);
    const uint32_t clause = clause_of(syntax_, latest_);
    const uint32_t head = syntax_.arcs[first_conjunct(syntax_, latest_)].head;
    list_.add(syntax_.lemmas[p_.governor] == syntax_.lemmas[head], p_.role == role_, distance_ > 0);
    list_.add(p_.role, role_, bucket(depth(clause), {0, 1}), bucket(depth(p_.clause), {0, 1}),
              sentence_step());
    if (distance_ > 0) return;
    list_.section(5);
    const bool possessive = p_.role == Role::possessive;
    list_.add(head == p_.governor, possessive, is_reflexive(), role_);
    list_.add(clause == p_.clause, p_.role, role_, is_reflexive());
    list_.add(above(latest_), above(head), possessive, before_);
    list_.add(above(clause), universal(syntax_.arcs[p_.clause].relation), role_, p_.role);
    list_.add(path_between(syntax_, p_.above, latest_), before_);
    list_.add(path_between(syntax_, p_.above, latest_), cls_, before_);
    list_.add(above(clause), clause == p_.clause, is_subject(role_), is_subject(p_.role));
  }

  bool above(uint32_t token) const { return std::ranges::find(p_.above, token) != p_.above.end(); }
  bool is_reflexive() const { return p_.lemma.ends_with("sel") || p_.lemma.ends_with("self"); }

  /// "He met Abe": Abe is somebody else.
  void next_mention() {
    list_.section(6);
    if (rivalry_.next == kNobody) {
      list_.add(0);
      return;
    }
    const uint32_t head = syntax_.arcs[first_conjunct(syntax_, rivalry_.next)].head;
    const uint32_t tokens = rivalry_.next - std::min(rivalry_.next, p_.phrase.head);
    list_.section(7);
    list_.add(before_, bucket(tokens, {2, 4, 8, 16}));
    list_.add(before_, head == p_.governor, p_.role, role_of(syntax_, rivalry_.next));
    list_.add(before_, clause_of(syntax_, rivalry_.next) == p_.clause, p_.role);
    list_.add(before_, path_between(syntax_, p_.above, rivalry_.next));
    const std::vector<uint32_t> over_next = ancestors(syntax_, rivalry_.next);
    const bool below = std::ranges::find(over_next, p_.governor) != over_next.end();
    list_.add(before_, below, p_.role);
  }

  void speech() {
    list_.section(8);
    const uint32_t quotation = p_.quotation;
    const uint32_t there = quotations_.number[latest_];
    list_.add(cls_, quotation > 0, there > 0, quotation == there);
    if (quotation == 0) return;
    const uint32_t speaker = quotations_.speakers[quotation];
    const bool speaks =
        speaker != kNobody && before_ && (speaker == latest_ || speaker == t_.latest_name.token);
    list_.add(cls_, speaks, speaker != kNobody, t_.kind == NodeKind::person);
  }

  void noun() {
    list_.section(9);
    const uint64_t hash = hash_word(p_.lemma);
    const bool title = contains(t_.nouns, hash), part = contains(t_.name_words, hash);
    const uint32_t kind = p_.kind ? 1 + static_cast<uint32_t>(*p_.kind) : 0;
    list_.add(title, part, p_.phrase.definite);
    list_.add(title, part, bucket(rivalry_.rank, {0, 1, 2}), sentence_step());
    list_.add(kind, t_.kind, p_.phrase.definite);
    list_.add(kind, t_.kind, title || part, cls_);
    list_.add(hash, t_.kind);
    list_.add(step_of(cosine(p_.vector, t_.name_vector) * 8), t_.kind);
    list_.add(p_.phrase.apposition > 0, beside());
  }

  /// Whether it is the name that the noun is in apposition with.
  bool beside() const {
    return p_.above.size() > 1 && (latest_ == p_.above[1] || latest_ == next());
  }
  uint32_t next() const { return rivalry_.next; }

  const Syntax& syntax_;
  const Quotations& quotations_;
  const PhraseContext& p_;
  const Track& t_;
  const Rivalry& rivalry_;
  const ReferringClass cls_;
  const bool before_;      // it has appeared before the phrase
  const uint32_t latest_;  // head of its latest, else of its next appearance
  const Role role_;
  const uint32_t distance_;  // in sentences
  const size_t mentions_;    // in the whole document
  FeatureList list_;
};

}  // namespace

Quotations find_quotations(const Document& document, const Lexicon& lexicon) {
  Quotations result{std::vector<uint32_t>(document.tokens.size()), {kNobody}};
  const auto is_mark = [](std::string_view token) {
    return token == "\"" || token == "“" || token == "”" || token == "``" || token == "''";
  };
  for (const TokenSpan sentence : document.sentences) {
    bool inside = false;
    uint32_t speaker = kNobody;
    const auto first = static_cast<uint32_t>(result.speakers.size());
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const std::string_view token = document.token(t);
      if (is_mark(token)) {
        inside = token == "“" || token == "``" || (token == "\"" && !inside);
        if (inside) result.speakers.push_back(kNobody);
      } else if (inside) {
        result.number[t] = static_cast<uint32_t>(result.speakers.size()) - 1;
      } else if (universal(document.syntax.arcs[t].relation) == Deprel::nsubj &&
                 lexicon.is_report(document.syntax.lemmas[document.syntax.arcs[t].head])) {
        speaker = t;
      }
    }
    for (size_t q = first; q < result.speakers.size(); ++q) result.speakers[q] = speaker;
  }
  return result;
}

PhraseContext read_phrase(const Document& document, const Models& models,
                          const Quotations& quotations, const ReferringPhrase& phrase) {
  const Syntax& syntax = document.syntax;
  PhraseContext context;
  context.phrase = phrase;
  context.role = role_of(syntax, phrase.head);
  context.clause = clause_of(syntax, phrase.head);
  context.governor = syntax.arcs[first_conjunct(syntax, phrase.head)].head;
  context.above = ancestors(syntax, phrase.head);
  context.quotation = quotations.number[phrase.head];
  context.lemma = fold_word(phrase.is_noun() ? std::string_view(syntax.lemmas[phrase.head])
                                             : document.token(phrase.head));
  if (!phrase.is_noun()) return context;
  context.row = word_row(*models.syntax, context.lemma);
  if (context.row != 0) context.vector = word_vector(*models.syntax, context.row);
  context.kind = models.lexicon.head_kind(context.lemma);
  return context;
}

bool is_compatible(const PhraseContext& context, const Track& track) {
  static constexpr float kClear = 1.5;
  switch (context.phrase.cls) {
    case ReferringClass::he:
      return track.kind == NodeKind::person && track.sex > -kClear && track.entities.size() == 1;
    case ReferringClass::she:
      return track.kind == NodeKind::person && track.sex < kClear && track.entities.size() == 1;
    case ReferringClass::it:
      return track.kind != NodeKind::person && track.entities.size() == 1;
    case ReferringClass::they:
    case ReferringClass::we:
      return track.kind != NodeKind::person || track.entities.size() > 1;
    case ReferringClass::i:
      return track.kind == NodeKind::person && track.entities.size() == 1;
    default:
      return !context.kind || context.kind == track.kind;
  }
}

ReferenceInput phrase_input(const Document& document, const Models& models,
                            const PhraseContext& context) {
  FeatureList list;
  list.add(0);
  list.add(context.phrase.cls, context.role);
  list.add(hash_word(context.lemma));
  list.add(context.phrase.cls, context.quotation > 0);
  ReferenceInput input{list.take(), {}};
  input.words[0] = context.row;
  if (context.governor != context.phrase.head)
    input.words[1] = word_row(*models.syntax, document.syntax.lemmas[context.governor]);
  return input;
}

ReferenceInput nothing_input(const PhraseContext& context, uint32_t compatible) {
  FeatureList list;
  list.section(10);
  list.add(context.phrase.cls, context.role);
  list.add(context.phrase.cls, bucket(compatible, {0, 1, 2, 4}));
  list.add(hash_word(context.lemma));
  list.add(context.phrase.cls, bucket(context.phrase.sentence, {0, 1, 4}));
  list.add(context.phrase.cls, context.phrase.apposition > 0, context.phrase.definite);
  list.add(context.phrase.cls, context.kind ? 1 + static_cast<uint32_t>(*context.kind) : 0);
  return {list.take(), {}};
}

ReferenceInput pair_input(const Document& document, const Quotations& quotations,
                          const PhraseContext& context, const Track& track,
                          const Rivalry& rivalry) {
  ReferenceInput input{PairFeatures(document, quotations, context, track, rivalry).read(), {}};
  input.words[2] = track.name_row;
  input.words[3] = track.noun_row;
  return input;
}

}  // namespace entente
