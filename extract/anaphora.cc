#include "extract/anaphora.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/clauses.h"

namespace entente {
namespace {

/// How far back an antecedent is looked for.
constexpr uint32_t kSentencesBack = 3;
constexpr uint32_t kMentionsBack = 60;

bool is_any(NodeKind kind, KindSet kinds) { return contains(kinds, kind); }

constexpr KindSet kPersons = kind_bit(NodeKind::person);
constexpr KindSet kStates = kind_bit(NodeKind::state);
constexpr KindSet kBodies = kind_bit(NodeKind::state) | kind_bit(NodeKind::organization);

class AntecedentSearch {
 public:
  AntecedentSearch(const SentenceView& s, uint32_t at) : s_(s), at_(at) {}

  /// The first mention of such a kind in this sentence before the pronoun, else in the sentence
  /// before: subjects come first.
  std::vector<uint32_t> first_of(KindSet kinds) const {
    for (uint32_t m = s_.first_mention(); m < s_.last_mention() && s_.begin(m) < at_; ++m)
      if (is_any(s_.kind(m), kinds) && !s_.is_demonym(m)) return {m};
    for (uint32_t back = 1; back <= kSentencesBack && back <= s_.sentence(); ++back)
      if (const auto m = first_in(s_.sentence() - back, kinds)) return {*m};
    return {};
  }

  /// The last `count` different things of such a kind, in order of the text.
  std::vector<uint32_t> last_different(KindSet kinds, size_t count,
                                       std::string_view title = {}) const {
    std::vector<uint32_t> found;
    std::unordered_set<uint32_t> entities;
    uint32_t steps = 0;
    for (uint32_t m = mentions_before(); m-- > 0 && found.size() < count && steps < kMentionsBack;
         ++steps) {
      if (!is_any(s_.kind(m), kinds) || s_.entity(m) == kNone) continue;
      if (!title.empty() && !follows_title(m, title)) continue;
      if (entities.insert(s_.entity(m)).second) found.insert(found.begin(), m);
    }
    if (found.size() < count) found.clear();
    return found;
  }

  /// The last plural name of the sentence: "the Southern Kurils; Japan claims | them".
  std::vector<uint32_t> plural_name() const {
    constexpr KindSet kThings = kind_bit(NodeKind::territory) | kind_bit(NodeKind::group) |
                                kind_bit(NodeKind::agreement) | kind_bit(NodeKind::organization);
    return last_that([&](uint32_t m) {
      return m >= s_.first_mention() && is_any(s_.kind(m), kThings) &&
             s_.document().token(s_.document().mentions[m].tokens.end - 1).ends_with('s');
    });
  }

  /// What "they" stands for: the nearest mentions joined by "and".
  std::vector<uint32_t> plural() const {
    const auto& mentions = s_.document().mentions;
    const uint32_t earliest = s_.document().sentences[s_.sentence() - (s_.sentence() > 0)].begin;
    for (uint32_t m = mentions_before(); m-- > 1 && mentions[m].tokens.begin >= earliest;) {
      const bool joined = m > 0 && mentions[m].kind == mentions[m - 1].kind &&
                          joined_by_and(mentions[m - 1].tokens.end, mentions[m].tokens.begin);
      if (!joined || !is_any(mentions[m].kind, kPersons | kBodies)) continue;
      std::vector<uint32_t> members = {m - 1, m};
      while (members.front() > 0 && mentions[members.front() - 1].kind == mentions[m].kind &&
             joined_by_comma(mentions[members.front() - 1].tokens.end,
                             mentions[members.front()].tokens.begin))
        members.insert(members.begin(), members.front() - 1);
      return members;
    }
    return {};
  }

  /// Whether a name stands after a title such as "minister" or after "counterpart".
  bool follows_title(uint32_t m, std::string_view title) const {
    const uint32_t begin = s_.document().mentions[m].tokens.begin;
    for (uint32_t t = begin; t-- > 0 && begin - t <= 3;) {
      const std::string word = lower_case(s_.document().token(t));
      if (word == title || word == "counterpart") return true;
    }
    return false;
  }

  /// The last mention of such a kind that fits.
  template <class Fits>
  std::vector<uint32_t> last_that(Fits fits) const {
    uint32_t steps = 0;
    for (uint32_t m = mentions_before(); m-- > 0 && steps < kMentionsBack; ++steps)
      if (fits(m)) return {m};
    return {};
  }

 private:
  uint32_t mentions_before() const {
    uint32_t m = s_.first_mention();
    while (m < s_.last_mention() && s_.begin(m) < at_) ++m;
    return m;
  }

  std::optional<uint32_t> first_in(uint32_t sentence, KindSet kinds) const {
    const TokenSpan span = s_.document().sentences[sentence];
    std::optional<uint32_t> found;
    for (uint32_t m = s_.first_mention(); m-- > 0;) {
      const Mention& mention = s_.document().mentions[m];
      if (mention.tokens.begin < span.begin) break;
      if (mention.tokens.begin < span.end && is_any(mention.kind, kinds) &&
          mention.form == MentionForm::name)
        found = m;
    }
    return found;
  }

  bool joined_by_and(uint32_t end, uint32_t begin) const {
    bool and_seen = false;
    if (begin < end || begin - end > 6) return false;
    for (uint32_t t = end; t < begin; ++t) {
      const std::string_view token = s_.document().token(t);
      if (token == "." || token == ";") return false;
      and_seen = and_seen || token == "and";
    }
    return and_seen && begin - end <= 5;
  }
  bool joined_by_comma(uint32_t end, uint32_t begin) const {
    return begin == end + 1 && s_.document().token(end) == ",";
  }

  const SentenceView& s_;
  uint32_t at_;
};

/// Kinds that a plural noun names: "ministers" are persons, "countries" states.
KindSet kinds_of_noun(std::string_view noun) {
  static const std::unordered_map<std::string_view, KindSet> kNouns = {
      {"ministers", kPersons},
      {"leaders", kPersons},
      {"presidents", kPersons},
      {"men", kPersons},
      {"officials", kPersons},
      {"statesmen", kPersons},
      {"secretaries", kPersons},
      {"premiers", kPersons},
      {"countries", kStates},
      {"states", kStates},
      {"nations", kStates},
      {"governments", kStates},
      {"sides", kStates},
      {"parties", kBodies},
      {"powers", kStates},
      {"neighbors", kStates},
      {"neighbours", kStates},
      {"allies", kStates},
      {"rivals", kStates},
      {"capitals", kStates},
      {"organizations", kind_bit(NodeKind::organization)}};
  const auto found = kNouns.find(noun);
  return found == kNouns.end() ? KindSet{0} : found->second;
}

/// "the two foreign ministers", "both countries", "the two".
Anaphor plural_phrase(const SentenceView& s, uint32_t at) {
  uint32_t next = at;
  const bool the = s.lower(next) == "the" || s.lower(next) == "these" || s.lower(next) == "their";
  if (the) ++next;
  const std::string_view number = s.lower(next);
  if (number != "two" && number != "both" && number != "three") return {};
  ++next;
  for (uint32_t skipped = 0; skipped < 2 && kinds_of_noun(s.lower(next)) == 0; ++skipped) ++next;
  const KindSet kinds = kinds_of_noun(s.lower(next));
  if (kinds == 0) return {};
  std::string title(s.lower(next));
  title.pop_back();  // "ministers": those called minister
  const size_t count = number == "three" ? 3 : 2;
  const AntecedentSearch search(s, at);
  auto mentions =
      kinds == kPersons ? search.last_different(kinds, count, title) : std::vector<uint32_t>();
  if (mentions.empty()) mentions = search.last_different(kinds, count);
  return {next + 1 - at, std::move(mentions)};
}

/// What a definite noun names: "the islands" a territory, "the treaty" an agreement.
std::optional<NodeKind> kind_of_definite(const SentenceView& s, std::string_view noun) {
  static const std::unordered_map<std::string_view, NodeKind> kNouns = {
      {"islands", NodeKind::territory},
      {"island", NodeKind::territory},
      {"territory", NodeKind::territory},
      {"territories", NodeKind::territory},
      {"region", NodeKind::territory},
      {"peninsula", NodeKind::territory},
      {"city", NodeKind::territory},
      {"province", NodeKind::territory},
      {"country", NodeKind::state},
      {"party", NodeKind::organization},
      {"organization", NodeKind::organization},
      {"company", NodeKind::organization},
      {"group", NodeKind::organization},
      {"alliance", NodeKind::organization},
      {"ministry", NodeKind::organization},
      {"court", NodeKind::organization}};
  if (const auto found = kNouns.find(noun); found != kNouns.end()) return found->second;
  const auto head = s.lexicon().head_kind(noun);
  const bool thing = head == NodeKind::agreement || head == NodeKind::event;
  return thing ? head : std::nullopt;
}

/// Whether a place can be called by a noun: Munich is no island. A place that the tables do not
/// know can be called anything.
bool is_place_of_sort(const SentenceView& s, const Mention& mention, std::string_view noun) {
  const KnownThing* thing = s.knowledge().find_id(mention.known);
  if (thing == nullptr) return true;
  const bool city = thing->category == "city" || thing->category == "capital";
  if (noun == "city") return city;
  if (noun == "island" || noun == "islands") return thing->category == "island";
  return !city;
}

/// "the islands", "the treaty": the last thing named of that kind, agreements and events only
/// under the same noun.
Anaphor definite_phrase(const SentenceView& s, uint32_t at) {
  if (s.lower(at) != "the" && s.lower(at) != "this" && s.lower(at) != "these") return {};
  if (s.is_mention(at + 1)) return {};
  const std::string_view noun = s.lower(at + 1);
  const auto kind = kind_of_definite(s, noun);
  if (!kind) return {};
  const bool by_noun = *kind == NodeKind::agreement || *kind == NodeKind::event;
  const auto fits = [&](uint32_t m) {
    const Mention& mention = s.document().mentions[m];
    if (mention.kind != *kind || s.entity(m) == kNone) return false;
    if (*kind == NodeKind::territory) return is_place_of_sort(s, mention, noun);
    return !by_noun || lower_case(s.document().token(mention.tokens.end - 1)) == noun;
  };
  return {2, AntecedentSearch(s, at).last_that(fits)};
}

}  // namespace

Anaphor resolve_anaphor(const SentenceView& s, uint32_t at) {
  if (at >= s.size() || s.is_mention(at)) return {};
  const std::string_view word = s.lower(at);
  const AntecedentSearch search(s, at);
  if (word == "he" || word == "she" || word == "him" || word == "himself")
    return {1, search.first_of(kPersons)};
  if (word == "they" || word == "them" || word == "both") {
    if (word == "both") return plural_phrase(s, at);
    auto members = word == "them" ? search.plural_name() : std::vector<uint32_t>();
    if (members.empty()) members = search.plural();
    if (members.empty() && word == "they")
      members = search.first_of(kBodies | kind_bit(NodeKind::group));
    return {1, std::move(members)};
  }
  if (word == "it") return {1, search.first_of(kBodies)};
  const Anaphor plural = plural_phrase(s, at);
  return plural.length > 0 ? plural : definite_phrase(s, at);
}

}  // namespace entente
