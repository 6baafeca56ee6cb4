#pragma once

#include <array>
#include <utility>
#include <vector>

#include "extract/name_features.h"
#include "extract/name_labels.h"
#include "extract/name_model.h"
#include "extract/syntax.h"

namespace entente {

/// A name that the model finds.
struct TaggedName {
  TokenSpan tokens;
  NodeKind kind = NodeKind::person;
  MentionForm form = MentionForm::name;
  std::array<float, kNameTypes> scores{};  ///< of the same tokens as each type, not normalized
};

/// Finds names while the parser encodes a text: a layer over the parser's encoder, word vectors of
/// its own and name_features; simple recurrent units; labels decoded so that parts of names fit.
class NameTagger {
 public:
  /// All must outlive the tagger; `features` are those of the document.
  NameTagger(const Document& document, const TokenFeatures& features, const NameModel& model)
      : document_(document), features_(features), model_(model) {}

  /// To be called with the encodings of all tokens, in order.
  void read(const Encoding& encoding);

  /// What the network makes of the tokens of the last encoding, normalized: [tokens, units].
  const std::vector<float>& states() const { return states_; }

  /// Names by position, disjoint, each within one sentence.
  std::vector<TaggedName> finish() { return std::move(names_); }

 private:
  void describe(uint32_t token, const float* words, const float* context, float* out) const;
  void decode(TokenSpan piece, const float* scores, uint32_t stride);

  const Document& document_;
  const TokenFeatures& features_;
  const NameModel& model_;
  std::vector<float> states_;
  std::vector<TaggedName> names_;
};

}  // namespace entente
