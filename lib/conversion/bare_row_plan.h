// Rows of a flat table copied into a layout whose cells cannot be quoted: delimited text, and the
// rows inside a form.
//
// The columns stay as they are, so a row is its cells' texts with the delimiter between them, each
// percent-encoded in a form.
//   a|"b"|  (delimiter |, no quotes)   ->   a|"b"|     in a form   a%7C%22b%22%7C%0A
// Does not work: a text that has the delimiter, a line end or a NUL in it, and a cell that is no
// text or number. Such a row is left to the plain way (row_writer.h), which may refuse it. Tables
// whose cells are brought into another form, or hold JSON, have no plan. Test:
// tests/conversion/bare_row_plan_test.cc; twin: tests/pipeline/row_plan_writer_test.cc.
#ifndef CROSSWALK_CONVERSION_BARE_ROW_PLAN_H
#define CROSSWALK_CONVERSION_BARE_ROW_PLAN_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/table.h"
#include "conversion/row_plan.h"

namespace crosswalk::conversion {

/// What bare rows look like.
struct BareLayout {
  char delimiter = ',';
  bool is_encoded = false;  ///< percent-encoded, for a form
};

/// A compiled way from rows to bare rows. See RowPlan.
class BareRowPlan final : public RowPlan {
 public:
  /// Nothing if the rows of `table` cannot be copied. Keeps nothing of its arguments.
  static std::optional<BareRowPlan> compile(const check::TableProgram& table,
                                            const BareLayout& layout);
  /// The way of rows that were mapped from another format (row_mapping.h).
  static BareRowPlan of_texts(std::size_t columns, const BareLayout& layout);
  bool write(const record::Batch& batch, std::uint32_t record, check::TypingMemory& memory,
             std::string& out) const override;

 private:
  explicit BareRowPlan(const BareLayout& layout);
  static std::optional<std::string_view> text_of(std::string_view bytes, const record::Cell& cell,
                                                 const check::CellTyping& typing,
                                                 check::TypingMemory& memory);
  bool append(std::string_view text, std::string& out) const;

  BareLayout layout_;
  std::string delimiter_;  // as it is written
  std::string line_end_;   // likewise
  std::vector<check::CellTyping> columns_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_BARE_ROW_PLAN_H
