// A schema, a NUL, and rows under it: bound columns against valijson on each row as an object.
//
// What must hold: where the header is fine, both find the same rows wrong. Bound columns, the
// program on objects and valijson are three ways to the same verdict; tests/check/twin_test.cc
// holds the first two together rule by rule.
//   {"properties":{"a":{"minimum":2}}}\0a\n1\n2\n   record 1 is wrong for both
// valijson's known faults are left out: support/reference_faults.h, and numbers of odd spelling in
// cells.
#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "support/reference_faults.h"
#include "support/require.h"
#include "support/runs.h"

namespace {

using namespace crosswalk;
using fuzz::require;

/// The records with an error; nothing if the header is not fine, or the rows cannot be judged so.
std::optional<std::set<std::uint64_t>> wrong_records(const Formats& formats,
                                                     const std::string& format,
                                                     std::string_view rows, Engine engine) {
  ValidateOptions options;
  options.read.from = format + ":csv";
  options.read.engine = engine;
  options.read.now_unix = 1'700'000'000;
  options.read.block_bytes = fuzz::kLargeBlock;
  options.read.severities = {{"text.*", Severity::kOff}};
  std::set<std::uint64_t> wrong;
  bool is_header_fine = true;
  const auto source = memory_source(rows, "rows");
  const auto result = validate(formats, *source, options, [&](const Finding& finding) {
    if (finding.severity != Severity::kError) return true;
    if (finding.record) wrong.insert(*finding.record);
    is_header_fine &= finding.record.has_value();
    return true;
  });
  if (!result.ok() || !is_header_fine) return std::nullopt;
  return wrong;
}

/// Numbers with a fraction, an exponent or very many digits, in any cell.
bool has_odd_numbers(std::string_view rows) {
  std::string cell;
  for (const char c : rows) {
    const bool is_part =
        (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    if (is_part) {
      cell += c;
      continue;
    }
    if (!cell.empty() && !fuzz::is_plain_number(cell)) return true;
    cell.clear();
  }
  return !cell.empty() && !fuzz::is_plain_number(cell);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const auto [schema, rows] = bytes.halves();
  const fuzz::Parsed parsed(schema);
  if (!parsed.is_good || !fuzz::reference_should_agree_on_schema(parsed)) return 0;
  Formats& formats = fuzz::formats_to_add_to();
  const auto format = formats.add_schema("rows", schema);
  if (!format.ok() || rows.find('\0') != std::string_view::npos) return 0;
  const auto compiled = wrong_records(formats, format.value(), rows, Engine::kCompiled);
  const auto reference = wrong_records(formats, format.value(), rows, Engine::kReference);
  if (!compiled || !reference || has_odd_numbers(rows)) return 0;
  require(*compiled == *reference);
  return 0;
}
