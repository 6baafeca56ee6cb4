#include "extract/described.h"

#include <array>
#include <string_view>
#include <unordered_set>

namespace entente {
namespace {

using WordSet = std::unordered_set<std::string_view>;

/// Nouns that name one agreement or event even when nothing stands before them.
const WordSet& sufficient_heads() {
  static const WordSet kHeads = {"ceasefire",  "cease-fire",  "armistice", "truce",     "coup",
                                 "referendum", "prorogation", "brexit",    "ceasefires"};
  return kHeads;
}

/// Words that tell one agreement from another.
const WordSet& agreement_modifiers() {
  static const WordSet kWords = {
      "peace",         "joint",          "trade",         "border",
      "maritime",      "nuclear",        "military",      "security",
      "bilateral",     "trilateral",     "interim",       "final",
      "draft",         "framework",      "partnership",   "cooperation",
      "defense",       "defence",        "friendship",    "commercial",
      "extradition",   "arms",           "ceasefire",     "armistice",
      "gas",           "grain",          "test",          "ban",
      "economic",      "free",           "investment",    "political",
      "secret",        "postwar",        "prisoner",      "exchange",
      "swap",          "hostage",        "mutual",        "assistance",
      "aggression",    "unilateral",     "comprehensive", "cultural",
      "fisheries",     "fishing",        "water",         "oil",
      "migration",     "refugee",        "climate",       "tax",
      "visa",          "customs",        "power",         "sharing",
      "transition",    "unity",          "disarmament",   "control",
      "reduction",     "limitation",     "boundary",      "territorial",
      "surrender",     "unconditional",  "withdrawal",    "truce",
      "separate",      "multilateral",   "regional",      "international",
      "global",        "comprehensive",  "permanent",     "provisional",
      "binding",       "code",           "demarcation",   "recognition",
      "normalization", "reconciliation", "status",        "forces"};
  return kWords;
}

const WordSet& event_modifiers() {
  static const WordSet kWords = {"civil",        "presidential",   "parliamentary",
                                 "general",      "legislative",    "snap",
                                 "local",        "world",          "cold",
                                 "trade",        "peace",          "security",
                                 "diplomatic",   "economic",       "bilateral",
                                 "trilateral",   "annual",         "regional",
                                 "humanitarian", "border",         "hostage",
                                 "missile",      "constitutional", "political",
                                 "military",     "joint",          "naval",
                                 "air",          "drone",          "terrorist",
                                 "suicide",      "bomb",           "anti",
                                 "government",   "democracy",      "pro",
                                 "independence", "federal",        "primary",
                                 "municipal",    "state",          "financial",
                                 "refugee",      "migration",      "nuclear",
                                 "arms",         "control",        "six",
                                 "party",        "four",           "way",
                                 "proxy",        "guerrilla",      "popular",
                                 "armed",        "failed",         "attempted",
                                 "bloody",       "full",           "scale",
                                 "special",      "virtual",        "emergency",
                                 "ministerial",  "international",  "donor",
                                 "pledging",     "final",          "opening",
                                 "second",       "round",          "first",
                                 "ground",       "revolutionary",  "ethnic",
                                 "territorial",  "maritime"};
  return kWords;
}

/// Heads too common to be told apart by one ordinary modifier.
const WordSet& vague_heads() {
  static const WordSet kHeads = {
      "meeting",     "attack",      "visit",        "session",       "program",      "programme",
      "plan",        "law",         "act",          "bill",          "policy",       "move",
      "action",      "process",     "dispute",      "deal",          "rule",         "case",
      "decree",      "statement",   "note",         "letter",        "order",        "agenda",
      "dialogue",    "article",     "amendment",    "report",        "proposal",     "strike",
      "campaign",    "operation",   "incident",     "game",          "games",        "day",
      "anniversary", "celebration", "ceremony",     "charter",       "constitution", "mission",
      "tour",        "trip",        "mandate",      "code",          "doctrine",     "strategy",
      "initiative",  "conflict",    "negotiations", "consultations", "discussions",  "contacts",
      "meetings",    "visits",      "relations",    "violence",      "fighting"};
  return kHeads;
}

bool is_free(const std::vector<bool>& taken, size_t at) { return !taken[at]; }

bool is_dated(const Word& word) {
  return is_year(word.plain) || (word.capitalized && is_month(word.lower));
}

/// "non-aggression" is one token: what stands after the prefix.
std::string_view after_prefix(std::string_view lower) { return lower.substr(lower.rfind('-') + 1); }

/// How many words before `head` describe it. Hyphens join modifiers ("non-aggression pact").
size_t modifiers_before(const std::vector<Word>& words, const std::vector<bool>& taken, size_t head,
                        const WordSet& modifiers, bool& dated) {
  size_t begin = head;
  while (begin > 0 && is_free(taken, begin - 1)) {
    const Word& word = words[begin - 1];
    if (is_dated(word) || (word.cls == WordClass::number && begin < head && dated)) {
      dated = true;
      --begin;
    } else if (modifiers.contains(after_prefix(word.lower)) && !word.capitalized) {
      --begin;
    } else if (is_dash(word.plain) && begin >= 2 && begin < head && is_free(taken, begin - 2) &&
               words[begin - 2].cls != WordClass::punctuation) {
      begin -= 2;
    } else {
      break;
    }
  }
  return head - begin;
}

/// "treaty with Japan", "war between …", "agreement of 1952".
bool is_specified_after(const std::vector<Word>& words, const std::vector<bool>& taken,
                        size_t head) {
  if (head + 1 >= words.size()) return false;
  const std::string& next = words[head + 1].lower;
  if (next == "between" || next == "on") return true;
  const bool named = head + 2 < words.size() && taken[head + 2];
  if (next == "with" && named) return true;
  return (next == "of" || next == "in") && head + 2 < words.size() && is_dated(words[head + 2]);
}

}  // namespace

std::vector<NameCandidate> find_described(const std::vector<Word>& words,
                                          const std::vector<bool>& taken, const Lexicon& lexicon) {
  std::vector<NameCandidate> found;
  for (size_t head = 0; head < words.size(); ++head) {
    if (taken[head] || words[head].cls != WordClass::open || words[head].capitalized) continue;
    const auto kind = lexicon.head_kind(words[head].lower);
    if (kind != NodeKind::agreement && kind != NodeKind::event) continue;
    const auto& modifiers = kind == NodeKind::agreement ? agreement_modifiers() : event_modifiers();
    bool dated = false;
    const size_t before = modifiers_before(words, taken, head, modifiers, dated);
    const bool vague = vague_heads().contains(words[head].lower);
    const bool tells = sufficient_heads().contains(words[head].lower) || dated ||
                       (!vague && (before > 0 || is_specified_after(words, taken, head)));
    if (!tells) continue;
    const auto begin = static_cast<uint32_t>(head - before);
    found.push_back({{begin, static_cast<uint32_t>(head + 1)}, kind, MentionForm::name, {}, {}});
  }
  return found;
}

}  // namespace entente
