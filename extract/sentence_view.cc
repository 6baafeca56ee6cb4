#include "extract/sentence_view.h"

#include <algorithm>

#include "extract/speakers.h"

namespace entente {

DocumentContext read_context(const Document& document) {
  DocumentContext context;
  context.entity_of.assign(document.mentions.size(), kNone);
  size_t most = 0, second = 0;
  for (uint32_t e = 0; e < document.entities.size(); ++e) {
    const Entity& entity = document.entities[e];
    context.entities.emplace(entity.id, e);
    for (const uint32_t m : entity.mentions) context.entity_of[m] = e;
    if (entity.kind != NodeKind::state) continue;
    const size_t count = entity.mentions.size();
    if (count > most) {
      second = most;
      most = count;
      context.home = e;
    } else {
      second = std::max(second, count);
    }
  }
  context.leading = context.home;
  if (2 * most < 3 * second) context.home = kNone;  // no state leads: nothing is implied
  context.speakers = find_speakers(document, context.entity_of, context.leading);
  context.times = read_time_context(document, context.entity_of);
  return context;
}

SentenceView::SentenceView(const Document& document, const Models& models,
                           const DocumentContext& context, uint32_t sentence,
                           uint32_t first_mention)
    : document_(document),
      models_(models),
      context_(context),
      sentence_(sentence),
      first_mention_(first_mention),
      last_mention_(first_mention),
      words_(read_words(document, document.sentences[sentence])),
      mention_of_word_(words_.size(), kNone) {
  const TokenSpan span = tokens();
  while (last_mention_ < document.mentions.size() &&
         document.mentions[last_mention_].tokens.begin < span.end) {
    for (uint32_t w = begin(last_mention_); w < end(last_mention_); ++w)
      mention_of_word_[w] = last_mention_;
    ++last_mention_;
  }
}

std::string_view SentenceView::lower(int64_t at) const {
  return at < 0 || at >= size() ? std::string_view() : std::string_view(words_[at].lower);
}

WordClass SentenceView::cls(int64_t at) const {
  return at < 0 || at >= size() ? WordClass::punctuation : words_[at].cls;
}

uint32_t SentenceView::mention_at(int64_t at) const {
  return at < 0 || at >= size() ? kNone : mention_of_word_[at];
}

uint32_t SentenceView::begin(uint32_t mention) const {
  return document_.mentions[mention].tokens.begin - tokens().begin;
}

uint32_t SentenceView::end(uint32_t mention) const {
  return document_.mentions[mention].tokens.end - tokens().begin;
}

TitleMatch SentenceView::title_at(uint32_t at) const {
  if (at >= size() || is_mention(at)) return {};
  return models_.lexicon.title_at(words_, at);
}

uint32_t SentenceView::title_length(uint32_t at) const { return title_at(at).length; }

}  // namespace entente
