// See plan_writer.h.
#include "pipeline/plan_writer.h"

#include "diagnostics/rule.h"
#include "layout/reporter.h"

namespace crosswalk::pipeline {
namespace {

/// A finding at the cell of a row whose text holds a NUL.
diagnostics::RawFinding nul_in(const record::Batch& batch, std::uint32_t index,
                               std::string& scratch) {
  const record::Record& row = batch.records[index];
  diagnostics::RawFinding finding = layout::finding_at(diagnostics::kCsvNul, row.begin);
  finding.record = index;
  for (std::uint32_t column = 0; column < row.cell_count; ++column) {
    const record::Cell& cell = batch.cells[row.first_cell + column];
    if (record::cell_text(batch.bytes, cell, scratch).find('\0') == std::string_view::npos)
      continue;
    finding.offset = cell.begin;
    finding.length = cell.end - cell.begin;
    finding.column = static_cast<std::int32_t>(column);
    break;
  }
  return finding;
}

}  // namespace

RecordSink* PlanWriter::begin(const record::Batch& /*batch*/) {
  return nullptr;
}

void PlanWriter::write(const record::Batch& batch, std::uint32_t index, std::string& out,
                       std::vector<diagnostics::RawFinding>& findings,
                       std::vector<check::RecordKey>& /*keys*/) {
  const std::size_t begin = out.size();
  plan_.write(batch, index, scratch_, out);
  if (plan_.writes_csv() && out.find('\0', begin) != std::string::npos)
    findings.push_back(nul_in(batch, index, scratch_));
}

}  // namespace crosswalk::pipeline
