#include <algorithm>
#include <string>
#include <unordered_set>

#include "extract/draft_reader.h"

namespace entente {
namespace {

using WordSet = std::unordered_set<std::string_view>;

bool is_former(std::string_view lower) {
  return lower == "former" || lower == "ex" || lower == "then" || lower == "late" ||
         lower == "outgoing";
}

/// A title before or after a name, with its modifiers.
struct Title {
  uint32_t begin = 0, end = 0;  // words; empty: none
  TitleClass cls = TitleClass::office;
  Status status = Status::actual;
  bool empty() const { return begin == end; }
};

class OfficeReader : private DraftReader {
 public:
  explicit OfficeReader(const SentenceView& s) : DraftReader(s) {}

  std::vector<Draft> read() {
    for (uint32_t m = s_.first_mention(); m < s_.last_mention(); ++m)
      if (s_.kind(m) == NodeKind::person) read_person(m);
    return std::move(drafts_);
  }

 private:
  std::string text(uint32_t begin, uint32_t end) const {
    const uint32_t first = s_.tokens().begin;
    return std::string(s_.document().slice(TokenSpan{first + begin, first + end}));
  }

  /// The title that ends where `end` is: the longest, with "deputy" and "former" before it.
  Title title_ending_at(uint32_t end) const {
    Title title;
    for (uint32_t begin = end; begin-- > 0 && end - begin <= 6;) {
      if (s_.is_mention(begin)) break;
      const TitleMatch match = s_.title_at(begin);
      if (match.length > 0 && begin + match.length == end)
        title = {begin, end, match.cls, Status::actual};
    }
    if (title.empty()) return title;
    while (title.begin > 0 && !s_.is_mention(title.begin - 1)) {
      const std::string_view before = s_.lower(title.begin - 1);
      if (is_former(before)) {
        title.status = Status::ended;
        // "former" is no part of the role, but what stands before it is whose office it was.
        former_ = title.begin - 1;
        break;
      }
      if (before != "deputy" && before != "vice" && before != "acting" && before != "assistant" &&
          before != "first" && before != "under" &&
          !(before == "-" && s_.lower(title.begin - 2) == "vice"))
        break;
      --title.begin;
    }
    return title;
  }

  uint32_t start_of(const Title& title) const {
    return title.status == Status::ended ? former_ : title.begin;
  }

  void read_person(uint32_t person) {
    const size_t before = drafts_.size();
    uint32_t end = s_.begin(person);
    Title office;
    for (int chain = 0; chain < 3; ++chain) {  // "Defense Minister General X"
      const Title title = title_ending_at(end);
      if (title.empty()) break;
      if (title.cls == TitleClass::office) office = title;
      title_before(person, title);
      end = start_of(title);
    }
    title_apart_before(person);
    title_of_body_before(person);
    apposition_after(person);
    party_member(person);
    if (!office.empty() && drafts_.size() == before) implied_body(person, office);
  }

  /// "President | James Monroe" in a text about the United States: the state that the sentence
  /// named last before, else the one that the document is about.
  void implied_body(uint32_t person, const Title& title) {
    if (!is_state_office(title)) return;
    uint32_t body = s_.context().home;
    for (uint32_t m = s_.first_mention(); m < person; ++m)
      if (s_.kind(m) == NodeKind::state) body = s_.entity(m);
    if (body == kNone) return;
    emit_entity(person, EdgeType::holds_office, body, "title, state implied", 0.6, title.begin,
                title.status, text(title.begin, title.end));
  }

  /// Offices that only states have.
  bool is_state_office(const Title& title) const {
    static const WordSet kOffices = {
        "president",  "minister",   "king",    "queen",          "emperor", "chancellor", "premier",
        "ambassador", "secretary",  "prince",  "sultan",         "shah",    "taoiseach",  "tsar",
        "emir",       "prosecutor", "senator", "representative", "advisor", "adviser",    "state",
        "general",    "vice",       "leader",  "consul",         "chief"};
    for (uint32_t w = title.begin; w < title.end; ++w)
      if (kOffices.contains(s_.lower(w))) return true;
    return false;
  }

  /// "Russian Foreign Minister | Sergey Lavrov", "LDP Secretary-General | X".
  void title_before(uint32_t person, const Title& title) {
    int64_t at = static_cast<int64_t>(start_of(title)) - 1;
    if (is_possessive_mark(s_.lower(at))) --at;
    const uint32_t body = s_.mention_at(at);
    if (body == kNone) return;
    Title held = title;  // "former | Spanish | President"
    if (is_former(s_.lower(static_cast<int64_t>(s_.begin(body)) - 1))) held.status = Status::ended;
    relate(person, held, body, "title before name");
  }

  void relate(uint32_t person, const Title& title, uint32_t body, const char* rule) {
    const std::string role = text(title.begin, title.end);
    const NodeKind kind = s_.kind(body);
    switch (title.cls) {
      case TitleClass::office:
      case TitleClass::rank:
        if (allowed(NodeKind::person, EdgeType::holds_office, kind)) {
          if (title.cls == TitleClass::office)
            emit(person, EdgeType::holds_office, body, rule, 0.9, title.begin, title.status, role);
        }
        break;
      case TitleClass::aide:
        if (kind == NodeKind::person)
          emit(person, EdgeType::aide_to, body, rule, 0.8, title.begin, title.status, role);
        else if (allowed(NodeKind::person, EdgeType::holds_office, kind))
          emit(person, EdgeType::holds_office, body, rule, 0.8, title.begin, title.status, role);
        break;
      case TitleClass::kin:
        if (kind == NodeKind::person)
          emit(person, EdgeType::family_of, body, rule, 0.8, title.begin, title.status, role);
        break;
      case TitleClass::nonoffice:
        if (kind == NodeKind::state || kind == NodeKind::territory)
          emit(person, EdgeType::citizen_of, body, rule, 0.7, title.begin);
        break;
      case TitleClass::honorific:
        break;
    }
  }

  /// "Spain's former president, | Juan Ortega |, …".
  void title_apart_before(uint32_t person) {
    const uint32_t comma = s_.begin(person) - 1;
    if (s_.begin(person) == 0 || s_.lower(comma) != "," || s_.lower(s_.end(person)) != ",") return;
    const Title title = title_ending_at(comma);
    if (!title.empty() && title.cls == TitleClass::office) title_before(person, title);
  }

  /// "the president of Russia, | Vladimir Putin", "President of Egypt | X".
  void title_of_body_before(uint32_t person) {
    int64_t at = static_cast<int64_t>(s_.begin(person)) - 1;
    if (s_.lower(at) == ",") --at;
    const uint32_t body = s_.mention_at(at);
    if (body == kNone || s_.is_demonym(body)) return;
    int64_t of = static_cast<int64_t>(s_.begin(body)) - 1;
    if (s_.lower(of) == "the") --of;
    if (of < 1 || (s_.lower(of) != "of" && s_.lower(of) != "for")) return;
    const Title title = title_ending_at(static_cast<uint32_t>(of));
    if (!title.empty() && title.cls != TitleClass::rank)
      relate(person, title, body, "title of body before name");
  }

  /// "Lavrov, the Russian foreign minister", "Medvedev, head of the party of X".
  void apposition_after(uint32_t person) {
    uint32_t at = s_.end(person);
    if (s_.lower(at) != "," && s_.lower(at) != "(") {
      if (s_.lower(at) != "is" && s_.lower(at) != "was" && s_.lower(at) != "as" &&
          s_.lower(at) != "became")
        return;
    }
    ++at;
    Status status = Status::actual;
    uint32_t body = kNone;
    for (uint32_t steps = 0; steps < 5 && at < s_.size(); ++steps) {
      if (s_.title_length(at) > 0) break;
      if (s_.is_mention(at)) {
        body = s_.mention_at(at);
        at = s_.end(body);
      } else if (is_former(s_.lower(at))) {
        status = Status::ended;
        ++at;
      } else if (s_.cls(at) == WordClass::determiner || is_possessive_mark(s_.lower(at)) ||
                 s_.lower(at) == "new" || s_.lower(at) == "current" || s_.lower(at) == "deputy") {
        ++at;
      } else {
        return;
      }
    }
    const TitleMatch match = s_.title_at(at);
    if (match.length == 0 || match.cls == TitleClass::honorific) return;
    const Title title{at, at + match.length, match.cls, status};
    if (body == kNone) {
      uint32_t of = title.end;
      if (s_.lower(of) != "of" && s_.lower(of) != "for" && s_.lower(of) != "to" &&
          s_.lower(of) != "at" && s_.lower(of) != "in")
        return;
      body = head_mention(s_, of + 1, std::min(s_.size(), of + 5));
    }
    if (body != kNone && body != person) relate(person, title, body, "apposition");
  }

  /// "X of the Labour Party", "Labour's X".
  void party_member(uint32_t person) {
    uint32_t at = s_.end(person);
    if (s_.lower(at) != "of") return;
    ++at;
    if (s_.lower(at) == "the") ++at;
    const uint32_t body = s_.mention_at(at);
    if (body == kNone || s_.is_demonym(body)) return;
    if (s_.kind(body) == NodeKind::organization)
      emit(person, EdgeType::member_of, body, "name of organization", 0.6, at);
    if (s_.kind(body) == NodeKind::state)
      emit(person, EdgeType::citizen_of, body, "name of state", 0.5, at);
  }

  mutable uint32_t former_ = 0;  // where "former" stands before the title read last
};

}  // namespace

std::vector<Draft> find_offices(const SentenceView& sentence) {
  return OfficeReader(sentence).read();
}

}  // namespace entente
