#include "train/statement_data.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "extract/clauses.h"

namespace entente {
namespace {

rapidjson::Document parse_json(const std::string& where, const std::string& bytes) {
  rapidjson::Document json;
  json.Parse(bytes.data(), bytes.size());
  if (json.HasParseError()) throw Error(where, "not JSON");
  return json;
}

uint64_t possible_types(NodeKind source, NodeKind target) {
  uint64_t bits = 0;
  for (const EdgeTypeInfo& row : ontology())
    if (allowed(source, row.type, target) ||
        (row.symmetry == Symmetry::symmetric && allowed(target, row.type, source)))
      bits |= uint64_t{1} << static_cast<uint64_t>(row.type);
  return bits;
}

/// Which entity of the document is which node of a graph: by the overlap of their mentions.
std::map<std::string, int64_t> align(const Document& document, const CodePointIndex& index,
                                     const rapidjson::Value& graph) {
  std::map<std::pair<std::string, int64_t>, double> shared;
  std::map<std::string, std::vector<CodePointSpan>> spans;
  for (const auto& node : graph["nodes"].GetArray())
    for (const auto& mention : node["mentions"].GetArray())
      spans[node["id"].GetString()].push_back(
          {mention["start"].GetUint(), mention["end"].GetUint()});
  for (size_t e = 0; e < document.entities.size(); ++e)
    for (const uint32_t m : document.entities[e].mentions) {
      const CodePointSpan own = index.span(document.bytes(document.mentions[m].tokens));
      for (const auto& [id, places] : spans)
        for (const CodePointSpan place : places) {
          const int64_t common =
              int64_t{std::min(own.end, place.end)} - int64_t{std::max(own.begin, place.begin)};
          if (common > 0 && 2 * common >= std::max(own.size(), place.size()))
            shared[{id, static_cast<int64_t>(e)}] +=
                document.mentions[m].form == MentionForm::name ? 1 : 0.5;
        }
    }
  std::vector<std::pair<double, std::pair<std::string, int64_t>>> order;
  for (const auto& [pair, count] : shared) order.emplace_back(-count, pair);
  std::ranges::sort(order);
  std::map<std::string, int64_t> result;
  std::set<int64_t> taken;
  for (const auto& [count, pair] : order)
    if (!result.contains(pair.first) && taken.insert(pair.second).second) result.insert(pair);
  return result;
}

struct Gold {
  int64_t source = -1, target = -1;
  int64_t type = 0, status = 0;
  std::vector<CodePointSpan> evidence;
};

std::vector<Gold> gold_edges(const rapidjson::Value& graph,
                             const std::map<std::string, int64_t>& entities) {
  const auto entity = [&](const char* id) {
    const auto found = entities.find(id);
    return found == entities.end() ? -1 : found->second;
  };
  std::vector<Gold> result;
  for (const auto& edge : graph["edges"].GetArray()) {
    const auto type = parse_edge_type(edge["type"].GetString());
    if (!type) throw Error(edge["type"].GetString(), "no such type of edge");
    Gold gold{entity(edge["source"].GetString()),
              entity(edge["target"].GetString()),
              static_cast<int64_t>(*type),
              0,
              {}};
    if (edge.HasMember("status"))
      if (const auto status = parse_status(edge["status"].GetString()))
        gold.status = static_cast<int64_t>(*status);
    for (const auto& evidence : edge["evidence"].GetArray())
      gold.evidence.push_back({evidence["start"].GetUint(), evidence["end"].GetUint()});
    result.push_back(std::move(gold));
  }
  return result;
}

class DocumentReader {
 public:
  DocumentReader(const Models& models) : models_(models) {}

  StatementDocument read(Document text, const rapidjson::Value& graph) {
    inputs_.clear();
    document_ = analyze(
        std::move(text), models_,
        [&](const Encoding& encoding, std::span<const float> names) { keep(encoding, names); });
    const CodePointIndex index(document_.text);
    const auto entities = align(document_, index, graph);
    const std::vector<Gold> gold = gold_edges(graph, entities);
    StatementDocument result{document_.id, {}, {}};
    for (const Gold& edge : gold) result.edges.push_back({edge.source, edge.target, edge.type});
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

  LabelledPair label(const StatementCandidate& candidate, const std::vector<Gold>& gold,
                     CodePointSpan sentence) const {
    LabelledPair pair{candidate, {}, {}, {}, 0, kNoStatus};
    pair.possible = possible_types(document_.entities[candidate.source].kind,
                                   document_.entities[candidate.target].kind);
    for (const Gold& edge : gold) {
      const bool same = edge.source == candidate.source && edge.target == candidate.target;
      const bool turned = edge.source == candidate.target && edge.target == candidate.source &&
                          is_symmetric(static_cast<EdgeType>(edge.type));
      if (!same && !turned) continue;
      const bool here = std::ranges::any_of(edge.evidence, [&](CodePointSpan place) {
        return place.begin < sentence.end && sentence.begin < place.end;
      });
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
  std::istringstream lines(read_file(texts));
  for (std::string line; std::getline(lines, line);) {
    const rapidjson::Document record = parse_json(texts.string(), line);
    const auto path = graphs / (std::string(record["id"].GetString()) + ".json");
    if (!std::filesystem::exists(path)) continue;
    Document document;
    document.id = record["id"].GetString();
    document.text = record["text"].GetString();
    if (record.HasMember("date") && record["date"].IsString())
      document.date = Date::parse(record["date"].GetString());
    result.push_back(reader.read(std::move(document), parse_json(path.string(), read_file(path))));
  }
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
