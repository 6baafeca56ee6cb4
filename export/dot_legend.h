#pragma once

#include <string>

#include "export/diagram.h"

namespace entente {

/// The label of the whole diagram, an HTML-like one: title, subtitle, and a legend of the kinds
/// and line styles that occur. Without the angle brackets around it.
std::string dot_heading(const Diagram& diagram, Theme theme);

}  // namespace entente
