#include "extract/read_date.h"

#include <catch2/catch.hpp>
#include <string>

namespace entente {
namespace {

std::string str(const std::optional<Date>& date) { return date ? date->str() : "none"; }

}  // namespace

TEST_CASE("text_date", "[extract]") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"", "none"},
      {"date 2019-04-18 Foreign Minister Taro Kono plans", "2019-04-18"},
      {" \n Date: 18 April 2019\nText", "2019-04-18"},
      {"date 2019-02-30 Foreign Minister", "none"},
      {"date of the talks 2019-04-18", "none"},
      {"MOSCOW, 18 April 2019 \u2014 Kono met", "2019-04-18"},
      {"MOSCOW, 18 April 2019\u2014Kono met", "2019-04-18"},
      {"WASHINGTON, April 18, 2019 (Reuters) - The", "2019-04-18"},
      {"WASHINGTON, Apr. 18, 2019 -- The", "2019-04-18"},
      {"Geneva, 3 May 2021: The parties", "2021-05-03"},
      {"Washington, February 11, 1963, 7:44 p.m.\n\nTopol 1108.", "1963-02-11"},
      {"Washington, D.C., Thursday, 18 April 2019\n\nThe", "2019-04-18"},
      {"Rio de Janeiro, 3 Sept 2020 - The", "2020-09-03"},
      {"Málaga / Ürümqi, 2019-04-18 - The", "2019-04-18"},
      {"PARIS \u2013 2 June 1999 \u2013 The", "1999-06-02"},
      {"Talks resume\n\nMOSCOW, 18 April 2019 - Kono met", "2019-04-18"},
      {"Friday, January 4, 2019\nAn apartment building", "2019-01-04"},
      {"A title.\nFriday, January 4, 2019\nAn apartment building", "2019-01-04"},
      {"2019-04-18\n\nKono met", "2019-04-18"},
      {"MOSCOW, 31 April 2019 - Kono met", "none"},
      {"MOSCOW, 29 February 2020 - Kono met", "2020-02-29"},
      {"MOSCOW, 29 February 2019 - Kono met", "none"},
      {"MOSCOW, 18 April - Kono met", "none"},
      {"MOSCOW (Reuters) - Kono met on 18 April 2019.", "none"},
      {"On July 15, 1963, Harriman met", "none"},
      {"On July 15, 1963 - a day to remember", "none"},
      {"Kono met Lavrov in Moscow on 18 April 2019: a failure.", "none"},
      {"Moscow, April 18, 2019, saw a summit.", "none"},
      {"One\nTwo\nThree\nMOSCOW, 18 April 2019 - too far down", "none"},
      {std::string(157, 'x') + "\u00e9\u00e9\u00e9 18 April 2019", "none"},
      {"18 4 2019", "none"},
      {"18 April 19", "none"},
      {"118 April 2019", "none"},
      {"18 April 20190", "none"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(str(text_date(text)) == expected);
  }
}

TEST_CASE("timestamp_date", "[extract]") {
  CHECK(str(timestamp_date("2019-04-18")) == "2019-04-18");
  CHECK(str(timestamp_date(" 2019-04-18T10:00:00+09:00 ")) == "2019-04-18");
  CHECK(str(timestamp_date("2019-04-18 10:00")) == "2019-04-18");
  CHECK(str(timestamp_date("2019-04")) == "2019-04");
  CHECK(str(timestamp_date("18 April 2019")) == "none");
  CHECK(str(timestamp_date("")) == "none");
}

}  // namespace entente
