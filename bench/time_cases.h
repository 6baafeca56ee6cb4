#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "extract/document.h"

namespace entente {

/// What a time expression of a collection is to give.
struct ExpectedTime {
  std::string text;              ///< as the collection has it
  ByteSpan bytes;                ///< of the document's text
  std::vector<Interval> values;  ///< any of these
  std::string out_of_scope;      ///< why our profile of ISO 8601 does not cover it, or empty
};

/// A text with all times in it; tokens and sentences are set.
struct TimeCase {
  Document document;
  std::vector<ExpectedTime> times;
};

/// The cases of a collection, known by its file name: gum-dates, recognizers-datetime or duckling,
/// JSONL, plain or gzip. Values are read as in bench/times.md. Throws Error where the file cannot
/// be read.
std::vector<TimeCase> read_gum_dates(const std::string& path);
std::vector<TimeCase> read_recognizers(const std::string& path);
std::vector<TimeCase> read_duckling(const std::string& path);

/// Lines of a file, plain or gzip.
std::vector<std::string> read_lines(const std::string& path);

/// Whether a found value is one of the expected ones: first and last day are the same, or, where
/// the words count months or longer units, the same at the precision of the found value. An end
/// that the collection counts as excluded may be the beginning of our last unit.
bool is_right(const Interval& found, const ExpectedTime& expected);

}  // namespace entente
