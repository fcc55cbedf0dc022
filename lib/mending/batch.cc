// See batch.h.
#include "mending/batch.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "json/reader.h"
#include "json/tape_builder.h"
#include "mending/spelling.h"

namespace crosswalk::mending {
namespace {

using record::Batch;
using record::Cell;
using record::Record;

std::string_view bytes_of(const Batch& batch, std::uint32_t begin, std::uint32_t end) {
  return std::string_view(batch.bytes).substr(begin, end - begin);
}

/// Where the JSON value at `begin` ends; `otherwise` if none can be read there.
std::uint32_t value_end(std::string_view text, std::uint32_t begin, std::uint32_t otherwise) {
  json::Tape tape;
  json::TapeBuilder builder(tape);
  std::vector<json::Fault> faults;
  json::Reader reader(text, {}, builder, faults);
  return reader.read(begin) == json::ReadState::kWhole ? reader.position() : otherwise;
}

void move_cell(const Batch& batch, const Splice& splice, const Batch& mended, Cell& cell) {
  const Cell old = cell;
  cell.begin = splice.begin_in_mended(old.begin);
  cell.end = splice.end_in_mended(old.end);
  const std::string_view bytes = bytes_of(mended, cell.begin, cell.end);
  const bool is_changed = bytes != bytes_of(batch, old.begin, old.end);
  if (is_changed) cell = cell_of(old, cell.begin, bytes, batch.is_encoded);
}

// What was put in at the end of a record may close what is around it; all before that is its own.
void move_record(const Splice& splice, bool is_row, const Batch& mended, Record& record) {
  const std::uint32_t end = splice.end_in_mended(record.end);
  const std::uint32_t own_end = splice.begin_in_mended(record.end);
  record.begin = splice.begin_in_mended(record.begin);
  record.end = is_row ? end : std::max(own_end, value_end(mended.bytes, record.begin, end));
}

}  // namespace

void apply(const Batch& batch, const Splice& splice, bool are_rows, Batch& mended) {
  mended = batch;
  mended.bytes = splice.apply(batch.bytes);
  std::erase_if(mended.findings, [](const auto& finding) { return finding.repair; });
  for (diagnostics::RawFinding& finding : mended.findings)
    finding.offset = splice.begin_in_mended(finding.offset);
  for (Cell& cell : mended.cells) move_cell(batch, splice, mended, cell);
  for (Record& record : mended.records) move_record(splice, are_rows, mended, record);
}

}  // namespace crosswalk::mending
