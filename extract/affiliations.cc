#include <algorithm>
#include <string>
#include <unordered_set>

#include "extract/draft_reader.h"

namespace entente {
namespace {

using WordSet = std::unordered_set<std::string_view>;

/// Last words of names of bodies that belong to a state; other organizations are based there.
bool is_state_organ(std::string_view lower) {
  static const WordSet kHeads = {
      "ministry",   "ministries",  "department", "army",      "navy",           "forces",
      "force",      "military",    "parliament", "congress",  "senate",         "assembly",
      "court",      "police",      "agency",     "embassy",   "commission",     "cabinet",
      "guard",      "duma",        "house",      "legation",  "council",        "treasury",
      "corps",      "bureau",      "office",     "service",   "administration", "representatives",
      "affairs",    "defense",     "defence",    "state",     "consulate",      "chancellery",
      "presidency", "directorate", "lords",      "commons",   "legislature",    "delegation",
      "knesset",    "bundestag",   "diet",       "majlis",    "judiciary",      "mission",
      "government", "brigade",     "division",   "battalion", "prosecutor",     "board"};
  return kHeads.contains(lower);
}

class AffiliationReader : private DraftReader {
 public:
  explicit AffiliationReader(const SentenceView& s) : DraftReader(s) {}

  std::vector<Draft> read() {
    for (uint32_t m = s_.first_mention(); m < s_.last_mention(); ++m) {
      switch (s_.kind(m)) {
        case NodeKind::organization:
          read_organization(m);
          break;
        case NodeKind::territory:
          read_territory(m);
          break;
        case NodeKind::event:
          read_event(m);
          break;
        default:
          break;
      }
    }
    return std::move(drafts_);
  }

 private:
  /// "Argentina's | Congress", "Turkish | gas giant Gazprom", and a state in the body's own name.
  void read_organization(uint32_t body) {
    const size_t before = drafts_.size();
    read_owner(body);
    if (drafts_.size() > before) return;
    if (!state_in_name(body) && is_bare_organ(body) && s_.context().home != kNone)
      emit_entity(body, EdgeType::part_of, s_.context().home, "organ, state implied", 0.5,
                  s_.begin(body));
  }

  /// "Turkish | Ministry of Foreign Affairs", "Parliament of the | United Kingdom".
  bool state_in_name(uint32_t body) {
    for (uint32_t w = s_.begin(body); w < s_.end(body); ++w) {
      std::string surface;
      for (uint32_t end = w; end < s_.end(body) && end < w + 4; ++end) {
        surface += (end > w ? " " : "") + s_.word(end).plain;
        const auto readings = s_.knowledge().find(surface);
        if (readings.empty()) continue;
        const auto owner = s_.context().entities.find(s_.knowledge().thing(readings[0].thing).id);
        if (owner == s_.context().entities.end() || owner->second == s_.entity(body)) continue;
        const NodeKind kind = s_.document().entities[owner->second].kind;
        const bool state = kind == NodeKind::state;
        if (!state && kind != NodeKind::organization) continue;
        emit_entity(body, is_organ(body) || !state ? EdgeType::part_of : EdgeType::based_in,
                    owner->second, "owner in name", 0.75, s_.begin(body));
        return true;
      }
    }
    return false;
  }

  bool is_organ(uint32_t body) const {
    if (is_state_organ(s_.lower(static_cast<int64_t>(s_.end(body)) - 1))) return true;
    for (uint32_t w = s_.begin(body); w < s_.end(body); ++w)
      if (is_state_organ(s_.lower(w)) && s_.lower(w + 1) == "of") return true;
    return false;
  }

  /// "the Senate", "Congress": an organ that every state has, named without its state.
  bool is_bare_organ(uint32_t body) const {
    static const WordSet kOrgans = {"congress",
                                    "senate",
                                    "parliament",
                                    "house of representatives",
                                    "supreme court",
                                    "national assembly",
                                    "house of commons",
                                    "house of lords",
                                    "foreign ministry",
                                    "army",
                                    "state department",
                                    "department of state",
                                    "house",
                                    "constitutional court",
                                    "department of defense",
                                    "department of justice",
                                    "treasury department",
                                    "white house"};
    std::string name;
    for (uint32_t w = s_.begin(body); w < s_.end(body); ++w)
      name += (name.empty() ? "" : " ") + std::string(s_.lower(w));
    return kOrgans.contains(name);
  }

  void read_owner(uint32_t body) {
    const EdgeType type = is_organ(body) ? EdgeType::part_of : EdgeType::based_in;
    int64_t at = static_cast<int64_t>(s_.begin(body)) - 1;
    bool apart = false;
    for (int steps = 0; steps < 4 && at >= 0 && !s_.is_mention(at); ++steps) {
      if (is_possessive_mark(s_.lower(at))) {
        --at;
        break;
      }
      if (s_.cls(at) != WordClass::open || s_.title_length(static_cast<uint32_t>(at)) > 0)
        return owner_after(body, type);
      apart = true;
      --at;
    }
    const uint32_t owner = s_.mention_at(at);
    if (owner == kNone) return owner_after(body, type);
    const bool modifies = s_.is_demonym(owner) || is_possessive_mark(s_.lower(s_.end(owner))) ||
                          (!apart && s_.end(owner) == s_.begin(body));
    if (!modifies) return owner_after(body, type);
    if (s_.kind(owner) == NodeKind::state || s_.kind(owner) == NodeKind::territory)
      emit(body, type, owner, "state before body", 0.75, s_.begin(body));
    else if (s_.kind(owner) == NodeKind::organization)
      emit(body, EdgeType::part_of, owner, "body before body", 0.6, s_.begin(body));
  }

  /// "Parliament | of the United Kingdom", "X, a Kyiv-based think tank", "X in Cairo".
  void owner_after(uint32_t body, EdgeType type) {
    uint32_t at = s_.end(body);
    if (s_.lower(at) != "of" && s_.lower(at) != "in") return;
    const bool in = s_.lower(at) == "in";
    ++at;
    if (s_.lower(at) == "the") ++at;
    const uint32_t owner = s_.mention_at(at);
    if (owner == kNone || s_.is_demonym(owner)) return;
    const NodeKind kind = s_.kind(owner);
    if (in && kind != NodeKind::organization && s_.begin(owner) == at)
      emit(body, EdgeType::based_in, owner, "body in place", 0.4, at);
    if (!in && kind == NodeKind::state) emit(body, type, owner, "body of state", 0.7, at);
    if (!in && kind == NodeKind::organization)
      emit(body, EdgeType::part_of, owner, "body of body", 0.6, at);
  }

  bool is_place(uint32_t m) const {
    return m != kNone && (s_.kind(m) == NodeKind::state || s_.kind(m) == NodeKind::territory);
  }

  /// "Kidal, | Mali", "Munich in Germany", "Japan's Hokkaido", "the Syrian city of Raqqa".
  void read_territory(uint32_t place) {
    if (is_called(place)) return;
    const uint32_t after = s_.end(place);
    if (s_.lower(after) == "," || s_.lower(after) == "in" || s_.lower(after) == "(") {
      uint32_t next = after + 1;
      if (s_.lower(next) == "the") ++next;
      const uint32_t around = s_.mention_at(next);
      const bool list = s_.lower(after) == "," && is_place(around) &&
                        (is_list(place) || (s_.kind(around) == NodeKind::territory &&
                                            s_.lower(s_.end(around)) == "and"));
      if (is_place(around) && !s_.is_demonym(around) && !list) {
        emit(place, EdgeType::located_in, around, "place in place", 0.75, after);
        return;
      }
    }
    int64_t at = static_cast<int64_t>(s_.begin(place)) - 1;
    if (s_.lower(at) == "of" && s_.cls(at - 1) == WordClass::open) at -= 2;
    while (at >= 0 && !s_.is_mention(at) && s_.cls(at) == WordClass::open &&
           static_cast<int64_t>(s_.begin(place)) - at < 6)
      --at;
    if (is_possessive_mark(s_.lower(at))) --at;
    const uint32_t owner = s_.mention_at(at);
    if (!is_place(owner)) return;
    const bool modifies = (s_.is_demonym(owner) && !is_dash(s_.lower(s_.end(owner)))) ||
                          is_possessive_mark(s_.lower(s_.end(owner)));
    if (modifies && s_.kind(owner) == NodeKind::state)
      emit(place, EdgeType::located_in, owner, "state before place", 0.7, s_.begin(place));
  }

  /// "known as the Northern Territories in Japan" says who calls it so, not where it lies.
  bool is_called(uint32_t place) const {
    int64_t at = static_cast<int64_t>(s_.begin(place)) - 1;
    while (s_.lower(at) == "the" || s_.lower(at) == "\"" || s_.lower(at) == "“") --at;
    return s_.lower(at) == "as" || s_.lower(at) == "called" ||
           (s_.lower(at) == "and" && s_.is_mention(at - 1) &&
            s_.lower(s_.begin(s_.mention_at(at - 1)) - 1) == "in");
  }

  /// A place in a list of places says nothing of the next: "in Paris, London and Rome".
  bool is_list(uint32_t place) const {
    const uint32_t next = s_.mention_at(s_.end(place) + 1);
    if (next == kNone || s_.kind(next) == NodeKind::state) {
      return next != kNone && s_.lower(s_.end(next)) == "and";
    }
    return s_.lower(s_.end(next)) == "," && s_.mention_at(s_.end(next) + 1) != kNone &&
           s_.kind(s_.mention_at(s_.end(next) + 1)) == NodeKind::territory &&
           s_.lower(s_.begin(place) - 1) == ",";
  }

  /// "summit in | Osaka", "the Osaka | summit", "Jamaica's | election".
  void read_event(uint32_t event) {
    for (uint32_t at = s_.end(event), steps = 0; at < s_.size() && steps < 4; ++at, ++steps) {
      if (s_.is_mention(at) || s_.cls(at) == WordClass::punctuation) break;
      const std::string_view word = s_.lower(at);
      if (word != "in" && word != "at" && word != "near") continue;
      uint32_t next = at + 1;
      if (s_.lower(next) == "the") ++next;
      const uint32_t place = s_.mention_at(next);
      if (is_place(place) && !s_.is_demonym(place)) {
        emit(event, EdgeType::located_in, place, "event in place", 0.8, at);
        return;
      }
    }
    int64_t at = static_cast<int64_t>(s_.begin(event)) - 1;
    while (at >= 0 && !s_.is_mention(at) && s_.cls(at) == WordClass::open &&
           static_cast<int64_t>(s_.begin(event)) - at < 4)
      --at;
    if (is_possessive_mark(s_.lower(at))) --at;
    const uint32_t place = s_.mention_at(at);
    if (is_place(place) && !is_dash(s_.lower(static_cast<int64_t>(s_.begin(place)) - 1)) &&
        (s_.end(place) == s_.begin(event) || is_possessive_mark(s_.lower(s_.end(place))) ||
         s_.is_demonym(place)))
      emit(event, EdgeType::located_in, place, "place before event", 0.55, s_.begin(event));
  }
};

}  // namespace

std::vector<Draft> find_affiliations(const SentenceView& sentence) {
  return AffiliationReader(sentence).read();
}

}  // namespace entente
