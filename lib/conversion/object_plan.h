// Rows of a table written as JSON objects, compiled once a header: from cells to bytes without a
// record in between.
//
// Which member a column is, in which object it stands and in which order members are written, is
// the same for every row, so a plan is a list of steps in the order of the target: open an object,
// put a cell behind its name, close. Names are ready with their quotes. Every member is followed by
// a comma, which closing its object turns into the bracket; an object whose bracket follows its
// opening at once holds nothing and is taken back.
//   columns body.type,id  and the row  a,7   ->   {"id":"7",  "body":{  "type":"a",  }
//   the row  ,7                              ->   {"id":"7"}
// Does not work: a cell that has to be parsed, and one that the reader complained about. Such a row
// is left to the plain way, a record and its writer (object_writer.h), which this writes the bytes
// of. Test: tests/conversion/object_plan_test.cc, held against that.
#ifndef CROSSWALK_CONVERSION_OBJECT_PLAN_H
#define CROSSWALK_CONVERSION_OBJECT_PLAN_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/nested_row.h"
#include "check/table.h"
#include "check/typed_cell.h"
#include "conversion/row_plan.h"
#include "format/definition.h"
#include "record/batch.h"

namespace crosswalk::conversion {

/// A compiled way from rows to objects. See RowPlan.
class ObjectPlan final : public RowPlan {
 public:
  /// Rows of nested records. `schema` and `record` give the order of members; nothing is kept of
  /// the arguments. `ends_line`: a line end follows each record.
  static ObjectPlan of_nested(const check::NestedColumns& columns, const format::Schema& schema,
                              format::NodeId record, bool ends_line);
  /// Rows of flat records. `has_null_cells`: an empty cell that is no value is null, and not left
  /// out.
  static ObjectPlan of_table(const check::TableProgram& table, bool has_null_cells,
                             const format::Schema& schema, format::NodeId record, bool ends_line);

  bool write(const record::Batch& batch, std::uint32_t record, check::TypingMemory& memory,
             std::string& out) const override;

 private:
  class Compiler;
  enum class StepKind : std::uint8_t { kOpen, kCell, kClose };
  /// A stretch of text_.
  struct Text {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Step {
    StepKind kind = StepKind::kCell;
    Text before;             ///< kOpen: name and bracket; kCell: name; kClose: that of its kOpen
    Text after;              ///< kCell, kClose: ends in a comma
    std::uint32_t cell = 0;  ///< kCell: of cells_
  };
  struct PlannedCell {
    std::uint32_t column = 0;
    check::CellTyping typing;
  };
  /// What is written, and from where.
  struct Way {
    std::string_view bytes;
    check::TypingMemory& memory;
    std::string& out;
  };

  [[nodiscard]] char* put(char* at, Text text) const;
  [[nodiscard]] char* close(char* at, const Step& step) const;
  char* put_member(char* at, const Step& step, const record::Cell& cell, const Way& way) const;
  char* put_value(char* at, const check::CellTyping& typing, const check::TypedCell& value,
                  const Way& way) const;
  void append_list(const check::CellTyping& typing, std::string_view text, std::string& out) const;

  std::vector<Step> steps_;
  std::vector<PlannedCell> cells_;
  std::string text_;  // all that steps put, with room behind it
  std::string list_separator_;
  std::size_t most_around_cells_ = 0;  // bytes
  bool ends_line_ = false;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_OBJECT_PLAN_H
