// How fast tables are cut and places measured, each beside its plain twin.
//
// The table is 256 KiB of nine columns with cells of about 20 bytes, in the shapes that matter:
// clean, a quarter of the cells quoted, CR LF, and one stray quote in every tenth row, which sends
// the vector scanner the plain way and back. Throughput is bytes of input a second
// (`bytes_per_second`).
#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "base/position.h"
#include "tabular/scanner.h"

namespace crosswalk {
namespace {

constexpr std::size_t kTableBytes = std::size_t{256} << 10U;
constexpr int kColumns = 9;

// What sets a table apart: of so many cells or rows, one is special; 0: none.
struct Shape {
  unsigned quoted_cell_every = 0;
  unsigned stray_quote_every = 0;
  std::string_view line_end = "\n";
};

constexpr Shape kClean;
constexpr Shape kQuoted{4, 0, "\n"};
constexpr Shape kCrLf{0, 0, "\r\n"};
constexpr Shape kFaulty{0, 10, "\n"};

std::string table(const Shape& shape) {
  std::mt19937 random(1);
  const auto happens = [&random](unsigned every) { return every != 0 && random() % every == 0; };
  std::string text;
  while (text.size() < kTableBytes) {
    for (int column = 0; column < kColumns; ++column) {
      if (column > 0) text += ',';
      const std::string cell(10 + random() % 21, static_cast<char>('a' + column));
      text += happens(shape.quoted_cell_every) ? '"' + cell + ",\"" : cell;
    }
    if (happens(shape.stray_quote_every)) text += "\"";
    text += shape.line_end;
  }
  return text;
}

template <class Scanner>
void cut(benchmark::State& state, Scanner scanner, const Shape& shape) {
  const std::string text = table(shape);
  tabular::Scan found;
  for (auto _ : state) {
    scanner(text, true, tabular::ScanOptions{}, found);
    benchmark::DoNotOptimize(found.cells.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

BENCHMARK_CAPTURE(cut, scan_clean, tabular::scan, kClean);
BENCHMARK_CAPTURE(cut, scan_plain_clean, tabular::scan_plain, kClean);
BENCHMARK_CAPTURE(cut, scan_quoted, tabular::scan, kQuoted);
BENCHMARK_CAPTURE(cut, scan_plain_quoted, tabular::scan_plain, kQuoted);
BENCHMARK_CAPTURE(cut, scan_crlf, tabular::scan, kCrLf);
BENCHMARK_CAPTURE(cut, scan_plain_crlf, tabular::scan_plain, kCrLf);
BENCHMARK_CAPTURE(cut, scan_faulty, tabular::scan, kFaulty);
BENCHMARK_CAPTURE(cut, scan_plain_faulty, tabular::scan_plain, kFaulty);

template <class Measure>
void measure_places(benchmark::State& state, Measure measure) {
  const std::string text = table(kClean);
  for (auto _ : state) benchmark::DoNotOptimize(measure(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

BENCHMARK_CAPTURE(measure_places, measure, base::measure);
BENCHMARK_CAPTURE(measure_places, measure_plain, base::measure_plain);

}  // namespace
}  // namespace crosswalk
