// Which times a statement may have, and how weights choose among them.

#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "extract/time_model.h"
#include "extract/time_options.h"
#include "tests/extract/documents.h"

namespace entente {
namespace {

/// The sentence with what the options of a statement need.
class Sentence {
 public:
  explicit Sentence(Document document, uint32_t sentence = 0)
      : viewed_(std::move(document), sentence),
        groups_(find_verb_groups(viewed_.view())),
        links_(viewed_.view(), groups_),
        options_(viewed_.view(), groups_, links_) {}

  std::vector<TimeOption> options(std::string_view anchor, EdgeType type = EdgeType::signs) const {
    Draft draft;
    draft.source = 0;
    draft.target = 1;
    draft.type = type;
    draft.anchor = viewed_.word(anchor);
    return options_.of(draft);
  }

 private:
  ViewedSentence viewed_;
  std::vector<VerbGroup> groups_;
  TimeLinks links_;
  TimeOptions options_;
};

/// Each once.
Strings values(const std::vector<TimeOption>& options) {
  Strings texts;
  for (const TimeOption& option : options) {
    const std::string text = option.value ? option.value->str() : "none";
    if (!has(texts, text)) texts.push_back(text);
  }
  return texts;
}

Document signed_in_2011() {
  return with_syntax(marked_text("[Chad/State] signed the [Juba Treaty/Agreement] in 2011.",
                                 Date::parse("2019-04-18")),
                     {"PROPN 2 nsubj", "VERB 0 root sign", "DET 5 det", "PROPN 5 compound",
                      "PROPN 2 obj", "ADP 7 case", "NUM 2 obl", "PUNCT 2 punct"});
}

TEST_CASE("a statement has no time, one of its sentence, from or until it, or that of the document",
          "[extract]") {
  CHECK(values(Sentence(signed_in_2011()).options("signed")) ==
        Strings{"none", "2011", "2011/..", "../2011", "2019-04-18"});
}

TEST_CASE("without a date of the document none is offered", "[extract]") {
  Document document = signed_in_2011();
  document.date.reset();
  CHECK(values(Sentence(document).options("signed")) ==
        Strings{"none", "2011", "2011/..", "../2011"});
}

TEST_CASE("times before the sentence, and of what it names, are offered", "[extract]") {
  const Document document =
      with_syntax(marked_text("The [Juba Treaty/Agreement] of 2011 failed. [Chad/State] left it."),
                  {"DET 3 det", "PROPN 3 compound", "PROPN 6 nsubj", "ADP 5 case", "NUM 3 nmod",
                   "VERB 0 root fail", "PUNCT 6 punct", "PROPN 2 nsubj", "VERB 0 root leave",
                   "PRON 2 obj", "PUNCT 2 punct"});
  const auto options = Sentence(document, 1).options("left");
  CHECK(values(options) == Strings{"none", "2011"});
  CHECK(options[1].phrase == "2011");
}

/// A file with these weights, written and read back.
TimeModel model_of(std::vector<std::pair<uint64_t, float>> weights) {
  std::ranges::sort(weights);
  std::string hashes, numbers;
  for (const auto& [hash, weight] : weights) {
    hashes.append(reinterpret_cast<const char*>(&hash), sizeof(hash));
    numbers.append(reinterpret_cast<const char*>(&weight), sizeof(weight));
  }
  const auto path = std::filesystem::temp_directory_path() / "entente_times_test.model";
  write_model_file(path, time_model_kind(), {{"vocabulary", hashes}, {"weights", numbers}});
  TimeModel model = load_time_model(path);
  std::filesystem::remove(path);  // it stays mapped
  return model;
}

TEST_CASE("the option that weights speak for is chosen", "[extract]") {
  const auto options = Sentence(signed_in_2011()).options("signed");
  for (const TimeOption& wanted : options) {
    std::vector<std::pair<uint64_t, float>> weights;
    for (const uint64_t hash : wanted.features) weights.emplace_back(hash, 1.0f);
    CHECK((choose_time(options, model_of(weights)).value == wanted.value));
  }
}

TEST_CASE("options of one value count together", "[extract]") {
  const Interval may = *Interval::parse("2019-05");
  const std::vector<TimeOption> options = {{{}, "", {1}}, {may, "May", {2}}, {may, "May", {2}}};
  CHECK((choose_time(options, model_of({{1, 1.0f}, {2, 0.5f}})).value == may));
  CHECK_FALSE(choose_time(options, model_of({{1, 2.0f}, {2, 0.5f}})).value.has_value());
}

TEST_CASE("a model with more features than weights is refused", "[extract]") {
  const auto path = std::filesystem::temp_directory_path() / "entente_times_bad.model";
  write_model_file(path, time_model_kind(),
                   {{"vocabulary", std::string(16, 'x')}, {"weights", std::string(4, '\0')}});
  CHECK_THROWS_AS(load_time_model(path), Error);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace entente
