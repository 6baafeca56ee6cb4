#pragma once

#include <chrono>
#include <string>

#include "export/format.h"

namespace entente {

struct RenderOptions {
  std::chrono::milliseconds time_limit{20'000};
  int dots_per_inch = 144;  ///< of PNG; print needs 144 or more
};

/// Draws a diagram by the program `dot` of Graphviz, run as a child process: Graphviz is not safe
/// to use from threads, and a layout that takes too long must be stopped. One that does is drawn
/// anew by sfdp, which is fast at any size.
///
/// Requires that `format` is svg, png or pdf. Safe to call from several threads. Throws Error if
/// there is no program `dot`, if it cannot read the diagram (with its own words), or if sfdp takes
/// too long as well.
std::string render(const std::string& dot, Format format, const RenderOptions& options = {});

}  // namespace entente
