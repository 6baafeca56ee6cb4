#include "extract/name_agreement.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace entente {
namespace {

using Scores = std::array<float, kNameTypes>;

std::string surface_of(const Document& document, TokenSpan tokens) {
  std::string surface;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t)
    surface += (surface.empty() ? "" : " ") + plain_token(document.token(t));
  return surface;
}

bool is_ambiguous(const Knowledge& knowledge, const std::string& surface) {
  return std::ranges::any_of(knowledge.find(surface), [](const KnownName& reading) {
    return reading.use == NameUse::capital || reading.use == NameUse::seat;
  });
}

NodeKind best_kind(const Scores& scores) {
  return static_cast<NodeKind>(std::max_element(scores.begin(), scores.begin() + kNodeKindCount) -
                               scores.begin());
}

}  // namespace

void agree_on_kinds(const Document& document, const Knowledge& knowledge,
                    std::vector<TaggedName>& names) {
  std::unordered_map<std::string, Scores> sums;
  std::unordered_set<std::string> surnames;
  std::vector<std::string> surfaces;
  for (const TaggedName& name : names) {
    surfaces.push_back(surface_of(document, name.tokens));
    if (name.form != MentionForm::name) continue;
    Scores& sum = sums[surfaces.back()];
    for (uint32_t type = 0; type < kNameTypes; ++type) sum[type] += name.scores[type];
    if (name.kind == NodeKind::person && name.tokens.size() > 1)
      surnames.insert(plain_token(document.token(name.tokens.end - 1)));
  }
  for (size_t i = 0; i < names.size(); ++i) {
    TaggedName& name = names[i];
    if (name.form != MentionForm::name || is_ambiguous(knowledge, surfaces[i])) continue;
    const bool surname = name.tokens.size() == 1 && surnames.contains(surfaces[i]) &&
                         knowledge.find(surfaces[i]).empty();
    name.kind = surname ? NodeKind::person : best_kind(sums.at(surfaces[i]));
  }
}

}  // namespace entente
