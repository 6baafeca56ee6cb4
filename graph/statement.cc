#include "graph/statement.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::array<std::string_view, kMentionForms.size()> kFormNames = {"name", "demonym",
                                                                           "nominal", "pronoun"};
constexpr std::array<std::string_view, kStatuses.size()> kStatusNames = {
    "actual", "ended", "planned", "hypothetical", "denied"};

template <class Values, class Names>
auto parse_name(const Values& values, const Names& names, std::string_view wanted)
    -> std::optional<typename Values::value_type> {
  const auto found = std::find(names.begin(), names.end(), wanted);
  if (found == names.end()) return std::nullopt;
  return values[static_cast<size_t>(found - names.begin())];
}

}  // namespace

std::string_view name(MentionForm form) { return kFormNames[static_cast<size_t>(form)]; }
std::string_view name(Status status) { return kStatusNames[static_cast<size_t>(status)]; }

std::optional<MentionForm> parse_form(std::string_view wanted) {
  return parse_name(kMentionForms, kFormNames, wanted);
}

std::optional<Status> parse_status(std::string_view wanted) {
  return parse_name(kStatuses, kStatusNames, wanted);
}

}  // namespace entente
