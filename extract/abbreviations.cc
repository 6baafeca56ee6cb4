#include "extract/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>

namespace entente {
namespace {

struct Entry {
  std::string_view word;
  Abbreviation kind;
};

constexpr Abbreviation kName = Abbreviation::before_name;
constexpr Abbreviation kNumber = Abbreviation::before_number;
constexpr Abbreviation kInside = Abbreviation::inside;
constexpr Abbreviation kAny = Abbreviation::anywhere;

// In byte order, for binary search. Months and days that are words as well ("May", "sun") are
// left out or listed capitalised only.
constexpr auto kEntries = std::to_array<Entry>({
    {"Adm", kName},    {"Admin", kAny},    {"Amb", kName},    {"Apr", kAny},
    {"Art", kNumber},  {"Assn", kAny},     {"Assoc", kAny},   {"Asst", kName},
    {"Attn", kAny},    {"Atty", kName},    {"Aug", kAny},     {"Ave", kAny},
    {"Bd", kAny},      {"Bldg", kAny},     {"Blvd", kAny},    {"Brig", kName},
    {"Bros", kAny},    {"Calif", kAny},    {"Capt", kName},   {"Cdr", kName},
    {"Cf", kInside},   {"Ch", kNumber},    {"Cie", kAny},     {"Cmdr", kName},
    {"Co", kAny},      {"Col", kName},     {"Colo", kAny},    {"Comdr", kName},
    {"Conn", kAny},    {"Corp", kAny},     {"Cpl", kName},    {"Cpt", kName},
    {"Ct", kAny},      {"Dec", kAny},      {"Dem", kAny},     {"Dept", kAny},
    {"Dist", kAny},    {"Div", kAny},      {"Dr", kName},     {"Drs", kName},
    {"Ed", kAny},      {"Eds", kAny},      {"Eng", kAny},     {"Esq", kAny},
    {"Est", kAny},     {"Ext", kAny},      {"Feb", kAny},     {"Fig", kNumber},
    {"Figs", kNumber}, {"Fla", kAny},      {"Fr", kName},     {"Fri", kAny},
    {"Ft", kName},     {"Gen", kName},     {"Gens", kName},   {"Gov", kName},
    {"Govs", kName},   {"Govt", kAny},     {"Hon", kName},    {"Hwy", kAny},
    {"Inc", kAny},     {"Ind", kAny},      {"Insp", kName},   {"Inst", kAny},
    {"Intl", kAny},    {"Jan", kAny},      {"Jr", kAny},      {"Jul", kAny},
    {"Jun", kAny},     {"Kans", kAny},     {"Lieut", kName},  {"Lt", kName},
    {"Ltd", kAny},     {"Maj", kName},     {"Mar", kAny},     {"Mass", kAny},
    {"Messrs", kName}, {"Mfg", kAny},      {"Mgr", kName},    {"Mich", kAny},
    {"Min", kName},    {"Minn", kAny},     {"Miss", kAny},    {"Mlle", kName},
    {"Mme", kName},    {"Mmes", kName},    {"Mo", kAny},      {"Mon", kAny},
    {"Mont", kAny},    {"Mr", kName},      {"Mrs", kName},    {"Ms", kName},
    {"Msgr", kName},   {"Mt", kName},      {"Nev", kAny},     {"No", kNumber},
    {"Nos", kNumber},  {"Nov", kAny},      {"Oct", kAny},     {"Okla", kAny},
    {"Ont", kAny},     {"Op", kNumber},    {"Ore", kAny},     {"P", kNumber},
    {"Para", kNumber}, {"Paras", kNumber}, {"Penn", kAny},    {"Ph.D", kAny},
    {"PhD", kAny},     {"Pl", kAny},       {"Plc", kAny},     {"Pp", kNumber},
    {"Pres", kName},   {"Prof", kName},    {"Profs", kName},  {"Pt", kNumber},
    {"Pty", kAny},     {"Pvt", kName},     {"Que", kAny},     {"Rd", kAny},
    {"Rep", kName},    {"Reps", kName},    {"Res", kNumber},  {"Ret", kAny},
    {"Rev", kName},    {"Rt", kName},      {"S.p.A", kAny},   {"Sat", kAny},
    {"Sec", kNumber},  {"Sen", kName},     {"Sens", kName},   {"Sep", kAny},
    {"Sept", kAny},    {"Ser", kNumber},   {"Sfc", kName},    {"Sgt", kName},
    {"Spc", kName},    {"Spec", kName},    {"Sq", kAny},      {"Sr", kAny},
    {"St", kName},     {"Ste", kName},     {"Sun", kAny},     {"Supt", kName},
    {"Tenn", kAny},    {"Tex", kAny},      {"Thu", kAny},     {"Thur", kAny},
    {"Thurs", kAny},   {"Tue", kAny},      {"Tues", kAny},    {"Univ", kAny},
    {"Va", kAny},      {"Vol", kNumber},   {"Vols", kNumber}, {"Vs", kInside},
    {"Vt", kAny},      {"Wash", kAny},     {"Wed", kAny},     {"Wis", kAny},
    {"Wyo", kAny},     {"al", kAny},       {"alt", kNumber},  {"approx", kInside},
    {"arr", kAny},     {"arrv", kAny},     {"art", kNumber},  {"arts", kNumber},
    {"c", kNumber},    {"ca", kInside},    {"cf", kInside},   {"ch", kNumber},
    {"chap", kNumber}, {"cit", kAny},      {"col", kNumber},  {"conf", kAny},
    {"dept", kAny},    {"dist", kAny},     {"div", kAny},     {"ed", kAny},
    {"eds", kAny},     {"eg", kInside},    {"esp", kInside},  {"est", kAny},
    {"et", kInside},   {"etc", kAny},      {"ext", kNumber},  {"fig", kNumber},
    {"figs", kNumber}, {"fol", kNumber},   {"ibid", kAny},    {"ie", kInside},
    {"incl", kInside}, {"km", kNumber},    {"lb", kAny},      {"lbs", kAny},
    {"max", kNumber},  {"misc", kAny},     {"nos", kNumber},  {"op", kNumber},
    {"oz", kAny},      {"p", kNumber},     {"para", kNumber}, {"paras", kNumber},
    {"pp", kNumber},   {"pt", kNumber},    {"pts", kNumber},  {"repr", kAny},
    {"resp", kInside}, {"sec", kNumber},   {"secs", kNumber}, {"seq", kAny},
    {"ser", kNumber},  {"sq", kAny},       {"tel", kNumber},  {"trans", kNumber},
    {"viz", kInside},  {"vol", kNumber},   {"vols", kNumber}, {"vs", kInside},
    {"yrs", kAny},
});

static_assert(std::ranges::is_sorted(kEntries, {}, &Entry::word));

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// "U.S", "a.m", "e.g": single letters with stops between them.
bool is_letters_with_stops(std::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 0 ? !is_ascii_letter(word[i]) : word[i] != '.') return false;
  return true;
}

Abbreviation find_entry(std::string_view word) {
  const auto found = std::ranges::lower_bound(kEntries, word, {}, &Entry::word);
  return found != kEntries.end() && found->word == word ? found->kind : Abbreviation::none;
}

}  // namespace

Abbreviation find_abbreviation(std::string_view word) {
  static constexpr size_t kLongest = 6;
  if (is_letters_with_stops(word)) {
    const bool inside = word == "e.g" || word == "i.e" || word == "E.g" || word == "I.e";
    return inside ? kInside : kAny;
  }
  if (word.empty() || word.size() > kLongest) return Abbreviation::none;
  if (const auto kind = find_entry(word); kind != Abbreviation::none) return kind;
  // "GEN. SMITH" in headlines.
  if (word.size() < 2 || !std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; }))
    return Abbreviation::none;
  std::string title(word);
  for (size_t i = 1; i < title.size(); ++i) title[i] = static_cast<char>(title[i] | 0x20);
  const auto kind = find_entry(title);
  return kind == Abbreviation::before_name ? kind : Abbreviation::none;
}

}  // namespace entente
