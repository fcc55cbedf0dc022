// Writing a record as a row under a list of columns: CSV, delimited text, a form's rows,
// header/data.
//
// The record is taken apart (leaves.h), each value becomes the text of its cell (cell_texts.h), and
// the cells are put between delimiters or brackets. A column that the record has nothing for is
// empty; a value whose column is not in the list is left out, as the caller asked.
//   columns id, tags   {"tags":["x","y"],"id":"a"}   ->   a,"x,y" LF
//   without quotes, | between                         ->   a|x,y LF
// Columns whose cells have a form of their own (31.12.1990; 1,5) are written in it. Where cells
// cannot be quoted, one that holds the delimiter or a line end is refused: it would
// move all cells behind it. It is the plain twin of TablePlan (plan.h), which copies cells. Test:
// tests/conversion/row_writer_test.cc.
#ifndef CROSSWALK_CONVERSION_ROW_WRITER_H
#define CROSSWALK_CONVERSION_ROW_WRITER_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conversion/cell_texts.h"
#include "conversion/leaves.h"
#include "conversion/record_writer.h"
#include "diagnostics/rule.h"
#include "format/definition.h"
#include "format/fields.h"
#include "tabular/scanner.h"

namespace crosswalk::conversion {

/// A column of the target.
struct RowColumn {
  std::string name;
  CellRule rule;
  std::optional<format::CellForm> form = {};  ///< of text cells; nothing: the usual one
};

/// What rows look like.
struct RowLayout {
  format::LayoutKind kind = format::LayoutKind::kCsv;  ///< one of rows
  tabular::Dialect dialect;                            ///< of cells; quote 0 = none exist
  std::string list_separator = ",";
  std::string missing = "\"\"";  ///< how header/data JSON writes a missing value
  diagnostics::RuleId delimiter_in_value = diagnostics::kConvertDelimiterInValue;
};

/// See RecordWriter.
class RowWriter final : public RecordWriter {
 public:
  /// `fields`: of the records' format. Keeps nothing of its arguments.
  RowWriter(const RowLayout& layout, const std::vector<format::Field>& fields,
            std::vector<RowColumn> columns);
  void write(const RecordView& record, std::string& out,
             std::vector<diagnostics::RawFinding>& refusals) override;

 private:
  class Collector;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;  // in place of a column
  static constexpr std::uint32_t kNew = 0xFFFFFFFEU;
  /// A cell of the row at hand.
  struct Cell {
    std::uint32_t token = 0;  // 0: the record has no value for it
    std::size_t begin = 0;    // of its text in texts_
    std::size_t end = 0;
  };

  void take_cell(const Leaf& leaf, std::vector<diagnostics::RawFinding>& refusals);
  void bring_into_form(const Cell& cell, const format::CellForm& form,
                       std::vector<diagnostics::RawFinding>& refusals);
  [[nodiscard]] std::uint32_t column_of(const Leaf& leaf);
  [[nodiscard]] std::string_view text_of(const Cell& cell) const;
  void check_cell(const Cell& cell, std::vector<diagnostics::RawFinding>& refusals) const;
  void check_for_nul(std::vector<diagnostics::RawFinding>& refusals) const;
  void write_cells(std::string& out);
  void write_json(std::string& out) const;

  RowLayout layout_;
  std::vector<RowColumn> columns_;
  base::NameTable names_;                     // of the columns
  std::vector<std::uint32_t> first_columns_;  // by number of the name
  std::vector<std::uint32_t> of_leaves_;      // columns by number of the leaf; kNew: not asked yet
  Leaves leaves_;
  CellTexts cell_texts_;
  RecordView record_;  // at hand
  std::vector<Cell> cells_;
  std::string texts_;
  std::string row_;  // of a form, before it is encoded
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_ROW_WRITER_H
