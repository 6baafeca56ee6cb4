#include "extract/words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.h"
#include "extract/knowledge.h"

namespace entente {
namespace {

struct ClosedClass {
  WordClass cls;
  std::string_view words;  // separated by blanks
};

constexpr std::array kClosedClasses = {
    ClosedClass{WordClass::determiner,
                "the a an this these those some any each every all both either another such no "
                "several many few most more less much other same own"},
    ClosedClass{WordClass::preposition,
                "of in on at by for with from to into onto upon about over under against between "
                "among amid through during after before since until till toward towards across "
                "around near off out within without despite regarding concerning including via "
                "versus beyond behind beside besides along alongside above below inside outside "
                "throughout as than like per following amongst ahead unlike according"},
    ClosedClass{WordClass::conjunction,
                "and or but nor yet so because although though while whereas if unless whether "
                "once lest when where why how"},
    ClosedClass{WordClass::pronoun,
                "i you he she it we they me him us them himself herself itself themselves "
                "ourselves myself one who's there here"},
    ClosedClass{WordClass::possessive, "his her its their our my your 's ' whose"},
    ClosedClass{WordClass::auxiliary,
                "be am is are was were been being have has had having do does did 're 've 'm 'd"},
    ClosedClass{WordClass::modal,
                "will would shall should can could may might must ca wo 'll ought"},
    ClosedClass{WordClass::relative, "who which that whom what"},
    ClosedClass{WordClass::negation, "not n't never neither"},
    ClosedClass{WordClass::adverb,
                "also then now just only even still already again further however therefore thus "
                "meanwhile moreover furthermore instead later earlier ago soon often always "
                "sometimes once together too very well far abroad home today yesterday tomorrow "
                "otherwise indeed perhaps rather quite almost nearly ever first last next "
                "additionally separately elsewhere back away down up"},
    ClosedClass{WordClass::number,
                "two three four five six seven eight nine ten eleven twelve dozen hundred "
                "thousand million billion second third fourth"},
};

const std::unordered_map<std::string_view, WordClass>& closed_classes() {
  static const auto* const kTable = [] {
    auto* table = new std::unordered_map<std::string_view, WordClass>;
    for (const auto& [cls, words] : kClosedClasses)
      for (size_t begin = 0; begin < words.size();) {
        const size_t end = std::min(words.find(' ', begin), words.size());
        table->emplace(words.substr(begin, end - begin), cls);
        begin = end + 1;
      }
    return table;
  }();
  return *kTable;
}

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

bool has_letter_or_digit(std::string_view token) {
  while (!token.empty()) {
    const CodePoint c = first_code_point(token);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    token.remove_prefix(c.size);
  }
  return false;
}

WordClass class_of(const Word& word, std::string_view token) {
  const auto found = closed_classes().find(word.lower);
  if (found != closed_classes().end()) return found->second;
  if (!has_letter_or_digit(token)) return WordClass::punctuation;
  if (is_digit(first_code_point(token).value)) return WordClass::number;
  if (!word.capitalized && word.lower.size() > 4 && word.lower.ends_with("ly"))
    return WordClass::adverb;
  return WordClass::open;
}

bool all_capitals(std::string_view token) {
  size_t letters = 0;
  while (!token.empty()) {
    const CodePoint c = first_code_point(token);
    if (is_lower(c.value)) return false;
    letters += is_upper(c.value);
    token.remove_prefix(c.size);
  }
  return letters >= 2;
}

}  // namespace

WordClass word_class(std::string_view lower) {
  const auto found = closed_classes().find(lower);
  return found == closed_classes().end() ? WordClass::open : found->second;
}

std::vector<Word> read_words(const Document& document, TokenSpan span) {
  std::vector<Word> words;
  words.reserve(span.size());
  bool initial = true;
  for (uint32_t t = span.begin; t < span.end; ++t) {
    const std::string_view token = document.token(t);
    Word word;
    word.plain = plain_token(token);
    word.lower = lower_case(word.plain);
    word.capitalized = is_upper(first_code_point(token).value);
    word.all_caps = all_capitals(token);
    word.cls = class_of(word, token);
    word.initial = initial;
    initial = initial && word.cls == WordClass::punctuation;
    words.push_back(std::move(word));
  }
  return words;
}

bool is_year(std::string_view token) {
  return token.size() == 4 && (token[0] == '1' || (token[0] == '2' && token[1] <= '1')) &&
         std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_weekday(std::string_view lower) {
  return std::find(kWeekdays.begin(), kWeekdays.end(), lower) != kWeekdays.end();
}

bool is_month(std::string_view lower) {
  if (lower.ends_with('.')) lower.remove_suffix(1);
  if (lower == "sept") return true;
  return lower.size() >= 3 && std::any_of(kMonths.begin(), kMonths.end(), [&](auto month) {
           return month == lower || (lower.size() == 3 && month.starts_with(lower));
         });
}

bool is_dash(std::string_view plain) { return plain == "-"; }

}  // namespace entente
