#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/sentence_view.h"

namespace entente {

/// Mentions that fill one slot together: "Abe and Putin".
using Argument = std::vector<uint32_t>;

enum class ClauseVoice : uint8_t { active, passive };

/// How one verb stands under another: "plans to visit", "stopped bombing", "accused X of bombing".
enum class Embedded : uint8_t { none, infinitive, gerund, of_object };

/// A verb with its auxiliaries, where it stands in its sentence, and who does it.
struct VerbGroup {
  uint32_t begin = 0;  ///< first auxiliary
  uint32_t verb = 0;   ///< the verb itself
  std::string lemma;
  Inflection form = Inflection::base;
  ClauseVoice voice = ClauseVoice::active;
  Status status = Status::actual;  ///< as read_statuses of veracity.h gives it
  bool negated = false;            ///< by "not" and the like beside it
  bool present = false;            ///< finite and in the present tense
  uint32_t above = kNone;          ///< index of the group that embeds it ("plans | to visit")
  Embedded embedded = Embedded::none;
  const Effect* cue = nullptr;  ///< of an adjective or noun that embeds it ("unable | to visit")
  bool cue_negated = false;
  bool first_person = false;  ///< its subject is the speaker of a report
  Argument subject;           ///< of the clause as it stands; in the passive, who is acted on
};

/// Shallow clause analysis: verb groups in order of position, with subjects.
///
/// Works on word classes and the lexicon alone; a dependency tree does the same better.
std::vector<VerbGroup> find_verb_groups(const SentenceView& sentence);

/// The direct object of a verb: the first name after it before a preposition or clause end.
Argument find_object(const SentenceView& sentence, const VerbGroup& group);

/// What follows `preposition` after the word `from`, at most `reach` words on and within its
/// clause.
Argument find_prepositional(const SentenceView& sentence, uint32_t from,
                            std::string_view preposition, uint32_t reach = 18);

/// The subject that a verb or adjective at this word would have.
Argument find_subject_before(const SentenceView& sentence, uint32_t at);

/// Who owns or modifies the noun at a word: "Moscow's | rejection", "the Russian | invasion".
Argument find_possessor(const SentenceView& sentence, uint32_t noun);

/// All members of the coordination that the mention belongs to, in order.
Argument coordination(const SentenceView& sentence, uint32_t mention);

/// The mention that a noun phrase beginning at a word is about: over a title to the person
/// ("Russian President | Vladimir Putin"), else the first name; kNone where none comes before
/// `end` or the phrase ends.
uint32_t head_mention(const SentenceView& sentence, uint32_t at, uint32_t end);

}  // namespace entente
