#include "train/statement_data.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "extract/clauses.h"
#include "train/gold_graphs.h"

namespace entente {
namespace {

uint64_t possible_types(NodeKind source, NodeKind target) {
  uint64_t bits = 0;
  for (const EdgeTypeInfo& row : ontology())
    if (allowed(source, row.type, target) ||
        (row.symmetry == Symmetry::symmetric && allowed(target, row.type, source)))
      bits |= uint64_t{1} << static_cast<uint64_t>(row.type);
  return bits;
}

class DocumentReader {
 public:
  DocumentReader(const Models& models) : models_(models) {}

  StatementDocument read(const GoldDocument& from) {
    inputs_.clear();
    document_ = analyze(
        from.text, models_,
        [&](const Encoding& encoding, std::span<const float> names) { keep(encoding, names); });
    const CodePointIndex index(document_.text);
    const std::vector<GoldEdge> gold = align_edges(document_, index, from.graph);
    StatementDocument result{document_.id, {}, {}};
    for (const GoldEdge& edge : gold) result.edges.push_back({edge.source, edge.target, edge.type});
    const DocumentContext context = read_context(document_);
    uint32_t first_mention = 0;
    for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const SentenceView view(document_, models_, context, s, first_mention);
      first_mention = view.last_mention();
      const auto groups = find_verb_groups(view);
      const auto candidates = find_candidates(view, groups, find_drafts(view, groups));
      if (candidates.empty()) continue;
      const CodePointSpan place = index.span(view.bytes());
      StatementSentence sentence{torch::stack(std::vector(inputs_.begin() + view.tokens().begin,
                                                          inputs_.begin() + view.tokens().end)),
                                 view.tokens().begin,
                                 {}};
      for (const auto& candidate : candidates)
        sentence.pairs.push_back(label(candidate, gold, place));
      result.sentences.push_back(std::move(sentence));
    }
    return result;
  }

 private:
  void keep(const Encoding& encoding, std::span<const float> names) {
    const int64_t words = models_.syntax->sizes.input(), context = models_.syntax->sizes.units;
    const int64_t extra = models_.names->sizes.units;
    for (size_t i = 0; i < encoding.words.size(); ++i) {
      torch::Tensor row = torch::empty({words + context + extra});
      float* to = row.data_ptr<float>();
      to = std::copy_n(encoding.words[i], words, to);
      to = std::copy_n(encoding.in_context[i], context, to);
      std::copy_n(names.data() + static_cast<int64_t>(i) * extra, extra, to);
      inputs_.push_back(row.to(torch::kHalf));
    }
  }

  LabelledPair label(const StatementCandidate& candidate, const std::vector<GoldEdge>& gold,
                     CodePointSpan sentence) const {
    LabelledPair pair{candidate, {}, {}, {}, 0, kNoStatus};
    pair.possible = possible_types(document_.entities[candidate.source].kind,
                                   document_.entities[candidate.target].kind);
    for (const GoldEdge& edge : gold) {
      if (!edge.joins(candidate.source, candidate.target)) continue;
      const bool here = edge.is_in(sentence);
      (here ? pair.types : pair.open).push_back(edge.type);
      if (here && pair.status == kNoStatus) pair.status = edge.status;
    }
    return pair;
  }

  const Models& models_;
  Document document_;
  std::vector<torch::Tensor> inputs_;  // of each token
};

}  // namespace

std::vector<StatementDocument> read_statement_documents(const std::filesystem::path& texts,
                                                        const std::filesystem::path& graphs,
                                                        const Models& models) {
  std::vector<StatementDocument> result;
  DocumentReader reader(models);
  for (const GoldDocument& document : read_gold_documents(texts, graphs))
    result.push_back(reader.read(document));
  return result;
}

std::unordered_map<uint64_t, int64_t> collect_features(
    const std::vector<const StatementDocument*>& documents, int least) {
  std::map<uint64_t, int> counts;
  for (const auto* document : documents)
    for (const auto& sentence : document->sentences)
      for (const auto& pair : sentence.pairs)
        for (const uint64_t hash : pair.candidate.features) ++counts[hash];
  std::unordered_map<uint64_t, int64_t> rows;
  for (const auto& [hash, count] : counts)
    if (count >= least) rows.emplace(hash, static_cast<int64_t>(rows.size()) + 1);
  return rows;
}

StatementBatch make_batch(const std::vector<const StatementSentence*>& sentences) {
  const auto batch = static_cast<int64_t>(sentences.size());
  int64_t steps = 0, pairs = 0, longest = 1;
  std::vector<int64_t> lengths;
  for (const auto* sentence : sentences) {
    lengths.push_back(sentence->input.size(0));
    steps = std::max(steps, lengths.back());
    pairs += static_cast<int64_t>(sentence->pairs.size());
    for (const auto& pair : sentence->pairs) {
      const auto [a, b] = std::minmax(pair.candidate.source_token, pair.candidate.target_token);
      longest = std::max<int64_t>(longest, b - a + 1);
    }
  }
  StatementBatch result;
  result.input = torch::zeros({steps, batch, sentences.front()->input.size(1)});
  result.mask = torch::zeros({steps, batch, 1});
  const auto types = static_cast<int64_t>(kEdgeTypeCount);
  result.types = torch::zeros({pairs, types});
  result.weights = torch::zeros({pairs, types});
  auto gold = result.types.accessor<float, 2>();
  auto weights = result.weights.accessor<float, 2>();
  std::vector<int64_t> sources, targets, anchors, between, features, offsets, statuses;
  for (int64_t b = 0, p = 0; b < batch; ++b) {
    const StatementSentence& sentence = *sentences[b];
    result.input.slice(0, 0, lengths[b]).select(1, b).copy_(sentence.input.to(torch::kFloat));
    result.mask.slice(0, 0, lengths[b]).select(1, b).fill_(1);
    const auto cell = [&](uint32_t token) {
      return static_cast<int64_t>(token - sentence.first_token) * batch + b;
    };
    for (const LabelledPair& pair : sentence.pairs) {
      const StatementCandidate& c = pair.candidate;
      sources.push_back(cell(c.source_token));
      targets.push_back(cell(c.target_token));
      anchors.push_back(cell(c.anchor));
      const auto [from, to] = std::minmax(c.source_token, c.target_token);
      for (int64_t i = 0; i < longest; ++i)
        between.push_back(cell(static_cast<uint32_t>(std::min<int64_t>(from + i, to))));
      offsets.push_back(static_cast<int64_t>(features.size()));
      features.insert(features.end(), pair.features.begin(), pair.features.end());
      statuses.push_back(pair.status);
      for (int64_t k = 0; k < types; ++k)
        weights[p][k] = (pair.possible >> k & 1) != 0 ? 1.0f : 0.0f;
      for (const int64_t k : pair.open) weights[p][k] = 0;
      for (const int64_t k : pair.types) {
        gold[p][k] = 1;
        weights[p][k] = 1;
      }
      ++p;
    }
  }
  result.lengths = torch::tensor(lengths);
  result.sources = torch::tensor(sources);
  result.targets = torch::tensor(targets);
  result.anchors = torch::tensor(anchors);
  result.between = torch::tensor(between).view({pairs, longest});
  result.features = torch::tensor(features);
  result.feature_offsets = torch::tensor(offsets);
  result.statuses = torch::tensor(statuses);
  return result;
}

}  // namespace entente
