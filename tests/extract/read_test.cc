#include "extract/read.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <random>
#include <sstream>
#include <utility>

#include "base/file.h"
#include "base/utf8.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using Severity = ReadProblem::Severity;

/// A directory that lasts as long as the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("entente-read-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((path_ / name).parent_path());
    write_file(path_ / name, bytes);
    return path(name);
  }

 private:
  fs::path path_;
};

struct Result {
  std::vector<Document> documents;
  std::vector<ReadProblem> problems;

  std::vector<std::string> ids() const {
    std::vector<std::string> result;
    for (const Document& document : documents) result.push_back(document.id);
    return result;
  }
};

Result read(std::vector<std::string> inputs, ReadOptions options = {}) {
  Result result;
  read_documents(
      inputs, options, [&](Document document) { result.documents.push_back(std::move(document)); },
      [&](ReadProblem problem) { result.problems.push_back(std::move(problem)); });
  return result;
}

/// Puts bytes in the place of standard input.
Result read_stdin(const std::string& bytes) {
  std::istringstream in(bytes);
  std::streambuf* before = std::cin.rdbuf(in.rdbuf());
  std::cin.clear();
  Result result = read({"-"});
  std::cin.rdbuf(before);
  return result;
}

std::optional<Date> day(std::string_view text) { return Date::parse(text); }

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a text file is one document, as it stands in the file", "[extract]") {
  const Folder folder;
  const std::string text = " date 2019-04-18 Kono met Lavrov.\r\nThey spoke.\n";
  const Result result = read({folder.write("kono.txt", text)});
  REQUIRE(result.problems.empty());
  REQUIRE(result.documents.size() == 1);
  const Document& document = result.documents[0];
  CHECK(document.id == "kono");
  CHECK(document.title == "kono");
  CHECK(document.source == "kono.txt");
  CHECK(document.date == day("2019-04-18"));
  CHECK(document.text == text);
}

TEST_CASE("a short first line before an empty one is the title", "[extract]") {
  struct Case {
    std::string text, title;
  };
  const Case cases[] = {
      {"Talks in Oslo\n\nNorway met.", "Talks in Oslo"},
      {"\n  Talks in Oslo \r\n\r\nNorway met.", "Talks in Oslo"},
      {"Talks in Oslo\nNorway met.\n\nMore.", "t"},
      {"Talks in Oslo\n\n", "t"},
      {"Talks in Oslo", "t"},
      {"OSLO, 3 May 2021\n\nNorway met.", "t"},
      {std::string(500, 'x') + "\n\nNorway met.", "t"},
  };
  const Folder folder;
  for (const auto& [text, title] : cases) {
    CAPTURE(text);
    CHECK(read({folder.write("t.txt", text)}).documents.at(0).title == title);
  }
}

TEST_CASE("a date stated in a field comes before the option, that before the text", "[extract]") {
  const Folder folder;
  const std::string dated = folder.write("a.jsonl", R"({"text":"x","date":"2001-02-03"})");
  const std::string line = folder.write("b.txt", "OSLO, 3 May 2021 - Norway met.");
  const std::string none = folder.write("c.txt", "Norway met.");
  const Result with = read({dated, line, none}, {day("2020-01-01")});
  CHECK(with.documents.at(0).date == day("2001-02-03"));
  CHECK(with.documents.at(1).date == day("2020-01-01"));
  CHECK(with.documents.at(2).date == day("2020-01-01"));
  const Result without = read({line, none});
  CHECK(without.documents.at(0).date == day("2021-05-03"));
  CHECK(without.documents.at(1).date == std::nullopt);
}

TEST_CASE("a directory gives its texts and pages by path, and nothing else", "[extract]") {
  const Folder folder;
  folder.write("in/b.txt", "B met C.");
  folder.write("in/a/z.HTML", "<p>Z met Y.</p>");
  folder.write("in/c.jsonl", R"({"text":"C met D."})");
  folder.write("in/picture.png", "PNG");
  const Result result = read({folder.path("in")});
  CHECK(result.problems.empty());
  CHECK(result.ids() == Names{"z", "b", "c-1"});
  CHECK(result.documents.at(0).source == "a/z.HTML");
}

TEST_CASE("files that share a name have ids of their own, in any order", "[extract]") {
  const Folder folder;
  const std::string one = folder.write("x/one/talks.txt", "A");
  const std::string two = folder.write("x/two/talks.txt", "B");
  const std::string other = folder.write("y/two/talks.txt", "C");
  const std::string page = folder.write("y/two/talks.html", "<p>D</p>");
  CHECK(read({one, two}).ids() == Names{"one-talks", "two-talks"});
  CHECK(read({two, one}).ids() == Names{"two-talks", "one-talks"});
  CHECK(read({one, page}).ids() == Names{"one-talks", "two-talks"});
  CHECK(read({other, page}).ids() == Names{"talks.txt", "talks.html"});
  CHECK(read({two, other}).ids() == Names{"x-two-talks", "y-two-talks"});
}

TEST_CASE("a file that is reached twice is read once", "[extract]") {
  const Folder folder;
  const std::string file = folder.write("in/a.txt", "A met B.");
  CHECK(read({file, folder.path("in"), folder.path("in/../in/a.txt")}).ids() == Names{"a"});
}

TEST_CASE("each line of JSONL is a document; a bad one is named and the rest read", "[extract]") {
  const Folder folder;
  const Result result =
      read({folder.write("news.jsonl",
                         "\n"
                         R"({"id":"n1","title":"T","date":"2019-04-18T09:30:00Z",)"
                         R"("source":"Wire","text":"A met B.","score":[1,{}]})"
                         "\n{\"text\": \"C met \n"
                         R"({"id":17,"title":null,"date":"","text":"Z\u00fcrich"})"
                         "\r\n[1]\n"
                         R"({"id":"n5"})"
                         "\n"
                         R"({"text":7.5})"
                         "\n"
                         R"({"text":" "})"
                         "\n"
                         R"({"text":"last, without line feed","date":"May"})")});
  CHECK(result.ids() == Names{"n1", "17", "news-9"});
  CHECK(result.documents.at(0).title == "T");
  CHECK(result.documents.at(0).source == "Wire");
  CHECK(result.documents.at(0).date == day("2019-04-18"));
  CHECK(result.documents.at(1).text == "Zürich");
  CHECK(result.documents.at(1).source == "news.jsonl");
  std::vector<std::string> wheres;
  for (const auto& problem : result.problems) {
    wheres.push_back(problem.where.substr(problem.where.rfind(':') + 1) +
                     (problem.severity == Severity::skipped ? " skipped" : " repaired"));
  }
  CHECK(wheres ==
        Names{"3 skipped", "5 skipped", "6 skipped", "7 skipped", "8 skipped", "9 repaired"});
  CHECK(result.problems.at(2).message == "no field \"text\"");
}

TEST_CASE("an id that is taken gets a number, and that is reported", "[extract]") {
  const Folder folder;
  const Result result = read({folder.write("a.jsonl",
                                           "{\"id\":\"n\",\"text\":\"A\"}\n"
                                           "{\"id\":\"n\",\"text\":\"B\"}\n")});
  CHECK(result.ids() == Names{"n", "n-2"});
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].severity == Severity::repaired);
}

TEST_CASE("standard input is text, JSONL or a page by its beginning", "[extract]") {
  CHECK(read_stdin("Kono met Lavrov.").documents.at(0).text == "Kono met Lavrov.");
  CHECK(read_stdin("Kono met Lavrov.").ids() == Names{"stdin"});
  CHECK(read_stdin("\xEF\xBB\xBF\n {\"text\":\"A met B.\"}\n").ids() == Names{"stdin-2"});
  CHECK(read_stdin("\n<!doctype HTML><p>A met B.").documents.at(0).text == "A met B.");
  CHECK(read_stdin("").problems.at(0).message == "empty");
}

TEST_CASE("what cannot be a text is skipped with its reason", "[extract]") {
  struct Case {
    std::string name, bytes, reason;
  };
  using namespace std::string_literals;
  const Case cases[] = {
      {"a.txt", "", "empty"},
      {"a.txt", " \n\t\r\n", "empty"},
      {"a.txt", "\xEF\xBB\xBF\n", "empty"},
      {"a.jsonl", "\n\n", "empty"},
      {"a.txt", "\x7F"s + "ELF\0\1\2"s, "binary: NUL at byte 4"},
      {"a.txt", "a\1\2\3\4", "binary: 4 control characters"},
      {"a.txt", "\xFF\xFEK\0o\0"s, "UTF-16"},
      {"a.html", "\xFE\xFF\0<"s, "UTF-16"},
      {"a.jsonl", "\xFF\xFE{\0\n\0}\0"s, "UTF-16"},
      {"a.txt", "\xCF\xF0\xE8\xE2\xE5\xF2", "not UTF-8 from byte 0"},
      {"a.html", "<html><nav>Home</nav></html>", "a page without text"},
  };
  const Folder folder;
  for (const auto& [name, bytes, reason] : cases) {
    CAPTURE(name, bytes);
    const std::string path = folder.write(name, bytes);
    const Result result = read({path});
    CHECK(result.documents.empty());
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].where == path);
    CHECK(result.problems[0].severity == Severity::skipped);
    CHECK(result.problems[0].message.starts_with(reason));
  }
}

TEST_CASE("missing files and directories without texts are reported, the rest read", "[extract]") {
  const Folder folder;
  folder.write("empty/picture.png", "PNG");
  const std::string there = folder.write("there.txt", "A met B.");
  const Result result = read({folder.path("gone.txt"), there, folder.path("empty")});
  CHECK(result.ids() == Names{"there"});
  REQUIRE(result.problems.size() == 2);
  CHECK(result.problems[0].where == folder.path("empty"));
  CHECK(result.problems[1].where == folder.path("gone.txt"));
  CHECK(result.problems[1].message == "no such file");
}

TEST_CASE("ill-formed UTF-8 is repaired and its place in the file told", "[extract]") {
  const Folder folder;
  const std::string path = folder.write("a.txt", "\xEF\xBB\xBFKyiv \xFF signed. \xE2\x82 End.");
  const Result result = read({path});
  CHECK(result.documents.at(0).text == "Kyiv \uFFFD signed. \uFFFD End.");
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].severity == Severity::repaired);
  CHECK(result.problems[0].message ==
        "invalid UTF-8 at byte 8 and 1 more place, replaced by U+FFFD");
}

TEST_CASE("any bytes give valid texts or reasons, under unique ids", "[extract]") {
  const Folder folder;
  std::mt19937 random(17);
  const std::string pieces[] = {"{\"text\":\"", "\"}\n", "<p>",     "</div>",
                                "<a href='x'>", "Kono ", "\xFF",    "\xE2",
                                "\xC3\xA9",     "\n\n",  "\\u00e9", "\x01"};
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (size_t length = random() % 40; length > 0; --length) {
      bytes += random() % 4 != 0 ? pieces[random() % std::size(pieces)]
                                 : std::string(1, static_cast<char>(random() % 256));
    }
    CAPTURE(bytes);
    const Result result = read({folder.write("a.txt", bytes), folder.write("a.jsonl", bytes),
                                folder.write("a.html", bytes), folder.write("a", bytes)});
    CHECK(result.documents.size() + result.problems.size() >= 4);
    std::vector<std::string> ids = result.ids();
    std::sort(ids.begin(), ids.end());
    CHECK(std::unique(ids.begin(), ids.end()) == ids.end());
    for (const Document& document : result.documents) {
      CHECK_FALSE(document.text.empty());
      for (const std::string& text : {document.id, document.title, document.text}) {
        CHECK(repair_utf8(text).bad_offsets.empty());
      }
    }
  }
}

}  // namespace entente
