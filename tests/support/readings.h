// An input read to its end, as one piece of text: what a reader promises, ready to compare.
//
// Batches are put together again and offsets counted from the start of the input, so two readings
// of the same input are equal whatever the block size was. A reading prints as lines:
//   head 4: a|b
//   record 4-7: 1|2
//   csv.row-width error @8 record 2 column -1 found 1 wanted 2
#ifndef CROSSWALK_TESTS_SUPPORT_READINGS_H
#define CROSSWALK_TESTS_SUPPORT_READINGS_H

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "layout/reader.h"

namespace crosswalk::tests {

/// Memory as a pipe: gives at most `piece_bytes` a read and cannot be read twice.
class PipeSource final : public Source {
 public:
  explicit PipeSource(std::string_view bytes, std::size_t piece_bytes = 5)
      : bytes_(bytes), piece_bytes_(piece_bytes) {}
  Result<std::size_t> read(std::span<char> into) override {
    const std::size_t count = bytes_.copy(into.data(), std::min(into.size(), piece_bytes_));
    bytes_.remove_prefix(count);
    return count;
  }
  [[nodiscard]] std::string_view name() const override { return "pipe"; }

 private:
  std::string_view bytes_;
  std::size_t piece_bytes_;
};

/// A whole input, read.
struct Reading {
  bool is_table = false;
  std::string bytes;  ///< head and batches, joined
  std::vector<record::Column> columns;
  std::vector<std::string> records;   ///< `4-7: 1|2`, states other than readable after a `!`
  std::vector<std::string> findings;  ///< in the order told: `rule severity @offset ...`
  std::size_t largest_batch = 0;      ///< bytes

  /// Everything as lines.
  [[nodiscard]] std::string text() const {
    std::ostringstream out;
    out << (is_table ? "table" : "no table") << '\n';
    for (const record::Column& column : columns) out << column.name << '@' << column.offset << ' ';
    out << '\n';
    for (const std::string& line : records) out << line << '\n';
    for (const std::string& line : findings) out << line << '\n';
    return out.str();
  }
};

/// Reads inputs of one layout.
struct ReadingOptions {
  format::Layout layout;
  layout::ReadOptions read;
  diagnostics::RuleCatalog rules;
  diagnostics::RulePolicy policy;
};

/// A reader's findings as text; `base` is where their bytes begin in the input.
inline void append_findings(const std::vector<diagnostics::RawFinding>& findings,
                            const diagnostics::RuleCatalog& rules, std::uint64_t base,
                            std::uint64_t first_record, std::vector<std::string>& lines) {
  constexpr const char* kSeverities[] = {"off", "info", "warning", "error"};
  for (const diagnostics::RawFinding& finding : findings) {
    std::ostringstream out;
    out << rules.rule(finding.rule).name << ' '
        << kSeverities[static_cast<std::size_t>(finding.severity)] << " @" << base + finding.offset;
    if (finding.record != diagnostics::kNoRecord)
      out << " record " << first_record + finding.record;
    if (finding.column != diagnostics::kNoColumn) out << " column " << finding.column;
    if (finding.found + finding.wanted > 0)
      out << " has " << finding.found << '/' << finding.wanted;
    if (finding.repair) out << " mended";
    if (!finding.pointer.empty()) out << ' ' << finding.pointer;
    lines.push_back(out.str());
  }
}

/// A record as text.
inline std::string record_line(const record::Batch& batch, const record::Record& row,
                               std::uint64_t base) {
  std::string line = std::to_string(base + row.begin) + '-' + std::to_string(base + row.end) + ':';
  if (row.state == record::RecordState::kWrongWidth) line += '!';
  if (row.state == record::RecordState::kUnreadable) line += "!!";
  std::string scratch;
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    const record::Cell& cell = batch.cells[row.first_cell + i];
    line += i == 0 ? ' ' : '|';
    line += record::cell_text(batch.bytes, cell, scratch);
    if ((cell.flags & record::Cell::kFaulty) != 0) line += "(faulty)";
  }
  return line;
}

/// Reads `source` to its end.
inline Reading read_source(Source& source, const ReadingOptions& options, std::size_t block_bytes) {
  Reading reading;
  layout::ReadOptions read = options.read;
  read.block_bytes = block_bytes;
  read.rules = &options.rules;
  read.policy = &options.policy;
  auto reader = layout::open_reader(options.layout, source, read);
  record::Head head;
  reading.is_table = reader->open(head).value();
  reading.bytes = head.bytes;
  reading.columns = head.columns;
  append_findings(head.findings, options.rules, 0, 0, reading.findings);
  record::Batch batch;
  std::uint64_t batches = 0;
  bool goes_on = reading.is_table;
  while (goes_on) {
    goes_on = reader->next(batch).value();
    const std::uint64_t base = reading.bytes.size();
    if (batch.number != batches++) reading.findings.emplace_back("batch numbers have a gap");
    if (batch.first_record != reading.records.size() + 1) {
      reading.findings.emplace_back("record numbers have a gap");
    }
    for (const record::Record& row : batch.records) {
      reading.records.push_back(record_line(batch, row, base));
    }
    append_findings(batch.findings, options.rules, base, batch.first_record, reading.findings);
    reading.bytes += batch.bytes;
    reading.largest_batch = std::max(reading.largest_batch, batch.bytes.size());
  }
  return reading;
}

/// Reads `input` from memory.
inline Reading read_text(std::string_view input, const ReadingOptions& options,
                         std::size_t block_bytes = 4096) {
  const auto source = memory_source(input, "input");
  return read_source(*source, options, block_bytes);
}

/// The block sizes that every reading must be the same at.
inline constexpr std::size_t kBlockSizes[] = {1, 2, 3, 7, 64, 4096};

/// Reads `input` from memory and from a pipe, at every block size: it must come to `expected`.
inline void expect_same_however_read(std::string_view input, const ReadingOptions& options,
                                     const Reading& expected) {
  for (const std::size_t block_bytes : kBlockSizes) {
    EXPECT_EQ(read_text(input, options, block_bytes).text(), expected.text()) << input;
    PipeSource pipe(input);
    const Reading piped = read_source(pipe, options, block_bytes);
    EXPECT_EQ(piped.text(), expected.text()) << input;
    EXPECT_EQ(piped.bytes, input);
  }
}

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_READINGS_H
