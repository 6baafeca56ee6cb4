#include "extract/name_features.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/name_labels.h"
#include "extract/words.h"

namespace entente {
namespace {

// Features, by groups: a group begins where the one before ends.
constexpr uint32_t kProposed = 0;                        // part and type of a proposed name
constexpr uint32_t kKnown = kProposed + 4 * kNameTypes;  // by kind and use: begins or goes on
constexpr uint32_t kKnownUses = 5;
constexpr uint32_t kTitle = kKnown + 2 * (kNodeKindCount + kKnownUses);  // classes of titles
constexpr uint32_t kTitleClasses = 6;
constexpr uint32_t kHead = kTitle + kTitleClasses;   // kinds whose names end so
constexpr uint32_t kClass = kHead + kNodeKindCount;  // word classes
constexpr uint32_t kWordClasses = 13;
constexpr uint32_t kSingle = kClass + kWordClasses;
enum Single : uint8_t {
  proposed_known,
  proposed_described,
  given_name,
  leading_surname,
  verb,
  noun,
  capitalized,
  all_capitals,
  initial,
  lower_elsewhere,
  capital_elsewhere,
  part_of_person,
  part_of_place,
  part_of_body,
  mostly_capitals,
  recased_given_name,
  single_count
};
// Known names in a text without capitals or with nothing else: state, place, body; begins, goes on.
constexpr uint32_t kRecased = kSingle + single_count;
static_assert(kRecased + 6 <= kNameFeatures);

/// "Paris" for "paris" and "PARIS"; empty where a word has capitals as names do.
std::string recased(const Word& word) {
  if (word.capitalized && !word.all_caps) return {};
  if (word.lower.empty()) return {};
  const size_t first = first_code_point(word.lower).size;
  return upper_case(word.lower.substr(0, first)) + word.lower.substr(first);
}

/// How the document writes its words.
struct Usage {
  std::unordered_set<std::string> lower, capital;
  std::unordered_set<std::string> person, place, body;
};

class FeatureFinder {
 public:
  FeatureFinder(const Document& document, std::span<const Mention> proposed, const Models& models)
      : document_(document), proposed_(proposed), models_(models) {}

  TokenFeatures find() {
    std::vector<std::vector<Word>> sentences;
    for (const TokenSpan sentence : document_.sentences)
      sentences.push_back(read_words(document_, sentence));
    for (const auto& words : sentences) learn(words);
    learn_proposed();
    result_.begins.reserve(document_.tokens.size() + 1);
    for (size_t s = 0; s < sentences.size(); ++s) describe(document_.sentences[s], sentences[s]);
    result_.begins.push_back(static_cast<uint32_t>(result_.values.size()));
    return std::move(result_);
  }

 private:
  void learn(const std::vector<Word>& words) {
    for (const Word& word : words) {
      if (!word.capitalized)
        usage_.lower.insert(word.lower);
      else if (!word.initial)
        usage_.capital.insert(word.lower);
    }
  }

  void learn_proposed() {
    for (const Mention& mention : proposed_) {
      auto& parts = mention.kind == NodeKind::person      ? usage_.person
                    : mention.kind == NodeKind::state     ? usage_.place
                    : mention.kind == NodeKind::territory ? usage_.place
                                                          : usage_.body;
      if (mention.form != MentionForm::name) continue;
      for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t)
        parts.insert(std::string(document_.token(t)));
    }
  }

  void describe(TokenSpan sentence, const std::vector<Word>& words) {
    const auto size = static_cast<uint32_t>(words.size());
    rows_.assign(size, {});
    const auto capitals = std::ranges::count_if(words, &Word::capitalized);
    const bool mostly = size > 3 && capitals * 3 > static_cast<ptrdiff_t>(size) * 2;
    for (uint32_t at = 0; at < size; ++at) {
      add_word(words[at], at);
      if (mostly) add(at, mostly_capitals);
      add_known(words, at);
      add_recased(words, at);
      add_title(words, at);
    }
    add_proposed(sentence);
    for (auto& row : rows_) {
      std::ranges::sort(row);
      row.erase(std::ranges::unique(row).begin(), row.end());
      result_.begins.push_back(static_cast<uint32_t>(result_.values.size()));
      result_.values.insert(result_.values.end(), row.begin(), row.end());
    }
  }

  void add(uint32_t at, Single feature) { add(at, kSingle + feature); }
  void add(uint32_t at, uint32_t feature) { rows_[at].push_back(static_cast<uint8_t>(feature)); }

  void add_word(const Word& word, uint32_t at) {
    const Lexicon& lexicon = models_.lexicon;
    add(at, kClass + static_cast<uint32_t>(word.cls));
    if (const auto kind = lexicon.head_kind(word.lower))
      add(at, kHead + static_cast<uint32_t>(*kind));
    if (lexicon.is_given_name(word.plain)) add(at, given_name);
    if (lexicon.is_leading_surname(word.plain)) add(at, leading_surname);
    if (!lexicon.verbs(word.lower).empty()) add(at, verb);
    if (!lexicon.noun(word.lower).empty()) add(at, noun);
    if (word.capitalized) add(at, capitalized);
    if (word.all_caps) add(at, all_capitals);
    if (word.initial) add(at, initial);
    if (word.cls != WordClass::open) return;
    if (usage_.lower.contains(word.lower)) add(at, lower_elsewhere);
    if (usage_.capital.contains(word.lower)) add(at, capital_elsewhere);
    if (usage_.person.contains(word.plain)) add(at, part_of_person);
    if (usage_.place.contains(word.plain)) add(at, part_of_place);
    if (usage_.body.contains(word.plain)) add(at, part_of_body);
  }

  struct KnownStretch {
    uint32_t length = 0;  ///< in words
    std::span<const KnownName> readings;
  };

  /// The longest known name that begins at a word, of forms of the words.
  template <class Form>
  KnownStretch longest_known(const std::vector<Word>& words, uint32_t at, Form form) const {
    std::string surface = form(words[at]);
    const auto size = static_cast<uint32_t>(words.size());
    const uint32_t longest = std::min(models_.knowledge.longest(surface), size - at);
    KnownStretch best;
    for (uint32_t n = 1; n <= longest; ++n) {
      if (n > 1) surface += " " + form(words[at + n - 1]);
      if (const auto found = models_.knowledge.find(surface); !found.empty()) best = {n, found};
    }
    return best;
  }

  /// The kinds and uses of the longest known name that begins here.
  void add_known(const std::vector<Word>& words, uint32_t at) {
    const auto [length, readings] =
        longest_known(words, at, [](const Word& word) { return word.plain; });
    for (const KnownName& reading : readings) {
      const auto kind = static_cast<uint32_t>(models_.knowledge.thing(reading.thing).kind);
      const uint32_t use = kNodeKindCount + static_cast<uint32_t>(reading.use);
      for (uint32_t n = 0; n < length; ++n)
        for (const uint32_t what : {kind, use}) add(at + n, kKnown + 2 * what + (n > 0 ? 1 : 0));
    }
  }

  /// Names whose capitals the text does not show: "in kerala", "MOSCOW WARNS".
  void add_recased(const std::vector<Word>& words, uint32_t at) {
    const std::string word = recased(words[at]);
    if (word.size() < 3) return;
    if (models_.lexicon.is_given_name(word)) add(at, recased_given_name);
    const auto [length, readings] = longest_known(words, at, recased);
    if (length == 0) return;
    const NodeKind kind = models_.knowledge.thing(readings.front().thing).kind;
    const uint32_t group = kind == NodeKind::state ? 0 : kind == NodeKind::territory ? 1 : 2;
    for (uint32_t n = 0; n < length; ++n) add(at + n, kRecased + 2 * group + (n > 0 ? 1 : 0));
  }

  void add_title(const std::vector<Word>& words, uint32_t at) {
    const TitleMatch title = models_.lexicon.title_at(words, at);
    for (uint32_t n = 0; n < title.length; ++n)
      add(at + n, kTitle + static_cast<uint32_t>(title.cls));
  }

  void add_proposed(TokenSpan sentence) {
    while (next_ < proposed_.size() && proposed_[next_].tokens.begin < sentence.end) {
      const Mention& mention = proposed_[next_++];
      const uint32_t type = name_type(mention.kind, mention.form);
      const uint32_t first = document_.tokens[mention.tokens.begin].begin;
      const bool described =
          mention.known.empty() &&
          (mention.kind == NodeKind::agreement || mention.kind == NodeKind::event) &&
          document_.text[first] >= 'a' && document_.text[first] <= 'z';
      for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
        const uint32_t at = t - sentence.begin;
        const NamePart part = name_part(t - mention.tokens.begin, mention.tokens.size());
        add(at, kProposed + 4 * type + static_cast<uint32_t>(part));
        if (!mention.known.empty()) add(at, proposed_known);
        if (described) add(at, proposed_described);
      }
    }
  }

  const Document& document_;
  std::span<const Mention> proposed_;
  const Models& models_;
  Usage usage_;
  std::vector<std::vector<uint8_t>> rows_;  // of the sentence at hand
  size_t next_ = 0;                         // among proposed_
  TokenFeatures result_;
};

}  // namespace

FeatureGroup feature_group(uint8_t feature) {
  if (feature < kKnown) return FeatureGroup::rules;
  if (feature < kClass || feature >= kRecased) return FeatureGroup::tables;
  if (feature < kSingle) return FeatureGroup::words;
  switch (feature - kSingle) {
    case proposed_known:
    case proposed_described:
    case part_of_person:
    case part_of_place:
    case part_of_body:
      return FeatureGroup::rules;
    case given_name:
    case leading_surname:
    case recased_given_name:
      return FeatureGroup::tables;
    default:
      return FeatureGroup::words;
  }
}

TokenFeatures name_features(const Document& document, std::span<const Mention> proposed,
                            const Models& models) {
  return FeatureFinder(document, proposed, models).find();
}

}  // namespace entente
