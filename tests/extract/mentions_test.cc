#include "extract/mentions.h"

#include <catch2/catch.hpp>

#include "tests/extract/documents.h"

namespace entente {
namespace {

/// Mentions as "Japan/State", demonyms as "Japanese/State/demonym".
Strings mentions_of(std::string text) {
  const Document document = split_text(std::move(text));
  Strings result;
  for (const Mention& mention : propose_names(document, test_models())) {
    result.push_back(std::string(document.slice(mention.tokens)) + "/" +
                     std::string(name(mention.kind)));
    if (mention.form != MentionForm::name) result.back() += "/" + std::string(name(mention.form));
  }
  return result;
}

std::string known_of(std::string text, size_t mention) {
  return propose_names(split_text(std::move(text)), test_models()).at(mention).known;
}

struct Case {
  std::string text;
  Strings mentions;
};

void check(std::initializer_list<Case> cases) {
  for (const auto& [text, mentions] : cases) {
    CAPTURE(text);
    CHECK(mentions_of(text) == mentions);
  }
}

}  // namespace

TEST_CASE("titles stay out of the names of persons", "[extract]") {
  check({{"President Vladimir Putin met Prime Minister Shinzo Abe.",
          {"Vladimir Putin/Person", "Shinzo Abe/Person"}},
         {"Russian Foreign Minister Sergey Lavrov met King Abdullah II.",
          {"Russian/State/demonym", "Sergey Lavrov/Person", "Abdullah II/Person"}},
         {"Former French President Nicolas Sarkozy met Putin.",
          {"French/State/demonym", "Nicolas Sarkozy/Person", "Putin/Person"}}});
}

TEST_CASE("names of persons have hyphens, particles and known words in them", "[extract]") {
  check({{"Jean-Claude Juncker, Ursula von der Leyen and Osama bin Laden met.",
          {"Jean-Claude Juncker/Person", "Ursula von der Leyen/Person", "Osama bin Laden/Person"}},
         {"He met Jack London.", {"Jack London/Person"}},
         {"He met Kim Jong Un.", {"Kim Jong Un/Person"}},
         {"Yesterday Smith met Jones.", {"Smith/Person", "Jones/Person"}}});
}

TEST_CASE("states are named by name, demonym, people and seat of power", "[extract]") {
  check({{"However, Japan protested.", {"Japan/State"}},
         {"The Japanese government protested.", {"Japanese/State/demonym"}},
         {"The Soviets protested.", {"Soviets/State/demonym"}},
         {"The Kremlin rejected the plan.", {"Kremlin/State"}},
         {"South Korea and North Korea met.", {"South Korea/State", "North Korea/State"}}});
}

TEST_CASE("a capital is a city where something is, and a state where it acts", "[extract]") {
  check({{"He visited Kyiv. Kyiv rejected the plan.", {"Kyiv/Territory", "Kyiv/State"}},
         {"Tokyo rejected the offer.", {"Tokyo/State"}},
         {"He spoke in Tokyo and Moscow.", {"Tokyo/Territory", "Moscow/Territory"}},
         {"Tokyo and Moscow agreed.", {"Tokyo/State", "Moscow/State"}}});
  CHECK(known_of("Tokyo rejected the offer.", 0) == "state:japan");
  CHECK(known_of("He spoke in Tokyo.", 0) == "territory:tokyo");
}

TEST_CASE("organizations have a head and what belongs to it", "[extract]") {
  check({{"The Ministry of Foreign Affairs of Japan protested.",
          {"Ministry of Foreign Affairs of Japan/Organization"}},
         {"The Organization for Security and Cooperation in Europe met.",
          {"Organization for Security and Cooperation in Europe/Organization"}},
         {"He studied the history of the Foreign Ministry.", {"Foreign Ministry/Organization"}},
         {"The UN Security Council adopted Resolution 242.",
          {"UN Security Council/Organization", "Resolution 242/Agreement"}}});
}

TEST_CASE("a demonym makes a name of an institution in lower case", "[extract]") {
  check({{"The Syrian army attacked Aleppo.", {"Syrian army/Organization", "Aleppo/Territory"}},
         {"The Burmese military attacked the Rohingya.",
          {"Burmese military/Organization", "Rohingya/Group"}},
         {"The Japanese foreign ministry protested.", {"Japanese foreign ministry/Organization"}},
         {"The army attacked.", {}}});
}

TEST_CASE("acronyms name organizations, known or not", "[extract]") {
  check({{"The LDP met.", {"LDP/Organization"}},
         {"They left the SCUA.", {"SCUA/Organization"}},
         {"NATO held the exercise.", {"NATO/Organization"}}});
}

TEST_CASE("agreements, events, territories and groups are named", "[extract]") {
  check({{"They signed the Treaty of San Francisco.", {"Treaty of San Francisco/Agreement"}},
         {"The Iran-Iraq War ended.", {"Iran-Iraq War/Event"}},
         {"The G20 summit in Osaka opened.", {"G20 summit/Event", "Osaka/Territory"}},
         {"The Strait of Hormuz lies near Iran.", {"Strait of Hormuz/Territory", "Iran/State"}},
         {"The Palestinians protested.", {"Palestinians/Group"}}});
}

TEST_CASE("ordinary words with a capital are no names", "[extract]") {
  check({{"Negotiations stalled. Later negotiations resumed.", {}},
         {"Officials said so. The talks failed.", {}},
         {"On Monday they spoke. In May it rained.", {}},
         {"I spoke. We listened.", {}},
         {"", {}}});
}

TEST_CASE("names in letters without case are left, others are found", "[extract]") {
  check({{"安倍晋三 met Путин.", {"Путин/Person"}}});
}

TEST_CASE("a name keeps the kind that one of its places tells", "[extract]") {
  check({{"President Zorbek spoke. Later Zorbek left.", {"Zorbek/Person", "Zorbek/Person"}}});
}

TEST_CASE("a capitalized stretch of any length is read in time that grows with it", "[extract]") {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "Japan ";
  CHECK(mentions_of(std::move(text)).size() == 40000);
}

}  // namespace entente
