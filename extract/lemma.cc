#include "extract/lemma.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace entente {
namespace {

size_t common_prefix(std::string_view a, std::string_view b) {
  size_t size = 0;
  while (size < a.size() && size < b.size() && a[size] == b[size]) ++size;
  while (size > 0 && size < a.size() && (static_cast<unsigned char>(a[size]) & 0xC0) == 0x80)
    --size;
  return size;
}

}  // namespace

std::string lemma_rule(std::string_view form, std::string_view lemma) {
  const std::string lower = lower_case(form);
  const size_t kept_of_lower = common_prefix(lower, lemma);
  const size_t kept_of_form = common_prefix(form, lemma);
  const bool lowers = kept_of_lower >= kept_of_form;
  const size_t kept = std::max(kept_of_lower, kept_of_form);
  std::string rule;
  if (kept == 0) return rule.append(1, '=').append(lemma);
  const size_t cut = (lowers ? lower.size() : form.size()) - kept;
  rule.append(1, lowers ? 'L' : 'K').append(std::to_string(cut));
  return rule.append(lemma.substr(kept));
}

std::string apply_lemma_rule(std::string_view form, std::string_view rule) {
  if (rule.starts_with('=')) return std::string(rule.substr(1));
  if (rule.size() < 2) return std::string(form);
  std::string lemma = rule[0] == 'L' ? lower_case(form) : std::string(form);
  size_t cut = 0;
  const auto [end, error] = std::from_chars(rule.data() + 1, rule.data() + rule.size(), cut);
  if (error != std::errc() || cut >= lemma.size()) return std::string(form);
  if ((static_cast<unsigned char>(lemma[lemma.size() - cut]) & 0xC0) == 0x80 && cut > 0)
    return std::string(form);
  lemma.resize(lemma.size() - cut);
  return lemma.append(end, rule.data() + rule.size());
}

std::string number_lemma(std::string_view form) {
  std::string lemma(form);
  if (form.find_first_not_of("0123456789,.") == std::string_view::npos) std::erase(lemma, ',');
  return lemma;
}

}  // namespace entente
