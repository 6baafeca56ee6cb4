#include "extract/reference_tracks.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/syntax_features.h"

namespace entente {
namespace {

Sex sex_of_noun(std::string_view noun) {
  static const auto* const kNouns =
      new std::unordered_map<std::string_view, Sex>{{"mr", Sex::male},
                                                    {"mr.", Sex::male},
                                                    {"sir", Sex::male},
                                                    {"lord", Sex::male},
                                                    {"king", Sex::male},
                                                    {"prince", Sex::male},
                                                    {"emperor", Sex::male},
                                                    {"duke", Sex::male},
                                                    {"count", Sex::male},
                                                    {"father", Sex::male},
                                                    {"son", Sex::male},
                                                    {"brother", Sex::male},
                                                    {"husband", Sex::male},
                                                    {"uncle", Sex::male},
                                                    {"grandfather", Sex::male},
                                                    {"grandson", Sex::male},
                                                    {"nephew", Sex::male},
                                                    {"man", Sex::male},
                                                    {"boy", Sex::male},
                                                    {"actor", Sex::male},
                                                    {"chairman", Sex::male},
                                                    {"spokesman", Sex::male},
                                                    {"businessman", Sex::male},
                                                    {"statesman", Sex::male},
                                                    {"congressman", Sex::male},
                                                    {"boyfriend", Sex::male},
                                                    {"widower", Sex::male},
                                                    {"sheikh", Sex::male},
                                                    {"pope", Sex::male},
                                                    {"bishop", Sex::male},
                                                    {"mrs", Sex::female},
                                                    {"mrs.", Sex::female},
                                                    {"ms", Sex::female},
                                                    {"ms.", Sex::female},
                                                    {"miss", Sex::female},
                                                    {"lady", Sex::female},
                                                    {"dame", Sex::female},
                                                    {"queen", Sex::female},
                                                    {"princess", Sex::female},
                                                    {"empress", Sex::female},
                                                    {"duchess", Sex::female},
                                                    {"countess", Sex::female},
                                                    {"mother", Sex::female},
                                                    {"daughter", Sex::female},
                                                    {"sister", Sex::female},
                                                    {"wife", Sex::female},
                                                    {"aunt", Sex::female},
                                                    {"grandmother", Sex::female},
                                                    {"niece", Sex::female},
                                                    {"woman", Sex::female},
                                                    {"girl", Sex::female},
                                                    {"actress", Sex::female},
                                                    {"chairwoman", Sex::female},
                                                    {"spokeswoman", Sex::female},
                                                    {"girlfriend", Sex::female},
                                                    {"widow", Sex::female},
                                                    {"businesswoman", Sex::female},
                                                    {"granddaughter", Sex::female}};
  const auto found = kNouns->find(noun);
  return found == kNouns->end() ? Sex::unknown : found->second;
}

constexpr float kSure = 4;         // log odds of a title or a known given name
constexpr size_t kMostWords = 16;  // kept of the names and nouns of a track

void add_hash(uint64_t hash, std::vector<uint64_t>& hashes) {
  if (hashes.size() < kMostWords && std::ranges::find(hashes, hash) == hashes.end())
    hashes.push_back(hash);
}

void set_sex(float sex, SexEvidence evidence, Track& track) {
  const bool stronger = track.evidence == SexEvidence::none || evidence < track.evidence;
  if (sex == 0 || !stronger) return;
  track.sex = sex;
  track.evidence = evidence;
}

float log_odds(Sex sex) {
  if (sex == Sex::unknown) return 0;
  return sex == Sex::male ? kSure : -kSure;
}

std::vector<uint32_t> sentences_of_mentions(const Document& document) {
  std::vector<uint32_t> result;
  uint32_t sentence = 0;
  for (const Mention& mention : document.mentions) {
    while (document.sentences[sentence].end <= mention.tokens.begin) ++sentence;
    result.push_back(sentence);
  }
  return result;
}

}  // namespace

ReferenceTracks::ReferenceTracks(const Document& document, const Models& models)
    : document_(document),
      models_(models),
      cover_(cover_tokens(document)),
      track_of_(document.mentions.size()),
      sentence_of_(sentences_of_mentions(document)),
      described_(document.mentions.size(), false),
      tracks_(document.entities.size()) {
  for (uint32_t e = 0; e < document.entities.size(); ++e) {
    tracks_[e].entities = {e};
    tracks_[e].kind = document.entities[e].kind;
    for (const uint32_t m : document.entities[e].mentions) track_of_[m] = e;
  }
}

void ReferenceTracks::read_until(uint32_t token) {
  for (; next_ < document_.mentions.size(); ++next_) {
    const Mention& mention = document_.mentions[next_];
    if (mention.tokens.begin >= token) return;
    describe(next_);
    Track& track = tracks_[track_of_[next_]];
    const uint32_t head = head_of(document_.syntax, mention.tokens);
    const Appearance appearance{head, sentence_of_[next_], mention.form,
                                role_of(document_.syntax, head), ReferringClass::noun};
    ++track.names;
    track.latest_name = appearance;
    appear(track_of_[next_], appearance);
    read_group(next_);
  }
}

void ReferenceTracks::refer(uint32_t at, const ReferringPhrase& phrase) {
  Track& track = tracks_[at];
  ++track.references;
  track.he += phrase.cls == ReferringClass::he;
  track.she += phrase.cls == ReferringClass::she;
  if (phrase.is_noun()) add_noun(phrase.head, track);
  appear(at, {phrase.head, phrase.sentence,
              phrase.is_noun() ? MentionForm::nominal : MentionForm::pronoun,
              role_of(document_.syntax, phrase.head), phrase.cls});
}

std::vector<ReferenceTracks::Upcoming> ReferenceTracks::upcoming(uint32_t sentence) {
  static constexpr size_t kMost = 8;
  std::vector<Upcoming> result;
  for (uint32_t m = next_; m < document_.mentions.size() && result.size() < kMost; ++m) {
    if (sentence_of_[m] != sentence) break;
    describe(m);
    result.push_back({track_of_[m], head_of(document_.syntax, document_.mentions[m].tokens)});
  }
  return result;
}

void ReferenceTracks::appear(uint32_t at, const Appearance& appearance) {
  Track& track = tracks_[at];
  if (track.names + track.references <= 1) track.order = order_++;
  track.latest = appearance;
  const auto found = std::ranges::find(recent_, at);
  if (found != recent_.end()) recent_.erase(found);
  recent_.insert(recent_.begin(), at);
  if (recent_.size() > kRemembered) recent_.pop_back();
}

void ReferenceTracks::describe(uint32_t m) {
  if (described_[m]) return;
  described_[m] = true;
  const Mention& mention = document_.mentions[m];
  Track& track = tracks_[track_of_[m]];
  if (mention.form == MentionForm::name) describe_name(mention, track);
  if (mention.form == MentionForm::name)
    describe_nouns(head_of(document_.syntax, mention.tokens), mention.tokens, track);
}

void ReferenceTracks::describe_name(const Mention& mention, Track& track) {
  const TokenSpan span = mention.tokens;
  const bool person = mention.kind == NodeKind::person;
  for (uint32_t t = span.begin; t < span.end; ++t)
    add_hash(hash_word(fold_word(document_.token(t))), track.name_words);
  const uint32_t last = word_row(*models_.syntax, document_.token(span.end - 1));
  track.plural = document_.syntax.morphology[span.end - 1].number == Number::plur;
  if (track.name_vector.empty() && last != 0)
    track.name_vector = word_vector(*models_.syntax, last);
  const uint32_t first = word_row(*models_.syntax, document_.token(span.begin));
  const bool whole_name = span.size() > 1 || track.name_row == 0;
  if (whole_name && (person ? first : last) != 0) track.name_row = person ? first : last;
  if (!person) return;
  for (uint32_t t = span.begin; t < span.end && t < span.begin + 2; ++t) {
    set_sex(log_odds(sex_of_noun(fold_word(document_.token(t)))), SexEvidence::title, track);
    set_sex(log_odds(models_.lexicon.sex_of(document_.token(t))), SexEvidence::given_name, track);
  }
  if (models_.coreference && first != 0 && span.size() > 1)
    set_sex(sex_score(*models_.coreference, *models_.syntax, first), SexEvidence::word_vector,
            track);
}

/// Nouns beside a name: "Foreign Minister Kono", "Nott, a poet", "Nott was a poet".
void ReferenceTracks::describe_nouns(uint32_t head, TokenSpan name, Track& track) {
  static constexpr uint32_t kWordsBefore = 6, kWordsAfter = 12;
  const Syntax& syntax = document_.syntax;
  const auto is_free_noun = [&](uint32_t t) {
    return cover_[t] == 0 && (syntax.tags[t] == Upos::noun || syntax.tags[t] == Upos::propn);
  };
  const uint32_t before = name.begin - std::min(name.begin, kWordsBefore);
  const uint32_t after =
      std::min(name.end + kWordsAfter, static_cast<uint32_t>(document_.tokens.size()));
  for (uint32_t t = before; t < after; ++t) {
    if (!is_free_noun(t) || (syntax.arcs[t].head != head && syntax.arcs[head].head != t)) continue;
    const Deprel down = universal(syntax.arcs[t].relation);
    const Deprel up = universal(syntax.arcs[head].relation);
    const bool child = syntax.arcs[t].head == head &&
                       (down == Deprel::compound || down == Deprel::flat || down == Deprel::appos);
    const bool parent = syntax.arcs[head].head == t &&
                        (up == Deprel::appos || up == Deprel::flat || up == Deprel::nsubj);
    if (child || parent) add_noun(t, track);
  }
  if (name.begin > 0 && is_free_noun(name.begin - 1)) add_noun(name.begin - 1, track);
}

void ReferenceTracks::add_noun(uint32_t token, Track& track) {
  const std::string noun = fold_word(document_.syntax.lemmas[token]);
  add_hash(hash_word(noun), track.nouns);
  if (const uint32_t row = word_row(*models_.syntax, noun); row != 0) track.noun_row = row;
  if (track.kind == NodeKind::person)
    set_sex(log_odds(sex_of_noun(fold_word(document_.token(token)))), SexEvidence::title, track);
}

/// Names joined to the first: "Japan and Russia" are a track of their own once the last is read.
void ReferenceTracks::read_group(uint32_t last) {
  const Syntax& syntax = document_.syntax;
  const uint32_t head = head_of(syntax, document_.mentions[last].tokens);
  if (universal(syntax.arcs[head].relation) != Deprel::conj) return;
  const uint32_t first = syntax.arcs[head].head;
  if (cover_[first] == 0 || cover_[first] > last) return;
  std::vector<uint32_t> entities;
  for (uint32_t m = cover_[first] - 1; m <= last; ++m) {
    const uint32_t token = head_of(syntax, document_.mentions[m].tokens);
    const bool joined = token == first || (syntax.arcs[token].head == first &&
                                           universal(syntax.arcs[token].relation) == Deprel::conj);
    if (joined && document_.mentions[m].form == MentionForm::name) entities.push_back(track_of_[m]);
  }
  std::ranges::sort(entities);
  entities.erase(std::ranges::unique(entities).begin(), entities.end());
  static constexpr size_t kMost = 8;
  if (entities.size() < 2 || entities.size() > kMost) return;
  const uint32_t at = group_track(std::move(entities), first);
  ++tracks_[at].names;
  const Appearance appearance{first, sentence_of_[last], MentionForm::name, role_of(syntax, first),
                              ReferringClass::noun};
  tracks_[at].latest_name = appearance;
  appear(at, appearance);
}

/// The track of things named together; names that lengthen a group in the same sentence extend it.
uint32_t ReferenceTracks::group_track(std::vector<uint32_t> entities, uint32_t first) {
  static constexpr size_t kGroupsBack = 64;
  const size_t earliest =
      std::max(document_.entities.size(), tracks_.size() - std::min(tracks_.size(), kGroupsBack));
  for (size_t at = tracks_.size(); at-- > earliest;)
    if (tracks_[at].entities == entities) return static_cast<uint32_t>(at);
  const bool groups = tracks_.size() > document_.entities.size();
  const bool longer = groups && tracks_.back().latest.token == first && tracks_.back().names == 1 &&
                      tracks_.back().references == 0;
  if (!longer) tracks_.emplace_back();
  Track& track = tracks_.back();
  track.kind = tracks_[entities.front()].kind;
  track.entities = std::move(entities);
  track.plural = true;
  return static_cast<uint32_t>(tracks_.size() - 1);
}

}  // namespace entente
