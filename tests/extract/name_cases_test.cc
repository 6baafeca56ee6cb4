// Texts whose names are written in ways that no list or capital helps with.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "extract/analyze.h"
#include "tests/extract/documents.h"

namespace entente {
namespace {

/// The models of the program.
const Models& trained_models() {
  static const Models kModels = load_models(std::filesystem::path(ENTENTE_SOURCE_DIR) / "models");
  return kModels;
}

Document read(std::string text, const Models& models) {
  Document document;
  document.id = "text";
  document.text = std::move(text);
  return analyze(std::move(document), models);
}

Strings names_of(const Document& document) {
  Strings result;
  for (const Mention& mention : document.mentions)
    result.push_back(std::string(document.slice(mention.tokens)));
  return result;
}

bool contains(const Strings& strings, const std::string& wanted) {
  return std::find(strings.begin(), strings.end(), wanted) != strings.end();
}

}  // namespace

TEST_CASE("names that no table knows are found", "[extract]") {
  const Strings names = names_of(
      read("The foreign minister of Zandoria, Olvek Trasimov, met his counterpart in Quelmar.",
           trained_models()));
  CHECK(contains(names, "Zandoria"));
  CHECK(contains(names, "Olvek Trasimov"));
  CHECK(contains(names, "Quelmar"));
}

TEST_CASE("names are read in headlines of capitals and in text without any", "[extract]") {
  const Strings capitals =
      names_of(read("RUSSIA AND JAPAN SIGN PEACE TREATY IN MOSCOW\n", trained_models()));
  CHECK(contains(capitals, "RUSSIA"));
  CHECK(contains(capitals, "JAPAN"));
  const Strings small = names_of(read(
      "the foreign minister of japan, taro kono, met sergey lavrov in moscow.", trained_models()));
  CHECK(contains(small, "japan"));
  CHECK(contains(small, "moscow"));
}

TEST_CASE("names in other scripts are read without harm", "[extract]") {
  for (const std::string text : {"Министр Сергей Лавров встретился с Таро Коно в Москве.",
                                 "河野太郎外相はモスクワを訪問した。", "وزير الخارجية سيرغي لافروف",
                                 "Ο Κυριάκος Μητσοτάκης μίλησε.", "İstanbul'da IŞİD ǅ ﬁn."}) {
    CAPTURE(text);
    const Document document = read(text, trained_models());
    for (const Mention& mention : document.mentions) CHECK_FALSE(mention.tokens.empty());
  }
}

TEST_CASE("a list of ten thousand names is read", "[extract]") {
  std::string text = "Present were ";
  for (int i = 0; i < 10000; ++i)
    text += std::string("Ivan ") + static_cast<char>('A' + i % 26) + "ov" +
            static_cast<char>('a' + i / 26 % 26) + static_cast<char>('a' + i / 676) + ", ";
  CHECK(read(text + "and others.", trained_models()).mentions.size() > 5000);
}

TEST_CASE("ordinary words that open a sentence are no places", "[extract]") {
  for (const std::string text :
       {"Nice to meet you, he said.", "West of the river they met.", "Reading the treaty helps."}) {
    CAPTURE(text);
    const Document document = read(text, test_models());
    for (const Mention& mention : document.mentions) CHECK(mention.kind != NodeKind::territory);
  }
  CHECK(contains(names_of(read("They met in Nice.", test_models())), "Nice"));
}

}  // namespace entente
