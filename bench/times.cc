// Accuracy and speed of the layer of times; see times.md.
// Usage: bench_times [--errors] FILE...
//   gum-dates*.jsonl, recognizers-datetime.jsonl.gz, duckling*.jsonl

#include "extract/times.h"

#include <ctime>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>

#include "base/error.h"
#include "bench/time_cases.h"

namespace entente {
namespace {

bool print_errors = false;

void report(std::string_view kind, const TimeCase& in, const std::string& found,
            const ExpectedTime* expected) {
  if (!print_errors) return;
  std::cout << kind << " | " << (in.document.date ? in.document.date->str() : "") << " | " << found
            << " | ";
  if (expected != nullptr) {
    std::cout << expected->text << " =";
    for (const Interval& value : expected->values) std::cout << ' ' << value.str();
    std::cout << " | ";
    const size_t begin = expected->bytes.begin - std::min(expected->bytes.begin, 50U);
    std::cout << in.document.text.substr(begin, 110);
  } else {
    std::cout << in.document.text.substr(0, 150);
  }
  std::cout << "\n";
}

double share(double part, double whole) { return whole == 0 ? 100 : 100 * part / whole; }

// Spans and values of running text (GUM) --------------------------------------------------------

struct FoundTime {
  TokenSpan tokens;
  Interval value;
  bool until = false;  ///< only the end is given
};

/// Without words at the ends that GUM now marks, now not: articles, prepositions, vague parts.
TokenSpan core(const Document& document, TokenSpan span) {
  static const std::set<std::string, std::less<>> kLoose = {
      "the", "The",   "in",   "In",    "by",     "By",    "since", "between", "for",
      "for", "over",  "of",   "on",    "c.",     "early", "Early", "late",    "Late",
      "mid", "later", "some", "about", "around", "a",     "A",     ",",       "at",
      "and", "-",     "–",    ";",     "at",     "from",  "only",  "(",       ")"};
  while (span.size() > 1 && kLoose.contains(document.token(span.begin))) ++span.begin;
  while (span.size() > 1 && kLoose.contains(document.token(span.end - 1))) --span.end;
  return span;
}

bool is_number_below(std::string_view text, size_t digits) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9' && text.size() <= digits;
}

/// GUM marks the ends of a range apart unless they share a month, and does not mark "since".
std::vector<FoundTime> as_in_gum(const Document& document, const TimeExpression& time) {
  const Interval& value = time.value;
  if (!value.begin() || !value.end())
    return {{time.tokens, value.begin() ? *value.begin() : *value.end(), !value.begin()}};
  if (value.is_date()) return {{time.tokens, value}};
  for (uint32_t t = time.tokens.begin + 1; t + 1 < time.tokens.end; ++t) {
    const std::string_view word = document.token(t);
    const bool dash = word == "-" || word == "–";
    const bool joins = word == "to" || word == "and" || word == "until" || word == "through";
    if (!dash && !joins) continue;
    const bool year_before =
        is_number_below(document.token(t - 1), 4) && document.token(t - 1).size() >= 3;
    const bool day_between = is_number_below(document.token(t - 1), 2);
    if (day_between || (dash && !year_before)) break;
    return {{{time.tokens.begin, t}, *value.begin()}, {{t + 1, time.tokens.end}, *value.end()}};
  }
  return {{time.tokens, value}};
}

std::optional<std::chrono::sys_days> last_day(const ExpectedTime& expected) {
  if (expected.values.empty() || !expected.values[0].end()) return std::nullopt;
  return expected.values[0].end()->last_day();
}

/// GUM's notBefore and notAfter are bounds; so is each end of ours, where it is open.
bool is_right_in_gum(const FoundTime& found, const ExpectedTime& expected) {
  if (is_right(found.value, expected)) return true;
  if (found.until && found.value.end()->last_day() == last_day(expected)) return true;
  for (const Interval& value : expected.values)
    if (!value.begin() || !value.end()) {
      const Date day = value.begin() ? *value.begin() : *value.end();
      if (found.value.begin() == day || found.value.end() == day) return true;
      if (value.overlaps(found.value)) return true;
    }
  return false;
}

void score_running_text(const std::vector<TimeCase>& cases) {
  double gold = 0, system = 0, spans = 0, values = 0, gold_all = 0, spans_all = 0;
  std::map<std::string, size_t> scopes;
  for (const TimeCase& in : cases) {
    std::map<TokenSpan, const ExpectedTime*> expected;
    for (const ExpectedTime& time : in.times) {
      TokenSpan tokens{UINT32_MAX, 0};
      for (uint32_t t = 0; t < in.document.tokens.size(); ++t)
        if (time.bytes.contains(in.document.tokens[t])) {
          tokens.begin = std::min(tokens.begin, t);
          tokens.end = t + 1;
        }
      expected[core(in.document, tokens)] = &time;
      ++gold_all;
      gold += time.out_of_scope.empty();
      if (!time.out_of_scope.empty()) ++scopes[time.out_of_scope];
    }
    for (const TimeExpression& time : find_times(in.document))
      for (const FoundTime& found : as_in_gum(in.document, time)) {
        const std::string text =
            std::string(in.document.slice(found.tokens)) + " = " + found.value.str();
        const auto match = expected.find(core(in.document, found.tokens));
        if (match == expected.end()) {
          ++system;
          report("not there", in,
                 text + " in " +
                     std::string(in.document.slice(TokenSpan{
                         found.tokens.begin - std::min(found.tokens.begin, 5U),
                         std::min<uint32_t>(found.tokens.end + 5,
                                            static_cast<uint32_t>(in.document.tokens.size()))})),
                 nullptr);
          continue;
        }
        const ExpectedTime& time_there = *match->second;
        ++spans_all;
        expected.erase(match);
        if (!time_there.out_of_scope.empty()) continue;
        ++system;
        ++spans;
        const bool right = is_right_in_gum(found, time_there);
        values += right;
        if (!right) report("value", in, text, &time_there);
      }
    for (const auto& [tokens, time] : expected)
      if (time->out_of_scope.empty()) report("missed", in, "", time);
  }
  std::cout << "spans: precision " << share(spans, system) << ", recall " << share(spans, gold)
            << ", F1 " << share(2 * spans, gold + system) << " (" << gold << " in scope); of all "
            << gold_all << ": F1 " << share(2 * spans_all, gold_all + system + spans_all - spans)
            << "\nvalues of spans found: " << share(values, spans) << "\n";
  for (const auto& [why, count] : scopes)
    std::cout << "  out of scope: " << why << ", " << count << "\n";
}

// Cases -----------------------------------------------------------------------------------------

void score_cases(const std::vector<TimeCase>& cases) {
  double all = 0, right = 0, without = 0, silent = 0;
  std::map<std::string, size_t> scopes;
  for (const TimeCase& in : cases) {
    const auto found = find_times(in.document);
    if (in.times.empty()) {
      ++without;
      silent += found.empty();
      if (!found.empty())
        report("not there", in,
               std::string(in.document.slice(found[0].tokens)) + " = " + found[0].value.str(),
               nullptr);
    }
    for (const ExpectedTime& time : in.times) {
      if (!time.out_of_scope.empty()) {
        ++scopes[time.out_of_scope];
        continue;
      }
      ++all;
      std::string best;
      bool good = false;
      for (const TimeExpression& candidate : found) {
        if (!in.document.bytes(candidate.tokens).overlaps(time.bytes)) continue;
        best += "[" + std::string(in.document.slice(candidate.tokens)) + "] " +
                candidate.value.str() + " ";
        good |= is_right(candidate.value, time);
        for (const auto& end : {candidate.value.begin(), candidate.value.end()})
          good |= end && is_right(*end, time);  // where the collection marks the ends apart
      }
      right += good;
      if (!good) report("wrong", in, best, &time);
    }
  }
  std::cout << "covered cases right: " << share(right, all) << " % of " << all
            << "; texts without a time left alone: " << silent << " of " << without << "\n";
  for (const auto& [why, count] : scopes)
    std::cout << "  out of scope: " << why << ", " << count << "\n";
}

void print_speed(const std::vector<TimeCase>& cases) {
  constexpr int kRounds = 20;
  size_t tokens = 0, found = 0;
  const std::clock_t begin = std::clock();
  for (int round = 0; round < kRounds; ++round)
    for (const TimeCase& in : cases) {
      tokens += in.document.tokens.size();
      found += find_times(in.document).size();
    }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::cout << "speed: " << static_cast<double>(tokens) / seconds << " tokens a CPU second ("
            << found / kRounds << " expressions)\n\n";
}

int run(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: " << argv[0] << " [--errors] FILE...\n";
    return 2;
  }
  std::cout << std::fixed << std::setprecision(1);
  for (int i = 1; i < argc; ++i) {
    const std::string path = argv[i], name = std::filesystem::path(path).filename();
    if (path == "--errors") {
      print_errors = true;
      continue;
    }
    std::cout << name << "\n";
    const auto cases = name.starts_with("gum")           ? read_gum_dates(path)
                       : name.starts_with("recognizers") ? read_recognizers(path)
                                                         : read_duckling(path);
    name.starts_with("gum") ? score_running_text(cases) : score_cases(cases);
    print_speed(cases);
  }
  return 0;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  try {
    return entente::run(argc, argv);
  } catch (const entente::Error& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
