#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/models.h"
#include "extract/resolve.h"

namespace entente {

/// A name as it is compared with others.
struct NameForm {
  NodeKind kind = NodeKind::person;
  std::vector<std::string> words;     ///< folded, without punctuation; initials one by one
  std::vector<std::string> contents;  ///< ascending, without "of", "the"; demonyms as their states
  std::string initials;               ///< folded first letters of words with a capital
  std::string compact;                ///< folded, without full stops, where it may be an acronym
};

NameForm name_form(const Document& document, const Mention& mention, const Models& models);

/// The sieve by which a name is one of the `others`, all names of one thing of the same kind;
/// absent: it is not. known_name and defined_acronym need the document and are not looked for.
std::optional<Sieve> match_name(const NameForm& form, const std::vector<NameForm>& others,
                                const Lexicon& lexicon, SieveSet sieves);

/// What spellings have in common that match_name takes for one: their consonants, sorted.
std::string spelling_key(const std::string& word);

/// Whether `acronym` abbreviates `name`: all its letters are first letters of the name's words,
/// or they stand in the name in that order.
bool abbreviates(const NameForm& acronym, const NameForm& name);

}  // namespace entente
