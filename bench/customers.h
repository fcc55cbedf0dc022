// A large CSV of invented customers, the same bytes for the same seed on every machine.
//
// The file is canonical (quotes only where needed, LF) and without errors, so that it comes back
// from a conversion byte for byte. It holds what makes customer files hard: every kind of column,
// missing cells, several values in a cell, line ends inside quotes in one row of a hundred, doubled
// quotes, numbers whose spelling must survive (369.60, 23 digits), and Polish, Vietnamese and
// Chinese text. It holds no broken rows: tests plant those themselves. A million rows are about
// 250 MB. Test: tests/bench/customers_test.cc.
#ifndef CROSSWALK_BENCH_CUSTOMERS_H
#define CROSSWALK_BENCH_CUSTOMERS_H

#include <cstdint>
#include <string>

namespace crosswalk::bench {

/// Makes one row after another.
/// Threads: one at a time.
class Customers {
 public:
  explicit Customers(std::uint64_t seed);
  /// Appends the line of column names.
  static void append_header(std::string& out);
  /// Appends the next row, its line end included.
  void append_row(std::string& out);

 private:
  std::uint64_t random_state_;
  std::uint64_t rows_ = 0;
};

}  // namespace crosswalk::bench

#endif  // CROSSWALK_BENCH_CUSTOMERS_H
