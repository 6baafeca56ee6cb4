#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/models.h"
#include "extract/referring_phrases.h"
#include "extract/tree.h"

namespace entente {

/// What speaks for a man or woman; the stronger evidence first.
enum class SexEvidence : uint8_t { none, title, given_name, word_vector };

/// Where something has been mentioned or referred to.
struct Appearance {
  uint32_t token = 0;  ///< the head of the phrase
  uint32_t sentence = 0;
  MentionForm form = MentionForm::name;
  Role role = Role::other;
  ReferringClass cls = ReferringClass::noun;  ///< of pronouns and nouns
};

/// An entity, or several named together ("Japan and Russia"), as a reader remembers it.
struct Track {
  std::vector<uint32_t> entities;
  NodeKind kind = NodeKind::person;
  bool plural = false;  ///< by the form of its name
  uint32_t order = 0;   ///< among the things of the document, by first appearance
  uint32_t names = 0, references = 0;
  uint32_t he = 0, she = 0;  ///< pronouns that referred to it
  float sex = 0;             ///< log odds of a man; 0: unknown or no person
  SexEvidence evidence = SexEvidence::none;
  Appearance latest;
  Appearance latest_name;
  uint32_t name_row = 0;             ///< of SyntaxModel::words: given name or last word
  uint32_t noun_row = 0;             ///< the latest noun that describes it: "minister"
  std::vector<uint64_t> nouns;       ///< hashes of all of them
  std::vector<uint64_t> name_words;  ///< hashes of the words of its names
  std::vector<float> name_vector;    ///< of the last word of its name
};

/// What has been named in a document up to some place, read mention by mention.
class ReferenceTracks {
 public:
  /// All must outlive the tracks. Requires the models of syntax and coreference, but for training
  /// the latter may be absent.
  ReferenceTracks(const Document& document, const Models& models);

  /// Reads all mentions that begin before a token.
  void read_until(uint32_t token);
  /// Learns that a phrase refers to a track.
  void refer(uint32_t track, const ReferringPhrase& phrase);

  const Track& operator[](uint32_t track) const { return tracks_[track]; }
  /// Tracks by latest appearance, the latest first; at most kRemembered.
  const std::vector<uint32_t>& recent() const { return recent_; }
  static constexpr size_t kRemembered = 24;

  /// Mentions of the sentence from the reading place on: their tracks and heads, by position.
  struct Upcoming {
    uint32_t track = 0;
    uint32_t token = 0;
  };
  std::vector<Upcoming> upcoming(uint32_t sentence);

 private:
  void describe(uint32_t mention);
  void describe_name(const Mention& mention, Track& track);
  void describe_nouns(uint32_t head, TokenSpan name, Track& track);
  void add_noun(uint32_t token, Track& track);
  void appear(uint32_t track, const Appearance& appearance);
  void read_group(uint32_t mention);
  uint32_t group_track(std::vector<uint32_t> entities, uint32_t first);

  const Document& document_;
  const Models& models_;
  const std::vector<uint32_t> cover_;
  std::vector<uint32_t> track_of_;     // [mentions]
  std::vector<uint32_t> sentence_of_;  // [mentions]
  std::vector<bool> described_;        // [mentions]
  std::vector<Track> tracks_;          // of each entity, then groups
  std::vector<uint32_t> recent_;
  uint32_t next_ = 0, order_ = 0;
};

}  // namespace entente
