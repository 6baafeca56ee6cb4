#include "cli/command_line.h"

#include <CLI/CLI.hpp>

namespace entente {
namespace {

/// What is wrong with a text that should be a count; empty if nothing is.
std::string not_a_count(const std::string& text) {
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  return digits ? "" : "found \"" + text + "\", wanted a whole number";
}

/// CLI11's help page with even distances.
std::string tidy(std::string page) {
  for (size_t at = page.find("\n\n\n"); at != std::string::npos; at = page.find("\n\n\n", at))
    page.erase(at, 1);
  if (const size_t usage = page.find("\nUsage:"); usage != std::string::npos)
    page.insert(usage, "\n");
  return page;
}

}  // namespace

struct CommandLine::Implementation {
  CLI::App app;
  std::string group = "Options";
  std::string color = "auto";

  CLI::Option* own(CLI::Option* option, const char* value) {
    option->group(group);
    if (value != nullptr) option->type_name(value);
    return option;
  }
};

CommandLine::CommandLine(std::string_view verb, std::string_view description,
                         std::string_view example)
    : implementation_(std::make_unique<Implementation>()) {
  CLI::App& app = implementation_->app;
  app.description(std::string(description));
  app.name("entente " + std::string(verb));
  app.footer("\nExample:\n  " + std::string(example));
  app.get_formatter()->column_width(28);
  app.get_formatter()->label("REQUIRED", "");
  app.set_help_flag("-h,--help", "Print this page and leave");
  option("--color", "WHEN", implementation_->color, "auto (on a terminal), always or never");
}

CommandLine::~CommandLine() = default;

void CommandLine::argument(const char* name, std::string& into, const char* help) {
  implementation_->app.add_option(name, into, help)->required()->type_name("");
}

void CommandLine::optional_argument(const char* name, std::string& into, const char* help) {
  implementation_->app.add_option(name, into, help)->type_name("");
}

void CommandLine::arguments(const char* name, std::vector<std::string>& into, const char* help) {
  implementation_->app.add_option(name, into, help)->required()->type_name("");
}

void CommandLine::flag(const char* names, bool& into, const char* help) {
  implementation_->own(implementation_->app.add_flag(names, into, help), nullptr);
}

void CommandLine::option(const char* names, const char* value, std::string& into,
                         const char* help) {
  implementation_->own(implementation_->app.add_option(names, into, help), value);
}

void CommandLine::option(const char* names, const char* value, size_t& into, const char* help) {
  implementation_->own(implementation_->app.add_option(names, into, help), value)
      ->check(not_a_count);
}

void CommandLine::option(const char* names, const char* value, double& into, const char* help) {
  implementation_->own(implementation_->app.add_option(names, into, help), value);
}

void CommandLine::required_option(const char* names, const char* value, std::string& into,
                                  const char* help) {
  implementation_->own(implementation_->app.add_option(names, into, help), value)->required();
}

void CommandLine::list(const char* names, const char* value, std::vector<std::string>& into,
                       const char* help) {
  implementation_->own(implementation_->app.add_option(names, into, help), value)
      ->delimiter(',')
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void CommandLine::heading(const char* title) { implementation_->group = title; }

void CommandLine::parse(Arguments arguments) {
  CLI::App& app = implementation_->app;
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    throw HelpRequest(tidy(app.help()));
  } catch (const CLI::ParseError& error) {
    throw UsageError(std::string(error.what()) + "\nSee " + app.get_name() + " --help.");
  }
  const std::string& color = implementation_->color;
  if (color != "auto" && color != "always" && color != "never")
    throw UsageError("--color is \"" + color + "\", wanted auto, always or never");
}

ColorChoice CommandLine::color() const {
  const std::string& color = implementation_->color;
  if (color == "always") return ColorChoice::always;
  return color == "never" ? ColorChoice::never : ColorChoice::automatic;
}

}  // namespace entente
