#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/document.h"
#include "extract/models.h"
#include "extract/time_context.h"
#include "extract/words.h"

namespace entente {

inline constexpr uint32_t kNone = UINT32_MAX;

/// What the statement rules know of a whole document besides its layers.
struct DocumentContext {
  std::vector<uint32_t> entity_of;                     ///< [mentions]: entity, or kNone
  std::unordered_map<std::string, uint32_t> entities;  ///< by id
  uint32_t leading = kNone;                            ///< the state that it names most often
  std::vector<uint32_t> speakers;  ///< whom "we" stands for where no one is quoted
  uint32_t home = kNone;  ///< the state that the document is most about: whose "the Senate" is
  TimeContext times;
};

DocumentContext read_context(const Document& document);

/// One sentence with everything that is known of its words. Positions count words of the sentence.
class SentenceView {
 public:
  /// Document, models and context must outlive the view. `first_mention`: the first mention at or
  /// after the sentence's beginning.
  SentenceView(const Document& document, const Models& models, const DocumentContext& context,
               uint32_t sentence, uint32_t first_mention);

  const Document& document() const { return document_; }
  const DocumentContext& context() const { return context_; }
  const Lexicon& lexicon() const { return models_.lexicon; }
  const Knowledge& knowledge() const { return models_.knowledge; }
  uint32_t sentence() const { return sentence_; }
  TokenSpan tokens() const { return document_.sentences[sentence_]; }

  uint32_t size() const { return static_cast<uint32_t>(words_.size()); }
  const std::vector<Word>& words() const { return words_; }
  const Word& word(uint32_t at) const { return words_[at]; }
  /// Lower-case text of a word; empty beyond the ends, so that neighbours need no check.
  std::string_view lower(int64_t at) const;
  WordClass cls(int64_t at) const;

  /// The mention that covers a word, or kNone.
  uint32_t mention_at(int64_t at) const;
  bool is_mention(int64_t at) const { return mention_at(at) != kNone; }
  /// Words of a mention, counted in the sentence.
  uint32_t begin(uint32_t mention) const;
  uint32_t end(uint32_t mention) const;
  const Mention& mention(uint32_t mention) const { return document_.mentions[mention]; }
  uint32_t entity(uint32_t mention) const { return context_.entity_of[mention]; }
  NodeKind kind(uint32_t mention) const { return document_.mentions[mention].kind; }
  bool is_demonym(uint32_t mention) const {
    return document_.mentions[mention].form == MentionForm::demonym;
  }
  /// Mentions of the sentence are [first_mention(), last_mention()).
  uint32_t first_mention() const { return first_mention_; }
  uint32_t last_mention() const { return last_mention_; }

  /// Length of the title at a word, 0 where there is none or a mention covers it.
  uint32_t title_length(uint32_t at) const;
  TitleMatch title_at(uint32_t at) const;

  ByteSpan bytes() const { return document_.bytes(tokens()); }

 private:
  const Document& document_;
  const Models& models_;
  const DocumentContext& context_;
  uint32_t sentence_;
  uint32_t first_mention_, last_mention_;
  std::vector<Word> words_;
  std::vector<uint32_t> mention_of_word_;
};

}  // namespace entente
