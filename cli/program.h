#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "cli/console.h"

namespace entente {

/// What the program tells the shell.
enum ExitCode : int {
  kDone = 0,
  kNothingFound = 1,  ///< no path, no match, no edge that the filters let through
  kWrongUsage = 2,    ///< arguments that make no sense, a name that is unknown or ambiguous
  kUnusableFile = 3,  ///< a file that cannot be read, or written
  kSkipped = 4,       ///< done, but some documents were skipped; each is named
};

/// Arguments that make no sense. The message is for the user; it may have several lines.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

using Arguments = std::span<const std::string>;

/// A command of the program. `run` parses the arguments that follow the verb's name, does the work
/// and prints; throws UsageError and Error.
struct Verb {
  std::string_view name;
  std::string_view summary;
  ExitCode (*run)(Arguments arguments, Console& console);
};

/// Every verb, in the order of the help page.
std::span<const Verb> verbs();

/// The whole program: finds the verb, runs it, and turns errors into messages and exit codes.
/// Requires the arguments without the program's name.
int run_program(Arguments arguments, Console& console);

}  // namespace entente
