// What a user waits for: whole runs over customers in memory, through the public interface.
//
// Bytes per second are of the input. The output is counted and thrown away, so that no disk is
// measured; `crosswalk_customers` makes the input, 20,000 rows of about 250 bytes.
#include <benchmark/benchmark.h>
#include <crosswalk/crosswalk.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "bench/customers.h"

namespace {

using crosswalk::Status;

class Discard : public crosswalk::Output {
 public:
  Status begin_part(std::uint64_t) override { return {}; }
  Status write(std::string_view bytes) override {
    bytes_ += bytes.size();
    return {};
  }
  Status end_part(const crosswalk::Part&) override { return {}; }
  Status reject(std::uint64_t, std::string_view, bool) override { return {}; }
  Status reject_frame(std::string_view, std::string_view, std::string_view) override { return {}; }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  std::uint64_t bytes_ = 0;
};

class Keep : public Discard {
 public:
  explicit Keep(std::string& into) : into_(into) {}
  Status write(std::string_view bytes) override {
    into_ += bytes;
    return {};
  }

 private:
  std::string& into_;
};

bool ignore(const crosswalk::Finding&) {
  return false;
}

const crosswalk::Formats& formats() {
  static const auto loaded = crosswalk::Formats::embedded();
  return loaded.value();
}

const std::string& table() {
  static const std::string text = [] {
    constexpr int kRows = 20000;
    std::string made;
    crosswalk::bench::Customers::append_header(made);
    crosswalk::bench::Customers customers(1);
    for (int row = 0; row < kRows; ++row) customers.append_row(made);
    return made;
  }();
  return text;
}

crosswalk::Result<crosswalk::RunResult> convert(const std::string& input, std::string_view from,
                                                std::string_view to, crosswalk::Output& output) {
  const auto source = crosswalk::memory_source(input, "memory");
  crosswalk::Source* const sources[] = {source.get()};
  crosswalk::ConvertOptions options;
  options.read.from = from;
  options.to = to;
  return crosswalk::convert(formats(), sources, options, output, ignore);
}

const std::string& body() {
  static const std::string text = [] {
    std::string made;
    Keep keep(made);
    if (!convert(table(), "aixon/customers:csv", "aixon/customers:json", keep)) made.clear();
    return made;
  }();
  return text;
}

void validate(benchmark::State& state, const std::string& input, const char* from) {
  crosswalk::ValidateOptions options;
  options.read.from = from;
  for ([[maybe_unused]] auto round : state) {
    const auto source = crosswalk::memory_source(input, "memory");
    const auto result = crosswalk::validate(formats(), *source, options, ignore);
    if (!result || result.value().summary.errors != 0) state.SkipWithError("the run failed");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(input.size()));
}

void convert(benchmark::State& state, const std::string& input, const char* from, const char* to) {
  for ([[maybe_unused]] auto round : state) {
    Discard output;
    const auto result = convert(input, from, to, output);
    if (!result || !result.value().complete) state.SkipWithError("the run failed");
    benchmark::DoNotOptimize(output.bytes());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(input.size()));
}

void ValidateCsv(benchmark::State& state) {
  validate(state, table(), "aixon/customers:csv");
}
void ValidateJson(benchmark::State& state) {
  validate(state, body(), "aixon/customers:json");
}
void ConvertCsvToJson(benchmark::State& state) {
  convert(state, table(), "aixon/customers:csv", "aixon/customers:json");
}
void ConvertJsonToCsv(benchmark::State& state) {
  convert(state, body(), "aixon/customers:json", "aixon/customers:csv");
}

BENCHMARK(ValidateCsv)->Unit(benchmark::kMillisecond);
BENCHMARK(ValidateJson)->Unit(benchmark::kMillisecond);
BENCHMARK(ConvertCsvToJson)->Unit(benchmark::kMillisecond);
BENCHMARK(ConvertJsonToCsv)->Unit(benchmark::kMillisecond);

}  // namespace
