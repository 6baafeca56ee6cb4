#include "extract/time_links.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "extract/tree.h"
#include "extract/tree_paths.h"
#include "extract/verb_forms.h"

namespace entente {
namespace {

/// Words that begin a clause of their own where a verb follows.
bool begins_clause(const SentenceView& s, uint32_t at) {
  static const std::unordered_set<std::string_view> kWords = {
      "because", "although", "though", "while", "whereas", "if",    "unless",
      "whether", "when",     "where",  "after", "before",  "since", "as",
      "until",   "once",     "that",   "and",   "but",     "or"};
  return kWords.contains(s.lower(at)) || s.cls(at) == WordClass::relative;
}

constexpr uint32_t kNever = 1000;

/// How much against it speaks that a time above holds for what hangs on it by this relation.
uint32_t cost_of_step(Deprel relation) {
  switch (universal(relation)) {
    case Deprel::ccomp:
    case Deprel::parataxis:
      return kNever;
    case Deprel::acl:
    case Deprel::advcl:
      return 6;
    case Deprel::conj:
      return 2;
    default:
      return 1;
  }
}

/// How much against it speaks that a time below holds for the word that it hangs below of.
uint32_t cost_of_step_down(Deprel relation) {
  switch (universal(relation)) {
    case Deprel::obj:
    case Deprel::obl:
    case Deprel::xcomp:
    case Deprel::nmod:
    case Deprel::appos:
    case Deprel::flat:
    case Deprel::compound:
      return 3;
    case Deprel::conj:
      return 4;
    default:
      return kNever;
  }
}

/// The most that may speak against a time, by reach.
constexpr std::array<uint32_t, 3> kMostCost = {1, 6, 9};

}  // namespace

TimeLinks::TimeLinks(const SentenceView& sentence, const std::vector<VerbGroup>& groups)
    : s_(sentence), groups_(groups) {
  const auto& times = s_.document().times;
  const auto first = std::lower_bound(
      times.begin(), times.end(), s_.tokens().begin,
      [](const TimeExpression& time, uint32_t token) { return time.tokens.begin < token; });
  for (auto time = first; time != times.end() && time->tokens.begin < s_.tokens().end; ++time)
    links_.push_back(link(static_cast<uint32_t>(time - times.begin())));
}

TimeLinks::Link TimeLinks::link(uint32_t time) const {
  const TokenSpan tokens = s_.document().times[time].tokens;
  Link link;
  link.time = time;
  link.begin = tokens.begin - s_.tokens().begin;
  link.end = tokens.end - s_.tokens().begin;
  link.noun = modified_noun(link);
  if (link.noun == kNone) link.verb = governed_verb(link);
  return link;
}

/// "the | 2011 | war", "Israel's | May 1996 | elections"; the time itself where it lies in a name.
uint32_t TimeLinks::modified_noun(const Link& link) const {
  if (s_.is_mention(link.begin)) return link.begin;
  const int64_t before = static_cast<int64_t>(link.begin) - 1;
  if (s_.lower(before) == "(" && before > 0) return static_cast<uint32_t>(before - 1);
  const bool in_phrase = s_.cls(before) == WordClass::determiner ||
                         s_.cls(before) == WordClass::possessive ||
                         (s_.is_mention(before) && s_.is_demonym(s_.mention_at(before)));
  const bool noun_after =
      s_.is_mention(link.end) ||
      (s_.cls(link.end) == WordClass::open && s_.lower(link.end) != "" && !read_verb(s_, link.end));
  return in_phrase && noun_after ? link.end : kNone;
}

bool TimeLinks::clause_ends_between(uint32_t left, uint32_t right) const {
  for (uint32_t at = left; at < right; ++at)
    if (s_.lower(at) == ";" || s_.lower(at) == ":" || s_.cls(at) == WordClass::relative)
      return true;
  return false;
}

uint32_t TimeLinks::governed_verb(const Link& link) const {
  uint32_t left = kNone, right = kNone;
  for (uint32_t g = 0; g < groups_.size(); ++g) {
    if (groups_[g].verb < link.begin) left = g;
    if (groups_[g].verb >= link.end && right == kNone) right = g;
  }
  // "…, and in 2011 Kenya attacked": a time at the beginning of its clause looks ahead.
  if (right != kNone && !clause_ends_between(link.end, groups_[right].begin)) {
    int64_t at = static_cast<int64_t>(link.begin) - 1;
    while (at >= 0 &&
           (s_.cls(at) == WordClass::preposition || s_.cls(at) == WordClass::adverb ||
            s_.cls(at) == WordClass::determiner) &&
           !s_.is_mention(at))
      --at;
    const bool initial =
        at < 0 || s_.lower(at) == ";" || s_.cls(at) == WordClass::relative ||
        ((s_.lower(at) == "and" || s_.lower(at) == "but" || is_quotation_mark(s_.lower(at))) &&
         s_.lower(link.end) != "." && left != kNone && s_.lower(at - 1) == ",");
    const bool own_subject = s_.lower(link.end) == "," || s_.is_mention(link.end) ||
                             s_.cls(link.end) == WordClass::determiner ||
                             s_.cls(link.end) == WordClass::pronoun;
    if (initial || (begins_clause(s_, static_cast<uint32_t>(std::max<int64_t>(at, 0))) &&
                    own_subject && s_.lower(at) != "and" && s_.lower(at) != "or"))
      return right;
  }
  if (left != kNone && !clause_ends_between(groups_[left].verb, link.begin)) return left;
  return left == kNone ? right : left;
}

/// The verb in whose clause a noun stands.
uint32_t TimeLinks::verb_of_noun(uint32_t word) const {
  uint32_t left = kNone, right = kNone;
  for (uint32_t g = 0; g < groups_.size(); ++g) {
    if (groups_[g].verb < word) left = g;
    if (groups_[g].verb > word && right == kNone) right = g;
  }
  if (left != kNone && !clause_ends_between(groups_[left].verb, word)) return left;
  constexpr uint32_t kReach = 12;  // words from a subject to its verb
  const bool near = right != kNone && groups_[right].verb - word < kReach &&
                    !clause_ends_between(word, groups_[right].begin);
  return near ? right : kNone;
}

/// The word of the sentence that a time hangs on in the tree.
uint32_t TimeLinks::governor(const Link& link) const {
  const Syntax& syntax = s_.document().syntax;
  const uint32_t first = s_.tokens().begin;
  const uint32_t head = head_of(syntax, {first + link.begin, first + link.end});
  return syntax.arcs[head].head - first;
}

/// The time that hangs on the word, below or above it with the least against it.
uint32_t TimeLinks::time_in_tree(uint32_t word, TimeReach reach) const {
  const Syntax& syntax = s_.document().syntax;
  const uint32_t first = s_.tokens().begin;
  uint32_t best = kNone, least = kNever;
  for (const Link& link : links_) {
    const TreePath path = find_path(syntax, first + word, first + governor(link));
    uint32_t cost = 0;
    for (const uint32_t t : path.up) cost += cost_of_step(syntax.arcs[t].relation);
    for (const uint32_t t : path.down) cost += cost_of_step_down(syntax.arcs[t].relation);
    if (cost >= least) continue;
    least = cost;
    best = link.time;
  }
  return least <= kMostCost[static_cast<size_t>(reach)] ? best : kNone;
}

uint32_t TimeLinks::time_of(uint32_t word, TimeReach reach) const {
  return s_.document().syntax.arcs.empty() ? time_in_clause(word) : time_in_tree(word, reach);
}

uint32_t TimeLinks::time_in_clause(uint32_t word) const {
  uint32_t verb = kNone;
  for (uint32_t g = 0; g < groups_.size(); ++g)
    if (groups_[g].verb == word) verb = g;
  const bool is_noun = verb == kNone;
  if (is_noun) {
    constexpr uint32_t kPhrase = 4;  // "the 1994 | peace treaty talks"
    for (const Link& link : links_)
      if (link.noun != kNone && link.noun <= word && word - link.noun < kPhrase) return link.time;
    verb = verb_of_noun(word);
  }
  for (uint32_t steps = 0; steps < 3; ++steps) {
    if (const Link* link = nearest(verb, word)) return link->time;
    if (verb == kNone) break;
    verb = lender(verb);
    if (verb == kNone) break;
  }
  return kNone;
}

const TimeLinks::Link* TimeLinks::nearest(uint32_t verb, uint32_t word) const {
  const Link* best = nullptr;
  uint32_t distance = kNone;
  for (const Link& link : links_) {
    if (link.noun != kNone || link.verb != verb) continue;
    const uint32_t apart = link.begin > word ? link.begin - word : word - link.begin;
    if (apart >= distance) continue;
    best = &link;
    distance = apart;
  }
  return best;
}

/// A verb whose time is that of another as well: "resumed | bombing", "visited Baku on 5 May,
/// where he | met".
uint32_t TimeLinks::lender(uint32_t verb) const {
  const VerbGroup& group = groups_[verb];
  if (group.above != kNone) {
    const char* kind = group.embedded == Embedded::infinitive ? "to" : "ing";
    const Effect* effect = s_.lexicon().effect(kind, groups_[group.above].lemma);
    const bool same = effect != nullptr && effect->affirmed != Status::planned;
    return same && group.embedded != Embedded::of_object ? group.above : kNone;
  }
  if (verb == 0) return kNone;
  for (uint32_t at = groups_[verb - 1].verb + 1; at < group.begin; ++at)
    if (s_.lower(at) == "where") return verb - 1;
  return kNone;
}

uint32_t TimeLinks::time_of_mention(uint32_t mention) const {
  const uint32_t begin = s_.begin(mention), end = s_.end(mention);
  for (const Link& link : links_) {
    const bool inside = begin <= link.begin && link.begin < end;
    const bool after = link.begin == end + 1 && (s_.lower(end) == "of" || s_.lower(end) == "in");
    if (inside || link.end == begin || after) return link.time;
  }
  return kNone;
}

bool TimeLinks::is_end(uint32_t time) const {
  const uint32_t begin = s_.document().times[time].tokens.begin - s_.tokens().begin;
  const std::string_view before = s_.lower(static_cast<int64_t>(begin) - 1);
  return before == "until" || before == "till" || before == "to";
}

}  // namespace entente
