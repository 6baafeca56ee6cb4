#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/drafts.h"
#include "extract/time_links.h"
#include "extract/time_model.h"

namespace entente {

/// A time that a statement may have, or that it has none, and what speaks for it.
struct TimeOption {
  std::optional<Interval> value;   ///< absent: the statement has no time
  std::string phrase;              ///< whence: words of the text, or "date of the document"
  std::vector<uint64_t> features;  ///< hashes
};

/// What the statements of one sentence may have as time: nothing; a time of the sentence, as it
/// stands, since it or until it; the date of the document; the last times before the sentence; the
/// first of the text; the time in the name of an event or agreement that the statement joins, or of
/// the sentence that names it first.
///
/// Needs all layers above `statements`, syntax among them. Time O(times of the sentence × depth of
/// its tree) for each statement.
class TimeOptions {
 public:
  /// All must outlive this.
  TimeOptions(const SentenceView& sentence, const std::vector<VerbGroup>& groups,
              const TimeLinks& links);

  /// The first option is always that there is no time.
  std::vector<TimeOption> of(const Draft& draft) const;

 private:
  struct Situation;  // what all options of one statement share

  Situation read(const Draft& draft) const;
  TimeOption none(const Situation& at) const;
  void add_own(const Situation& at, std::vector<TimeOption>& options) const;
  void add_document_date(const Situation& at, std::vector<TimeOption>& options) const;
  void add_earlier(const Situation& at, std::vector<TimeOption>& options) const;
  void add_lead(const Situation& at, std::vector<TimeOption>& options) const;
  void add_named(const Situation& at, std::vector<TimeOption>& options) const;

  TimeOption option(uint32_t time, const std::optional<Interval>& value) const;
  void describe_value(const Situation& at, std::string_view tag, TimeOption& option) const;
  void describe_place(const Situation& at, std::string_view tag, uint32_t time,
                      TimeOption& option) const;
  void describe_clause(const Situation& at, std::string_view tag, uint32_t time,
                       TimeOption& option) const;
  std::string_view tense_of(uint32_t word) const;
  std::string path_to(uint32_t word, uint32_t time) const;

  const SentenceView& s_;
  const std::vector<VerbGroup>& groups_;
  const TimeLinks& links_;
  uint32_t first_ = 0, last_ = 0;  // the times of the sentence, indices into Document::times
};

/// The likeliest option; options of the same value count together.
const TimeOption& choose_time(const std::vector<TimeOption>& options, const TimeModel& model);

}  // namespace entente
