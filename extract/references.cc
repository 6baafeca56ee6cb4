#include "extract/references.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/anaphora.h"
#include "extract/reference_search.h"
#include "extract/sentence_view.h"

namespace entente {
namespace {

/// "The two ministers", "both countries": as many different things as the number says.
class CountedPhrases {
 public:
  CountedPhrases(const Document& document, const Models& models)
      : document_(document), models_(models), context_(read_context(document)) {}

  /// Entities in ascending order; empty where the phrase has no number or too few are named.
  std::vector<uint32_t> resolve(const ReferringPhrase& phrase) {
    if (phrase.cls != ReferringClass::nouns || phrase.tokens.size() < 2) return {};
    const bool counted =
        std::any_of(document_.tokens.begin() + phrase.tokens.begin,
                    document_.tokens.begin() + phrase.tokens.end, [&](ByteSpan token) {
                      const std::string word = lower_case(document_.slice(token));
                      return word == "two" || word == "both" || word == "three";
                    });
    if (!counted) return {};
    const TokenSpan sentence = document_.sentences[phrase.sentence];
    const auto first = std::ranges::partition_point(
        document_.mentions, [&](const Mention& m) { return m.tokens.begin < sentence.begin; });
    const SentenceView view(document_, models_, context_, phrase.sentence,
                            static_cast<uint32_t>(first - document_.mentions.begin()));
    std::vector<uint32_t> entities;
    for (const uint32_t m : resolve_anaphor(view, phrase.tokens.begin - sentence.begin).mentions)
      entities.push_back(context_.entity_of[m]);
    std::ranges::sort(entities);
    entities.erase(std::ranges::unique(entities).begin(), entities.end());
    return entities.size() > 1 ? entities : std::vector<uint32_t>();
  }

 private:
  const Document& document_;
  const Models& models_;
  const DocumentContext context_;
};

}  // namespace

std::vector<Reference> find_references(const Document& document, const Models& models) {
  if (!models.syntax || !models.coreference) return {};
  std::vector<Reference> references;
  ReferenceSearch search(document, models);
  ReferenceScorer scorer(*models.coreference, *models.syntax);
  CountedPhrases counted(document, models);
  while (const auto question = search.next()) {
    const std::vector<float> scores = scorer.score(question->input, question->inputs);
    const auto best = std::ranges::max_element(scores) - scores.begin();
    std::vector<uint32_t> entities = counted.resolve(question->phrase);
    if (entities.empty()) {
      search.answer(*question, static_cast<size_t>(best));
      entities = question->candidates[static_cast<size_t>(best)].entities;
    } else {
      search.answer(*question, 0);
    }
    if (entities.empty()) continue;
    references.push_back({question->phrase.tokens,
                          question->phrase.is_noun() ? MentionForm::nominal : MentionForm::pronoun,
                          std::move(entities)});
  }
  return references;
}

}  // namespace entente
