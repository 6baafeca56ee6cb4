#include <algorithm>
#include <array>

#include "extract/syntax.h"

namespace entente {
namespace {

constexpr auto kTags = std::to_array<std::string_view>(
    {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
     "PUNCT", "SCONJ", "SYM", "VERB", "X"});
static_assert(kTags.size() == static_cast<size_t>(Upos::x) + 1);

constexpr auto kRelations = std::to_array<std::string_view>(
    {"acl",           "acl:relcl",   "advcl",        "advcl:relcl",  "advmod",    "amod",
     "appos",         "aux",         "aux:pass",     "case",         "cc",        "cc:preconj",
     "ccomp",         "clf",         "compound",     "compound:prt", "conj",      "cop",
     "csubj",         "csubj:outer", "csubj:pass",   "dep",          "det",       "det:predet",
     "discourse",     "dislocated",  "expl",         "fixed",        "flat",      "goeswith",
     "iobj",          "list",        "mark",         "nmod",         "nmod:desc", "nmod:poss",
     "nmod:unmarked", "nsubj",       "nsubj:outer",  "nsubj:pass",   "nummod",    "obj",
     "obl",           "obl:agent",   "obl:unmarked", "orphan",       "parataxis", "punct",
     "reparandum",    "root",        "vocative",     "xcomp"});
static_assert(kRelations.size() == static_cast<size_t>(Deprel::xcomp) + 1);
static_assert(std::ranges::is_sorted(kTags) && std::ranges::is_sorted(kRelations));

constexpr std::string_view kTenses[] = {"", "Past", "Pres"};
constexpr std::string_view kForms[] = {"", "Fin", "Ger", "Inf", "Part"};
constexpr std::string_view kMoods[] = {"", "Imp", "Ind", "Sub"};
constexpr std::string_view kNumbers[] = {"", "Plur", "Sing"};
constexpr std::string_view kVoices[] = {"", "Pass"};

template <class Value, size_t kSize>
std::optional<Value> find_sorted(const std::array<std::string_view, kSize>& names,
                                 std::string_view name) {
  const auto found = std::ranges::lower_bound(names, name);
  if (found == names.end() || *found != name) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

template <class Value, size_t kSize>
Value value_of(const std::string_view (&names)[kSize], std::string_view name) {
  const auto found = std::ranges::find(names, name);
  return found == std::end(names) ? Value::none : static_cast<Value>(found - std::begin(names));
}

void set_feature(Morphology& morphology, std::string_view key, std::string_view value) {
  if (key == "Tense") morphology.tense = value_of<Tense>(kTenses, value);
  if (key == "VerbForm") morphology.form = value_of<VerbForm>(kForms, value);
  if (key == "Mood") morphology.mood = value_of<Mood>(kMoods, value);
  if (key == "Number") morphology.number = value_of<Number>(kNumbers, value);
  if (key == "Voice") morphology.voice = value_of<Voice>(kVoices, value);
  if (key == "Person" && value.size() == 1 && value[0] >= '1' && value[0] <= '3')
    morphology.person = static_cast<uint8_t>(value[0] - '0');
}

}  // namespace

std::string_view name(Upos tag) { return kTags[static_cast<size_t>(tag)]; }
std::string_view name(Deprel relation) { return kRelations[static_cast<size_t>(relation)]; }

std::optional<Upos> find_upos(std::string_view name) { return find_sorted<Upos>(kTags, name); }
std::optional<Deprel> find_deprel(std::string_view name) {
  return find_sorted<Deprel>(kRelations, name);
}

Deprel universal(Deprel relation) {
  static constexpr auto kUniversal = [] {
    std::array<Deprel, kRelations.size()> result{};
    for (size_t i = 0; i < kRelations.size(); ++i) {
      const auto plain = kRelations[i].substr(0, kRelations[i].find(':'));
      result[i] = static_cast<Deprel>(std::ranges::find(kRelations, plain) - kRelations.begin());
    }
    return result;
  }();
  return kUniversal[static_cast<size_t>(relation)];
}

Morphology read_morphology(std::string_view feats) {
  Morphology morphology;
  while (!feats.empty()) {
    const std::string_view feature = feats.substr(0, feats.find('|'));
    feats.remove_prefix(std::min(feature.size() + 1, feats.size()));
    const size_t equals = feature.find('=');
    if (equals == std::string_view::npos) continue;
    set_feature(morphology, feature.substr(0, equals), feature.substr(equals + 1));
  }
  return morphology;
}

std::string write_morphology(const Morphology& m) {
  std::string feats;
  const auto add = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    if (!feats.empty()) feats += '|';
    feats.append(key).append(1, '=').append(value);
  };
  add("Mood", kMoods[static_cast<size_t>(m.mood)]);
  add("Number", kNumbers[static_cast<size_t>(m.number)]);
  add("Person", m.person == 0 ? "" : std::to_string(m.person));
  add("Tense", kTenses[static_cast<size_t>(m.tense)]);
  add("VerbForm", kForms[static_cast<size_t>(m.form)]);
  add("Voice", kVoices[static_cast<size_t>(m.voice)]);
  return feats.empty() ? "_" : feats;
}

}  // namespace entente
