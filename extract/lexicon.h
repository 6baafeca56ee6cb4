#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/words.h"
#include "graph/statement.h"

namespace entente {

/// What a word before or beside a name says of the person.
enum class TitleClass : uint8_t { office, honorific, rank, kin, aide, nonoffice };

/// A title at some place in a sentence.
struct TitleMatch {
  uint32_t length = 0;  ///< tokens; 0: no title stands here
  TitleClass cls = TitleClass::office;
};

/// Where in a clause an argument of a predicate stands.
enum class Slot : uint8_t {
  subject,     ///< of the active verb
  object,      ///< direct object of the active verb
  possessor,   ///< "Moscow's rejection", "the Russian invasion"
  subjects,    ///< both ends are members of the plural subject
  preposition  ///< after the preposition named beside it
};

struct ArgumentSlot {
  Slot slot = Slot::subject;
  std::string preposition;  ///< where slot is preposition; "between" gives both ends
};

/// One row of the predicates table: a word, and the edge that it states between its arguments.
struct Predicate {
  std::string text;                            ///< "hold talk"
  char part_of_speech = 'v';                   ///< v, n or a
  std::vector<std::string> lemmas;             ///< {"hold", "talk"}
  std::vector<ArgumentSlot> sources, targets;  ///< alternatives, the usual one first
  EdgeType type = EdgeType::meets;
  KindSet target_kinds = 0;  ///< 0: any that the ontology allows
  std::optional<Status> status;
};

/// The form of a verb.
enum class Inflection : uint8_t { base, third_person, past, participle, gerund };

struct VerbReading {
  std::string lemma;
  Inflection form = Inflection::base;
};

/// What a word tells of whether the thing that it bears on holds.
struct Effect {
  Status affirmed = Status::actual;
  Status negated = Status::denied;  ///< where the word itself is negated
};

/// The words of the tables titles, heads, given_names, predicates, embedding_verbs,
/// cues and irregular_verbs.
class Lexicon {
 public:
  Lexicon();

  /// The longest title that begins at words[at], modifiers ("former", "deputy") not counted.
  TitleMatch title_at(std::span<const Word> words, size_t at) const;

  /// The kind of thing whose names end in this noun ("treaty", "ministries"), lower case.
  std::optional<NodeKind> head_kind(std::string_view noun) const;

  bool is_given_name(std::string_view name) const {
    return given_names_.contains(std::string(name));
  }
  /// A surname that stands before the given name ("Xi", "Kim").
  bool is_leading_surname(std::string_view name) const {
    return leading_surnames_.contains(std::string(name));
  }

  /// Readings of a form as a verb of the predicates, or of the verbs that embed them ("plan to").
  std::span<const VerbReading> verbs(std::string_view lower) const;
  /// What a verb does to the status of the "to" clause that it governs: "plan", "refuse".
  std::optional<Status> embedding(std::string_view lemma) const;
  /// The effect of a verb (by lemma) or other cue in a row of this kind of the tables
  /// embedding_verbs and cues; null where there is none.
  const Effect* effect(std::string_view kind, std::string_view word) const;
  /// Whether a verb reports what its subject says: "say", "maintain".
  bool is_report(std::string_view lemma) const { return reports_.contains(std::string(lemma)); }

  /// The singular of a noun that begins or ends a predicate, the noun itself if it is one, or
  /// empty.
  std::string noun(std::string_view lower) const;

  /// Rows that begin with this lemma, as verb ('v'), noun ('n') or adjective ('a').
  std::span<const Predicate> predicates(std::string_view lemma, char part_of_speech) const;

 private:
  void add_titles();
  void add_names_and_heads();
  void add_embedding_verbs();
  void add_effects(std::string_view table);
  void add_predicates();
  void add_verb(const std::string& lemma);
  void add_form(const std::string& form, const std::string& lemma, Inflection kind);

  struct Title {
    std::vector<std::string> words;
    TitleClass cls;
  };
  std::unordered_map<std::string, std::vector<Title>> titles_;  // by first word
  std::unordered_map<std::string, NodeKind> heads_;
  std::unordered_set<std::string> given_names_, leading_surnames_;
  std::unordered_map<std::string, std::vector<Predicate>> predicates_;  // by class and first lemma
  std::unordered_map<std::string, std::vector<VerbReading>> verbs_;
  std::unordered_map<std::string, std::vector<std::string>> irregular_;
  std::unordered_map<std::string, Effect> effects_;  // by kind and word
  std::unordered_set<std::string> reports_;
  std::unordered_set<std::string> nouns_;
};

}  // namespace entente
