#include "extract/read.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iostream>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "extract/html.h"
#include "extract/jsonl.h"
#include "extract/read_date.h"
#include "extract/read_sources.h"

namespace entente {
namespace {

using Severity = ReadProblem::Severity;

constexpr size_t kTitleBytes = 160;  // a longer first line is a paragraph
constexpr size_t kMostText = std::numeric_limits<uint32_t>::max() - 1;  // offsets have 32 bits
constexpr double kBinaryShare = 0.1;                                    // of control characters
constexpr double kForeignShare = 0.3;  // of bytes that are not UTF-8: another encoding
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16 = "UTF-16, wanted UTF-8 (iconv -f UTF-16 -t UTF-8 converts it)";

std::string_view after_space(std::string_view text) {
  const size_t start = text.find_first_not_of(" \t\r\n\v\f");
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  return bytes;
}

/// A control character that texts do not have (they may have escape sequences and Control-Z).
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x7F ||
         (byte < 0x20 && (byte < 0x09 || byte > 0x0D) && byte != 0x1A && byte != 0x1B);
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// Why some bytes cannot be a text; empty if they can.
std::string why_no_text(std::string_view bytes) {
  if (after_space(bytes).empty()) return "empty";
  if (is_utf16(bytes)) return std::string(kUtf16);
  if (const size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return "binary: NUL at byte " + std::to_string(nul) + ", wanted text";
  }
  const auto controls = std::count_if(bytes.begin(), bytes.end(), is_control);
  if (static_cast<double>(controls) > kBinaryShare * static_cast<double>(bytes.size())) {
    return "binary: " + std::to_string(controls) + " control characters, wanted text";
  }
  if (bytes.size() > kMostText) return "4 GiB or more, wanted less";
  return {};
}

std::string repair_message(const std::vector<uint64_t>& offsets) {
  std::string message = "invalid UTF-8 at byte " + std::to_string(offsets.front());
  if (offsets.size() > 1) {
    const size_t more = offsets.size() - 1;
    message += " and " + std::to_string(more) + (more == 1 ? " more place" : " more places");
  }
  return message + ", replaced by U+FFFD";
}

/// A short first line before an empty one; else nothing.
std::string title_of(std::string_view text) {
  text = after_space(text);
  const size_t end = text.find('\n');
  if (end == std::string_view::npos || end > kTitleBytes) return {};
  std::string_view line = text.substr(0, end), rest = text.substr(end + 1);
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  const size_t next = std::min(rest.find('\n'), rest.size());
  if (!after_space(rest.substr(0, next)).empty() || after_space(rest).empty()) return {};
  return text_date(line) ? std::string() : std::string(line);
}

/// Whether some bytes begin like a page, in any case.
bool begins_page(std::string_view bytes) {
  bytes = after_space(without_mark(bytes));
  constexpr std::string_view kDoctype = "<!doctype html", kHtml = "<html";
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  const auto begins = [&](std::string_view prefix) {
    return bytes.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), bytes.begin(),
                      [&](char wanted, char found) { return same(found, wanted); });
  };
  return begins(kDoctype) || begins(kHtml);
}

std::string last_error() { return std::strerror(errno); }

/// The beginning of a stream as far as its first byte that is neither white space nor part of a
/// byte order mark: enough to tell what it is, however large it is.
std::string read_start(std::istream& in) {
  std::string bytes;
  for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
    bytes += static_cast<char>(c);
    const bool mark = kByteOrderMark.starts_with(bytes);
    if (!mark && !after_space({&bytes.back(), 1}).empty()) break;
  }
  return bytes;
}

void append_rest(std::string& bytes, std::istream& in) {
  std::vector<char> chunk(size_t{1} << 16);
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
    bytes.append(chunk.data(), static_cast<size_t>(in.gcount()));
  }
}

class Reader {
 public:
  Reader(const ReadOptions& options, const std::function<void(Document)>& found,
         const std::function<void(ReadProblem)>& problem)
      : options_(options), found_(found), problem_(problem) {}

  void skip(std::string where, std::string why) {
    problem_({std::move(where), std::move(why), Severity::skipped});
  }

  void read(const ReadSource& source) {
    if (source.path == "-") {
      read_stream(source, "stdin", *options_.standard_input);
      return;
    }
    const std::string where = repair_utf8(source.path.string()).text;
    std::error_code ignored;
    if (!std::filesystem::exists(source.path, ignored)) {
      skip(where, "no such file");
      return;
    }
    std::ifstream in(source.path, std::ios::binary);
    if (in) {
      read_stream(source, where, in);
    } else {
      skip(where, "cannot be opened: " + last_error());
    }
  }

 private:
  void repaired(std::string where, std::string what) {
    problem_({std::move(where), std::move(what), Severity::repaired});
  }

  void read_stream(const ReadSource& source, const std::string& where, std::istream& in) {
    std::string bytes = read_start(in);
    SourceKind kind = source.kind;
    if (kind == SourceKind::unknown && after_space(without_mark(bytes)).starts_with('{')) {
      kind = SourceKind::jsonl;
    }
    if (kind == SourceKind::jsonl) {
      read_lines(source, where, std::move(bytes), in);
    } else {
      append_rest(bytes, in);
      if (kind == SourceKind::unknown && begins_page(bytes)) kind = SourceKind::html;
      if (in.bad()) {
        skip(where, "cannot be read: " + last_error());
      } else if (kind == SourceKind::html) {
        read_page(source, where, std::move(bytes));
      } else {
        read_text(source, where, std::move(bytes));
      }
    }
  }

  /// Valid UTF-8 of any bytes, without byte order mark; absent, and reported, if they are no text.
  std::optional<std::string> valid_text(const std::string& where, std::string bytes) {
    if (const std::string why = why_no_text(without_mark(bytes)); !why.empty()) {
      skip(where, why);
      return std::nullopt;
    }
    RepairedText valid = repair_utf8(bytes);
    const size_t bad = valid.bad_offsets.size();
    if (static_cast<double>(bad) > kForeignShare * static_cast<double>(bytes.size())) {
      skip(where, "not UTF-8 from byte " + std::to_string(valid.bad_offsets.front()) +
                      " on: another encoding, or binary");
      return std::nullopt;
    }
    if (bad > 0) repaired(where, repair_message(valid.bad_offsets));
    if (valid.text.starts_with(kByteOrderMark)) valid.text.erase(0, kByteOrderMark.size());
    return std::move(valid.text);
  }

  void read_text(const ReadSource& source, const std::string& where, std::string bytes) {
    auto text = valid_text(where, std::move(bytes));
    if (!text) return;
    Document document;
    document.id = source.id;
    document.source = source.name;
    document.text = std::move(*text);
    deliver(std::move(document), where);
  }

  void read_page(const ReadSource& source, const std::string& where, std::string bytes) {
    if (!declares_other_charset(bytes)) {
      auto text = valid_text(where, std::move(bytes));
      if (!text) return;
      bytes = std::move(*text);
    } else if (const std::string why = why_no_text(bytes); !why.empty()) {
      skip(where, why);
      return;
    }
    HtmlPage page = parse_html(bytes);
    if (page.text.empty()) {
      skip(where, "a page without text");
      return;
    }
    Document document;
    document.id = source.id;
    document.title = std::move(page.title);
    document.source = source.name;
    document.date = page.date;
    document.text = std::move(page.text);
    deliver(std::move(document), where);
  }

  /// Reads JSONL of which `start` is already read.
  void read_lines(const ReadSource& source, const std::string& where, std::string start,
                  std::istream& in) {
    if (after_space(without_mark(start)).empty()) {
      skip(where, "empty");
      return;
    }
    size_t number = 1 + static_cast<size_t>(std::count(start.begin(), start.end(), '\n'));
    std::string line = start.substr(start.rfind('\n') + 1), rest;
    std::getline(in, rest);
    line = std::string(without_mark(line)) + rest;
    if (is_utf16(line)) {
      skip(where, std::string(kUtf16));
      return;
    }
    for (bool more = true; more; ++number) {
      if (!after_space(line).empty()) {
        read_line(source, where + ":" + std::to_string(number), number, std::move(line));
      }
      more = static_cast<bool>(std::getline(in, line));
    }
    if (in.bad()) skip(where, "cannot be read on: " + last_error());
  }

  void read_line(const ReadSource& source, const std::string& where, size_t number,
                 std::string line) {
    auto valid = valid_text(where, std::move(line));
    if (!valid) return;
    JsonlRecord record;
    try {
      record = parse_jsonl(where, std::move(*valid));
    } catch (const Error& error) {
      skip(where, error.message());
      return;
    }
    if (const std::string why = why_no_text(record.text); !why.empty()) {
      skip(where, "\"text\" is " + why);
      return;
    }
    if (!record.bad_date.empty()) {
      repaired(where, "\"date\" is \"" + record.bad_date + "\", wanted YYYY-MM-DD: left out");
    }
    Document document;
    document.id = record.id.empty() ? source.id + "-" + std::to_string(number) : record.id;
    document.title = std::move(record.title);
    document.source = record.source.empty() ? source.name : std::move(record.source);
    document.date = record.date;
    document.text = std::move(record.text);
    deliver(std::move(document), where);
  }

  /// Completes a document with what its text tells, and hands it on.
  void deliver(Document document, const std::string& where) {
    if (!document.date) document.date = options_.date;
    if (!document.date) document.date = text_date(document.text);
    if (document.title.empty()) document.title = title_of(document.text);
    if (document.title.empty()) document.title = document.id;
    const std::string wanted = document.id;
    for (int count = 2; !ids_.insert(document.id).second; ++count) {
      document.id = wanted + "-" + std::to_string(count);
    }
    if (document.id != wanted) {
      repaired(where, "id \"" + wanted + "\" is taken, \"" + document.id + "\" is used");
    }
    found_(std::move(document));
  }

  const ReadOptions& options_;
  const std::function<void(Document)>& found_;
  const std::function<void(ReadProblem)>& problem_;
  std::set<std::string> ids_;
};

}  // namespace

void read_documents(std::span<const std::string> inputs, const ReadOptions& options,
                    const std::function<void(Document)>& found,
                    const std::function<void(ReadProblem)>& problem) {
  Reader reader(options, found, problem);
  const auto skipped = [&](std::string where, std::string why) {
    reader.skip(std::move(where), std::move(why));
  };
  for (const ReadSource& source : read_sources(inputs, skipped)) reader.read(source);
}

}  // namespace entente
