#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace entente {

/// What a word does in a sentence, as far as its form alone tells.
enum class WordClass : uint8_t {
  open,  ///< noun, verb, adjective or name
  determiner,
  preposition,
  conjunction,  ///< coordinating and subordinating
  pronoun,
  possessive,  ///< "its", "'s"
  auxiliary,   ///< forms of be, have, do
  modal,
  relative,  ///< who, which, that …
  negation,
  adverb,
  number,
  punctuation
};

/// A token with what its form tells.
struct Word {
  std::string plain;  ///< as plain_token
  std::string lower;
  WordClass cls = WordClass::open;
  bool capitalized = false;  ///< begins with a capital letter
  bool all_caps = false;     ///< two or more letters, all capital
  bool initial = false;      ///< first word of its sentence, quotation marks aside
};

/// The words of one sentence (or any stretch of tokens), in order: [span.size()].
std::vector<Word> read_words(const Document& document, TokenSpan span);

WordClass word_class(std::string_view lower);
bool is_year(std::string_view token);  ///< four digits, 1000 to 2199
bool is_weekday(std::string_view lower);
bool is_month(std::string_view lower);  ///< also abbreviated, "sept."
bool is_dash(std::string_view plain);   ///< a hyphen, as plain_token gives it

}  // namespace entente
