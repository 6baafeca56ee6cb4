#include "extract/lexicon.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "base/utf8.h"
#include "extract/tables.h"
#include "extract/tokenize.h"

namespace entente {
namespace {

using Cells = std::vector<std::string_view>;

std::string_view cell(const Cells& row, size_t column) {
  return column < row.size() ? row[column] : std::string_view();
}

std::vector<std::string> lowered_tokens(std::string_view text) {
  std::vector<std::string> result;
  for (const ByteSpan span : tokenize(text))
    result.push_back(lower_case(text.substr(span.begin, span.size())));
  return result;
}

/// Titles are compared without the stop of their abbreviations: "Mr.", "Gen".
std::string without_stop(std::string word) {
  if (word.size() > 1 && word.ends_with('.')) word.pop_back();
  return word;
}

std::vector<std::string> split_words(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

constexpr std::array<std::string_view, 6> kTitleClasses = {"office", "honorific", "rank",
                                                           "kin",    "aide",      "nonoffice"};

ArgumentSlot parse_slot(const std::string& name) {
  if (name == "subj") return {Slot::subject, {}};
  if (name == "obj") return {Slot::object, {}};
  if (name == "poss") return {Slot::possessor, {}};
  if (name == "subjs") return {Slot::subjects, {}};
  return {Slot::preposition, name};
}

std::vector<ArgumentSlot> parse_slots(std::string_view cell) {
  std::vector<ArgumentSlot> slots;
  for (const std::string& name : split_words(cell, '/')) slots.push_back(parse_slot(name));
  return slots;
}

KindSet parse_kinds(std::string_view cell) {
  KindSet set = 0;
  for (const std::string& name : split_words(cell, ','))
    if (const auto kind = parse_kind(name)) set |= kind_bit(*kind);
  return set;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// "stop" doubles its last letter before an ending, "visit" and "meet" do not.
bool doubles(const std::string& lemma) {
  if (lemma.size() < 3) return false;
  const char last = lemma[lemma.size() - 1], middle = lemma[lemma.size() - 2],
             first = lemma[lemma.size() - 3];
  if (is_vowel(last) || !is_vowel(middle) || is_vowel(first)) return false;
  if (std::string_view("wxy").find(last) != std::string_view::npos) return false;
  const auto vowels = std::count_if(lemma.begin(), lemma.end(), is_vowel);
  return vowels == 1 || lemma.ends_with("mit") || lemma.ends_with("fer") ||
         lemma.ends_with("bel") || lemma.ends_with("bar") || lemma.ends_with("cur");
}

}  // namespace

Lexicon::Lexicon() {
  add_titles();
  add_names_and_heads();
  add_predicates();
}

TitleMatch Lexicon::title_at(std::span<const Word> words, size_t at) const {
  TitleMatch best;
  const auto found = titles_.find(without_stop(words[at].lower));
  if (found == titles_.end()) return best;
  for (const Title& title : found->second) {
    if (title.words.size() <= best.length || at + title.words.size() > words.size()) continue;
    const bool same =
        std::equal(title.words.begin(), title.words.end(), words.begin() + at,
                   [](const auto& text, const Word& w) { return text == without_stop(w.lower); });
    if (same) best = {static_cast<uint32_t>(title.words.size()), title.cls};
  }
  return best;
}

std::optional<NodeKind> Lexicon::head_kind(std::string_view noun) const {
  if (const auto found = heads_.find(std::string(noun)); found != heads_.end())
    return found->second;
  if (noun.size() > 4 && noun.ends_with("ies"))
    return head_kind(std::string(noun.substr(0, noun.size() - 3)) + "y");
  if (noun.size() > 3 && noun.ends_with('s')) return head_kind(noun.substr(0, noun.size() - 1));
  return std::nullopt;
}

std::span<const VerbReading> Lexicon::verbs(std::string_view lower) const {
  const auto found = verbs_.find(std::string(lower));
  return found == verbs_.end() ? std::span<const VerbReading>() : found->second;
}

std::optional<Status> Lexicon::embedding(std::string_view lemma) const {
  const Effect* found = effect("to", lemma);
  return found == nullptr ? std::nullopt : std::optional(found->affirmed);
}

const Effect* Lexicon::effect(std::string_view kind, std::string_view word) const {
  const auto found = effects_.find(std::string(kind) + ":" + std::string(word));
  return found == effects_.end() ? nullptr : &found->second;
}

std::string Lexicon::noun(std::string_view lower) const {
  std::string word(lower);
  if (nouns_.contains(word)) return word;
  if (word.ends_with("ies")) {
    const std::string singular = word.substr(0, word.size() - 3) + "y";
    if (nouns_.contains(singular)) return singular;
  }
  for (const size_t ending : {1, 2})
    if (word.size() > ending + 2 && word.ends_with(ending == 1 ? "s" : "es"))
      if (std::string singular = word.substr(0, word.size() - ending); nouns_.contains(singular))
        return singular;
  return {};
}

std::span<const Predicate> Lexicon::predicates(std::string_view lemma, char part_of_speech) const {
  const auto found = predicates_.find(part_of_speech + (":" + std::string(lemma)));
  return found == predicates_.end() ? std::span<const Predicate>() : found->second;
}

// Columns: title, class.
void Lexicon::add_titles() {
  for (const Cells& row : table_rows(embedded_table("titles"))) {
    const auto cls = std::find(kTitleClasses.begin(), kTitleClasses.end(), cell(row, 1));
    assert(cls != kTitleClasses.end());
    Title title{lowered_tokens(row[0]), static_cast<TitleClass>(cls - kTitleClasses.begin())};
    std::erase(title.words, ".");
    for (std::string& word : title.words) word = without_stop(word);
    titles_[title.words.front()].push_back(std::move(title));
  }
}

// given_names: name, sex or "surname". heads: word, class.
void Lexicon::add_names_and_heads() {
  for (const Cells& row : table_rows(embedded_table("given_names")))
    (cell(row, 1) == "surname" ? leading_surnames_ : given_names_).emplace(row[0]);
  for (const Cells& row : table_rows(embedded_table("heads"))) {
    std::string kind(cell(row, 1));
    if (kind.empty()) continue;
    kind[0] = upper_case(kind.substr(0, 1))[0];
    if (const auto parsed = parse_kind(kind)) heads_.emplace(row[0], *parsed);
  }
}

// irregular_verbs: lemma, past, participle. predicates: predicate, part of speech, source, target,
// type, target kinds, status.
void Lexicon::add_predicates() {
  for (const Cells& row : table_rows(embedded_table("irregular_verbs")))
    irregular_[std::string(row[0])] = {std::string(cell(row, 1)), std::string(cell(row, 2))};
  add_embedding_verbs();
  for (const Cells& row : table_rows(embedded_table("predicates"))) {
    const auto type = parse_edge_type(cell(row, 4));
    assert(type && !cell(row, 1).empty());
    Predicate predicate{std::string(row[0]),       cell(row, 1)[0],
                        split_words(row[0], ' '),  parse_slots(cell(row, 2)),
                        parse_slots(cell(row, 3)), *type,
                        parse_kinds(cell(row, 5)), parse_status(cell(row, 6))};
    // Adverbs may stand anywhere; the verb alone is looked for.
    while (predicate.lemmas.size() > 1 && predicate.lemmas.front().ends_with("ly"))
      predicate.lemmas.erase(predicate.lemmas.begin());
    if (predicate.part_of_speech == 'v') add_verb(predicate.lemmas.front());
    const bool names_noun = predicate.part_of_speech == 'n' || predicate.lemmas.size() > 1;
    if (names_noun) nouns_.insert(predicate.lemmas.back());
    if (predicate.part_of_speech == 'n') nouns_.insert(predicate.lemmas.front());
    predicates_[predicate.part_of_speech + (":" + predicate.lemmas.front())].push_back(
        std::move(predicate));
  }
}

void Lexicon::add_embedding_verbs() {
  for (const Cells& row : table_rows(embedded_table("embedding_verbs"))) {
    add_verb(std::string(row[0]));
    if (cell(row, 2) == "clause") reports_.emplace(row[0]);
  }
  add_effects("embedding_verbs");
  add_effects("cues");
}

// Columns: word, status, kind, status where the word is negated.
void Lexicon::add_effects(std::string_view table) {
  for (const Cells& row : table_rows(embedded_table(table))) {
    const auto affirmed = parse_status(cell(row, 1)), negated = parse_status(cell(row, 3));
    assert(affirmed && negated);
    effects_.emplace(std::string(cell(row, 2)) + ":" + std::string(row[0]),
                     Effect{*affirmed, *negated});
  }
}

void Lexicon::add_form(const std::string& form, const std::string& lemma, Inflection kind) {
  verbs_[form].push_back({lemma, kind});
}

void Lexicon::add_verb(const std::string& lemma) {
  const auto known = verbs_.find(lemma);
  if (known != verbs_.end() &&
      std::any_of(known->second.begin(), known->second.end(), [&](const VerbReading& reading) {
        return reading.lemma == lemma && reading.form == Inflection::base;
      }))
    return;
  const char last = lemma.back();
  const bool sibilant = last == 's' || last == 'x' || last == 'z' || last == 'o' ||
                        lemma.ends_with("ch") || lemma.ends_with("sh");
  const bool y_changes = last == 'y' && lemma.size() > 1 && !is_vowel(lemma[lemma.size() - 2]);
  const std::string doubled = doubles(lemma) ? lemma + last : lemma;
  const bool silent_e = last == 'e' && !lemma.ends_with("ee") && !lemma.ends_with("oe");
  const std::string stem = lemma.substr(0, lemma.size() - 1);

  add_form(lemma, lemma, Inflection::base);
  add_form(y_changes ? stem + "ies" : lemma + (sibilant ? "es" : "s"), lemma,
           Inflection::third_person);
  add_form(silent_e                ? stem + "ing"
           : lemma.ends_with("ie") ? lemma.substr(0, lemma.size() - 2) + "ying"
                                   : doubled + "ing",
           lemma, Inflection::gerund);
  if (const auto irregular = irregular_.find(lemma); irregular != irregular_.end()) {
    for (const std::string& past : split_words(irregular->second[0], ';'))
      add_form(past, lemma, Inflection::past);
    for (const std::string& participle : split_words(irregular->second[1], ';'))
      add_form(participle, lemma, Inflection::participle);
    return;
  }
  const std::string past = last == 'e' ? lemma + "d" : y_changes ? stem + "ied" : doubled + "ed";
  add_form(past, lemma, Inflection::past);
  add_form(past, lemma, Inflection::participle);
}

}  // namespace entente
