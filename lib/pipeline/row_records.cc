// See row_records.h.
#include "pipeline/row_records.h"

#include <span>

#include "check/table_plan.h"

namespace crosswalk::pipeline {
namespace {

using record::CellKind;

json::Kind kind_of(CellKind kind) {
  switch (kind) {
    case CellKind::kNumber:
      return json::Kind::kNumber;
    case CellKind::kTrue:
      return json::Kind::kTrue;
    case CellKind::kFalse:
      return json::Kind::kFalse;
    case CellKind::kNull:
      return json::Kind::kNull;
    case CellKind::kContainer:
      return json::Kind::kObject;
    default:
      return json::Kind::kString;
  }
}

// Containers have none: they may hold anything.
std::uint8_t bit_of(json::Kind kind) {
  const bool is_scalar = kind < json::Kind::kArray;
  return is_scalar ? static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind)) : std::uint8_t{0};
}

}  // namespace

RowRecords::RowRecords(std::shared_ptr<const check::TableProgram> table, bool has_null_cells)
    : table_(std::move(table)), has_null_cells_(has_null_cells) {
  for (const check::ColumnPlan& column : table_->impl().columns) names_.emplace_back(column.name);
}

conversion::RecordView RowRecords::make(const record::Batch& batch, std::uint32_t index) {
  row_.clear();
  for_each_value(batch, index, [&](std::uint32_t column, json::Kind kind, std::string_view text) {
    row_.add(names_[column], kind, text, column);
    return true;
  });
  row_.finish();
  return {row_.text(), &row_.tape()};
}

// Before anything is known, a row without a value is not either.
bool RowRecords::has_known_kinds(const record::Batch& batch, std::uint32_t index) {
  if (known_kinds_.empty()) return false;
  return for_each_value(batch, index,
                        [&](std::uint32_t column, json::Kind kind, std::string_view /*text*/) {
                          return (known_kinds_[column] & bit_of(kind)) != 0;
                        });
}

void RowRecords::know_kinds(const record::Batch& batch, std::uint32_t index) {
  known_kinds_.resize(names_.size());
  for_each_value(batch, index,
                 [&](std::uint32_t column, json::Kind kind, std::string_view /*text*/) {
                   known_kinds_[column] |= bit_of(kind);
                   return true;
                 });
}

template <class Take>
bool RowRecords::for_each_value(const record::Batch& batch, std::uint32_t index, const Take& take) {
  const record::Record& row = batch.records[index];
  for (std::uint32_t column = 0; column < row.cell_count; ++column) {
    const std::optional<check::CellValue> value =
        value_of(batch, batch.cells[row.first_cell + column], column);
    if (value && !take(column, value->kind, value->text)) return false;
  }
  return true;
}

/// Nothing where the cell leaves no member.
std::optional<check::CellValue> RowRecords::value_of(const record::Batch& batch,
                                                     const record::Cell& cell,
                                                     std::uint32_t column) {
  const check::ColumnPlan& plan = table_->impl().columns[column];
  const bool is_raw = cell.kind != CellKind::kText && cell.kind != CellKind::kString;
  const std::string_view text =
      is_raw ? std::string_view(batch.bytes).substr(cell.begin, cell.end - cell.begin)
             : record::cell_text(batch.bytes, cell, text_);
  if (cell.kind != CellKind::kText) return check::CellValue{kind_of(cell.kind), text};
  const check::CellValue value = check::cell_value(plan.form, plan.as, text, form_text_);
  const bool is_missing = value.text.empty() && !table_->impl().empty_is_value;
  if (is_missing && has_null_cells_) return check::CellValue{json::Kind::kNull, "null"};
  return is_missing ? std::nullopt : std::optional(value);
}

void RowRecords::move_to_cell(const record::Batch& batch, std::uint32_t index,
                              diagnostics::RawFinding& finding) const {
  const record::Record& row = batch.records[index];
  const auto column = row_.column_at(finding.offset);
  const record::Cell& cell = batch.cells[row.first_cell + column.value_or(0)];
  finding.offset = cell.begin;
  finding.length = cell.end - cell.begin;
  finding.record = index;
  finding.pointer.clear();
  if (!column) return;
  finding.column = static_cast<std::int32_t>(*column);
  finding.field.clear();
}

void RowRecords::move_to_cell(const record::Batch& batch, std::uint32_t index,
                              check::RecordKey& key) const {
  key.column = row_.column_at(key.offset).value_or(0);
  const record::Cell& cell = batch.cells[batch.records[index].first_cell + key.column];
  key.offset = cell.begin;
  key.length = cell.end - cell.begin;
  key.record = index;
}

RecordSink* RowTapeWriter::begin(const record::Batch& /*batch*/) {
  return nullptr;
}

void RowTapeWriter::write(const record::Batch& batch, std::uint32_t index, std::string& out,
                          std::vector<diagnostics::RawFinding>& findings,
                          std::vector<check::RecordKey>& keys) {
  const std::size_t before = findings.size();
  const std::size_t keys_before = keys.size();
  write_along(way_, rows_.make(batch, index), out, findings, keys);
  for (check::RecordKey& key : std::span(keys).subspan(keys_before))
    rows_.move_to_cell(batch, index, key);
  for (diagnostics::RawFinding& finding : std::span(findings).subspan(before))
    rows_.move_to_cell(batch, index, finding);
}

bool RowColumnGatherer::wants_any_of(const record::Batch& batch) {
  for (std::uint32_t i = 0; i < batch.records.size(); ++i) {
    const bool is_readable = batch.records[i].state == record::RecordState::kReadable;
    if (is_readable && !rows_.has_known_kinds(batch, i)) return true;
  }
  return false;
}

RecordSink* RowColumnGatherer::begin(const record::Batch& /*batch*/) {
  return nullptr;
}

void RowColumnGatherer::write(const record::Batch& batch, std::uint32_t index, std::string& /*out*/,
                              std::vector<diagnostics::RawFinding>& findings,
                              std::vector<check::RecordKey>& keys) {
  if (rows_.has_known_kinds(batch, index)) return;
  const conversion::RecordView record = rows_.make(batch, index);
  if (gatherer_.wants(record)) gatherer_.take(index, record, findings, keys);
  if (gatherer_.knows_kinds_of(record)) rows_.know_kinds(batch, index);
}

}  // namespace crosswalk::pipeline
