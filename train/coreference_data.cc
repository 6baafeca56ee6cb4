#include "train/coreference_data.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

#include "base/error.h"

namespace entente {
namespace {

using Json = rapidjson::Value;

template <class Text, class Read>
std::vector<Text> read_lines(const std::filesystem::path& path, const Models& models, Read read) {
  std::ifstream file(path);
  if (!file) throw Error(path.string(), "cannot be read");
  std::vector<Text> texts;
  size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    rapidjson::Document json;
    json.Parse(line.data(), line.size());
    const std::string where = path.string() + ":" + std::to_string(number);
    if (json.HasParseError()) throw Error(where, "not JSON");
    Text text = read(where, json);
    text.document.id = "text";
    text.document = analyze(std::move(text.document), models);
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<ByteSpan> find_tokens(const std::string& where, const std::string& text,
                                  const Json& tokens) {
  std::vector<ByteSpan> places;
  size_t from = 0;
  for (const Json& token : tokens.GetArray()) {
    const std::string form(token.GetString(), token.GetStringLength());
    const size_t begin = text.find(form, from);
    if (begin == std::string::npos) throw Error(where, "token \"" + form + "\" is not in the text");
    from = begin + form.size();
    places.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(from)});
  }
  return places;
}

ByteSpan join(const std::vector<ByteSpan>& tokens, uint32_t begin, uint32_t end) {
  return {tokens[begin].begin, tokens[end - 1].end};
}

GumText gum_text(const std::string& where, const Json& json) {
  GumText result;
  for (const Json& sentence : json["sentence_texts"].GetArray())
    result.document.text += std::string(sentence.GetString(), sentence.GetStringLength()) + "\n";
  const auto tokens = find_tokens(where, result.document.text, json["tokens"]);
  std::map<std::string, uint32_t> clusters;
  for (const Json& mention : json["mentions"].GetArray()) {
    const auto cluster = static_cast<uint32_t>(clusters.size());
    GoldMention gold;
    gold.bytes = join(tokens, mention["start"].GetUint(), mention["end"].GetUint());
    gold.head = tokens[mention["head"][0].GetUint()];
    gold.cluster = clusters.emplace(mention["cluster"].GetString(), cluster).first->second;
    if (mention.HasMember("label") && parse_kind(mention["label"].GetString()))
      gold.name = join(tokens, mention["name"][0].GetUint(), mention["name"][1].GetUint());
    result.mentions.push_back(gold);
  }
  return result;
}

/// The byte at which each code point begins, and the end.
std::vector<uint32_t> code_points(const std::string& text) {
  std::vector<uint32_t> begins;
  for (uint32_t at = 0; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) begins.push_back(at);
  begins.push_back(static_cast<uint32_t>(text.size()));
  return begins;
}

GapText gap_text(const std::string&, const Json& json) {
  GapText result;
  result.document.text = {json["text"].GetString(), json["text"].GetStringLength()};
  const auto begins = code_points(result.document.text);
  const auto place = [&](const char* what, const char* offset) {
    const uint32_t begin = begins.at(json[offset].GetUint());
    return ByteSpan{begin, begin + json[what].GetStringLength()};
  };
  result.pronoun = place("pronoun", "pronoun_offset");
  result.a = place("a", "a_offset");
  result.b = place("b", "b_offset");
  result.is_a = json["a_coref"].GetBool();
  result.is_b = json["b_coref"].GetBool();
  const char first = json["pronoun"].GetString()[0];
  result.feminine = first == 's' || first == 'S' ||
                    std::string_view(json["pronoun"].GetString()).substr(1).starts_with("er");
  return result;
}

}  // namespace

std::vector<GumText> read_gum(const std::filesystem::path& path, const Models& models) {
  return read_lines<GumText>(path, models, gum_text);
}

std::vector<GapText> read_gap(const std::filesystem::path& path, const Models& models) {
  return read_lines<GapText>(path, models, gap_text);
}

bool overlaps(const Document& document, TokenSpan tokens, ByteSpan bytes) {
  return document.bytes(tokens).overlaps(bytes);
}

bool is_named_in(const Document& document, uint32_t entity, ByteSpan bytes) {
  return std::ranges::any_of(document.entities[entity].mentions, [&](uint32_t m) {
    return document.mentions[m].form == MentionForm::name &&
           overlaps(document, document.mentions[m].tokens, bytes);
  });
}

}  // namespace entente
