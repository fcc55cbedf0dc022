// Rows as the JSON objects that they mean, for writers that take records
// (conversion/record_view.h).
//
// A cell is typed as for checking: by its column's `as` in a CSV, by itself in header/data JSON. An
// empty cell is the empty text where the format takes that for a value, else there is no member.
//   id,num_a,note and a,1,   ->   {"id":"a","num_a":1}     without `empty` among what is missing
// Test: tests/cross/layout_pairs_test.cc.
#ifndef CROSSWALK_PIPELINE_ROW_RECORDS_H
#define CROSSWALK_PIPELINE_ROW_RECORDS_H

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/cell_form.h"
#include "check/row_object.h"
#include "check/table.h"
#include "conversion/record_view.h"
#include "pipeline/column_gatherer.h"
#include "pipeline/tape_writer.h"

namespace crosswalk::pipeline {

/// Makes records of one table's rows.
/// Threads: one.
class RowRecords {
 public:
  /// `has_null_cells`: an empty cell that is no value is null, and not left out.
  RowRecords(std::shared_ptr<const check::TableProgram> table, bool has_null_cells);
  /// The record of row number `index`; it dies at the next call. REQUIRES: the row is readable.
  conversion::RecordView make(const record::Batch& batch, std::uint32_t index);
  /// True if know_kinds() was called for each of the row's values: for a row with a value of this
  /// kind in this column. Nobody knows containers.
  bool has_known_kinds(const record::Batch& batch, std::uint32_t index);
  void know_kinds(const record::Batch& batch, std::uint32_t index);
  /// Moves a finding in the record made last, row number `index`, to its cell.
  void move_to_cell(const record::Batch& batch, std::uint32_t index,
                    diagnostics::RawFinding& finding) const;
  /// The same for a key.
  void move_to_cell(const record::Batch& batch, std::uint32_t index, check::RecordKey& key) const;

 private:
  // Calls take(column, kind, text) for each value of a row, while it returns true: the text is
  // characters of a string, JSON of every other kind. True if all were taken.
  template <class Take>
  bool for_each_value(const record::Batch& batch, std::uint32_t index, const Take& take);
  std::optional<check::CellValue> value_of(const record::Batch& batch, const record::Cell& cell,
                                           std::uint32_t column);

  std::shared_ptr<const check::TableProgram> table_;
  bool has_null_cells_;
  std::vector<json::ReadyName> names_;     // by column
  std::vector<std::uint8_t> known_kinds_;  // by column, as bits; empty: nothing is known
  check::RowObject row_;
  std::string text_;
  std::string form_text_;
};

/// Writes rows by a record writer. See BatchWriter.
class RowTapeWriter final : public BatchWriter {
 public:
  /// `has_null_cells`: see RowRecords.
  RowTapeWriter(std::shared_ptr<const check::TableProgram> table, RecordWay way,
                bool has_null_cells)
      : rows_(std::move(table), has_null_cells), way_(std::move(way)) {}
  RecordSink* begin(const record::Batch& batch) override;
  void write(const record::Batch& batch, std::uint32_t index, std::string& out,
             std::vector<diagnostics::RawFinding>& findings,
             std::vector<check::RecordKey>& keys) override;

 private:
  RowRecords rows_;
  RecordWay way_;
};

/// Gathers columns from rows. See ColumnGatherer.
class RowColumnGatherer final : public BatchWriter {
 public:
  /// `has_null_cells`: see RowRecords.
  RowColumnGatherer(std::shared_ptr<const check::TableProgram> table, ColumnGatherer gatherer,
                    bool has_null_cells)
      : rows_(std::move(table), has_null_cells), gatherer_(std::move(gatherer)) {}
  bool wants_any_of(const record::Batch& batch) override;
  [[nodiscard]] bool is_done() const override { return gatherer_.is_done(); }
  RecordSink* begin(const record::Batch& batch) override;
  void write(const record::Batch& batch, std::uint32_t index, std::string& out,
             std::vector<diagnostics::RawFinding>& findings,
             std::vector<check::RecordKey>& keys) override;

 private:
  RowRecords rows_;
  ColumnGatherer gatherer_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_ROW_RECORDS_H
