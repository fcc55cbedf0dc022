// Batches written by hand: a test gives the raw cells of rows and gets the batch that a reader
// makes.
#ifndef CROSSWALK_TESTS_SUPPORT_ROWS_H
#define CROSSWALK_TESTS_SUPPORT_ROWS_H

#include <string>
#include <string_view>
#include <vector>

#include "record/batch.h"

namespace crosswalk::tests {

/// The kind and flags of a CSV cell.
inline record::Cell csv_cell(std::string_view raw) {
  record::Cell cell;
  if (raw.size() >= 2 && raw.front() == '"') {
    cell.flags = record::Cell::kQuoted;
    if (raw.substr(1, raw.size() - 2).find('"') != std::string_view::npos)
      cell.flags |= record::Cell::kEscaped;
  }
  return cell;
}

/// The kind and flags of a cell of a JSON row.
inline record::Cell json_cell(std::string_view raw) {
  using record::CellKind;
  record::Cell cell;
  if (raw.front() == '"') {
    cell.kind = CellKind::kString;
    cell.flags = record::Cell::kQuoted;
    if (raw.find('\\') != std::string_view::npos) cell.flags |= record::Cell::kEscaped;
  } else if (raw == "true" || raw == "false" || raw == "null") {
    cell.kind = raw == "true"    ? CellKind::kTrue
                : raw == "false" ? CellKind::kFalse
                                 : CellKind::kNull;
  } else {
    cell.kind = raw.front() == '[' || raw.front() == '{' ? CellKind::kContainer : CellKind::kNumber;
  }
  return cell;
}

/// Appends a row of raw cells, with `open` and `close` around them.
inline void append_row(record::Batch& batch, const std::vector<std::string>& raw_cells,
                       record::Cell (*describe)(std::string_view), std::string_view open,
                       std::string_view close) {
  record::Record row;
  row.first_cell = static_cast<std::uint32_t>(batch.cells.size());
  row.cell_count = static_cast<std::uint32_t>(raw_cells.size());
  row.begin = static_cast<std::uint32_t>(batch.bytes.size());
  batch.bytes += open;
  for (std::size_t i = 0; i < raw_cells.size(); ++i) {
    if (i > 0) batch.bytes += ',';
    record::Cell cell = describe(raw_cells[i]);
    cell.begin = static_cast<std::uint32_t>(batch.bytes.size());
    batch.bytes += raw_cells[i];
    cell.end = static_cast<std::uint32_t>(batch.bytes.size());
    batch.cells.push_back(cell);
  }
  batch.bytes += close;
  row.end = static_cast<std::uint32_t>(batch.bytes.size());
  batch.records.push_back(row);
}

/// A batch of comma-separated rows, each ended by LF.
inline record::Batch csv_batch(const std::vector<std::vector<std::string>>& rows) {
  record::Batch batch;
  for (const auto& row : rows) {
    append_row(batch, row, csv_cell, "", "");
    batch.bytes += '\n';
  }
  return batch;
}

/// A batch of JSON rows, separated by a comma and LF.
inline record::Batch json_batch(const std::vector<std::vector<std::string>>& rows) {
  record::Batch batch;
  for (const auto& row : rows) {
    if (!batch.records.empty()) batch.bytes += ",\n";
    append_row(batch, row, json_cell, "[", "]");
  }
  return batch;
}

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_ROWS_H
