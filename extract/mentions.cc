#include "extract/mentions.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/described.h"
#include "extract/name_scan.h"

namespace entente {
namespace {

/// What the whole document tells about words that one sentence leaves open.
struct Context {
  std::unordered_set<std::string> lower_case_words;    // seen without a capital
  std::unordered_set<std::string> capitalized_inside;  // seen with one inside a sentence
  std::unordered_map<std::string, NodeKind> kinds;     // of whole names
  std::unordered_set<std::string> person_words;        // parts of names of persons
};

struct OpenCandidate {
  size_t sentence;
  NameCandidate candidate;
};

std::string text_of(const std::vector<Word>& words, TokenSpan span) {
  std::string text;
  for (uint32_t w = span.begin; w < span.end; ++w)
    text += (w > span.begin ? " " : "") + words[w].plain;
  return text;
}

void learn_words(const std::vector<Word>& words, Context& context) {
  for (const Word& word : words) {
    if (word.cls != WordClass::open && !word.capitalized) continue;
    if (!word.capitalized)
      context.lower_case_words.insert(word.lower);
    else if (!word.initial)
      context.capitalized_inside.insert(word.plain);
  }
}

void learn_names(const std::vector<Word>& words, const NameCandidate& candidate, Context& context) {
  if (!candidate.kind) return;
  context.kinds.emplace(text_of(words, candidate.words), *candidate.kind);
  if (*candidate.kind != NodeKind::person) return;
  for (uint32_t w = candidate.words.begin; w < candidate.words.end; ++w)
    if (words[w].plain.size() > 2) context.person_words.insert(words[w].plain);
}

constexpr std::array<std::string_view, 9> kLocative = {"in",   "at",     "near",    "from",  "to",
                                                       "into", "toward", "towards", "across"};

std::string_view word_at(const std::vector<Word>& words, size_t at) {
  return at < words.size() ? std::string_view(words[at].lower) : std::string_view();
}

bool first_in_line(const std::vector<Word>& words, TokenSpan span) {
  return words[span.begin].initial;
}

/// Whether a capital's name means the city, not the state: "in Tokyo", "visited Kyiv",
/// "Kabul, Afghanistan", "Washington, February 11". `city_before`: the name before it, joined by
/// a comma or "and", meant the city.
bool is_city(const std::vector<Word>& words, const NameCandidate& candidate, bool city_before) {
  static const std::unordered_set<std::string_view> kPlaceWords = {
      "in",      "at",      "near",     "to",     "from",    "into",    "around",
      "outside", "across",  "via",      "visit",  "visited", "visits",  "visiting",
      "reach",   "reached", "left",     "leave",  "leaving", "capital", "city",
      "entered", "central", "downtown", "toward", "towards", "reaching"};
  const TokenSpan span = candidate.words;
  const std::string_view before = span.begin > 0 ? word_at(words, span.begin - 1) : "";
  const std::string_view after = word_at(words, span.end);
  if (kPlaceWords.contains(before)) return true;
  if (before == "of" && span.begin > 1) {
    const std::string_view noun = word_at(words, span.begin - 2);
    if (noun == "city" || noun == "capital" || noun == "streets" || noun == "battle" ||
        noun == "treaty")
      return true;
  }
  if (city_before && (before == "," || before == "and" || before == "or")) return true;
  if (after == "," && span.end + 1 < words.size()) {
    const Word& next = words[span.end + 1];
    const bool dateline =
        first_in_line(words, span) && (is_month(next.lower) || next.cls == WordClass::number);
    if (dateline) return true;
  }
  return false;
}

/// Drops the first word of a sentence from a name where it is an ordinary word with a capital.
void trim_initial(const std::vector<Word>& words, const Context& context, const Models& models,
                  NameCandidate& candidate) {
  const Word& first = words[candidate.words.begin];
  if (!first.initial || !candidate.known.empty()) return;
  if (context.capitalized_inside.contains(first.plain)) return;
  const bool ordinary = context.lower_case_words.contains(first.lower) ||
                        !models.lexicon.verbs(first.lower).empty() ||
                        !models.lexicon.noun(first.lower).empty();
  if (ordinary && !models.lexicon.is_given_name(first.plain)) ++candidate.words.begin;
}

/// The kind of an unknown name of one word; absent: not a name.
std::optional<NodeKind> decide_single(const std::vector<Word>& words, const Context& context,
                                      const Models& models, TokenSpan span, std::string_view before,
                                      bool locative) {
  const Word& word = words[span.begin];
  const bool verb_follows = !models.lexicon.verbs(word_at(words, span.end)).empty();
  const bool inside = !word.initial || context.capitalized_inside.contains(word.plain);
  if (!inside && !verb_follows && !models.lexicon.is_given_name(word.plain)) return std::nullopt;
  if (context.lower_case_words.contains(word.lower) || !models.lexicon.noun(word.lower).empty() ||
      !models.lexicon.verbs(word.lower).empty())
    return std::nullopt;
  if (locative) return NodeKind::territory;
  return before == "the" && !verb_follows ? NodeKind::organization : NodeKind::person;
}

/// The kind of a name whose own words do not tell it; absent: not a name.
std::optional<NodeKind> decide_kind(const std::vector<Word>& words, const Context& context,
                                    const Models& models, const NameCandidate& candidate) {
  const TokenSpan span = candidate.words;
  const std::string text = text_of(words, span);
  if (const auto known = context.kinds.find(text); known != context.kinds.end())
    return known->second;
  if (context.person_words.contains(words[span.end - 1].plain)) return NodeKind::person;
  const std::string_view before = span.begin > 0 ? word_at(words, span.begin - 1) : "";
  const bool locative = std::find(kLocative.begin(), kLocative.end(), before) != kLocative.end();
  if (span.size() == 1) return decide_single(words, context, models, span, before, locative);
  if (locative && before != "to" && before != "from") return NodeKind::territory;
  if (before == "the") return NodeKind::organization;
  return span.size() <= 4 ? NodeKind::person : NodeKind::organization;
}

/// The known thing of a mention's kind that has its name, or empty.
std::string known_id(const Document& document, const Mention& mention, const Knowledge& knowledge) {
  std::string surface;
  for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t)
    surface += (surface.empty() ? "" : " ") + plain_token(document.token(t));
  for (const KnownName& reading : knowledge.find(surface))
    if (const KnownThing& thing = knowledge.thing(reading.thing); thing.kind == mention.kind)
      return thing.id;
  return {};
}

class MentionFinder {
 public:
  MentionFinder(const Document& document, const Models& models)
      : document_(document), models_(models) {}

  std::vector<Mention> find() {
    for (size_t s = 0; s < document_.sentences.size(); ++s) scan_sentence(s);
    std::vector<Mention> mentions;
    size_t open = 0;
    for (size_t s = 0; s < document_.sentences.size(); ++s) {
      const size_t begin = open;
      while (open < candidates_.size() && candidates_[open].sentence == s) ++open;
      finish_sentence(s, {candidates_.data() + begin, open - begin}, mentions);
    }
    return mentions;
  }

 private:
  void scan_sentence(size_t s) {
    const auto words = read_words(document_, document_.sentences[s]);
    learn_words(words, context_);
    for (NameCandidate& candidate : NameScan(words, models_).scan()) {
      learn_names(words, candidate, context_);
      candidates_.push_back({s, std::move(candidate)});
    }
  }

  void finish_sentence(size_t s, std::span<OpenCandidate> open, std::vector<Mention>& mentions) {
    const TokenSpan sentence = document_.sentences[s];
    const auto words = read_words(document_, sentence);
    std::vector<NameCandidate> names;
    std::vector<bool> taken(words.size(), false);
    for (OpenCandidate& candidate : open) {
      NameCandidate name = std::move(candidate.candidate);
      trim_initial(words, context_, models_, name);
      if (name.words.empty()) continue;
      if (!name.city.empty()) decide_capital(words, names, name);
      if (!name.kind) name.kind = decide_kind(words, context_, models_, name);
      if (!name.kind) continue;
      std::fill(taken.begin() + name.words.begin, taken.begin() + name.words.end, true);
      names.push_back(std::move(name));
    }
    for (NameCandidate& described : find_described(words, taken, models_.lexicon))
      names.push_back(std::move(described));
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return a.words < b.words; });
    for (NameCandidate& name : names)
      mentions.push_back({{sentence.begin + name.words.begin, sentence.begin + name.words.end},
                          *name.kind,
                          name.form,
                          std::move(name.known)});
  }

  static void decide_capital(const std::vector<Word>& words,
                             const std::vector<NameCandidate>& names, NameCandidate& name) {
    const bool city_before = !names.empty() && names.back().kind == NodeKind::territory &&
                             name.words.begin - names.back().words.end <= 2;
    if (!is_city(words, name, city_before)) return;
    name.kind = NodeKind::territory;
    name.known = name.city;
  }

  const Document& document_;
  const Models& models_;
  Context context_;
  std::vector<OpenCandidate> candidates_;
};

}  // namespace

std::vector<Mention> propose_names(const Document& document, const Models& models) {
  return MentionFinder(document, models).find();
}

std::vector<Mention> link_names(const Document& document, std::span<const Mention> proposed,
                                std::span<const TaggedName> tagged, const Models& models) {
  std::vector<Mention> mentions;
  auto next = proposed.begin();
  for (const TaggedName& name : tagged) {
    while (next != proposed.end() && next->tokens < name.tokens) ++next;
    Mention mention{name.tokens, name.kind, name.form, {}};
    const bool same = next != proposed.end() && next->tokens == name.tokens;
    if (same && next->kind == name.kind)
      mention.known = next->known;
    else
      mention.known = known_id(document, mention, models.knowledge);
    mentions.push_back(std::move(mention));
  }
  return mentions;
}

}  // namespace entente
