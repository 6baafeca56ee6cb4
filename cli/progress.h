#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/console.h"

namespace entente {

/// One line of progress: "[######    ] 60%  12 documents". Requires total_bytes > 0 for the bar.
std::string progress_line(uint64_t done_bytes, uint64_t total_bytes, size_t document_count,
                          unsigned width);

/// A bar on `console.err` while it lives, if that is a terminal; else nothing.
class Progress {
 public:
  /// `total_bytes` is the size of all inputs, or 0 where it is not known.
  Progress(Console& console, uint64_t total_bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(uint64_t bytes);
  void clear();  ///< takes the bar away, so that a message can be printed

 private:
  Console& console_;
  uint64_t total_bytes_;
  uint64_t done_bytes_ = 0;
  size_t document_count_ = 0;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_draw_;
};

}  // namespace entente
