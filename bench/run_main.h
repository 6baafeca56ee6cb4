#pragma once

#include <exception>
#include <iostream>

namespace entente {

/// The main function of a bench or trainer: `run` with the arguments; where it throws, prints the
/// message and returns 1.
inline int run_main(int (*run)(int, char**), int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}

}  // namespace entente
