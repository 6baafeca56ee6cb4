#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace entente {
namespace {

constexpr unsigned kDefaultWidth = 80;
constexpr unsigned kLeastWidth = 40;
constexpr unsigned kMostWidth = 120;  // longer lines of prose are hard to read

unsigned width_of_terminal() {
  unsigned width = 0;
  winsize size{};
  if (::isatty(STDOUT_FILENO) != 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  if (const char* columns = std::getenv("COLUMNS"); width == 0 && columns != nullptr)
    width = static_cast<unsigned>(std::strtoul(columns, nullptr, 10));
  if (width == 0) width = kDefaultWidth;
  return std::clamp(width, kLeastWidth, kMostWidth);
}

/// Parameters of "select graphic rendition" (ECMA-48). The eight basic colours follow the
/// terminal's theme, light or dark.
std::string_view rendition(Look look) {
  switch (look) {
    case Look::plain:
      return "";
    case Look::bold:
      return "1";
    case Look::dim:
      return "2";
    case Look::person:
      return "34";
    case Look::organization:
      return "33";
    case Look::state:
      return "1;32";
    case Look::territory:
      return "32";
    case Look::group:
      return "37";
    case Look::agreement:
      return "35";
    case Look::event:
      return "31";
    case Look::good:
      return "32";
    case Look::planned:
      return "36";
    case Look::warning:
      return "33";
    case Look::bad:
      return "1;31";
  }
  return "";
}

}  // namespace

Console process_console() {
  Console console{std::cin, std::cout, std::cerr};
  console.out_is_terminal = ::isatty(STDOUT_FILENO) != 0;
  console.err_is_terminal = ::isatty(STDERR_FILENO) != 0;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  console.plain = (no_color != nullptr && *no_color != '\0') ||
                  (term != nullptr && std::string_view(term) == "dumb");
  console.width = width_of_terminal();
  return console;
}

Style style_for(const Console& console, ColorChoice choice) {
  const bool fitting = console.out_is_terminal && !console.plain;
  return {choice == ColorChoice::always || (choice == ColorChoice::automatic && fitting),
          console.width};
}

std::string paint(std::string_view text, Look look, const Style& style) {
  const std::string_view code = rendition(look);
  if (!style.color || code.empty() || text.empty()) return std::string(text);
  std::string result = "\x1b[";
  result.append(code).append("m").append(text).append("\x1b[0m");
  return result;
}

}  // namespace entente
