#include <algorithm>

#include "extract/anaphora.h"
#include "extract/clauses.h"
#include "extract/verb_forms.h"

namespace entente {
namespace {

/// Longer coordinations are lists; pairing all their members would say nothing and take forever.
constexpr size_t kMostMembers = 40;

/// Where the next member of a coordination would begin, after "," and "and"; kNone if none.
uint32_t next_member(const SentenceView& s, uint32_t mention) {
  uint32_t at = s.end(mention);
  const uint32_t joint = at;
  if (s.lower(at) == ",") ++at;
  const bool word =
      s.lower(at) == "and" || s.lower(at) == "or" || s.lower(at) == "&" || s.lower(at) == "nor";
  if (word) ++at;
  if (at == joint) return kNone;
  const uint32_t next = head_mention(s, at, std::min(s.size(), at + 8));
  if (next == kNone) return kNone;
  for (uint32_t w = at; w < s.begin(next); ++w) {
    const bool filler = s.is_mention(w) || s.cls(w) == WordClass::determiner ||
                        s.title_length(w) > 0 || s.cls(w) == WordClass::possessive ||
                        s.lower(w) == "former" || s.lower(w) == "of" || s.lower(w) == "foreign" ||
                        s.lower(w) == "prime" || s.lower(w) == "minister" ||
                        s.lower(w) == "secretary" || s.lower(w) == "state" ||
                        s.lower(w) == "general" || is_dash(s.lower(w));
    if (!filler) return kNone;
  }
  return next;
}

bool same_sort(NodeKind a, NodeKind b) {
  const auto sort = [](NodeKind kind) {
    switch (kind) {
      case NodeKind::person:
        return 0;
      case NodeKind::agreement:
        return 2;
      case NodeKind::event:
        return 3;
      default:
        return 1;
    }
  };
  return sort(a) == sort(b);
}

/// "… agreed to speed up talks based | on": a verb form within whose reach another verb's is over.
bool begins_other_verb(const SentenceView& s, uint32_t at) {
  if (s.is_mention(at)) return false;
  if (s.lower(at) == "to") {
    const auto readings = s.lexicon().verbs(s.lower(at + 1));
    return !s.is_mention(at + 1) && !readings.empty() && readings.front().form == Inflection::base;
  }
  const bool ending = s.lower(at).ends_with("ed") || s.lower(at).ends_with("ing");
  const WordClass before = s.cls(static_cast<int64_t>(at) - 1);
  return ending && s.cls(at) == WordClass::open && before != WordClass::determiner &&
         before != WordClass::possessive && s.cls(at + 1) == WordClass::preposition &&
         !s.lexicon().verbs(s.lower(at)).empty() && s.lexicon().noun(s.lower(at)).empty();
}

/// Also "Ljubljana, | Slovenia", where the second name says where the first is.
bool joined(const SentenceView& s, uint32_t left, uint32_t right) {
  if (s.kind(left) == NodeKind::territory &&
      (s.kind(right) == NodeKind::state || s.kind(right) == NodeKind::territory))
    return true;
  const uint32_t at = s.end(left) + (s.lower(s.end(left)) == "," ? 1 : 0);
  return s.lower(at) == "and" || s.lower(at) == "or" || s.lower(at) == "&" || s.lower(at) == "nor";
}

/// What of a chain of names is a list: it has "and" before its last member. "If A attacks | B, C |
/// will …" has none.
Argument listed(const SentenceView& s, Argument chain, uint32_t mention) {
  size_t size = 0;
  for (size_t i = 0; i + 1 < chain.size(); ++i)
    if (joined(s, chain[i], chain[i + 1])) size = i + 2;
  chain.erase(chain.begin() + static_cast<ptrdiff_t>(std::max<size_t>(size, 1)), chain.end());
  const int64_t before = static_cast<int64_t>(s.begin(chain.front())) - 1;
  const bool source = s.lower(before) == "to" && s.lower(before - 1) == "according";
  if (size == 0 || source || std::find(chain.begin(), chain.end(), mention) == chain.end()) {
    if (!source || chain.size() < 3 || chain.front() == mention) return {mention};
    chain.erase(chain.begin());
  }
  return chain;
}

}  // namespace

uint32_t head_mention(const SentenceView& s, uint32_t at, uint32_t end) {
  for (; at < end && at < s.size(); ++at) {
    const uint32_t m = s.mention_at(at);
    if (m != kNone) {
      // A state before a title only says whose title it is.
      uint32_t after = s.end(m);
      if (s.lower(after) == "'s") ++after;
      for (uint32_t skipped = 0;
           skipped < 2 && s.lower(after) != "" && !s.is_mention(after) &&
           s.title_length(after) == 0 &&
           (s.lower(after) == "deputy" || s.lower(after) == "former" || s.lower(after) == "vice");
           ++skipped)
        ++after;
      uint32_t length = s.title_length(after);
      uint32_t person = after;
      while (length > 0) {
        person += length;
        length = s.title_length(person);
      }
      if (person > after && s.is_mention(person) &&
          s.kind(s.mention_at(person)) == NodeKind::person)
        return s.mention_at(person);
      return m;
    }
    const WordClass cls = s.cls(at);
    const bool goes_on = cls == WordClass::determiner || cls == WordClass::possessive ||
                         cls == WordClass::adverb || cls == WordClass::number ||
                         is_quotation_mark(s.lower(at)) || is_dash(s.lower(at)) ||
                         (cls == WordClass::open);
    if (!goes_on) return kNone;
  }
  return kNone;
}

Argument coordination(const SentenceView& s, uint32_t mention) {
  Argument members = {mention};
  for (uint32_t next = next_member(s, mention); next != kNone && members.size() < kMostMembers;
       next = next_member(s, next)) {
    if (!same_sort(s.kind(mention), s.kind(next))) break;
    members.push_back(next);
  }
  // To the left: whatever leads here by the same steps.
  for (uint32_t previous = mention; previous-- > s.first_mention();) {
    if (s.begin(members.front()) - s.end(previous) > 8 || members.size() >= kMostMembers) break;
    if (same_sort(s.kind(previous), s.kind(mention)) && next_member(s, previous) == members.front())
      members.insert(members.begin(), previous);
  }
  return listed(s, std::move(members), mention);
}

Argument find_object(const SentenceView& s, const VerbGroup& group) {
  if (const Anaphor anaphor = resolve_anaphor(s, group.verb + 1); !anaphor.mentions.empty())
    return anaphor.mentions;
  const uint32_t m = head_mention(s, group.verb + 1, std::min(s.size(), group.verb + 12));
  if (m == kNone) return {};
  for (uint32_t at = group.verb + 1; at < s.begin(m); ++at)
    if (!s.lexicon().verbs(s.lower(at)).empty() && s.lower(at).ends_with("ing")) return {};
  Argument objects = coordination(s, m);
  // "If A attacks | B, C and D will …": the list is cut where its last member has a verb.
  const uint32_t after = s.end(objects.back());
  const bool verb_follows =
      s.cls(after) == WordClass::modal || s.cls(after) == WordClass::auxiliary;
  if (objects.size() > 2 && verb_follows) objects.erase(objects.begin() + 1, objects.end());
  return objects;
}

Argument find_prepositional(const SentenceView& s, uint32_t from, std::string_view preposition,
                            uint32_t reach) {
  const uint32_t limit = std::min(s.size(), from + reach);
  for (uint32_t at = from + 1; at < limit; ++at) {
    if (ends_clause(s, at) || begins_other_verb(s, at)) break;
    if (s.is_mention(at) || s.lower(at) != preposition) continue;
    if (const Anaphor anaphor = resolve_anaphor(s, at + 1); !anaphor.mentions.empty())
      return anaphor.mentions;
    const uint32_t m = head_mention(s, at + 1, std::min(s.size(), at + 9));
    if (m != kNone) return coordination(s, m);
  }
  return {};
}

Argument find_possessor(const SentenceView& s, uint32_t noun) {
  int64_t at = static_cast<int64_t>(noun) - 1;
  for (int64_t steps = 0; at >= 0 && steps < 4; --at, ++steps) {
    const uint32_t m = s.mention_at(at);
    if (m != kNone) {
      const uint32_t after = s.end(m);
      const bool possessive = s.lower(after) == "'s" || s.lower(after) == "'";
      if (!possessive && !s.is_demonym(m) && after != noun) return {};
      return coordination(s, m);
    }
    if (s.cls(at) != WordClass::open && s.cls(at) != WordClass::possessive &&
        s.cls(at) != WordClass::number)
      return {};
  }
  return {};
}

}  // namespace entente
