#include "extract/time_options.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "extract/syntax_features.h"
#include "extract/tree.h"
#include "extract/tree_paths.h"

namespace entente {
namespace {

constexpr uint32_t kEarlierTimes = 2;      // times before the sentence that count
constexpr uint32_t kEarlierSentences = 8;  // how far back they may stand
constexpr size_t kLongestPath = 5;         // steps of a path that is told whole
constexpr uint32_t kMostTimes = 32;        // of a sentence that count

std::string_view bin(uint32_t n) {
  static constexpr std::array<std::string_view, 6> kBins = {"0", "1", "2", "3", "few", "many"};
  return n <= 3 ? kBins[n] : n <= 7 ? kBins[4] : kBins[5];
}

std::string_view distance(uint32_t words) {
  return words <= 2 ? "beside" : words <= 5 ? "near" : words <= 12 ? "off" : "far";
}

std::string_view grain_of(const Interval& value) {
  if (!value.begin()) return "until";
  if (!value.end()) return "since";
  if (!value.is_date()) return "span";
  return value.begin()->has_day() ? "day" : value.begin()->has_month() ? "month" : "year";
}

/// The words of a time with their digits alike: "0 july 0000".
std::string shape_of(std::string_view text) {
  std::string shape;
  for (const char c : text) shape += c >= '0' && c <= '9' ? '0' : c;
  return shape;
}

void add(TimeOption& option, std::string_view tag, std::string_view name,
         std::initializer_list<std::string_view> values) {
  std::string text(tag);
  text += ' ';
  text += name;
  for (const std::string_view value : values) {
    text += ' ';
    text += value;
  }
  option.features.push_back(hash_word(text));
}

}  // namespace

struct TimeOptions::Situation {
  const Draft& draft;
  std::string_view type, family, status, tense;
  std::string_view own;     // how many times the sentence has
  std::string_view anchor;  // lemma
  std::string_view rule;    // how far away the rules find a time
  uint32_t near = kNone, usual = kNone, far = kNone;
};

TimeOptions::TimeOptions(const SentenceView& sentence, const std::vector<VerbGroup>& groups,
                         const TimeLinks& links)
    : s_(sentence), groups_(groups), links_(links) {
  const auto& times = s_.document().times;
  const auto before = [](const TimeExpression& time, uint32_t token) {
    return time.tokens.begin < token;
  };
  const auto first = std::lower_bound(times.begin(), times.end(), s_.tokens().begin, before);
  const auto last = std::lower_bound(first, times.end(), s_.tokens().end, before);
  first_ = static_cast<uint32_t>(first - times.begin());
  last_ = std::min(static_cast<uint32_t>(last - times.begin()), first_ + kMostTimes);
}

/// Of the verb at a word, or of the verb whose clause it stands in.
std::string_view TimeOptions::tense_of(uint32_t word) const {
  const Syntax& syntax = s_.document().syntax;
  const uint32_t first = s_.tokens().begin;
  const uint32_t clause = clause_of(syntax, first + word) - first;
  for (const uint32_t verb : {word, clause})
    for (const VerbGroup& group : groups_)
      if (group.verb == verb) {
        if (group.present) return verb == word ? "present" : "in present";
        if (group.form == Inflection::past) return verb == word ? "past" : "in past";
        if (group.form == Inflection::participle) return verb == word ? "perfect" : "in perfect";
        return verb == word ? "open" : "in open";
      }
  return "none";
}

TimeOptions::Situation TimeOptions::read(const Draft& draft) const {
  Situation at{draft,
               name(draft.type),
               name(info(draft.type).family),
               name(draft.status),
               tense_of(draft.anchor),
               bin(last_ - first_),
               s_.document().syntax.lemmas[s_.tokens().begin + draft.anchor],
               "nowhere"};
  at.near = links_.time_of(draft.anchor, TimeReach::near);
  at.usual = links_.time_of(draft.anchor, TimeReach::usual);
  at.far = links_.time_of(draft.anchor, TimeReach::far);
  at.rule = at.near != kNone    ? "near"
            : at.usual != kNone ? "usual"
            : at.far != kNone   ? "far"
                                : "nowhere";
  return at;
}

std::vector<TimeOption> TimeOptions::of(const Draft& draft) const {
  const Situation at = read(draft);
  std::vector<TimeOption> options{none(at)};
  add_own(at, options);
  add_document_date(at, options);
  add_earlier(at, options);
  add_lead(at, options);
  add_named(at, options);
  return options;
}

TimeOption TimeOptions::none(const Situation& at) const {
  TimeOption option;
  const std::string_view dated = s_.document().date ? "dated" : "undated";
  add(option, "none", "type", {at.type});
  add(option, "none", "status", {at.type, at.status});
  add(option, "none", "tense", {at.type, at.tense});
  add(option, "none", "own", {at.own});
  add(option, "none", "typeown", {at.type, at.own});
  add(option, "none", "family", {at.family, at.own, at.tense});
  add(option, "none", "rule", {at.rule});
  add(option, "none", "typerule", {at.type, at.rule});
  add(option, "none", "anchor", {at.anchor});
  add(option, "none", "drafted", {at.draft.rule.substr(0, at.draft.rule.find(':'))});
  add(option, "none", "document", {dated, at.family, at.tense});
  const std::string& style = s_.context().times.style;
  add(option, "none", "style", {dated, style, at.tense});
  add(option, "none", "typestyle", {dated, style, at.type});
  return option;
}

TimeOption TimeOptions::option(uint32_t time, const std::optional<Interval>& value) const {
  return {value, std::string(s_.document().slice(s_.document().times[time].tokens)), {}};
}

void TimeOptions::describe_value(const Situation& at, std::string_view tag,
                                 TimeOption& option) const {
  const Interval& value = *option.value;
  const std::string_view grain = grain_of(value);
  add(option, tag, "type", {at.type});
  add(option, tag, "grain", {grain});
  add(option, tag, "typegrain", {at.type, grain});
  add(option, tag, "status", {at.type, at.status});
  add(option, tag, "tense", {at.family, at.tense});
  add(option, tag, "typetense", {at.type, at.tense});
  add(option, tag, "anchor", {at.anchor});
  const auto& today = s_.document().date;
  if (!today) return;
  const bool ahead = value.begin() && value.begin()->first_day() > today->last_day();
  const bool same = value == Interval(*today);
  const std::string_view when = same ? "today" : ahead ? "ahead" : "past";
  add(option, tag, "when", {when, at.status});
  add(option, tag, "whentense", {when, at.tense});
}

/// The relations from a word to the head of a time, both ways.
std::string TimeOptions::path_to(uint32_t word, uint32_t time) const {
  const Syntax& syntax = s_.document().syntax;
  const uint32_t head = head_of(syntax, s_.document().times[time].tokens);
  const TreePath path = find_path(syntax, s_.tokens().begin + word, head);
  if (path.length() > kLongestPath) return "long";
  std::string text;
  for (const uint32_t t : path.up) text += std::string(name(syntax.arcs[t].relation)) + "<";
  for (auto t = path.down.rbegin(); t != path.down.rend(); ++t)
    text += ">" + std::string(name(syntax.arcs[*t].relation));
  return text;
}

/// Whether a time stands in the clause of what is stated, and whether another stands nearer.
void TimeOptions::describe_clause(const Situation& at, std::string_view tag, uint32_t time,
                                  TimeOption& option) const {
  const auto& times = s_.document().times;
  const Syntax& syntax = s_.document().syntax;
  const uint32_t anchor = s_.tokens().begin + at.draft.anchor;
  const auto apart = [&](uint32_t t) {
    const uint32_t begin = times[t].tokens.begin;
    return begin > anchor ? begin - anchor : anchor - begin;
  };
  uint32_t nearer = 0;
  for (uint32_t t = first_; t < last_; ++t) nearer += apart(t) < apart(time) ? 1 : 0;
  const uint32_t head = head_of(syntax, times[time].tokens);
  const bool same = clause_of(syntax, head) == clause_of(syntax, anchor);
  const std::string_view clause = same ? "same" : "other";
  add(option, tag, "clause", {clause, at.type});
  add(option, tag, "clausetense", {clause, at.tense, at.family});
  add(option, tag, "nearer", {bin(nearer), clause});
}

void TimeOptions::describe_place(const Situation& at, std::string_view tag, uint32_t time,
                                 TimeOption& option) const {
  const TokenSpan tokens = s_.document().times[time].tokens;
  const uint32_t begin = tokens.begin - s_.tokens().begin, end = tokens.end - s_.tokens().begin;
  const bool after = begin > at.draft.anchor;
  const uint32_t apart = after ? begin - at.draft.anchor : at.draft.anchor - begin;
  const std::string_view side = after ? "after" : "before";
  const std::string path = path_to(at.draft.anchor, time);
  const std::string_view before = s_.lower(static_cast<int64_t>(begin) - 1);
  const std::string_view rule = time == at.near    ? "near"
                                : time == at.usual ? "usual"
                                : time == at.far   ? "far"
                                                   : "not";
  add(option, tag, "rule", {rule});
  add(option, tag, "typerule", {at.type, rule});
  add(option, tag, "place", {side, distance(apart)});
  add(option, tag, "typeplace", {at.type, side, distance(apart)});
  add(option, tag, "path", {path});
  add(option, tag, "familypath", {at.family, path});
  add(option, tag, "before", {before});
  add(option, tag, "familybefore", {at.family, before, rule});
  add(option, tag, "after", {s_.lower(end)});
  add(option, tag, "shape", {shape_of(option.phrase)});
  add(option, tag, "only", {at.own, rule});
  add(option, tag, "opens", {begin < 3 ? "yes" : "no", rule, at.own});
  const Syntax& syntax = s_.document().syntax;
  const Arc arc = syntax.arcs[head_of(syntax, tokens)];
  add(option, tag, "governor", {syntax.lemmas[arc.head], name(arc.relation)});
  if (arc.head == s_.tokens().begin + at.draft.anchor)
    add(option, tag, "governed", {at.type, name(arc.relation)});
  const uint32_t mention = s_.mention_at(begin);
  if (mention == kNone) return;
  const uint32_t entity = s_.entity(mention);
  const bool of_end = entity == at.draft.source || entity == at.draft.target;
  add(option, tag, "named", {name(s_.kind(mention)), of_end ? "end" : "other", at.type});
}

void TimeOptions::add_own(const Situation& at, std::vector<TimeOption>& options) const {
  for (uint32_t t = first_; t < last_; ++t) {
    const Interval& value = s_.document().times[t].value;
    const auto describe = [&](std::string_view tag, const std::optional<Interval>& as) {
      TimeOption made = option(t, as);
      describe_value(at, tag, made);
      describe_place(at, tag, t, made);
      describe_clause(at, tag, t, made);
      options.push_back(std::move(made));
    };
    describe("own", value);
    if (!value.is_date()) continue;
    describe("since", Interval::make(value.begin(), std::nullopt));
    describe("until", Interval::make(std::nullopt, value.end()));
  }
}

void TimeOptions::add_document_date(const Situation& at, std::vector<TimeOption>& options) const {
  const auto& date = s_.document().date;
  if (!date) return;
  TimeOption today{Interval(*date), "date of the document", {}};
  const std::string_view place = s_.sentence() < 2 ? "opening" : "later";
  add(today, "today", "type", {at.type});
  add(today, "today", "status", {at.type, at.status});
  add(today, "today", "tense", {at.family, at.tense});
  add(today, "today", "typetense", {at.type, at.tense});
  add(today, "today", "own", {at.own, at.tense});
  add(today, "today", "typeown", {at.type, at.own});
  add(today, "today", "place", {place, at.tense});
  add(today, "today", "anchor", {at.anchor});
  add(today, "today", "rule", {at.rule});
  const std::string& style = s_.context().times.style;
  add(today, "today", "style", {style, at.tense});
  add(today, "today", "styleown", {style, at.tense, at.own});
  add(today, "today", "typestyle", {style, at.type});
  add(today, "today", "familystyle", {style, at.family, at.tense, at.own});
  add(today, "today", "grain", {date->has_day() ? "day" : "coarse"});
  options.push_back(std::move(today));
}

void TimeOptions::add_earlier(const Situation& at, std::vector<TimeOption>& options) const {
  const Document& document = s_.document();
  for (uint32_t back = 0; back < kEarlierTimes && back < first_; ++back) {
    const uint32_t t = first_ - 1 - back;
    const uint32_t token = document.times[t].tokens.begin;
    uint32_t sentences = 1;
    while (sentences < kEarlierSentences && sentences < s_.sentence() &&
           token < document.sentences[s_.sentence() - sentences].begin)
      ++sentences;
    if (token < document.sentences[s_.sentence() - sentences].begin) break;
    TimeOption made = option(t, document.times[t].value);
    const std::string_view tag = back == 0 ? "earlier" : "earlier2";
    describe_value(at, tag, made);
    add(made, tag, "back", {bin(sentences), at.own});
    add(made, tag, "typeback", {at.type, bin(sentences)});
    add(made, tag, "familyback", {at.family, bin(sentences), grain_of(*made.value)});
    add(made, tag, "rule", {at.rule, at.tense});
    options.push_back(std::move(made));
  }
}

/// The first time of the text, which may be that of all that it tells: "The conference took place
/// from 4 to 11 February 1945."
void TimeOptions::add_lead(const Situation& at, std::vector<TimeOption>& options) const {
  if (first_ == 0) return;
  const Document& document = s_.document();
  constexpr uint32_t kOpening = 3;  // sentences
  const size_t opening = std::min<size_t>(kOpening, document.sentences.size()) - 1;
  if (document.times[0].tokens.begin >= document.sentences[opening].end) return;
  TimeOption made = option(0, document.times[0].value);
  const std::string_view others = bin(s_.context().times.distinct - 1);
  const std::string_view grain = grain_of(*made.value);
  describe_value(at, "lead", made);
  add(made, "lead", "others", {others, at.own});
  add(made, "lead", "since", {bin(first_), at.own});
  add(made, "lead", "family", {at.family, at.tense, others});
  add(made, "lead", "rule", {at.rule, at.tense, grain});
  add(made, "lead", "dated", {document.date ? "dated" : "undated", at.tense, grain});
  options.push_back(std::move(made));
}

void TimeOptions::add_named(const Situation& at, std::vector<TimeOption>& options) const {
  const TimeContext& context = s_.context().times;
  const auto add_from = [&](std::string_view tag, const std::vector<uint32_t>& times) {
    for (const uint32_t entity : {at.draft.source, at.draft.target}) {
      const uint32_t t = times[entity];
      if (t == kNone) continue;
      TimeOption made = option(t, s_.document().times[t].value);
      const std::string_view kind = name(s_.document().entities[entity].kind);
      const std::string_view here = first_ <= t && t < last_ ? "here" : "elsewhere";
      describe_value(at, tag, made);
      add(made, tag, "kind", {kind, at.type});
      add(made, tag, "here", {here, at.type});
      add(made, tag, "own", {here, at.own, at.rule});
      options.push_back(std::move(made));
    }
  };
  add_from("named", context.of_name);
  add_from("first", context.of_first);
}

const TimeOption& choose_time(const std::vector<TimeOption>& options, const TimeModel& model) {
  std::vector<double> scores;
  for (const TimeOption& option : options) scores.push_back(score(option.features, model));
  const double most = *std::ranges::max_element(scores);
  size_t best = 0;
  double best_mass = 0;
  for (size_t i = 0; i < options.size(); ++i) {
    double mass = 0;
    for (size_t k = 0; k < options.size(); ++k)
      if (options[k].value == options[i].value) mass += std::exp(scores[k] - most);
    if (mass <= best_mass) continue;
    best = i;
    best_mass = mass;
  }
  return options[best];
}

}  // namespace entente
