#include "extract/attribution.h"

#include <catch2/catch.hpp>

#include "tests/extract/documents.h"

namespace entente {
namespace {

/// Reports as "Lavrov: what is reported", the unnamed source in parentheses.
Strings reports_of(std::string_view marked) {
  const ViewedSentence viewed(marked_text(marked));
  const SentenceView& view = viewed.view();
  Strings result;
  for (const Attribution& report : find_attributions(view, find_verb_groups(view))) {
    std::string text =
        report.speaker == kNone ? "(" + report.phrase + ")" : viewed.names({report.speaker});
    const uint32_t first = view.tokens().begin;
    text += ": " +
            std::string(view.document().slice(TokenSpan{first + report.begin, first + report.end}));
    result.push_back(text);
  }
  return result;
}

}  // namespace

TEST_CASE("find_attributions says who reports what", "[extract]") {
  struct Case {
    std::string_view text;
    Strings reports;
  };
  const Case cases[] = {
      {"[Lavrov/Person] said that [Japan/State] left.", {"Lavrov: that Japan left."}},
      {"[Lavrov/Person] said [Japan/State] left.", {"Lavrov: Japan left."}},
      {"An unnamed official said that [Japan/State] left.",
       {"(An unnamed official): that Japan left."}},
      {"[Japan/State] left, [Lavrov/Person] said.", {"Lavrov: Japan left,"}},
      {"[Japan/State] attacked [Iran/State].", {}},
      {"It was said.", {}}};
  for (const auto& [text, reports] : cases) {
    CAPTURE(text);
    CHECK(reports_of(text) == reports);
  }
}

TEST_CASE("according to names the source of the sentence", "[extract]") {
  const ViewedSentence viewed(
      marked_text("According to [Lavrov/Person], the ships left [Japan/State]."));
  const auto reports = find_attributions(viewed.view(), find_verb_groups(viewed.view()));
  REQUIRE(reports.size() == 1);
  CHECK(viewed.names({reports[0].speaker}) == "Lavrov");
  CHECK(reports[0].end == viewed.view().size());
}

}  // namespace entente
