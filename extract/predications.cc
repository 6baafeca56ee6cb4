#include <algorithm>
#include <set>
#include <tuple>

#include "extract/drafts.h"
#include "extract/veracity.h"

namespace entente {
namespace {

/// A row of the predicates table where its words stand in the sentence.
struct Hit {
  const Predicate* row = nullptr;
  uint32_t first = 0, last = 0;  // words
};

bool is_be(std::string_view lower) {
  return lower == "is" || lower == "are" || lower == "was" || lower == "were" || lower == "been" ||
         lower == "be" || lower == "remain" || lower == "remains" || lower == "remained";
}

/// Confidence of a reading by how much of it the text spells out. Measured on the training graphs.
constexpr double kVerb = 0.55, kPhrase = 0.6, kNoun = 0.45, kAdjective = 0.5;

class PredicationReader {
 public:
  PredicationReader(const SentenceView& s, const std::vector<VerbGroup>& groups)
      : s_(s), groups_(groups) {}

  std::vector<Draft> read() {
    for (const VerbGroup& group : groups_) read_verb(group);
    for (uint32_t at = 0; at < s_.size(); ++at)
      if (!s_.is_mention(at) && !is_group_verb(at) && !used_.contains(at)) {
        read_noun(at);
        read_adjective(at);
      }
    return std::move(drafts_);
  }

 private:
  bool is_group_verb(uint32_t at) const {
    return std::any_of(groups_.begin(), groups_.end(),
                       [&](const VerbGroup& g) { return g.verb == at; });
  }

  /// Where the words of a row after its first stand, in order and near; absent if they do not.
  std::optional<uint32_t> match_rest(const Predicate& row, uint32_t first, uint32_t reach) const {
    uint32_t at = first;
    for (size_t i = 1; i < row.lemmas.size(); ++i) {
      const uint32_t limit = std::min(s_.size(), at + reach + 1);
      uint32_t found = kNone;
      for (uint32_t w = at + 1; w < limit && found == kNone; ++w) {
        if (s_.lower(w) == "." || s_.lower(w) == ";" || s_.cls(w) == WordClass::relative) break;
        if (!s_.is_mention(w) &&
            (s_.lower(w) == row.lemmas[i] || s_.lexicon().noun(s_.lower(w)) == row.lemmas[i]))
          found = w;
      }
      if (found == kNone) return std::nullopt;
      at = found;
    }
    return at;
  }

  /// Rows that match here, those with more words first, then those for fewer kinds of target.
  std::vector<Hit> hits(uint32_t at, std::string_view lemma, char part_of_speech) const {
    std::vector<Hit> found;
    const uint32_t reach = part_of_speech == 'v' ? 7 : 2;
    for (const Predicate& row : s_.lexicon().predicates(lemma, part_of_speech))
      if (const auto last = match_rest(row, at, reach)) found.push_back({&row, at, *last});
    std::stable_sort(found.begin(), found.end(), [](const Hit& a, const Hit& b) {
      const auto rank = [](const Hit& hit) {
        return std::make_pair(-static_cast<int>(hit.row->lemmas.size()),
                              hit.row->target_kinds == 0);
      };
      return rank(a) < rank(b);
    });
    return found;
  }

  template <class Fill>
  Argument first_filled(const std::vector<ArgumentSlot>& slots, Fill fill) const {
    for (const ArgumentSlot& slot : slots)
      if (Argument argument = fill(slot); !argument.empty()) return argument;
    return {};
  }

  void read_verb(const VerbGroup& group) {
    std::set<std::pair<uint32_t, uint32_t>> done;
    size_t words = 0;
    for (const Hit& hit : hits(group.verb, group.lemma, 'v')) {
      if (hit.row->lemmas.size() < words) break;  // "hold talks" leaves nothing for "hold"
      const auto fill = [&](const ArgumentSlot& slot) { return verb_slot(group, hit, slot); };
      const Argument sources = first_filled(hit.row->sources, fill);
      const Argument targets = first_filled(hit.row->targets, fill);
      const double confidence = hit.row->lemmas.size() > 1 ? kPhrase : kVerb;
      if (join(*hit.row, sources, targets, group.status, "verb: ", confidence, group.verb, done)) {
        words = hit.row->lemmas.size();
        if (words > 1) used_.insert(hit.last);
      }
    }
  }

  Argument verb_slot(const VerbGroup& group, const Hit& hit, const ArgumentSlot& slot) const {
    const bool passive = group.voice == ClauseVoice::passive;
    switch (slot.slot) {
      case Slot::subject:
      case Slot::subjects:
        return passive && slot.slot == Slot::subject ? find_prepositional(s_, group.verb, "by")
                                                     : group.subject;
      case Slot::object:
        return passive ? group.subject : find_object(s_, group);
      case Slot::possessor:
        return find_possessor(s_, hit.last);
      case Slot::preposition: {
        if (passive && hit.row->lemmas.size() > 1) {
          const Argument by = find_prepositional(s_, hit.last, slot.preposition);
          if (!by.empty()) return by;
        }
        return find_prepositional(s_, hit.last, slot.preposition);
      }
    }
    return {};
  }

  void read_noun(uint32_t at) {
    // The first word of a row may be any of its words' forms: "peace talks" begins with "peace".
    const std::string singular = s_.lexicon().noun(s_.lower(at));
    if (singular.empty()) return;
    std::set<std::pair<uint32_t, uint32_t>> done;
    size_t words = 0;
    for (const Hit& hit : hits(at, singular, 'n')) {
      if (hit.row->lemmas.size() < words) break;
      const VerbGroup* above = governing_verb(at);
      const Status status = noun_status(s_, groups_, at);
      const auto fill = [&](const ArgumentSlot& slot) { return noun_slot(hit, slot); };
      const bool supported = above != nullptr && above->voice == ClauseVoice::active;
      Argument sources = first_filled(hit.row->sources, fill);
      const Argument targets = first_filled(hit.row->targets, fill);
      double confidence = kNoun;
      if (sources.empty() && supported && takes_subject(hit.row->sources)) {
        sources = above->subject;  // "France expressed its support for …"
        confidence -= 0.1;
      }
      if (join(*hit.row, sources, targets, status, "noun: ", confidence, at, done))
        words = hit.row->lemmas.size();
    }
  }

  static bool takes_subject(const std::vector<ArgumentSlot>& slots) {
    return std::any_of(slots.begin(), slots.end(),
                       [](const ArgumentSlot& slot) { return slot.slot == Slot::possessor; });
  }

  /// The verb whose object the noun may be: the nearest before it, at most eight words.
  const VerbGroup* governing_verb(uint32_t noun) const {
    const VerbGroup* best = nullptr;
    for (const VerbGroup& group : groups_)
      if (group.verb < noun && noun - group.verb <= 8) best = &group;
    return best;
  }

  Argument noun_slot(const Hit& hit, const ArgumentSlot& slot) const {
    switch (slot.slot) {
      case Slot::possessor:
        return find_possessor(s_, hit.first);
      case Slot::subject:
        return copula_subject(hit.first);
      case Slot::preposition:
        return find_prepositional(s_, hit.last, slot.preposition, 5);
      default:
        return {};
    }
  }

  /// "X is an ally of Y", "X, an ally of Y".
  Argument copula_subject(uint32_t noun) const {
    int64_t at = static_cast<int64_t>(noun) - 1;
    for (int steps = 0; steps < 4 && at >= 0 && !s_.is_mention(at); ++steps, --at) {
      if (is_be(s_.lower(at))) return find_subject_before(s_, static_cast<uint32_t>(at));
      if (s_.lower(at) == "," && s_.is_mention(at - 1))
        return coordination(s_, s_.mention_at(at - 1));
      if (s_.cls(at) != WordClass::open && s_.cls(at) != WordClass::determiner &&
          s_.cls(at) != WordClass::adverb)
        break;
    }
    return {};
  }

  void read_adjective(uint32_t at) {
    std::set<std::pair<uint32_t, uint32_t>> done;
    for (const Hit& hit : hits(at, s_.lower(at), 'a')) {
      const Argument targets = first_filled(hit.row->targets, [&](const ArgumentSlot& slot) {
        return slot.slot == Slot::preposition
                   ? find_prepositional(s_, hit.last, slot.preposition, 5)
                   : Argument{};
      });
      join(*hit.row, adjective_subject(at), targets, Status::actual, "adjective: ", kAdjective, at,
           done);
    }
  }

  Argument adjective_subject(uint32_t at) const {
    int64_t before = static_cast<int64_t>(at) - 1;
    while (s_.cls(before) == WordClass::adverb && !s_.is_mention(before)) --before;
    if (is_be(s_.lower(before))) return find_subject_before(s_, static_cast<uint32_t>(before));
    if (s_.lower(before) == ",") --before;
    return s_.is_mention(before) ? coordination(s_, s_.mention_at(before)) : Argument{};
  }

  /// Drafts one statement for each pair of source and target that the ontology allows.
  bool join(const Predicate& row, const Argument& sources, const Argument& targets, Status status,
            const char* rule, double confidence, uint32_t anchor,
            std::set<std::pair<uint32_t, uint32_t>>& done) {
    bool any = false;
    const bool within = pairs_within(row);
    const Argument& ends = within ? (sources.empty() ? targets : sources) : targets;
    for (size_t i = 0; i < (within ? ends : sources).size(); ++i) {
      const uint32_t source = (within ? ends : sources)[i];
      for (size_t j = within ? i + 1 : 0; j < ends.size(); ++j) {
        const uint32_t target = ends[j];
        if (s_.entity(source) == s_.entity(target)) continue;
        if (!allowed(s_.kind(source), row.type, s_.kind(target))) continue;
        if (row.target_kinds != 0 && !contains(row.target_kinds, s_.kind(target))) continue;
        any = true;
        if (!done.emplace(s_.entity(source), s_.entity(target)).second) continue;
        Draft draft;
        draft.source = s_.entity(source);
        draft.target = s_.entity(target);
        draft.type = row.type;
        draft.status = row.status.value_or(status);
        if (status == Status::denied) draft.status = Status::denied;
        draft.rule = rule + row.text;
        draft.confidence = confidence;
        draft.anchor = anchor;
        drafts_.push_back(std::move(draft));
      }
    }
    return any;
  }

  /// Both ends in one slot: "talks between A and B", "A and B met".
  static bool pairs_within(const Predicate& row) {
    const ArgumentSlot& source = row.sources.front();
    const ArgumentSlot& target = row.targets.front();
    return (source.slot == Slot::subjects && target.slot == Slot::subjects) ||
           (source.preposition == "between" && target.preposition == "between");
  }

  const SentenceView& s_;
  const std::vector<VerbGroup>& groups_;
  std::vector<Draft> drafts_;
  std::set<uint32_t> used_;  // nouns that a verb's row has taken: "relinquish control"
};

}  // namespace

std::vector<Draft> find_predications(const SentenceView& sentence,
                                     const std::vector<VerbGroup>& groups) {
  return PredicationReader(sentence, groups).read();
}

}  // namespace entente
