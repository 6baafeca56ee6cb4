#include "extract/candidate_features.h"

#include <algorithm>

#include "extract/syntax_features.h"

namespace entente {
namespace {

constexpr size_t kLongestPath = 6;  // steps of a path that is told whole
constexpr uint32_t kShortGap = 5;   // words between two phrases that are told in order
constexpr uint32_t kLongGap = 14;   // words between that are told at all

/// A number in few words: 0 to 4 as they are, then coarser.
std::string_view bin(uint32_t n) {
  static constexpr std::array<std::string_view, 9> kBins = {"0", "1", "2",  "3",   "4",
                                                            "6", "9", "15", "many"};
  if (n <= 4) return kBins[n];
  return n <= 6 ? kBins[5] : n <= 9 ? kBins[6] : n <= 15 ? kBins[7] : kBins[8];
}

std::string_view name_of(ArgumentForm form) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "name", "demonym", "anaphor", "speaker", "voice", "implied", "leading", "topic"};
  return kNames[static_cast<size_t>(form)];
}

std::string_view rule_family(std::string_view rule) { return rule.substr(0, rule.find(':')); }

}  // namespace

CandidateFeatures::CandidateFeatures(const SentenceView& s, const std::vector<VerbGroup>& groups,
                                     const std::vector<Draft>& drafts)
    : s_(s),
      syntax_(s.document().syntax),
      groups_(groups),
      drafts_(drafts),
      frames_(s),
      children_(s.size()) {
  for (uint32_t t = s.tokens().begin; t < s.tokens().end; ++t)
    if (const uint32_t head = syntax_.arcs[t].head; head != t)
      children_[head - s.tokens().begin].push_back(t);
}

void CandidateFeatures::add(std::string_view group, std::string_view value, std::string_view more) {
  std::string text(group);
  text += ' ';
  text += value;
  if (!more.empty()) {
    text += ' ';
    text += more;
  }
  found_.push_back(hash_word(text));
}

std::vector<uint64_t> CandidateFeatures::of(const CandidateArgument& source,
                                            const CandidateArgument& target, const TreePath& path,
                                            uint32_t anchor) {
  found_.clear();
  const std::string kinds =
      std::string(name(kind(source.entity))) + ">" + std::string(name(kind(target.entity)));
  add_ends(source, target);
  add_place(source, target);
  add_path(path, kinds);
  add_anchor(anchor, kinds);
  add_predicates(path);
  add_frames(source, target);
  add_between(source, target, kinds);
  add_drafts(source.entity, target.entity);
  std::ranges::sort(found_);
  found_.erase(std::ranges::unique(found_).begin(), found_.end());
  return found_;
}

void CandidateFeatures::add_ends(const CandidateArgument& source, const CandidateArgument& target) {
  const NodeKind a = kind(source.entity), b = kind(target.entity);
  add("kinds", name(a), name(b));
  add("forms", name_of(source.form), name_of(target.form));
  add_end('a', source, b);
  add_end('b', target, a);
}

/// What is known of one end by itself.
void CandidateFeatures::add_end(char side, const CandidateArgument& end, NodeKind other) {
  const std::string tag(1, side);
  const NodeKind own = kind(end.entity);
  const std::string kinds =
      std::string(name(own)) + name_of(end.form).data() + "/" + std::string(name(other));
  add(tag + "kind", kinds);
  const Entity& entity = s_.document().entities[end.entity];
  if (const KnownThing* thing = s_.knowledge().find_id(entity.id))
    add(tag + "category", thing->category, name(other));
  if (end.entity == s_.context().home) add(tag + "home", kinds);
  const Arc arc = syntax_.arcs[end.head];
  add(tag + "relation", name(arc.relation), kinds);
  add(tag + "head", lemma(arc.head), name(arc.relation));
  add(tag + "preposition", preposition_of(end.head), kinds);
  add(tag + "headpreposition", lemma(arc.head), preposition_of(end.head));
  for (const int64_t step : {-2, -1}) {
    const int64_t at = static_cast<int64_t>(end.begin) + step;
    add(tag + (step == -1 ? "before" : "before2"), s_.lower(at), name(other));
  }
  add(tag + "after", s_.lower(end.end), name(other));
  add(tag + "after2", s_.lower(end.end + 1), name(other));
  if (own != NodeKind::person && own != NodeKind::state)
    add(tag + "last", s_.lower(static_cast<int64_t>(end.end) - 1), name(other));
  for (uint32_t at = end.begin > 6 ? end.begin - 6 : 0; at < end.begin; ++at)
    if (const TitleMatch title = s_.title_at(at);
        title.length > 0 && at + title.length == end.begin)
      add(tag + "title", s_.lower(static_cast<int64_t>(end.begin) - 1),
          std::to_string(static_cast<int>(title.cls)));
}

std::string_view CandidateFeatures::preposition_of(uint32_t token) const {
  for (const uint32_t child : children_[token - s_.tokens().begin])
    if (syntax_.arcs[child].relation == Deprel::case_) return lemma(child);
  return "-";
}

void CandidateFeatures::add_place(const CandidateArgument& source,
                                  const CandidateArgument& target) {
  const bool first = source.begin < target.begin;
  const std::string order = first ? "ab" : "ba";
  const uint32_t left = first ? source.end : target.end;
  const uint32_t right = first ? target.begin : source.begin;
  const uint32_t gap = right > left ? right - left : 0;
  uint32_t names = 0;
  for (uint32_t m = s_.first_mention(); m < s_.last_mention(); ++m)
    if (s_.begin(m) >= left && s_.end(m) <= right) ++names;
  const std::string kinds =
      std::string(name(kind(source.entity))) + ">" + std::string(name(kind(target.entity)));
  add("order", order, kinds);
  add("gap", bin(gap), order + kinds);
  add("names", bin(names), order);
  add("crowd", bin(s_.last_mention() - s_.first_mention()), order);
}

/// The relations of a way up, without the steps from one coordinated word to the first.
std::vector<Deprel> CandidateFeatures::relations_of(const std::vector<uint32_t>& way) const {
  std::vector<Deprel> relations;
  for (const uint32_t t : way)
    if (syntax_.arcs[t].relation != Deprel::conj) relations.push_back(syntax_.arcs[t].relation);
  return relations;
}

/// Relations up and down, words at the top and on the way.
void CandidateFeatures::add_path(const TreePath& path, std::string_view kinds) {
  const std::vector<Deprel> ups = relations_of(path.up), downs = relations_of(path.down);
  std::string up, down;
  for (const Deprel relation : ups) up += std::string(name(relation)) + "<";
  for (const Deprel relation : downs) down += ">" + std::string(name(relation));
  const std::string_view top = lemma(path.top);
  if (ups.size() + downs.size() <= kLongestPath) {
    add("path", up + "*" + down, kinds);
    add("pathtop", up + std::string(top) + down);
  }
  add("length", bin(path.length()), kinds);
  add("top", top, kinds);
  add("toptag", name(syntax_.tags[path.top]), kinds);
  const std::string sides = sides_of(ups, downs);
  add("sides", sides, kinds);
  add("topsides", top, sides);
  for (size_t i = 1; i < path.up.size(); ++i) {
    add("up", lemma(path.up[i]), kinds);
    add("upword", lemma(path.up[i]));
  }
  for (size_t i = 1; i < path.down.size(); ++i) {
    add("down", lemma(path.down[i]), kinds);
    add("downword", lemma(path.down[i]));
  }
  if (!path.down.empty())
    add("topdown", top, std::string(preposition_of(path.down.front())) + std::string(kinds));
  if (!path.up.empty())
    add("topup", top, std::string(preposition_of(path.up.front())) + std::string(kinds));
}

/// The last steps to the top from both sides: "nsubj^obj".
std::string CandidateFeatures::sides_of(const std::vector<Deprel>& ups,
                                        const std::vector<Deprel>& downs) {
  const auto last = [](const std::vector<Deprel>& way) {
    return way.empty() ? std::string_view("-") : name(way.back());
  };
  return std::string(last(ups)) + "^" + std::string(last(downs));
}

/// The word that joins the ends, its auxiliaries, objects and what governs it.
void CandidateFeatures::add_anchor(uint32_t anchor, std::string_view kinds) {
  add("anchor", lemma(anchor), kinds);
  for (const uint32_t child : children_[anchor - s_.tokens().begin]) {
    const Deprel relation = universal(syntax_.arcs[child].relation);
    if (relation == Deprel::obj || relation == Deprel::compound || relation == Deprel::xcomp ||
        syntax_.arcs[child].relation == Deprel::compound_prt)
      add("with", lemma(anchor), lemma(child));
    if (relation == Deprel::obj || relation == Deprel::xcomp) add("object", lemma(child), kinds);
    if (relation == Deprel::aux || relation == Deprel::mark || relation == Deprel::advmod ||
        relation == Deprel::det || relation == Deprel::cop)
      add("around", lemma(child), name(relation));
  }
  const Arc arc = syntax_.arcs[anchor];
  add("governor", lemma(arc.head), name(arc.relation));
  add("form", write_morphology(syntax_.morphology[anchor]));
  for (const VerbGroup& group : groups_)
    if (s_.tokens().begin + group.verb == anchor || s_.tokens().begin + group.verb == arc.head)
      add("status", name(group.status));
}

/// Types that the predicates table gives for words on the path, and how the ends hang on them: so
/// what is learnt of one verb holds for all that the table gives the same type.
void CandidateFeatures::add_predicates(const TreePath& path) {
  const std::vector<Deprel> ups = relations_of(path.up), downs = relations_of(path.down);
  const std::string sides = sides_of(ups, downs);
  add_types(path.top, "top", sides, path);
  if (ups.empty() || downs.empty()) {  // coordinated or one under the other: what governs both
    const Arc arc = syntax_.arcs[path.top];
    add("governs", lemma(arc.head), std::string(name(arc.relation)) + sides);
    if (arc.head != path.top)
      add_types(arc.head, "governor", std::string(name(arc.relation)) + "/" + sides, path);
  }
  for (size_t i = 1; i < path.up.size(); ++i) {
    const std::string_view below = name(syntax_.arcs[path.up[i - 1]].relation);
    add_types(path.up[i], "up", std::string(below) + "|" + sides, path);
  }
  for (size_t i = 1; i < path.down.size(); ++i) {
    const std::string_view below = name(syntax_.arcs[path.down[i - 1]].relation);
    add_types(path.down[i], "down", sides + "|" + std::string(below), path);
  }
}

void CandidateFeatures::add_types(uint32_t token, std::string_view place, std::string_view sides,
                                  const TreePath& path) {
  const Upos tag = syntax_.tags[token];
  const char part = tag == Upos::verb ? 'v' : tag == Upos::noun ? 'n' : 'a';
  std::string ends = "-";
  if (!path.up.empty()) ends = preposition_of(path.up.front());
  if (!path.down.empty()) ends += "," + std::string(preposition_of(path.down.front()));
  for (const Predicate& row : s_.lexicon().predicates(lemma(token), part)) {
    if (row.lemmas.size() != 1) continue;
    const std::string type = std::string(name(row.type)) + part;
    add("says", type, place);
    add("saysides", type, std::string(place) + std::string(sides));
    add("sayends", type, std::string(place) + ends);
  }
}

/// Rows of the predicates table whose slots the ends fill, as the table has them or turned round.
void CandidateFeatures::add_frames(const CandidateArgument& source,
                                   const CandidateArgument& target) {
  static constexpr std::array<std::string_view, 3> kFillings = {"direct", "inherited", "modifier"};
  const auto add_matches = [&](uint32_t from, uint32_t to, NodeKind goal, std::string_view way) {
    for (const FrameMatch& match : frames_.matches(from, to)) {
      const Predicate& row = *match.row;
      if (row.target_kinds != 0 && !contains(row.target_kinds, goal)) continue;
      const std::string type(name(row.type));
      const std::string_view filling = kFillings[static_cast<size_t>(match.filling)];
      if (match.source && match.target) {
        add(std::string(way), type, filling);
        add(std::string(way) + "row", type, row.text);
        add(std::string(way) + "part", type, std::string_view(&row.part_of_speech, 1));
      } else if (match.filling != Filling::modifier) {
        add(std::string(way) + (match.source ? "source" : "target"), type);
      }
    }
  };
  add_matches(source.head, target.head, kind(target.entity), "frame");
  add_matches(target.head, source.head, kind(source.entity), "turned");
}

void CandidateFeatures::add_between(const CandidateArgument& source,
                                    const CandidateArgument& target, std::string_view kinds) {
  const uint32_t begin = std::min(source.end, target.end);
  const uint32_t end = std::max(source.begin, target.begin);
  if (end < begin || end - begin > kLongGap) return;
  const std::string order = source.begin < target.begin ? "ab" : "ba";
  std::string text = order;
  for (uint32_t at = begin; at < end; ++at) {
    text += ' ';
    text += s_.is_mention(at) ? std::string_view("#") : s_.lower(at);
    if (!s_.is_mention(at))
      add("between", lemma(s_.tokens().begin + at), order + std::string(kinds));
  }
  if (end - begin <= kShortGap) add("gaptext", text, kinds);
}

void CandidateFeatures::add_drafts(uint32_t source, uint32_t target) {
  for (const Draft& draft : drafts_) {
    const bool same = draft.source == source && draft.target == target;
    const bool reversed = draft.source == target && draft.target == source;
    if (!same && !reversed) continue;
    const std::string way = same ? "draft" : "reversed";
    add(way, name(draft.type));
    add(way, name(draft.type), rule_family(draft.rule));
    add(way + "rule", name(draft.type), draft.rule);
    if (same) add("draftstatus", name(draft.status));
  }
}

}  // namespace entente
