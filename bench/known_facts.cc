#include "bench/known_facts.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "bench/time_cases.h"

namespace entente {
namespace {

using enum EdgeType;
constexpr std::array kCitizen = {citizen_of};
constexpr std::array kMember = {member_of, holds_office, aide_to};
constexpr std::array kParty = {member_of};
constexpr std::array kOffice = {holds_office};
constexpr std::array kBased = {based_in};
constexpr std::array kFamily = {family_of};
constexpr std::array kPart = {part_of};

std::optional<size_t> find_property(std::string_view name) {
  const auto all = fact_properties();
  const auto found = std::ranges::find(all, name, &FactProperty::name);
  if (found == all.end()) return std::nullopt;
  return static_cast<size_t>(found - all.begin());
}

CodePointSpan span_of(const rapidjson::Value& value) {
  return {value[0].GetUint(), value[1].GetUint()};
}

/// What a phrase means: its entity where the data set knows it, else its words.
std::string meaning(const rapidjson::Value& fact, const char* uri, const char* text) {
  const std::string known = fact[uri].GetString();
  return known.empty() ? fact[text].GetString() : known;
}

FactPassage read_passage(const rapidjson::Value& record) {
  FactPassage passage{record["doc_id"].GetString(), record["text"].GetString(), {}, {}};
  for (const auto& name : record["annotated_properties"].GetArray())
    if (const auto property = find_property(name.GetString()))
      passage.properties.push_back(*property);
  for (const auto& fact : record["facts"].GetArray()) {
    const auto property = find_property(fact["property"].GetString());
    if (!property) continue;
    CodePointSpan source = span_of(fact["subject"]), target = span_of(fact["object"]);
    if (fact_properties()[*property].turned) std::swap(source, target);
    passage.facts.push_back({*property, source, target,
                             meaning(fact, "subject_uri", "subject_text") + " | " +
                                 meaning(fact, "object_uri", "object_text")});
  }
  return passage;
}

}  // namespace

std::span<const FactProperty> fact_properties() {
  static constexpr std::array<FactProperty, 8> kProperties = {{
      {"NATIONALITY", false, kCitizen},
      {"EMPLOYEE_OR_MEMBER_OF", false, kMember},
      {"POLITICAL_AFFILIATION", false, kParty},
      {"CEO", true, kOffice},
      {"HEADQUARTERS", false, kBased},
      {"SPOUSE", false, kFamily},
      {"CHILD_OF", false, kFamily},
      {"SUBSIDIARY_OF", false, kPart},
  }};
  return kProperties;
}

std::vector<FactPassage> read_known_facts(const std::string& path) {
  std::vector<FactPassage> passages;
  for (const std::string& line : read_lines(path)) {
    if (line.empty()) continue;
    rapidjson::Document record;
    record.Parse(line.data(), line.size());
    if (record.HasParseError()) throw Error(path, "a line is no JSON");
    FactPassage passage = read_passage(record);
    if (!passage.properties.empty()) passages.push_back(std::move(passage));
  }
  return passages;
}

}  // namespace entente
