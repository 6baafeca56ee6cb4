#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/models.h"

namespace entente {

/// Reasons to take two names for names of one thing, the surest first: multi-pass sieves after
/// Raghunathan et al. 2010. Their names are the reasons that Entity::merges gives.
enum class Sieve : uint8_t {
  known_name,       ///< the tables have both: "Southern Kurils", "Northern Territories"
  defined_acronym,  ///< one stands in parentheses after the other: "European Union (EU)"
  same_name,        ///< equal but for case, diacritics and punctuation
  full_name,        ///< of a person: "James G. Blaine", "James Gillespie Blaine"
  surname,          ///< "Abe", also after a title
  given_name,       ///< "Boris"
  acronym,          ///< of the first letters, whether defined or not
  reordered,        ///< the same words: "Ministry of Foreign Affairs", "Foreign Ministry"
  short_form,       ///< of other things than persons: "Peace Treaty", "Parliament"
  longer_form,      ///< the other way round
  plural,           ///< "Bolshevik", "Bolsheviks"; "Iraqi people", "Iraqis"
  spelling          ///< "Hamza bin Laden", "Hamza bin Ladin"
};
inline constexpr std::array kSieves = {
    Sieve::known_name, Sieve::defined_acronym, Sieve::same_name, Sieve::full_name,
    Sieve::surname,    Sieve::given_name,      Sieve::acronym,   Sieve::reordered,
    Sieve::short_form, Sieve::longer_form,     Sieve::plural,    Sieve::spelling};

std::string_view name(Sieve sieve);  ///< "known name"

/// Which sieves to use.
class SieveSet {
 public:
  bool contains(Sieve sieve) const { return (bits_ >> static_cast<unsigned>(sieve) & 1) != 0; }
  SieveSet without(Sieve sieve) const {
    SieveSet rest = *this;
    rest.bits_ &= ~(1U << static_cast<unsigned>(sieve));
    return rest;
  }

 private:
  uint32_t bits_ = (1U << kSieves.size()) - 1;
};

/// Decides which mentions are of the same thing, by the sieves given. Names of one form may still
/// be of two things: persons with other given names, agreements of other years, and bodies of the
/// same name that belong to two states stay apart.
///
/// Needs tokens and mentions. Returns entities in the order of their first mention; each mention
/// belongs to one. Ids are unique within the document. Time O(mentions × names per kind).
std::vector<Entity> resolve(const Document& document, const Models& models, SieveSet sieves = {});

}  // namespace entente
