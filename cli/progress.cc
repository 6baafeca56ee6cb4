#include "cli/progress.h"

#include <algorithm>
#include <ostream>

namespace entente {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(100);

}  // namespace

std::string progress_line(uint64_t done_bytes, uint64_t total_bytes, size_t document_count,
                          unsigned width) {
  std::string count =
      std::to_string(document_count) + (document_count == 1 ? " document" : " documents");
  if (total_bytes == 0) return count;
  const double part =
      std::min(1.0, static_cast<double>(done_bytes) / static_cast<double>(total_bytes));
  const size_t length = std::min<size_t>(40, width / 2);
  const auto full = static_cast<size_t>(part * static_cast<double>(length));
  return "[" + std::string(full, '#') + std::string(length - full, ' ') + "] " +
         std::to_string(static_cast<int>(part * 100)) + "%  " + count;
}

Progress::Progress(Console& console, uint64_t total_bytes)
    : console_(console),
      total_bytes_(total_bytes),
      last_draw_(std::chrono::steady_clock::now() - kInterval) {}

Progress::~Progress() { clear(); }

void Progress::advance(uint64_t bytes) {
  done_bytes_ += bytes;
  ++document_count_;
  const auto now = std::chrono::steady_clock::now();
  if (!console_.err_is_terminal || console_.plain || now - last_draw_ < kInterval) return;
  last_draw_ = now;
  console_.err << "\r\x1b[K"
               << progress_line(done_bytes_, total_bytes_, document_count_, console_.width)
               << std::flush;
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) console_.err << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace entente
