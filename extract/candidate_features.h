#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/drafts.h"
#include "extract/predicate_frames.h"
#include "extract/tree_paths.h"

namespace entente {

/// How a sentence refers to an entity. A speaker is "we"; the last four: not at all, but it speaks,
/// a rule has supplied it, it is the state that the document names most, or the subject of the
/// sentence before.
enum class ArgumentForm : uint8_t {
  name,
  demonym,
  anaphor,
  speaker,
  voice,
  implied,
  leading,
  topic
};

/// A phrase of a sentence that stands for an entity.
struct CandidateArgument {
  uint32_t entity = 0;
  uint32_t begin = 0, end = 0;  ///< words of the sentence
  uint32_t head = 0;            ///< token of the document
  ArgumentForm form = ArgumentForm::name;
};

/// Describes pairs of arguments of one sentence by hashed features: kinds and forms, the path
/// between them in the tree, the words on it and beside it, what the predicates table says of
/// them, titles, and what the rules have drafted.
class CandidateFeatures {
 public:
  /// All must outlive this.
  CandidateFeatures(const SentenceView& s, const std::vector<VerbGroup>& groups,
                    const std::vector<Draft>& drafts);

  /// Hashes, ascending, each once.
  std::vector<uint64_t> of(const CandidateArgument& source, const CandidateArgument& target,
                           const TreePath& path, uint32_t anchor);

 private:
  void add(std::string_view group, std::string_view value, std::string_view more = {});
  void add_ends(const CandidateArgument& source, const CandidateArgument& target);
  void add_end(char side, const CandidateArgument& end, NodeKind other);
  void add_place(const CandidateArgument& source, const CandidateArgument& target);
  void add_path(const TreePath& path, std::string_view kinds);
  void add_anchor(uint32_t anchor, std::string_view kinds);
  void add_predicates(const TreePath& path);
  void add_types(uint32_t token, std::string_view place, std::string_view sides,
                 const TreePath& path);
  void add_frames(const CandidateArgument& source, const CandidateArgument& target);
  void add_between(const CandidateArgument& source, const CandidateArgument& target,
                   std::string_view kinds);
  void add_drafts(uint32_t source, uint32_t target);

  std::vector<Deprel> relations_of(const std::vector<uint32_t>& way) const;
  static std::string sides_of(const std::vector<Deprel>& ups, const std::vector<Deprel>& downs);
  std::string_view lemma(uint32_t token) const { return syntax_.lemmas[token]; }
  std::string_view preposition_of(uint32_t token) const;
  NodeKind kind(uint32_t entity) const { return s_.document().entities[entity].kind; }

  const SentenceView& s_;
  const Syntax& syntax_;
  const std::vector<VerbGroup>& groups_;
  const std::vector<Draft>& drafts_;
  const PredicateFrames frames_;
  std::vector<std::vector<uint32_t>> children_;  // of each token, counted in the sentence
  std::vector<uint64_t> found_;
};

}  // namespace entente
