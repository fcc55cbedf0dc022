// See nested_row_writer.h.
#include "pipeline/nested_row_writer.h"

#include <span>

namespace crosswalk::pipeline {
namespace {

const record::Cell& cell_of(const record::Batch& batch, std::uint32_t record,
                            std::uint32_t column) {
  return batch.cells[batch.records[record].first_cell + column];
}

}  // namespace

void move_to_cell(const check::NestedRow& row, const record::Batch& batch, std::uint32_t index,
                  diagnostics::RawFinding& finding) {
  const auto place = row.place_at(finding.offset);
  const record::Cell& cell = cell_of(batch, index, place ? place->column : 0);
  finding.offset = cell.begin;
  finding.length = cell.end - cell.begin;
  finding.record = index;
  finding.pointer.clear();
  if (!place) return;
  finding.column = static_cast<std::int32_t>(place->column);
  finding.field.clear();
}

void move_to_cell(const check::NestedRow& row, const record::Batch& batch, std::uint32_t index,
                  check::RecordKey& key) {
  const auto place = row.place_at(key.offset);
  key.column = place ? place->column : 0;
  const record::Cell& cell = cell_of(batch, index, key.column);
  key.offset = cell.begin;
  key.length = cell.end - cell.begin;
  key.record = index;
}

RecordSink* NestedRowWriter::begin(const record::Batch& /*batch*/) {
  return nullptr;
}

void NestedRowWriter::write(const record::Batch& batch, std::uint32_t index, std::string& out,
                            std::vector<diagnostics::RawFinding>& findings,
                            std::vector<check::RecordKey>& keys) {
  row_.read(batch, index);
  const std::size_t before = findings.size();
  const std::size_t keys_before = keys.size();
  write_along(way_, {row_.text(), &row_.tape()}, out, findings, keys);
  for (diagnostics::RawFinding& finding : std::span(findings).subspan(before))
    move_to_cell(row_, batch, index, finding);
  for (check::RecordKey& key : std::span(keys).subspan(keys_before))
    move_to_cell(row_, batch, index, key);
}

}  // namespace crosswalk::pipeline
