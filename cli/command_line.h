#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "cli/program.h"

namespace entente {

/// Thrown by `CommandLine::parse` where the user asked for help; what() is the help page.
class HelpRequest : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The arguments and options of a verb, and the help page made of them. Every verb also has
/// `--help` and `--color`.
///
/// Variables passed in must outlive `parse`; those of absent options keep their values.
/// `names` is like "-o,--output"; `value` stands for the value on the help page.
class CommandLine {
 public:
  CommandLine(std::string_view verb, std::string_view description, std::string_view example);
  ~CommandLine();

  void argument(const char* name, std::string& into, const char* help);
  void optional_argument(const char* name, std::string& into, const char* help);
  void arguments(const char* name, std::vector<std::string>& into, const char* help);

  void flag(const char* names, bool& into, const char* help);
  void option(const char* names, const char* value, std::string& into, const char* help);
  void option(const char* names, const char* value, size_t& into, const char* help);
  void option(const char* names, const char* value, double& into, const char* help);
  void required_option(const char* names, const char* value, std::string& into, const char* help);
  /// May be given several times, and several values with commas between.
  void list(const char* names, const char* value, std::vector<std::string>& into, const char* help);

  /// What follows stands under this heading on the help page.
  void heading(const char* title);

  /// Fills the variables. Throws UsageError, and HelpRequest.
  void parse(Arguments arguments);

  ColorChoice color() const;

 private:
  struct Implementation;  // keeps CLI11 out of every other file
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace entente
