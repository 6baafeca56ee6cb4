#include "base/date.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

namespace entente {
namespace {

std::string str(const std::optional<Date>& date) { return date ? date->str() : "none"; }
std::string str(const std::optional<Interval>& interval) {
  return interval ? interval->str() : "none";
}
Date date(std::string_view text) { return Date::parse(text).value(); }
Interval interval(std::string_view text) { return Interval::parse(text).value(); }

}  // namespace

TEST_CASE("only real dates are dates", "[base]") {
  struct Case {
    int year;
    unsigned month, day;
    std::string expected;
  };
  const Case cases[] = {
      {2019, 0, 0, "2019"},         {2019, 4, 0, "2019-04"},     {2019, 4, 18, "2019-04-18"},
      {2019, 4, 30, "2019-04-30"},  {2019, 4, 31, "none"},       {2019, 13, 1, "none"},
      {2019, 0, 1, "none"},         {2019, 1, 32, "none"},       {2020, 2, 29, "2020-02-29"},
      {2019, 2, 29, "none"},        {1900, 2, 29, "none"},       {2000, 2, 29, "2000-02-29"},
      {0, 2, 29, "0000-02-29"},     {-44, 3, 15, "-0044-03-15"}, {-1, 2, 29, "none"},
      {9999, 12, 31, "9999-12-31"}, {10000, 0, 0, "none"},       {-9999, 1, 1, "-9999-01-01"},
      {-10000, 0, 0, "none"},
  };
  for (const auto& [year, month, day, expected] : cases) {
    CAPTURE(year, month, day);
    CHECK(str(Date::make(year, month, day)) == expected);
  }
}

TEST_CASE("Date::parse reads ISO 8601 and nothing else", "[base]") {
  for (const std::string text : {"2019", "2019-04", "2019-04-18", "-0044-03-15", "0000", "-0001"}) {
    CAPTURE(text);
    CHECK(str(Date::parse(text)) == text);
  }
  for (const std::string text :
       {"",           "-",           "19",         "201",        "20190",   "2019-",
        "2019-4",     "2019-04-",    "2019-00",    "2019-04-00", "2019-13", "2019-04-31",
        "2019/04/18", "2019-04-18T", " 2019",      "2019 ",      "+2019",   "--2019",
        "2019-0a",    "20x9",        "2019-04:18", "..",         "1e10"}) {
    CAPTURE(text);
    CHECK(str(Date::parse(text)) == "none");
  }
}

TEST_CASE("first_day and last_day bound a date", "[base]") {
  struct Case {
    std::string date, first, last;
  };
  const Case cases[] = {
      {"2019", "2019-01-01", "2019-12-31"},       {"2019-02", "2019-02-01", "2019-02-28"},
      {"2020-02", "2020-02-01", "2020-02-29"},    {"2019-04-18", "2019-04-18", "2019-04-18"},
      {"-0044-03", "-0044-03-01", "-0044-03-31"},
  };
  for (const auto& [text, first, last] : cases) {
    CAPTURE(text);
    CHECK(Date::from_days(date(text).first_day()).str() == first);
    CHECK(Date::from_days(date(text).last_day()).str() == last);
  }
}

TEST_CASE("Date::plus moves by the date's own unit", "[base]") {
  struct Case {
    std::string date;
    int count;
    std::string expected;
  };
  const Case cases[] = {
      {"2019-12-31", 1, "2020-01-01"},
      {"2020-03-01", -1, "2020-02-29"},
      {"2019-12", 1, "2020-01"},
      {"2019-01", -13, "2017-12"},
      {"2019", -1, "2018"},
      {"0001", -1, "0000"},
      {"0000-01-01", -1, "-0001-12-31"},
      {"2019-04-18", 0, "2019-04-18"},
      {"9999", 1, "9999"},
      {"9999-12", 1, "9999-12"},
      {"9999-12-31", 1, "9999-12-31"},
      {"-9999", -1, "-9999"},
  };
  for (const auto& [text, count, expected] : cases) {
    CAPTURE(text, count);
    CHECK(date(text).plus(count).str() == expected);
  }
}

TEST_CASE("dates are ordered by first day, coarser first", "[base]") {
  const std::vector<std::string> ordered = {"-0044-03-15", "0000",       "2018-12-31", "2019",
                                            "2019-01",     "2019-01-01", "2019-01-02", "2019-02"};
  for (size_t i = 0; i < ordered.size(); ++i) {
    for (size_t j = 0; j < ordered.size(); ++j) {
      CAPTURE(ordered[i], ordered[j]);
      CHECK((date(ordered[i]) < date(ordered[j])) == (i < j));
      CHECK((date(ordered[i]) == date(ordered[j])) == (i == j));
    }
  }
}

TEST_CASE("Interval::parse", "[base]") {
  for (const std::string text : {"2019", "2019-05-11", "2019-05-11/2019-05-12", "1992/..",
                                 "../1991", "2019/2019-05", "-0049/-0045"}) {
    CAPTURE(text);
    CHECK(str(Interval::parse(text)) == text);
  }
  for (const std::string text : {"", "/", "../..", "2020/2019", "2019-05-12/2019-05-11", "2019/",
                                 "/2019", "2019/x", "2019/2020/2021", "2019 / 2020"}) {
    CAPTURE(text);
    CHECK(str(Interval::parse(text)) == "none");
  }
  CHECK(str(Interval::parse("2019/2019")) == "2019");
}

TEST_CASE("an interval without ends or with ends in the wrong order is none", "[base]") {
  CHECK(str(Interval::make(std::nullopt, std::nullopt)) == "none");
  CHECK(str(Interval::make(date("2020"), date("2019-12"))) == "none");
  CHECK(str(Interval::make(date("2019-12"), date("2019"))) == "2019-12/2019");
  CHECK(str(Interval::make(date("2019"), std::nullopt)) == "2019/..");
  CHECK(interval("2019").is_date());
  CHECK_FALSE(interval("2019/..").is_date());
}

TEST_CASE("intervals overlap where they have a day in common", "[base]") {
  struct Case {
    std::string a, b;
    bool expected;
  };
  const Case cases[] = {
      {"2019", "2019-05", true},
      {"2019", "2020", false},
      {"2019-05-11/2019-05-12", "2019-05-12", true},
      {"2019-05-11/2019-05-12", "2019-05-13", false},
      {"1992/..", "2050", true},
      {"1992/..", "1991", false},
      {"../1991", "1992/..", false},
      {"../1992", "1992/..", true},
      {"../1991", "-9999", true},
  };
  for (const auto& [a, b, expected] : cases) {
    CAPTURE(a, b);
    CHECK(interval(a).overlaps(interval(b)) == expected);
    CHECK(interval(b).overlaps(interval(a)) == expected);
  }
}

TEST_CASE("open ends come first as beginnings and last as ends", "[base]") {
  const std::vector<std::string> ordered = {"../1991",      "../2019", "1990/1991", "1990/..",
                                            "2019/2019-05", "2019/..", "2019-01"};
  for (size_t i = 0; i < ordered.size(); ++i) {
    for (size_t j = 0; j < ordered.size(); ++j) {
      CAPTURE(ordered[i], ordered[j]);
      CHECK((interval(ordered[i]) < interval(ordered[j])) == (i < j));
      CHECK((interval(ordered[i]) == interval(ordered[j])) == (i == j));
    }
  }
}

TEST_CASE("every date reads back as it was written", "[base]") {
  std::mt19937 random(3);
  for (int round = 0; round < 20'000; ++round) {
    const auto made =
        Date::make(static_cast<int>(random() % 19'999) - 9'999, random() % 14, random() % 33);
    if (!made) continue;
    CHECK(Date::parse(made->str()) == made);
    CHECK(made->first_day() <= made->last_day());
    if (made->has_day()) CHECK(Date::from_days(made->first_day()) == *made);
  }
}

}  // namespace entente
