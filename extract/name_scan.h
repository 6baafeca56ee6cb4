#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/document.h"
#include "extract/models.h"
#include "extract/words.h"

namespace entente {

/// A stretch of a sentence that may be a name.
struct NameCandidate {
  TokenSpan words;               ///< counted from the start of the sentence
  std::optional<NodeKind> kind;  ///< absent: only the rest of the document can tell
  MentionForm form = MentionForm::name;
  std::string known;  ///< as Mention::known
  std::string city;   ///< of a state named by its capital: id of the city
};

/// Splits the capitalized stretches and known names of one sentence into names.
class NameScan {
 public:
  /// The words must outlive the scan.
  NameScan(const std::vector<Word>& words, const Models& models) : words_(words), models_(models) {}

  /// Candidates by position, disjoint.
  std::vector<NameCandidate> scan();

 private:
  struct KnownMatch {
    uint32_t length = 0;
    std::span<const KnownName> readings;
  };

  uint32_t size() const { return static_cast<uint32_t>(words_.size()); }
  bool starts_name(uint32_t at) const;
  bool continues_name(uint32_t at) const;
  KnownMatch known_at(uint32_t at) const;
  KnownMatch known_in_capitals(uint32_t at) const;
  std::optional<NodeKind> known_kind(const KnownMatch& match) const;
  uint32_t title_length(uint32_t at) const;
  uint32_t run_end(uint32_t at) const;
  uint32_t connector_length(uint32_t at) const;
  uint32_t headed_end(uint32_t begin, uint32_t end, NodeKind& kind) const;
  uint32_t complement_end(uint32_t end) const;
  uint32_t lower_head_end(uint32_t after) const;
  uint32_t person_end(uint32_t begin, uint32_t end) const;
  uint32_t read_name(uint32_t at, uint32_t end, bool after_title);
  uint32_t read_known(uint32_t at, const KnownMatch& match);
  uint32_t read_unknown(uint32_t at, uint32_t end, bool after_title);
  std::string city_of(const KnownMatch& match) const;
  void emit(uint32_t begin, uint32_t end, std::optional<NodeKind> kind,
            MentionForm form = MentionForm::name, std::string known = {});

  const std::vector<Word>& words_;
  const Models& models_;
  std::vector<NameCandidate> found_;
};

}  // namespace entente
