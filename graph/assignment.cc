#include "graph/assignment.h"

#include <algorithm>
#include <limits>

namespace entente {
namespace {

/// Rows and columns count from 1 here: 0 stands for "none".
class Assignment {
 public:
  explicit Assignment(const std::vector<std::vector<double>>& weights)
      : weights_(weights),
        rows_(weights.size()),
        columns_(weights.empty() ? 0 : weights.front().size()),
        size_(std::max(rows_, columns_)),
        row_price_(size_ + 1),
        column_price_(size_ + 1),
        row_of_(size_ + 1) {
    for (size_t row = 1; row <= size_; ++row) add(row);
  }

  std::vector<std::optional<size_t>> pairs() const {
    std::vector<std::optional<size_t>> result(rows_);
    for (size_t column = 1; column <= columns_; ++column)
      if (const size_t row = row_of_[column]; row <= rows_ && cost(row, column) < 0)
        result[row - 1] = column - 1;
    return result;
  }

 private:
  /// Of the matrix made square: what is missing costs nothing.
  double cost(size_t row, size_t column) const {
    return row <= rows_ && column <= columns_ ? -weights_[row - 1][column - 1] : 0.0;
  }

  /// Finds a column for one more row, along a cheapest path of exchanges (Dijkstra).
  void add(size_t row) {
    std::vector<double> low(size_ + 1, std::numeric_limits<double>::infinity());
    std::vector<size_t> way(size_ + 1);
    std::vector<bool> used(size_ + 1);
    row_of_[0] = row;
    size_t column = 0;
    do {
      used[column] = true;
      column = relax(column, low, way, used);
    } while (row_of_[column] != 0);
    for (; column != 0; column = way[column]) row_of_[column] = row_of_[way[column]];
  }

  /// Lowers the costs of unused columns by way of `from`; returns the cheapest of them.
  size_t relax(size_t from, std::vector<double>& low, std::vector<size_t>& way,
               const std::vector<bool>& used) {
    const size_t row = row_of_[from];
    double delta = std::numeric_limits<double>::infinity();
    size_t cheapest = 0;
    for (size_t column = 1; column <= size_; ++column) {
      if (used[column]) continue;
      const double reduced = cost(row, column) - row_price_[row] - column_price_[column];
      if (reduced < low[column]) {
        low[column] = reduced;
        way[column] = from;
      }
      if (low[column] < delta) {
        delta = low[column];
        cheapest = column;
      }
    }
    for (size_t column = 0; column <= size_; ++column) {
      if (used[column]) {
        row_price_[row_of_[column]] += delta;
        column_price_[column] -= delta;
      } else {
        low[column] -= delta;
      }
    }
    return cheapest;
  }

  const std::vector<std::vector<double>>& weights_;
  size_t rows_, columns_, size_;
  std::vector<double> row_price_, column_price_;
  std::vector<size_t> row_of_;  // of each column
};

}  // namespace

std::vector<std::optional<size_t>> best_assignment(
    const std::vector<std::vector<double>>& weights) {
  return Assignment(weights).pairs();
}

}  // namespace entente
