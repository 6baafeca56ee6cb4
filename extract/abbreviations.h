#pragma once

#include <string_view>

namespace entente {

/// What follows an abbreviation that is written with a full stop.
enum class Abbreviation : unsigned char {
  none,           ///< not an abbreviation
  before_name,    ///< "Gen.", "Dr.": never ends a sentence
  before_number,  ///< "No.", "Art.": an abbreviation only where a number follows
  inside,         ///< "e.g.", "vs.": does not end a sentence either
  anywhere,       ///< "Inc.", "etc.", "U.S.": may end a sentence as well
};

/// Looks up a word without its full stop: "Gen", "GEN", "U.S" (any letters with stops between).
Abbreviation find_abbreviation(std::string_view word);

}  // namespace entente
