#include "extract/name_tagger.h"

#include <algorithm>
#include <array>

#include "extract/syntax_features.h"

namespace entente {
namespace {

using Scores = std::array<float, kNameLabels>;

uint32_t type_of(uint32_t label) { return (label - 1) / 4; }
NamePart part_of(uint32_t label) { return static_cast<NamePart>((label - 1) % 4); }

bool ends_name(uint32_t label) {
  return label == 0 || part_of(label) == NamePart::last || part_of(label) == NamePart::whole;
}
bool begins_name(uint32_t label) {
  return label == 0 || part_of(label) == NamePart::first || part_of(label) == NamePart::whole;
}

/// Whether `label` may follow `before`: names are whole, one after another.
bool may_follow(uint32_t before, uint32_t label) {
  if (ends_name(before)) return begins_name(label);
  return !begins_name(label) && type_of(before) == type_of(label);
}

constexpr float kImpossible = -1e9f;

/// The best labels of a sentence (Viterbi).
std::vector<uint32_t> best_labels(const float* scores, uint32_t stride, uint32_t count) {
  static const auto* const kAllowed = [] {
    auto* table = new std::array<std::vector<uint32_t>, kNameLabels>;  // what may come before
    for (uint32_t label = 0; label < kNameLabels; ++label)
      for (uint32_t before = 0; before < kNameLabels; ++before)
        if (may_follow(before, label)) (*table)[label].push_back(before);
    return table;
  }();
  std::vector<std::array<uint8_t, kNameLabels>> from(count);
  Scores best{};
  for (uint32_t label = 0; label < kNameLabels; ++label)
    best[label] = begins_name(label) ? scores[label] : kImpossible;
  for (uint32_t at = 1; at < count; ++at) {
    const float* row = scores + static_cast<size_t>(at) * stride;
    Scores next{};
    for (uint32_t label = 0; label < kNameLabels; ++label) {
      uint32_t source = (*kAllowed)[label].front();
      for (const uint32_t before : (*kAllowed)[label])
        if (best[before] > best[source]) source = before;
      next[label] = best[source] + row[label];
      from[at][label] = static_cast<uint8_t>(source);
    }
    best = next;
  }
  uint32_t label = 0;
  for (uint32_t other = 1; other < kNameLabels; ++other)
    if (ends_name(other) && best[other] > best[label]) label = other;
  std::vector<uint32_t> labels(count);
  for (uint32_t at = count; at-- > 0;) {
    labels[at] = label;
    if (at > 0) label = from[at][label];
  }
  return labels;
}

}  // namespace

void NameTagger::describe(uint32_t token, const float* words, const float* context,
                          float* out) const {
  const NameSizes& s = model_.sizes;
  std::copy_n(words, s.words, out);
  std::copy_n(context, s.context, out + s.words);
  const auto add = [&](const QuantizedTable& table, size_t row, float* to) {
    model_.kernels.add_scaled(table.cells.data() + row * table.columns, table.scales[row],
                              table.columns, to);
  };
  const uint64_t hash = hash_word(fold_word(document_.token(token)));
  const auto known = std::ranges::lower_bound(model_.vocabulary, hash);
  if (known != model_.vocabulary.end() && *known == hash)
    add(model_.vectors, static_cast<size_t>(known - model_.vocabulary.begin()),
        out + s.words + s.context);
  for (const uint8_t feature : features_.of(token))
    add(model_.features, feature, out + s.words + s.context + s.vector);
}

void NameTagger::read(const Encoding& encoding) {
  const uint32_t first = encoding.pieces.front().begin;
  const auto count = static_cast<uint32_t>(encoding.words.size());
  const NameSizes& s = model_.sizes;
  std::vector<float> input(static_cast<size_t>(count) * s.input());
  for (uint32_t i = 0; i < count; ++i)
    describe(first + i, encoding.words[i], encoding.in_context[i],
             input.data() + static_cast<size_t>(i) * s.input());
  states_ = run_layers(model_.layers, model_.kernels, input, encoding.pieces);
  const std::vector<float> scores = multiply(model_.labels, model_.kernels, states_);
  for (const TokenSpan piece : encoding.pieces)
    decode(piece, scores.data() + static_cast<size_t>(piece.begin - first) * model_.labels.stride,
           model_.labels.stride);
}

void NameTagger::decode(TokenSpan piece, const float* scores, uint32_t stride) {
  const std::vector<uint32_t> labels = best_labels(scores, stride, piece.size());
  for (uint32_t begin = 0, at = 0; at < labels.size(); ++at) {
    if (labels[at] == 0) continue;
    const NamePart part = part_of(labels[at]);
    if (part == NamePart::first || part == NamePart::whole) begin = at;
    if (part != NamePart::last && part != NamePart::whole) continue;
    const uint32_t type = type_of(labels[at]);
    TaggedName name{{piece.begin + begin, piece.begin + at + 1}};
    name.form = type == kDemonymType ? MentionForm::demonym : MentionForm::name;
    name.kind = type == kDemonymType ? NodeKind::state : static_cast<NodeKind>(type);
    for (uint32_t t = begin; t <= at; ++t)
      for (uint32_t other = 0; other < kNameTypes; ++other)
        name.scores[other] += scores[static_cast<size_t>(t) * stride +
                                     name_label(other, name_part(t - begin, at + 1 - begin))];
    names_.push_back(name);
  }
}

}  // namespace entente
