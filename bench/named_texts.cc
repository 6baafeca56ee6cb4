#include "bench/named_texts.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "export/json.h"
#include "extract/jsonl.h"

namespace entente {
namespace {

std::optional<CoarseKind> coarse_kind(std::string_view label) {
  if (label == "Person") return CoarseKind::person;
  if (label == "Organization") return CoarseKind::organization;
  if (label == "State" || label == "Territory") return CoarseKind::location;
  return std::nullopt;
}

NamedText join_tokens(const rapidjson::Value& record) {
  NamedText result;
  std::set<unsigned> starts;
  for (const auto& sentence : record["sentences"].GetArray()) starts.insert(sentence[0].GetUint());
  std::vector<ByteSpan> tokens;
  for (const auto& token : record["tokens"].GetArray()) {
    const bool first = starts.contains(static_cast<unsigned>(tokens.size()));
    if (!tokens.empty()) result.text += first ? '\n' : ' ';
    const auto begin = static_cast<uint32_t>(result.text.size());
    result.text += repair_utf8({token.GetString(), token.GetStringLength()}).text;
    tokens.push_back({begin, static_cast<uint32_t>(result.text.size())});
  }
  for (const auto& entity : record["entities"].GetArray()) {
    const auto kind = coarse_kind(entity["label"].GetString());
    if (!kind || (entity.HasMember("nested") && entity["nested"].GetBool())) continue;
    const ByteSpan first = tokens.at(entity["start"].GetUint());
    const ByteSpan last = tokens.at(entity["end"].GetUint() - 1);
    result.names.push_back({{first.begin, last.end}, *kind});
  }
  std::ranges::sort(result.names);
  return result;
}

}  // namespace

std::vector<NamedText> read_named_texts(const std::filesystem::path& path) {
  std::vector<NamedText> texts;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    rapidjson::Document record;
    record.Parse(line.data(), line.size());
    if (record.HasParseError() || !record.IsObject() || !record.HasMember("tokens"))
      throw Error(path.string(), "want a JSON object with tokens in each line");
    texts.push_back(join_tokens(record));
  }
  return texts;
}

std::vector<CoarseName> coarse_names(const Document& document) {
  std::vector<CoarseName> names;
  for (const Mention& mention : document.mentions)
    if (const auto kind = coarse_kind(name(mention.kind));
        kind && mention.form == MentionForm::name)
      names.push_back({document.bytes(mention.tokens), *kind});
  return names;
}

std::vector<TextWithGraph> read_graphs(const std::filesystem::path& texts,
                                       const std::filesystem::path& graphs) {
  std::vector<TextWithGraph> result;
  std::istringstream lines(read_file(texts));
  for (std::string line; std::getline(lines, line);) {
    JsonlRecord record = parse_jsonl(texts.string(), line);
    const auto path = graphs / (record.id + ".json");
    if (!std::filesystem::exists(path)) continue;
    Document document;
    document.id = record.id;
    document.title = record.title;
    document.date = record.date;
    document.text = std::move(record.text);
    result.push_back({std::move(document), read_json(read_file(path), path.string())});
  }
  return result;
}

}  // namespace entente
