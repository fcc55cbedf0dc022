// Cells that are written in another form than the usual one, brought into it: dates such as
// 31.12.1990, numbers with a decimal comma, words that mean "nothing".
//
// The schema says the form (`form`, `decimal`, `group`, `none`), so nothing is guessed, and all
// keywords judge the value: `minimum` compares numbers, `format` sees a calendar date.
//   form DD.MM.YYYY   31.12.1990 -> 1990-12-31      31.02.1990 -> 1990-02-31, which `format`
//   refuses decimal ","       1,5 -> 1.5      group "."   1.234,5 -> 1234.5      1.5 -> not of the
//   form
// The way back, in_form(), is for what is written: 1990-12-31 -> 31.12.1990, 1.5 -> 1,5.
// Only the order of the parts is changed: whether a day exists is for `format` to say.
// Test: tests/check/cell_form_test.cc.
#ifndef CROSSWALK_CHECK_CELL_FORM_H
#define CROSSWALK_CHECK_CELL_FORM_H

#include <optional>
#include <string>
#include <string_view>

#include "format/schema.h"
#include "json/tape.h"

namespace crosswalk::check {

/// `text` in the usual form: a view of `text`, of `scratch`, or of nothing where the text means no
/// value. Nothing if it is not of the form: it is then some other text.
/// Threads: pure. Cost: linear.
std::optional<std::string_view> usual_form(const format::CellForm& form, std::string_view text,
                                           std::string& scratch);

/// The kind and characters that a CSV cell has as a value.
struct CellValue {
  json::Kind kind = json::Kind::kString;
  std::string_view text;  ///< as usual_form(); the cell's own text if it is not of the form
};

/// The value of a CSV cell in a column of class `as`. `form` may be null: the usual one.
/// Threads: pure. Cost: linear.
CellValue cell_value(const format::CellForm* form, format::As as, std::string_view text,
                     std::string& scratch);

/// The cell that reads as the value `text`, such as 31.12.1990 for 1990-12-31; `text` itself where
/// it is not of the form, as other text reads as it stands. Nothing if no cell reads so: a word
/// that means no value, a time of day where the form has none; a number of a kind that the form has
/// not (1e5 under a decimal comma), which would read as a text. `kind`: of the value. Threads:
/// pure. Cost: linear.
std::optional<std::string> in_form(const format::CellForm& form, std::string_view text,
                                   json::Kind kind = json::Kind::kString);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_CELL_FORM_H
