#pragma once

#include <functional>
#include <iostream>
#include <optional>
#include <span>
#include <string>

#include "base/date.h"
#include "extract/document.h"

namespace entente {

struct ReadOptions {
  std::optional<Date> date{};                ///< of documents whose file does not state one
  std::istream* standard_input = &std::cin;  ///< what the input "-" is
};

/// Something that was wrong with an input, and what became of it.
struct ReadProblem {
  enum class Severity {
    skipped,  ///< there is no document of it
    repaired  ///< there is one, after the change that the message tells
  };
  std::string where;  ///< "path" or "path:line"
  std::string message;
  Severity severity = Severity::skipped;
};

/// Reads texts as documents with id, title, date, source and text; hands each to `found`, in order,
/// before the next is read.
///
/// An input is a file, a directory (every .txt, .text, .html, .htm, .xhtml, .jsonl and .ndjson file
/// in it and below, by path) or "-", standard input. By its suffix a file is plain text, a page
/// (its main text counts, see html.h) or JSONL (one document a line, see jsonl.h); other files and
/// standard input are JSONL if they begin with "{", a page if they begin with "<!DOCTYPE html" or
/// "<html", else plain text. A file that is reached twice is read once.
///
/// Ids are unique. A file has its name without suffix; where files share it, the names of folders
/// above are put before it. A line has its "id", else "<name of file>-<line>".
/// The date is the one that page or line states in a field of its own, else `options.date`, else
/// that of `text_date`, else absent. A title that is not stated is a short first line before an
/// empty one, else the id. The source is the path from the input on: the file's name, or the path
/// inside the directory.
///
/// The text is valid UTF-8 without byte order mark and otherwise as read. Ill-formed UTF-8 is
/// repaired and reported with its byte offset. What cannot be a text is skipped and reported, and
/// the rest read on: missing, unreadable, empty, binary, UTF-16, malformed lines, texts of 4 GiB.
/// Throws nothing of its own. Linear time; one file, or one line of JSONL, in memory at a time.
void read_documents(std::span<const std::string> inputs, const ReadOptions& options,
                    const std::function<void(Document)>& found,
                    const std::function<void(ReadProblem)>& problem);

}  // namespace entente
