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

TEST_CASE("weekdays after next and last are of that week", "[extract]") {
  check({{"They will meet next Thursday.", {"2019-04-25"}},
         {"They will meet next Friday.", {"2019-04-26"}},
         {"They met last Thursday.", {"2019-04-11"}},
         {"They met this past Wednesday.", {"2019-04-17"}},
         {"They met on Tuesday of last week.", {"2019-04-09"}},
         {"They will meet on Thursday.", {"2019-04-18"}}});
}

TEST_CASE("the tense beside an expression says which way it looks", "[extract]") {
  check({{"Kono said on Wednesday that they will meet in May.", {"2019-04-17", "2019-05"}},
         {"They will meet in January.", {"2020-01"}},
         {"They met in May.", {"2018-05"}},
         {"A meeting is to be held on May 3.", {"2019-05-03"}},
         {"They agreed to meet in January.", {"2020-01"}},
         {"On Friday, Abe will leave.", {"2019-04-19"}},
         {"Wednesday, July 17 is the day.", {"2019-07-17"}}});
}

TEST_CASE("lengths of time lead from today, from a date or from the time named last", "[extract]") {
  check({{"They met two years ago.", {"2017"}},
         {"They met three days ago.", {"2019-04-15"}},
         {"They will meet in two weeks.", {"2019-05-02"}},
         {"They met in the past two weeks.", {"2019-04-04/2019-04-18"}},
         {"Talks will be held over two days from May 30.", {"2019-05-30/2019-05-31"}},
         {"It began two days before May 3, 2018.", {"2018-05-01"}},
         {"They met on 4 July 2017. A month later they parted.", {"2017-07-04", "2017-08"}},
         {"They met in 1956. Two years earlier they had fought.", {"1956", "1954"}},
         {"They met in 1956. The following year it ended.", {"1956", "1957"}},
         {"They met on 4 July 2017 and less than a month later they parted.", {"2017-07-04"}},
         {"It fell for the first time in two weeks.", {}}});
}

TEST_CASE("units of the calendar and their parts", "[extract]") {
  check({{"They met last week.", {"2019-04-08/2019-04-14"}},
         {"They plan to meet early next year.", {"2020"}},
         {"They met in the third quarter of 2018.", {"2018-07/2018-09"}},
         {"They met in the first half of 2018.", {"2018-01/2018-06"}},
         {"They met in the summer of 2018.", {"2018-06/2018-08"}},
         {"It was the winter of 1776-77.", {"1776-12/1777-02"}},
         {"It grew in the 1990s and the mid-1980s.", {"1990/1999", "1980/1989"}},
         {"It grew in the late nineteenth century.", {"1800/1899"}},
         {"It fell in fiscal year 2018.", {"2018"}},
         {"It fell in the last four months of 2018.", {"2018-09/2018-12"}},
         {"It holds the pre-1967 lines.", {"../1967"}}});
}

TEST_CASE("years before Christ are astronomical", "[extract]") {
  check({{"He died in 44 BC.", {"-0043"}},
         {"It rose in the 7th century BC.", {"-0699/-0600"}},
         {"It began in AD 842.", {"0842"}},
         {"It began in 20000 BC.", {}}});
}

TEST_CASE("ages, anniversaries and other calendars give no dates", "[extract]") {
  check({{"They marked the 30th anniversary.", {}},
         {"They met on 1 Ramadan 1443.", {}},
         {"They met on 15 Nisan 5784.", {}},
         {"It was the turn of the century.", {}},
         {"Over 2000 troops and 1500 people came.", {}}});
}

TEST_CASE("no text breaks the layer or gives an impossible date", "[extract]") {
  constexpr size_t kMegabyte = 1'000'000;
  for (const std::string_view part :
       {"7", "1-", "31/", "19 ", "May ", "two ", "Wednesday, ", "the ", "1990s ", "2019-"}) {
    std::string text;
    while (text.size() < kMegabyte / (part.size() == 1 ? 1 : 20)) text += part;
    CAPTURE(part);
    for (const TimeExpression& time : find_times(split_text(text, kDay))) {
      const auto again = Interval::parse(time.value.str());
      REQUIRE(again.has_value());
      REQUIRE(again->str() == time.value.str());
    }
  }
}

TEST_CASE("every day of leap and common years is read back", "[extract]") {
  for (const int year : {1900, 1999, 2000, 2019, 2020})
    for (unsigned month = 1; month <= 12; ++month)
      for (unsigned day = 1; day <= 31; ++day) {
        const auto date = Date::make(year, month, day);
        const std::string text = "They met on " + std::to_string(day) + "." +
                                 std::to_string(month) + "." + std::to_string(year) + " there.";
        const auto american = "They met on " + std::to_string(month) + "/" + std::to_string(day) +
                              "/" + std::to_string(year) + " there.";
        CAPTURE(text, american);
        CHECK(times_of(american) == (date ? Strings{date->str()} : Strings{}));
        if (day > 12) CHECK(times_of(text) == (date ? Strings{date->str()} : Strings{}));
      }
}

TEST_CASE("an expression covers its words", "[extract]") {
  const Document document = split_text("They met on April 18, 2019 in Tokyo.");
  const auto times = find_times(document);
  REQUIRE(times.size() == 1);
  CHECK(document.slice(times[0].tokens) == "April 18, 2019");
}

}  // namespace entente
