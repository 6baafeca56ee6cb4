#include "extract/attribution.h"

#include <algorithm>

namespace entente {
namespace {

/// The unnamed subject of a report verb as written: "a Japanese government source".
std::string subject_phrase(const SentenceView& s, const VerbGroup& group) {
  int64_t at = static_cast<int64_t>(group.begin) - 1;
  const int64_t last = at;
  while (at >= 0 && (s.is_mention(at) || s.cls(at) == WordClass::open ||
                     s.cls(at) == WordClass::determiner || s.cls(at) == WordClass::number))
    --at;
  if (at == last) return {};
  const uint32_t first = s.tokens().begin;
  return std::string(s.document().slice(
      TokenSpan{first + static_cast<uint32_t>(at + 1), first + static_cast<uint32_t>(last + 1)}));
}

bool opens_quote(std::string_view word) { return word == "\"" || word == "“" || word == "``"; }

}  // namespace

std::vector<Attribution> find_attributions(const SentenceView& s,
                                           const std::vector<VerbGroup>& groups) {
  std::vector<Attribution> found;
  for (const VerbGroup& group : groups) {
    if (!s.lexicon().is_report(group.lemma) || group.voice == ClauseVoice::passive) continue;
    Attribution attribution;
    if (group.subject.size() == 1)
      attribution.speaker = group.subject.front();
    else if (group.subject.empty())
      attribution.phrase = subject_phrase(s, group);
    if (attribution.speaker == kNone && attribution.phrase.empty()) {
      if (group.subject.empty()) continue;
      attribution.speaker = group.subject.front();
    }
    const uint32_t next = group.verb + 1;
    const bool after = s.lower(next) == "that" || s.lower(next) == "," ||
                       opens_quote(s.lower(next)) || s.is_mention(next) ||
                       s.cls(next) == WordClass::determiner || s.cls(next) == WordClass::pronoun ||
                       s.cls(next) == WordClass::possessive;
    const bool ends = s.lower(next) == "." || next >= s.size() || !after;
    const int64_t subject_begin = group.subject.empty() || group.subject.front() < s.first_mention()
                                      ? static_cast<int64_t>(group.begin)
                                      : s.begin(group.subject.front());
    bool comma_before = false;
    for (int64_t at = subject_begin - 1; at >= 0 && subject_begin - at < 8; --at)
      if (s.lower(at) == ",") comma_before = true;
    if (after && !ends) {
      attribution.begin = next;
      attribution.end = s.size();
    } else if (comma_before) {
      attribution.begin = 0;
      attribution.end = static_cast<uint32_t>(std::max<int64_t>(subject_begin, 0));
    } else {
      continue;
    }
    found.push_back(std::move(attribution));
  }
  for (uint32_t at = 0; at + 2 < s.size(); ++at) {
    if (s.lower(at) != "according" || s.lower(at + 1) != "to") continue;
    Attribution attribution;
    attribution.speaker = head_mention(s, at + 2, std::min(s.size(), at + 10));
    if (attribution.speaker == kNone) continue;
    attribution.end = s.size();
    found.push_back(std::move(attribution));
  }
  return found;
}

}  // namespace entente
