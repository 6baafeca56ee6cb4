#include "extract/reference_search.h"

#include <algorithm>

namespace entente {
namespace {

constexpr uint32_t kSentencesBack = 12;  // that a pronoun reaches

bool is_near(const ReferringPhrase& phrase, const Track& track) {
  return phrase.is_noun() || phrase.sentence - track.latest.sentence <= kSentencesBack;
}

}  // namespace

ReferenceSearch::ReferenceSearch(const Document& document, const Models& models)
    : document_(document),
      models_(models),
      tracks_(document, models),
      phrases_(find_referring_phrases(document)),
      quotations_(find_quotations(document, models.lexicon)) {}

std::optional<ReferenceQuestion> ReferenceSearch::next() {
  if (at_ == phrases_.size()) return std::nullopt;
  const ReferringPhrase& phrase = phrases_[at_++];
  tracks_.read_until(phrase.tokens.begin);
  const PhraseContext context = read_phrase(document_, models_, quotations_, phrase);
  const auto upcoming = tracks_.upcoming(phrase.sentence);
  std::vector<uint32_t> found;
  for (const uint32_t track : tracks_.recent())
    if (is_near(phrase, tracks_[track])) found.push_back(track);
  const size_t before = found.size();
  for (const auto& [track, token] : upcoming)
    if (tracks_[track].names == 0 && std::ranges::find(found, track) == found.end())
      found.push_back(track);
  const auto compatible = static_cast<uint32_t>(std::ranges::count_if(
      found, [&](uint32_t track) { return is_compatible(context, tracks_[track]); }));

  ReferenceQuestion question{phrase, phrase_input(document_, models_, context), {}, {}};
  question.candidates.emplace_back();
  question.inputs.push_back(nothing_input(context, compatible));
  Rivalry rivalry{0, compatible, kNobody, 0};
  for (size_t i = 0; i < found.size(); ++i) {
    const Track& track = tracks_[found[i]];
    const auto next = std::ranges::find(upcoming, found[i], &ReferenceTracks::Upcoming::track);
    rivalry.next = next == upcoming.end() ? kNobody : next->token;
    add(context, found[i], rivalry, question);
    rivalry.rank += is_compatible(context, track);
    rivalry.between += i < before && track.kind == NodeKind::person;
  }
  return question;
}

void ReferenceSearch::add(const PhraseContext& context, uint32_t at, const Rivalry& rivalry,
                          ReferenceQuestion& question) const {
  const Track& track = tracks_[at];
  question.candidates.push_back({at, track.entities, track.latest_name.token});
  question.inputs.push_back(pair_input(document_, quotations_, context, track, rivalry));
}

void ReferenceSearch::answer(const ReferenceQuestion& question, size_t candidate) {
  if (candidate > 0) tracks_.refer(question.candidates[candidate].track, question.phrase);
}

}  // namespace entente
