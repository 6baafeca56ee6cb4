#include "extract/time_values.h"

#include <algorithm>

#include "extract/time_operations.h"

namespace entente {

const NamedTimeOperation* find_time_operation(std::string_view name) {
  using namespace time_operations;
  for (const auto& operations : {day_operations(), unit_operations(), span_operations()}) {
    const auto found = std::find_if(operations.begin(), operations.end(),
                                    [&](const auto& operation) { return operation.name == name; });
    if (found != operations.end()) return &*found;
  }
  return nullptr;
}

}  // namespace entente
