#include "cli/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>

namespace entente {
namespace {

constexpr int kExiting = -1;

// What a signal handler sees must be global, and lock-free.
std::atomic<int> writers = 0;
std::atomic<int> pending_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void handle(int signal) {
  pending_signal = signal;
  int idle = 0;
  if (writers.compare_exchange_strong(idle, kExiting)) ::_exit(128 + signal);
}

}  // namespace

void exit_on_interrupt() {
  struct sigaction action = {};
  action.sa_handler = handle;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

WholeWrite::WholeWrite() {
  int count = writers;
  while (count == kExiting || !writers.compare_exchange_weak(count, count + 1)) {
    if (count != kExiting) continue;
    ::pause();  // the process is ending on another thread
    count = writers;
  }
}

WholeWrite::~WholeWrite() {
  // A signal that comes between the two lines finds no writer and ends the process itself.
  const bool last = writers.fetch_sub(1) == 1;
  if (last && pending_signal != 0) ::_exit(128 + pending_signal);
}

}  // namespace entente
