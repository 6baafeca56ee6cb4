#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/program.h"

int main(int argc, char** argv) {
  entente::exit_on_interrupt();
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  entente::Console console = entente::process_console();
  return entente::run_program(arguments, console);
}
