#include "extract/times.h"

#include <catch2/catch.hpp>

#include "tests/extract/documents.h"

namespace entente {
namespace {

// A Thursday.
const Date kDay = *Date::make(2019, 4, 18);

Strings times_of(std::string text, std::optional<Date> date = kDay) {
  Strings result;
  for (const TimeExpression& time : find_times(split_text(std::move(text), date)))
    result.push_back(time.value.str());
  return result;
}

struct Case {
  std::string text;
  Strings times;
};

void check(std::initializer_list<Case> cases, std::optional<Date> date = kDay) {
  for (const auto& [text, times] : cases) {
    CAPTURE(text);
    CHECK(times_of(text, date) == times);
  }
}

}  // namespace

TEST_CASE("whole dates need no date of the document", "[extract]") {
  check({{"They met on 18 April 2019.", {"2019-04-18"}},
         {"They met on 18th of April 2019.", {"2019-04-18"}},
         {"They met on April 18, 2019.", {"2019-04-18"}},
         {"They met on 2019-04-18.", {"2019-04-18"}},
         {"They met in April 2019.", {"2019-04"}},
         {"They met in Sept. 2018.", {"2018-09"}},
         {"They met in 1956.", {"1956"}},
         {"They met on 29 February 2020.", {"2020-02-29"}}},
        std::nullopt);
}

TEST_CASE("ranges are intervals", "[extract]") {
  check({{"It ran 11-12 May 2019.", {"2019-05-11/2019-05-12"}},
         {"It ran from May 14 to 18, 2019.", {"2019-05-14/2019-05-18"}},
         {"It ran from 1980 to 1988.", {"1980/1988"}},
         {"It ran between 1980 and 1988.", {"1980/1988"}},
         {"It ran 1980-1988.", {"1980/1988"}}},
        std::nullopt);
}

TEST_CASE("since and until leave one end open", "[extract]") {
  check({{"It has held since 1992.", {"1992/.."}}, {"It held until 1991.", {"../1991"}}},
        std::nullopt);
}

TEST_CASE("relative times resolve against the document's date", "[extract]") {
  check({{"They met yesterday.", {"2019-04-17"}},
         {"They met today.", {"2019-04-18"}},
         {"They will meet tomorrow.", {"2019-04-19"}},
         {"They met last year.", {"2018"}},
         {"They met last month.", {"2019-03"}},
         {"They meet next month.", {"2019-05"}},
         {"They met this year.", {"2019"}},
         {"They met on Wednesday.", {"2019-04-17"}},
         {"They met on Friday.", {"2019-04-12"}},
         {"They will meet on Friday.", {"2019-04-19"}},
         {"They met last November.", {"2018-11"}},
         {"They met in November last year.", {"2018-11"}}});
}

TEST_CASE("days and months without a year lie near the document's date", "[extract]") {
  check({{"They met on April 3.", {"2019-04-03"}},
         {"They met in December.", {"2018-12"}},
         {"They will meet in June.", {"2019-06"}},
         {"They plan to meet in mid-May.", {"2019-05"}}});
  check({{"They will meet in January.", {"2020-01"}}, {"They met in January.", {"2019-01"}}},
        Date::make(2019, 12, 18));
}

TEST_CASE("without a date of the document, relative times are left out", "[extract]") {
  check({{"They met yesterday.", {}},
         {"They met last year.", {}},
         {"They met on Wednesday.", {}},
         {"They met last November.", {}},
         {"They met in April.", {}},
         {"They met on April 3.", {}}},
        std::nullopt);
}

TEST_CASE("without a date of the document, months take the year named before", "[extract]") {
  check({{"War came in 1956. They met in April.", {"1956", "1956-04"}}}, std::nullopt);
}

TEST_CASE("there are no impossible dates", "[extract]") {
  check({{"They met on 31 April 2019.", {}},
         {"They met on April 31, 2019.", {}},
         {"They met on 29 February 2019.", {}},
         {"They met on 2019-02-30.", {}}});
}

TEST_CASE("numbers and words that look like times are none", "[extract]") {
  check({{"They may meet.", {}},
         {"They march on.", {}},
         {"It cost $ 2000.", {}},
         {"He read Resolution 1973.", {}},
         {"The second of five.", {}},
         {"", {}}});
}

TEST_CASE("an expression covers its words", "[extract]") {
  const Document document = split_text("They met on April 18, 2019 in Tokyo.");
  const auto times = find_times(document);
  REQUIRE(times.size() == 1);
  CHECK(document.slice(times[0].tokens) == "April 18, 2019");
}

}  // namespace entente
