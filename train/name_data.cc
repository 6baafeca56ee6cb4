#include "train/name_data.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "extract/mentions.h"
#include "extract/name_labels.h"
#include "extract/sentences.h"
#include "extract/syntax_features.h"
#include "extract/tokenize.h"

namespace entente {
namespace {

rapidjson::Document parse_json(const std::string& where, const std::string& bytes) {
  rapidjson::Document json;
  json.Parse(bytes.data(), bytes.size());
  if (json.HasParseError()) throw Error(where, "not JSON");
  return json;
}

void label_span(uint32_t begin, uint32_t end, uint32_t type, std::vector<int64_t>& labels) {
  for (uint32_t t = begin; t < end; ++t)
    if (labels[t] != 0) return;  // the first of two overlapping names stays
  for (uint32_t t = begin; t < end; ++t)
    labels[t] = name_label(type, name_part(t - begin, end - begin));
}

std::optional<uint32_t> type_of(std::string_view label) {
  if (label == "Nationality") return kDemonymType;
  const auto kind = parse_kind(label);
  if (!kind) return std::nullopt;
  return static_cast<uint32_t>(*kind);
}

/// A document of given tokens, joined by blanks.
Document join_tokens(const rapidjson::Value& record) {
  Document document;
  document.id = "record";
  for (const auto& token : record["tokens"].GetArray()) {
    if (!document.text.empty()) document.text += ' ';
    const auto begin = static_cast<uint32_t>(document.text.size());
    document.text += repair_utf8({token.GetString(), token.GetStringLength()}).text;
    if (document.text.size() == begin) document.text += '_';  // no token is empty
    document.tokens.push_back({begin, static_cast<uint32_t>(document.text.size())});
  }
  for (const auto& sentence : record["sentences"].GetArray())
    if (sentence[0].GetUint() < sentence[1].GetUint())
      document.sentences.push_back({sentence[0].GetUint(), sentence[1].GetUint()});
  return document;
}

/// The same tokens in another case, joined as they were.
Document recased(const Document& document, Casing casing) {
  Document result;
  result.id = document.id;
  result.sentences = document.sentences;
  uint32_t end = 0;
  for (const ByteSpan token : document.tokens) {
    result.text += document.slice(ByteSpan{end, token.begin});
    const auto begin = static_cast<uint32_t>(result.text.size());
    const std::string_view word = document.slice(token);
    result.text += casing == Casing::lower ? lower_case(word) : upper_case(word);
    result.tokens.push_back({begin, static_cast<uint32_t>(result.text.size())});
    end = token.end;
  }
  return result;
}

/// Labels tokens by the mentions of a graph, whose offsets count code points.
std::vector<int64_t> graph_labels(const Document& document, const rapidjson::Value& graph) {
  const CodePointIndex index(document.text);
  std::vector<CodePointSpan> places;
  for (const ByteSpan token : document.tokens) places.push_back(index.span(token));
  std::vector<int64_t> labels(document.tokens.size());
  for (const auto& node : graph["nodes"].GetArray())
    for (const auto& mention : node["mentions"].GetArray()) {
      const uint32_t begin = mention["start"].GetUint(), end = mention["end"].GetUint();
      const auto form = mention.HasMember("form") ? parse_form(mention["form"].GetString())
                                                  : std::optional(MentionForm::name);
      const auto kind = parse_kind(node["kind"].GetString());
      if (!kind || !form || (*form != MentionForm::name && *form != MentionForm::demonym)) continue;
      const auto first = std::ranges::upper_bound(places, begin, {}, &CodePointSpan::end);
      const auto last = std::ranges::lower_bound(places, end, {}, &CodePointSpan::begin);
      if (first < last)
        label_span(static_cast<uint32_t>(first - places.begin()),
                   static_cast<uint32_t>(last - places.begin()), name_type(*kind, *form), labels);
    }
  return labels;
}

/// Graphs list a demonym only where a state has no other name: one that they do not list may be
/// either, so its label is left open.
void ignore_demonyms(const Document& document, const Models& models, std::vector<int64_t>& labels) {
  for (const Mention& mention : propose_names(document, models))
    if (mention.form == MentionForm::demonym)
      for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t)
        if (labels[t] == 0) labels[t] = kUnknownLabel;
}

}  // namespace

NameVocabulary read_vocabulary(const std::filesystem::path& vectors, size_t common) {
  const std::string bytes = read_file(vectors);
  const rapidjson::Document json = parse_json(vectors.string(), bytes);
  if (!json.HasMember("words") || !json.HasMember("vectors"))
    throw Error(vectors.string(), "not a file of word vectors");
  NameVocabulary vocabulary;
  vocabulary.hashes.push_back(0);
  std::vector<float> values(100);
  for (const auto& word : json["words"].GetArray()) {
    if (vocabulary.hashes.size() > common) break;
    const uint64_t hash = hash_word(fold_word(word.GetString()));
    if (!vocabulary.rows.emplace(hash, vocabulary.hashes.size()).second) continue;
    vocabulary.hashes.push_back(hash);
    const auto& vector = json["vectors"][word.GetString()];
    for (rapidjson::SizeType i = 0; i < 100; ++i) values.push_back(vector[i].GetFloat());
  }
  vocabulary.vectors = torch::tensor(values).view({-1, 100});
  return vocabulary;
}

void NameReader::encode(Document& document, const std::vector<int64_t>& labels, int64_t source,
                        std::vector<NameSentence>& out) const {
  const auto proposed = propose_names(document, models_);
  const TokenFeatures features = name_features(document, proposed, models_);
  const SyntaxModel& syntax = *models_.syntax;
  const auto width = static_cast<int64_t>(syntax.sizes.input() + syntax.sizes.units);
  parse(document.text, document.tokens, document.sentences, syntax, [&](const Encoding& encoding) {
    const uint32_t first = encoding.pieces.front().begin;
    for (const TokenSpan piece : encoding.pieces) {
      NameSentence sentence;
      sentence.source = source;
      torch::Tensor rows = torch::empty({static_cast<int64_t>(piece.size()), width});
      float* to = rows.data_ptr<float>();
      for (uint32_t t = piece.begin; t < piece.end; ++t) {
        to = std::copy_n(encoding.words[t - first], syntax.sizes.input(), to);
        to = std::copy_n(encoding.in_context[t - first], syntax.sizes.units, to);
        const auto row = vocabulary_.rows.find(hash_word(fold_word(document.token(t))));
        sentence.words.push_back(row == vocabulary_.rows.end() ? 0 : row->second);
        const auto seen = features.of(t);
        sentence.features.emplace_back(seen.begin(), seen.end());
        sentence.labels.push_back(labels[t]);
      }
      sentence.encoding = rows.to(torch::kHalf);
      out.push_back(std::move(sentence));
    }
  });
}

void NameReader::encode_cased(size_t number, Document& document, const std::vector<int64_t>& labels,
                              int64_t source, std::vector<NameSentence>& out) const {
  encode(document, labels, source, out);
  if (recase_every_ == 0) return;
  for (const Casing casing : {Casing::lower, Casing::upper})
    if (number % recase_every_ == static_cast<size_t>(casing)) {
      Document other = recased(document, casing);
      encode(other, labels, source, out);
    }
}

std::vector<NameSentence> NameReader::read_tokens(const std::filesystem::path& path,
                                                  int64_t source) const {
  std::vector<NameSentence> result;
  size_t number = 0;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    const rapidjson::Document record = parse_json(path.string(), line);
    Document document = join_tokens(record);
    std::vector<int64_t> labels(document.tokens.size());
    for (const auto& entity : record["entities"].GetArray()) {
      if (entity.HasMember("nested") && entity["nested"].GetBool()) continue;
      const std::string_view label = entity["label"].GetString();
      const uint32_t begin = entity["start"].GetUint(), end = entity["end"].GetUint();
      if (const auto type = type_of(label)) label_span(begin, end, *type, labels);
      if (label == "Unknown")
        std::fill(labels.begin() + begin, labels.begin() + end, kUnknownLabel);
    }
    encode_cased(number++, document, labels, source, result);
  }
  return result;
}

std::vector<NameSentence> NameReader::read_graphs(const std::filesystem::path& texts,
                                                  const std::filesystem::path& graphs,
                                                  int64_t source) const {
  std::vector<NameSentence> result;
  size_t number = 0;
  std::istringstream lines(read_file(texts));
  for (std::string line; std::getline(lines, line);) {
    const rapidjson::Document record = parse_json(texts.string(), line);
    const auto graph_path = graphs / (std::string(record["id"].GetString()) + ".json");
    if (!std::filesystem::exists(graph_path)) continue;
    const rapidjson::Document graph = parse_json(graph_path.string(), read_file(graph_path));
    Document document;
    document.id = record["id"].GetString();
    document.text = record["text"].GetString();
    document.tokens = tokenize(document.text);
    document.sentences = split_sentences(document.text, document.tokens);
    std::vector<int64_t> labels = graph_labels(document, graph);
    ignore_demonyms(document, models_, labels);
    encode_cased(number++, document, labels, source, result);
  }
  return result;
}

NameBatch make_batch(const std::vector<const NameSentence*>& sentences,
                     const std::vector<bool>& without_features) {
  const auto batch = static_cast<int64_t>(sentences.size());
  int64_t steps = 0;
  for (const auto* sentence : sentences)
    steps = std::max(steps, static_cast<int64_t>(sentence->words.size()));
  const int64_t width = sentences.front()->encoding.size(1);
  NameBatch result;
  result.encoding = torch::zeros({steps, batch, width});
  result.mask = torch::zeros({steps, batch, 1});
  std::vector<int64_t> words(static_cast<size_t>(steps * batch)),
      labels(words.size(), kUnknownLabel);
  std::vector<int64_t> features, offsets, sources, lengths;
  for (int64_t b = 0; b < batch; ++b) {
    const NameSentence& sentence = *sentences[b];
    const auto length = static_cast<int64_t>(sentence.words.size());
    result.encoding.slice(0, 0, length).select(1, b).copy_(sentence.encoding.to(torch::kFloat));
    result.mask.slice(0, 0, length).select(1, b).fill_(1);
    sources.push_back(sentence.source);
    lengths.push_back(length);
    result.word_count += length;
  }
  for (int64_t t = 0; t < steps; ++t)
    for (int64_t b = 0; b < batch; ++b) {
      const NameSentence& sentence = *sentences[b];
      offsets.push_back(static_cast<int64_t>(features.size()));
      if (t >= static_cast<int64_t>(sentence.words.size())) continue;
      words[t * batch + b] = sentence.words[t];
      labels[t * batch + b] = sentence.labels[t];
      if (without_features[b]) continue;
      features.insert(features.end(), sentence.features[t].begin(), sentence.features[t].end());
    }
  result.words = torch::tensor(words);
  result.labels = torch::tensor(labels);
  result.features = torch::tensor(features);
  result.feature_offsets = torch::tensor(offsets);
  result.sources = torch::tensor(sources);
  result.lengths = torch::tensor(lengths);
  return result;
}

}  // namespace entente
