// How fast rows are judged: the rule program bound to a header, on cells that are already cut.
//
// The table is 10,000 invented customers (bench/customers.h) checked by the embedded format whose
// columns they have. Throughput is bytes of input a second (`bytes_per_second`); `cells` is the
// time of one cell.
#include <benchmark/benchmark.h>

#include <string>

#include "bench/customers.h"
#include "check/table.h"
#include "format/library.h"
#include "tabular/scanner.h"

namespace crosswalk {
namespace {

constexpr int kRows = 10'000;

std::string header() {
  std::string line;
  bench::Customers::append_header(line);
  return line;
}

record::Head head_of(std::string bytes) {
  record::Head head;
  head.bytes = std::move(bytes);
  tabular::Scan scan;
  tabular::scan(head.bytes, true, {}, scan);
  std::string scratch;
  for (const record::Cell& cell : scan.cells) {
    head.columns.push_back({std::string(record::cell_text(head.bytes, cell, scratch)), cell.begin,
                            cell.end - cell.begin, true});
  }
  return head;
}

record::Batch batch_of_customers() {
  record::Batch batch;
  bench::Customers customers(1);
  for (int i = 0; i < kRows; ++i) customers.append_row(batch.bytes);
  tabular::Scan scan;
  tabular::scan(batch.bytes, true, {}, scan);
  batch.records = std::move(scan.records);
  batch.cells = std::move(scan.cells);
  return batch;
}

void judge_customers(benchmark::State& state) {
  const auto library = format::Library::embedded();
  const record::Head head = head_of(header());
  const record::Batch batch = batch_of_customers();
  for (const auto& definition : library.value().formats()) {
    const format::Layout* const layout = definition->layout("csv");
    if (layout == nullptr) continue;
    const auto program = check::Program::compile(definition->schema, library.value().rules());
    const diagnostics::RulePolicy policy;
    check::BindOptions options;
    options.policy = &policy;
    options.now_unix = 1'700'000'000;
    std::vector<diagnostics::RawFinding> findings;
    auto bound = check::TableProgram::bind(*program.value(), *definition, library.value().rules(),
                                           *layout, head, options, findings);
    if (!bound || !findings.empty()) continue;
    check::TableChecker checker(bound.value());
    check::CheckedBatch checked;
    for (auto _ : state) {
      checker.check(batch, checked);
      benchmark::DoNotOptimize(checked.keys.data());
    }
    state.counters["findings"] = static_cast<double>(checked.findings.size());
    state.counters["cells"] = benchmark::Counter(
        static_cast<double>(batch.cells.size()),
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
    state.SetBytesProcessed(static_cast<std::int64_t>(batch.bytes.size()) * state.iterations());
    return;
  }
  state.SkipWithError("no format has these columns");
}
BENCHMARK(judge_customers);

}  // namespace
}  // namespace crosswalk
