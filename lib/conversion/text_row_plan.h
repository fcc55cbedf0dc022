// Rows of a table that was mapped from another format (row_mapping.h), into CSV and header/data
// rows.
//
// The bytes are those of a TablePlan (plan.h), which takes all rows; what it would write otherwise
// than a record writer (row_writer.h) is left to that: a NUL in a CSV, and in a column of any
// values a text that could be taken for something else.
//   the text 7 in a column of any values   ->   left: it is written "7", with its quotes
// Tests: tests/conversion/text_row_plan_test.cc, tests/cross/row_mapping_test.cc.
#ifndef CROSSWALK_CONVERSION_TEXT_ROW_PLAN_H
#define CROSSWALK_CONVERSION_TEXT_ROW_PLAN_H

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "conversion/plan.h"
#include "conversion/row_plan.h"

namespace crosswalk::conversion {

/// See RowPlan.
class TextRowPlan final : public RowPlan {
 public:
  /// `any_columns`: columns of any values.
  TextRowPlan(TablePlan plan, std::vector<std::uint32_t> any_columns)
      : plan_(std::move(plan)), any_columns_(std::move(any_columns)) {}
  bool write(const record::Batch& batch, std::uint32_t record, check::TypingMemory& memory,
             std::string& out) const override;

 private:
  TablePlan plan_;
  std::vector<std::uint32_t> any_columns_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_TEXT_ROW_PLAN_H
