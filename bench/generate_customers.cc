// Writes a large CSV of invented customers (customers.h) to standard output.
//
//   generate_customers [ROWS [SEED]] > customers.csv        1,000,000 rows with seed 1 unless given
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/customers.h"

namespace {

bool flush(std::string& buffer) {
  const bool written = std::fwrite(buffer.data(), 1, buffer.size(), stdout) == buffer.size();
  buffer.clear();
  return written;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t rows = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  crosswalk::bench::Customers customers(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  constexpr std::size_t kBufferBytes = std::size_t{1} << 20U;

  std::string buffer;
  crosswalk::bench::Customers::append_header(buffer);
  for (std::uint64_t row = 0; row < rows; ++row) {
    customers.append_row(buffer);
    if (buffer.size() >= kBufferBytes && !flush(buffer)) return 3;
  }
  return flush(buffer) && std::fflush(stdout) == 0 ? 0 : 3;
}
