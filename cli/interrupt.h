#pragma once

namespace entente {

/// From now on SIGINT and SIGTERM end the process at once with 130 or 143, except within a
/// `WholeWrite`, whose end they await: no half-written or temporary file is left behind.
void exit_on_interrupt();

/// While one of these lives, files may be written.
class WholeWrite {
 public:
  WholeWrite();
  ~WholeWrite();
  WholeWrite(const WholeWrite&) = delete;
  WholeWrite& operator=(const WholeWrite&) = delete;
};

}  // namespace entente
