#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/document.h"

namespace entente {

/// What the grammar of times knows of a word.
struct TimeWord {
  struct Reading {
    uint8_t cls = 0;  ///< index of a class of words
    int16_t value = 0;
  };
  uint16_t id = 0;                ///< of the word itself, from 1
  std::vector<Reading> readings;  ///< classes that the word is in
};

/// By lower-case form; the forms live in the compiled-in table.
using TimeWords = std::unordered_map<std::string_view, TimeWord>;

/// A part of a token that the grammar of times reads as one: a word, a number or a mark.
struct TimePiece {
  enum class Form : uint8_t { word, number, ordinal, decade };

  const TimeWord* word = nullptr;  ///< null where the grammar does not know it
  uint32_t token = 0;              ///< of the document
  int32_t number = -1;             ///< of a number with at most nine digits; else -1
  uint32_t digits = 0;             ///< how many digits the number has
  Form form = Form::word;
  bool first = true, last = true;  ///< of its token
  bool capitalized = false;
  bool initial = false;  ///< first of its sentence
  bool past = false;     ///< in lower case, ends like a regular verb in the past
  bool plural = false;   ///< in lower case, ends like a plural
  bool grouped = false;  ///< the number has commas between its digits
};

/// The pieces of a sentence in order. Time O(bytes).
std::vector<TimePiece> read_time_pieces(const Document& document, TokenSpan sentence,
                                        const TimeWords& words);

}  // namespace entente
