#pragma once

#include <string_view>
#include <vector>

namespace entente {

/// The text of tables/NAME.tsv, compiled in; empty where there is no such table.
std::string_view embedded_table(std::string_view name);

/// The rows of a table: cells between tabs, without comment (`#`) and empty lines.
std::vector<std::vector<std::string_view>> table_rows(std::string_view text);

/// The values of a cell: what stands between semicolons, without blanks around; no empty ones.
std::vector<std::string_view> cell_values(std::string_view cell);

}  // namespace entente
