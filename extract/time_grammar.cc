#include "extract/time_grammar.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "extract/tables.h"

namespace entente {
namespace {

struct NamedSymbol {
  std::string_view name;
  TimeSymbol symbol;
};
constexpr NamedSymbol kSymbols[] = {
    {"N", TimeSymbol::cardinal},    {"ORD", TimeSymbol::ordinal},
    {"N2", TimeSymbol::two_digit},  {"DAY", TimeSymbol::day},
    {"DAYTH", TimeSymbol::day_th},  {"DAYWORD", TimeSymbol::day_word},
    {"YEAR", TimeSymbol::year},     {"YEAR!", TimeSymbol::bare_year},
    {"YY", TimeSymbol::short_year}, {"DECADE", TimeSymbol::decade},
    {"DATE8", TimeSymbol::date},
};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool is_name(std::string_view text) { return text[0] >= 'A' && text[0] <= 'Z'; }

std::optional<int> read_number(std::string_view text) {
  int value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

[[noreturn]] void fail(std::string_view what, std::string_view found) {
  throw Error("tables/times.tsv", std::string(what) + " \"" + std::string(found) + "\"");
}

template <class Range>
uint8_t index_of(const Range& names, std::string_view name) {
  return static_cast<uint8_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

TimeGrammar::TimeGrammar(std::string_view table) {
  for (const auto& row : table_rows(table)) {
    if (row.size() != 4) fail("not four cells:", row[0]);
    if (row[0] == "rule") {
      add_rule(row);
      continue;
    }
    const auto value = read_number(row[2]);
    if (row[0] != "word" || !value) fail("no row:", row[1]);
    const uint8_t cls = word_class(row[1]);
    for (const std::string_view form : split(row[3], ' ')) {
      word_id(form);
      words_[form].readings.push_back({cls, static_cast<int16_t>(*value)});
    }
  }
  cardinal = word_class("CARDINAL");
  power = word_class("POWER");
  ordinal = word_class("ORDINAL");
  ambiguous = word_class("AMBIGUOUS");
  future = word_class("FUTURE");
  plan = word_class("PLAN");
  past = word_class("PAST");
  weekday = word_class("WEEKDAY");
  count_noun = word_class("COUNTED");
  year_context = word_class("YEARLY");
  to = word_id("to");
  hyphen = word_id("-");
  and_word = word_id("and");
  semicolon = word_id(";");
  be = word_id("be");
}

std::optional<int> TimeGrammar::value(const TimeWord* word, uint8_t cls) const {
  if (word == nullptr) return std::nullopt;
  for (const TimeWord::Reading& reading : word->readings)
    if (reading.cls == cls) return reading.value;
  return std::nullopt;
}

uint8_t TimeGrammar::word_class(std::string_view name) {
  const uint8_t index = index_of(classes_, name);
  if (index == classes_.size()) classes_.push_back(name);
  return index;
}

uint16_t TimeGrammar::word_id(std::string_view word) {
  TimeWord& entry = words_[word];
  if (entry.id == 0) entry.id = static_cast<uint16_t>(words_.size());
  return entry.id;
}

void TimeGrammar::add_rule(const std::vector<std::string_view>& row) {
  TimeRule rule;
  std::vector<std::string> names;  // of the elements: "DAY", "DAY2"
  for (const std::string_view text : split(row[2], ' ')) {
    rule.pattern.push_back(read_element(text));
    std::string name(text);
    if (is_name(name)) {
      while (name.ends_with('?') || name.ends_with('!')) name.pop_back();
      const auto same = std::count_if(names.begin(), names.end(), [&](const std::string& other) {
        return other == name || (other.starts_with(name) && other.size() == name.size() + 1 &&
                                 other.back() >= '2' && other.back() <= '3');
      });
      if (same > 0) name += std::to_string(same + 1);
    }
    names.push_back(std::move(name));
  }
  const auto words = split(row[3], ' ');
  const NamedTimeOperation* operation = find_time_operation(words[0]);
  if (operation == nullptr) fail("no operation", words[0]);
  rule.operation = operation->apply;
  rule.arguments = read_arguments({words.begin() + 1, words.end()}, names);
  if (rule.arguments.size() > operation->arguments) fail("too many arguments of", words[0]);
  const uint8_t made = index_of(made_, row[1]);
  if (made == made_.size()) {
    made_.push_back(row[1]);
    rules_.emplace_back();
  }
  if (made + 1U != made_.size()) fail("not beside the other rules of", row[1]);
  rules_[made].push_back(std::move(rule));
}

TimeElement TimeGrammar::read_element(std::string_view text) {
  TimeElement element;
  if (text.size() > 2 && text.starts_with('<') && text.ends_with('>')) {
    element.context = true;
    text = text.substr(1, text.size() - 2);
  }
  if (text.size() > 1 && text.ends_with('?')) {
    element.optional = true;
    text.remove_suffix(1);
  }
  if (is_name(text)) {
    set_symbol(element, text);
  } else {
    for (const std::string_view word : split(text, '|')) element.words.push_back(word_id(word));
  }
  return element;
}

void TimeGrammar::set_symbol(TimeElement& element, std::string_view name) {
  for (const NamedSymbol& symbol : kSymbols)
    if (symbol.name == name) {
      element.symbol = symbol.symbol;
      return;
    }
  if (name.ends_with('!')) {
    element.capitalized = true;
    name.remove_suffix(1);
  }
  element.symbol = TimeSymbol::rule;
  element.index = index_of(made_, name);
  if (element.index < made_.size()) return;
  element.symbol = TimeSymbol::word;
  element.index = index_of(classes_, name);
  if (element.index == classes_.size()) fail("no class or rule", name);
}

std::vector<TimeArgument> TimeGrammar::read_arguments(
    const std::vector<std::string_view>& names, const std::vector<std::string>& elements) const {
  std::vector<TimeArgument> arguments;
  for (const std::string_view name : names) {
    using Source = TimeArgument::Source;
    if (name == "TODAY") {
      arguments.push_back({Source::today});
    } else if (name == "THEN") {
      arguments.push_back({Source::then});
    } else if (const auto constant = read_number(name)) {
      arguments.push_back({Source::constant, *constant});
    } else {
      const auto found = std::find(elements.begin(), elements.end(), name);
      if (found == elements.end()) fail("no such part of the pattern:", name);
      arguments.push_back({Source::element, static_cast<int32_t>(found - elements.begin())});
    }
  }
  return arguments;
}

const TimeGrammar& time_grammar() {
  static const TimeGrammar kGrammar(embedded_table("times"));
  return kGrammar;
}

}  // namespace entente
