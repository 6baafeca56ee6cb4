#include "bench/time_cases.h"

#include <rapidjson/document.h>
#include <zlib.h>

#include <algorithm>
#include <map>
#include <memory>
#include <regex>

#include "base/error.h"
#include "base/utf8.h"
#include "extract/sentences.h"
#include "extract/tokenize.h"

namespace entente {
namespace {

using Json = rapidjson::Document;
using Value = rapidjson::Value;
using std::chrono::days;

std::string text_of(const Value& object, const char* name) {
  const auto member = object.FindMember(name);
  const bool text = member != object.MemberEnd() && member->value.IsString();
  return text ? member->value.GetString() : "";
}

std::vector<Json> read_json_lines(const std::string& path) {
  std::vector<Json> objects;
  for (const std::string& line : read_lines(path)) {
    if (line.empty()) continue;
    objects.emplace_back().Parse(line.c_str());
    if (objects.back().HasParseError()) throw Error(path, "a line is no JSON");
  }
  return objects;
}

std::optional<Date> day(const std::string& text) { return Date::parse(text.substr(0, 10)); }
Date day_before(const Date& date) { return Date::from_days(date.first_day() - days(1)); }

bool has(const std::string& text, const char* pattern) {
  return std::regex_search(text, std::regex(pattern, std::regex::icase));
}

void split(Document& document) {
  document.tokens = tokenize(document.text);
  document.sentences = split_sentences(document.text, document.tokens);
}

// GUM ---------------------------------------------------------------------------------------

/// A TEI date; years before Christ are those of history: -0776 is 776 BC.
std::optional<Date> tei_date(std::string text) {
  if (text.empty()) return std::nullopt;
  const bool negative = text[0] == '-';
  if (negative) text.erase(0, 1);
  const size_t year = std::min(text.find('-'), text.size());
  if (year < 4) text.insert(0, 4 - year, '0');
  const auto date = Date::parse(text);
  if (!date || !negative) return date;
  return Date::make(1 - date->year(), date->month(), date->day());
}

void read_tei_value(const Value& value, ExpectedTime& time) {
  const auto get = [&](const char* name) { return text_of(value, name); };
  for (const char* name : {"when", "from", "to", "notBefore", "notAfter"})
    if (get(name).starts_with("--")) time.out_of_scope = "recurring (no year)";
  if (const auto when = tei_date(get("when"))) {
    time.values = {*when};
    return;
  }
  for (const auto& [first, last] : {std::pair{"from", "to"}, std::pair{"notBefore", "notAfter"}})
    if (const auto interval = Interval::make(tei_date(get(first)), tei_date(get(last))))
      time.values.push_back(*interval);
}

void name_scope(ExpectedTime& time, const Document& document) {
  if (!time.out_of_scope.empty()) return;
  const bool year_off =
      has(time.text, "^(today|this weekend|tuesday|day two)$") && !time.values.empty() &&
      document.date && time.values[0].begin() &&
      time.values[0].begin()->first_day() > document.date->first_day() + days(300);
  if (year_off) time.out_of_scope = "a year after the document's date, for \"today\"";
  if (time.values.empty())
    time.out_of_scope = "no date (beyond 9999 years)";
  else if (!has(
               time.text,
               "[0-9]|day|week|month|year|night|morning|evening|noon|today|tomorrow|tonight|centur|"
               "decade|spring|summer|autumn|fall|winter|jan|feb|march|april|may|june|july|aug|sep|"
               "oct|nov|dec|quarter|twenty|five"))
    time.out_of_scope = "named event or period";
  else if (has(time.text, " (my|our|his|her|we|where|that|a new) .*|^(my|our) |life|died|death"))
    time.out_of_scope = "described by other words";
}

// Recognizers -------------------------------------------------------------------------------

constexpr const char* kHolidays =
    "easter|christmas|xmas|holiday|halloween|thanksgiving|juneteenth|jubilee|freedom day|black "
    "friday|earth day|workers|new year|independence|labou?r day|eid|patrick|mother|father|king|"
    "valentine|columbus|boss|president|memorial|ramadan|lent|passover|hanukk?ah|diwali|hour";

/// Of a value: first and last day, the end excluded.
std::optional<Interval> recognizers_value(const Value& value) {
  if (const auto date = day(text_of(value, "value"))) return *date;
  const auto start = day(text_of(value, "start"));
  auto end = day(text_of(value, "end"));
  if (end) end = day_before(*end);
  return Interval::make(start, end);
}

ExpectedTime read_result(const Value& result, const CodePointIndex&, const std::string& text,
                         const std::vector<uint32_t>& offsets) {
  ExpectedTime time;
  time.text = text_of(result, "text");
  std::string type = text_of(result, "type");
  type.erase(0, type.find('.') + 1);
  const auto offset = [&](const char* name) {
    const auto at = result.FindMember(name);
    const size_t index =
        at != result.MemberEnd() && at->value.IsInt() ? static_cast<size_t>(at->value.GetInt()) : 0;
    return index < offsets.size() ? offsets[index] : static_cast<uint32_t>(text.size());
  };
  time.bytes = {offset("start"), offset("end")};
  if (type != "date" && type != "daterange") {
    time.out_of_scope = "type " + type;
    return time;
  }
  const auto resolution = result.FindMember("resolution");
  if (resolution != result.MemberEnd() && resolution->value.IsObject())
    for (const Value& value : resolution->value["values"].GetArray()) {
      const std::string mod = text_of(value, "Mod") + text_of(value, "mod");
      if (has(mod, "start|mid|end")) time.out_of_scope = "part of a unit";
      if (const auto interval = recognizers_value(value)) time.values.push_back(*interval);
    }
  if (has(time.text, "(earlier|later|remaining) (in |of )?(the|this)"))
    time.out_of_scope = "part of a unit";
  else if (has(time.text, "middle of|(end|start) of (the )?(march|june)"))
    time.out_of_scope = "part of a unit";
  else if (has(time.text, "^the (day|week|weekend|fortnight|month|year)$"))
    time.out_of_scope = "a unit with an article alone: no date in prose";
  else if (has(time.text, "[<>=]|greater|as early as|as late as|(more|less) than"))
    time.out_of_scope = "comparison";
  else if (has(time.text, "^[a-z0-9 ]+ later$|^the day (before|after)$"))
    time.out_of_scope = "after a time that is not named";
  else if (has(time.text, "^week|week [0-9]"))
    time.out_of_scope = "week by its number";
  else if (has(time.text, kHolidays))
    time.out_of_scope = "holiday";
  else if (has(time.text, "business|work"))
    time.out_of_scope = "business days";
  else if (time.values.empty())
    time.out_of_scope = "not resolved there";
  return time;
}

// Duckling ----------------------------------------------------------------------------------

std::optional<Date> grain_end(const Date& start, const std::string& grain) {
  if (grain == "Week") return Date::from_days(start.first_day() + days(6));
  if (grain == "Month") return start.month_of();
  if (grain == "Quarter") return start.month_of().plus(2);
  if (grain == "Year") return start.year_of();
  return start;
}

std::optional<Interval> duckling_value(const Value& object) {
  const auto start = day(text_of(object, "start")), end = day(text_of(object, "end"));
  const std::string direction = text_of(object, "direction"), grain = text_of(object, "grain");
  if (!start) return std::nullopt;
  if (direction == "After") return Interval::make(start, std::nullopt);
  if (direction == "Before") return Interval::make(std::nullopt, start);
  if (end) return Interval::make(start, day_before(*end));
  return Interval::make(start, Date::from_days(grain_end(*start, grain)->last_day()));
}

/// Names of days and months with a capital, as English has them.
std::string with_capitals(std::string text) {
  static const std::regex kNames(
      "(^|[^a-z])(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
      std::regex::icase);
  std::vector<size_t> starts;
  for (std::sregex_iterator at(text.begin(), text.end(), kNames), end; at != end; ++at)
    starts.push_back(static_cast<size_t>(at->position(2)));
  for (const size_t at : starts)
    if (text[at] >= 'a') text[at] = static_cast<char>(text[at] - 'a' + 'A');
  return text;
}

std::string duckling_scope(const Value& object, const std::string& text) {
  const std::string grain = text_of(object, "grain"), region = text_of(object, "region");
  if (!text_of(object, "holiday").empty() || has(text, "easter|christmas")) return "holiday";
  if (grain == "Hour" || grain == "Minute" || grain == "Second") return "time of day";
  if (has(text, "early|mid |late |beginning|end of|\\b[eb]o[my]\\b|rest of|all week"))
    return "part of a unit";
  if (has(text, "upcoming (two|2)|(two|2) upcoming")) return "the second of two: disagrees";
  if (has(text, "(last|past|next) (2|3|two|three|few) (week|month|year)s?|next few|past week"))
    return "units of the grid, not counted from today";
  if (has(text, "summer|winter|season")) return "astronomical season";
  if (has(text, "closest|last (week|day) of .*201|(2nd|3rd|second|third|fifth|5th) last"))
    return "counted from the end";
  if (text_of(object, "set") == "latentCorpus") return "latent there";
  return "";
}

}  // namespace

std::vector<std::string> read_lines(const std::string& path) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile_s*)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file) throw Error(path, "cannot be opened");
  std::string text;
  std::vector<char> buffer(1 << 16);
  for (int size; (size = gzread(file.get(), buffer.data(), 1 << 16)) > 0;)
    text.append(buffer.data(), static_cast<size_t>(size));
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::vector<TimeCase> read_gum_dates(const std::string& path) {
  std::vector<TimeCase> cases;
  std::string previous_sentence;
  for (const Json& object : read_json_lines(path)) {
    const std::string id = text_of(object, "doc_id");
    if (cases.empty() || cases.back().document.id != id) {
      cases.emplace_back().document.id = id;
      cases.back().document.date = Date::parse(text_of(object, "document_date"));
      previous_sentence.clear();
    }
    Document& document = cases.back().document;
    std::string sentence;
    for (const Value& token : object["tokens"].GetArray())
      sentence += token.GetString() + std::string(" ");
    if (sentence != previous_sentence) {
      const auto first = static_cast<uint32_t>(document.tokens.size());
      for (const Value& token : object["tokens"].GetArray()) {
        const auto begin = static_cast<uint32_t>(document.text.size());
        document.text += token.GetString();
        document.tokens.push_back({begin, static_cast<uint32_t>(document.text.size())});
        document.text += ' ';
      }
      document.sentences.push_back({first, static_cast<uint32_t>(document.tokens.size())});
      previous_sentence = sentence;
    }
    const uint32_t first = document.sentences.back().begin;
    ExpectedTime time;
    time.text = text_of(object, "text");
    time.bytes =
        document.bytes({first + object["start"].GetUint(), first + object["end"].GetUint()});
    read_tei_value(object["value"], time);
    name_scope(time, document);
    cases.back().times.push_back(std::move(time));
  }
  return cases;
}

std::vector<TimeCase> read_recognizers(const std::string& path) {
  std::vector<TimeCase> cases;
  for (const Json& object : read_json_lines(path)) {
    TimeCase& added = cases.emplace_back();
    added.document.id = text_of(object, "id");
    added.document.date = day(text_of(object, "reference"));
    added.document.text = text_of(object, "text");
    split(added.document);
    std::vector<uint32_t> offsets;
    for (size_t at = 0; at <= added.document.text.size(); ++at)
      if (at == added.document.text.size() || (added.document.text[at] & 0xC0) != 0x80)
        offsets.push_back(static_cast<uint32_t>(at));
    const CodePointIndex index(added.document.text);
    for (const Value& result : object["results"].GetArray())
      added.times.push_back(read_result(result, index, added.document.text, offsets));
  }
  return cases;
}

std::vector<TimeCase> read_duckling(const std::string& path) {
  std::vector<TimeCase> cases;
  for (const Json& object : read_json_lines(path)) {
    TimeCase& added = cases.emplace_back();
    std::string text = text_of(object, "text");
    if (text_of(object, "kind") != "none") text = with_capitals(text);
    // Duckling looks ahead: so does the sentence that its expressions are put into.
    const bool bare = has(text, "^(the )?[0-9]") && !has(text, "[a-z]{4}");
    const std::string before = text_of(object, "kind") == "none" ? ""
                               : bare                            ? "They will meet on "
                                                                 : "They will meet ";
    added.document.id = text;
    added.document.date = day(text_of(object, "reference"));
    added.document.text = before + text + ".";
    split(added.document);
    if (text_of(object, "kind") == "none") continue;
    ExpectedTime time;
    time.text = text;
    time.bytes = {static_cast<uint32_t>(before.size()),
                  static_cast<uint32_t>(before.size() + text.size())};
    if (const auto value = duckling_value(object)) time.values = {*value};
    time.out_of_scope = duckling_scope(object, text);
    added.times.push_back(std::move(time));
  }
  return cases;
}

bool is_right(const Interval& found, const ExpectedTime& expected) {
  const bool counted = has(expected.text, "(month|year|yr|decade|quarter|qtr)s?\\b");
  const bool quarters = has(expected.text, "q[1-4]");
  const bool season = has(expected.text, "spring|summer|autumn|fall|winter");
  const auto ends_match = [&](const std::optional<Date>& ours, const std::optional<Date>& theirs,
                              bool begin) {
    if (!ours || !theirs) return ours.has_value() == theirs.has_value();
    const auto first = ours->first_day(), last = ours->last_day();
    const auto wanted = begin ? theirs->first_day() : theirs->last_day();
    if (season && !begin && last <= wanted && wanted <= last + days(31)) return true;
    if (quarters && !begin && ours->has_month() && ours->plus(-2).first_day() == wanted + days(1))
      return true;
    if (counted && first <= wanted && wanted <= last) return true;
    if (begin) return first == wanted || (!found.end() && last + days(1) == wanted);
    return last == wanted || first == wanted + days(1) || (!found.begin() && first == wanted);
  };
  return std::any_of(expected.values.begin(), expected.values.end(), [&](const Interval& value) {
    return ends_match(found.begin(), value.begin(), true) &&
           ends_match(found.end(), value.end(), false);
  });
}

}  // namespace entente
