#include "extract/time_context.h"

#include <algorithm>

#include "extract/sentence_view.h"
#include "extract/speakers.h"

namespace entente {
namespace {

bool has_own_time(NodeKind kind) { return kind == NodeKind::event || kind == NodeKind::agreement; }

/// The first time that does not end before a token.
uint32_t first_time_from(const Document& document, uint32_t token) {
  const auto& times = document.times;
  const auto found = std::lower_bound(
      times.begin(), times.end(), token,
      [](const TimeExpression& time, uint32_t at) { return time.tokens.end < at; });
  return static_cast<uint32_t>(found - times.begin());
}

uint32_t time_in_name(const Document& document, TokenSpan name) {
  constexpr uint32_t kAfter = 2;  // "the treaty | of | 1979"
  const uint32_t t = first_time_from(document, name.begin);
  const bool near = t < document.times.size() && document.times[t].tokens.begin < name.end + kAfter;
  return near ? t : kNone;
}

uint32_t only_time(const Document& document, TokenSpan sentence) {
  const auto& times = document.times;
  const uint32_t t = first_time_from(document, sentence.begin + 1);
  if (t >= times.size() || times[t].tokens.begin >= sentence.end) return kNone;
  const bool another = t + 1 < times.size() && times[t + 1].tokens.begin < sentence.end;
  return another ? kNone : t;
}

TokenSpan sentence_of(const Document& document, uint32_t token) {
  const auto after =
      std::upper_bound(document.sentences.begin(), document.sentences.end(), token,
                       [](uint32_t at, TokenSpan sentence) { return at < sentence.begin; });
  return *(after - 1);
}

/// Whether sentences have their main verb in the present and whether the text says "we".
std::string style_of(const Document& document) {
  const Syntax& syntax = document.syntax;
  size_t present = 0, past = 0, speaking = 0;
  for (uint32_t t = 0; t < syntax.arcs.size(); ++t) {
    if (is_first_person(document.slice(TokenSpan{t, t + 1}))) ++speaking;
    if (syntax.arcs[t].head != t) continue;
    const std::string form = write_morphology(syntax.morphology[t]);
    if (form.find("Tense=Pres") != std::string::npos) ++present;
    if (form.find("Tense=Past") != std::string::npos) ++past;
  }
  const size_t told = std::max<size_t>(present + past, 1);
  const size_t quarter = 4 * present / told;
  return std::to_string(quarter) + (2 * speaking > document.sentences.size() ? " speech" : "");
}

}  // namespace

TimeContext read_time_context(const Document& document, const std::vector<uint32_t>& entity_of) {
  TimeContext context;
  context.of_name.assign(document.entities.size(), kNone);
  context.of_first = context.of_name;
  std::vector<bool> seen(document.entities.size(), false);
  for (size_t m = 0; m < document.mentions.size(); ++m) {
    const uint32_t entity = entity_of[m];
    if (entity == kNone || !has_own_time(document.entities[entity].kind)) continue;
    const TokenSpan tokens = document.mentions[m].tokens;
    if (context.of_name[entity] == kNone) context.of_name[entity] = time_in_name(document, tokens);
    if (!seen[entity])
      context.of_first[entity] = only_time(document, sentence_of(document, tokens.begin));
    seen[entity] = true;
  }
  std::vector<Interval> values;
  for (const TimeExpression& time : document.times) values.push_back(time.value);
  std::ranges::sort(values);
  context.distinct = static_cast<uint32_t>(std::ranges::unique(values).begin() - values.begin());
  context.style = style_of(document);
  return context;
}

}  // namespace entente
