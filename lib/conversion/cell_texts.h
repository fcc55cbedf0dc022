// The text that a value has in a cell of a table.
//
// Texts are their characters, numbers and booleans their spelling, null is an empty cell, a list of
// plain values is joined by the format's separator. A field that takes any value (`as` json) is
// written as JSON where its characters alone would be read as something else.
//   ["a","b"]  ->  a,b        ["a,b"]  refused: convert.separator-in-part
//   "007" as json  ->  007    "7" as json  ->  "7"    {"x":1} as json  ->  {"x":1}
//   {"x":1} in a field of plain values  refused: convert.not-a-cell
// An empty text is an empty cell, as null and nothing are: a table cannot tell them apart.
// Test: tests/cross/layout_pairs_test.cc.
#ifndef CROSSWALK_CONVERSION_CELL_TEXTS_H
#define CROSSWALK_CONVERSION_CELL_TEXTS_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "conversion/object_writer.h"
#include "conversion/record_view.h"
#include "diagnostics/raw_finding.h"
#include "format/schema.h"
#include "json/parser.h"

namespace crosswalk::conversion {

/// How the cells of a column are written.
struct CellRule {
  format::As as = format::As::kNone;
  bool is_list = false;
};

/// Appends the texts of cells.
/// Threads: one.
class CellTexts {
 public:
  /// `separator`: between the elements of a list; not empty.
  explicit CellTexts(std::string separator);
  /// Appends the text of the value at `token` to `out`, or tells in `refusals` why it has none.
  void append(const RecordView& record, std::uint32_t token, const CellRule& rule, std::string& out,
              std::vector<diagnostics::RawFinding>& refusals);

 private:
  void append_list(const RecordView& record, std::uint32_t token, std::string& out,
                   std::vector<diagnostics::RawFinding>& refusals);
  void append_json(const RecordView& record, std::uint32_t token, std::string& out);
  std::string_view characters(const RecordView& record, std::uint32_t token);

  std::string separator_;
  ObjectWriter json_;
  std::string scratch_;
  json::Tape tape_;
  std::vector<json::Fault> faults_;
};

/// A refusal at the value at `token`.
diagnostics::RawFinding refusal_at(diagnostics::RuleId rule, const RecordView& record,
                                   std::uint32_t token);

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_CELL_TEXTS_H
