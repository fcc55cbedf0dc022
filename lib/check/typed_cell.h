// A cell of a table as the JSON value that it means.
//
// A CSV cell is typed by its column, never by its look; a cell of a JSON row is what it is. Where
// any value may stand, a cell is JSON if it can be read as that, else a text; whether it is, mostly
// shows without parsing.
//   7 in a column of numbers   ->   the number 7      7 in a column of texts   ->   the text "7"
//   true where any value may stand   ->   true        {"a":1} there   ->   is to be parsed
// Test: tests/check/typed_cell_test.cc.
#ifndef CROSSWALK_CHECK_TYPED_CELL_H
#define CROSSWALK_CHECK_TYPED_CELL_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "check/cell_form.h"
#include "check/value.h"
#include "format/schema.h"
#include "record/batch.h"

namespace crosswalk::check {

/// What an empty cell is.
enum class EmptyCell : std::uint8_t { kLeftOut, kNull, kText };

/// How the cells of a column are typed.
struct CellTyping {
  format::As as = format::As::kText;  ///< of a list: of its elements
  format::CellForm form;
  bool has_form = false;  ///< `form` is not the usual one
  bool is_list = false;
  EmptyCell empty = EmptyCell::kText;
};

/// A typed cell. Ownership: a view of the batch or of the caller's memory.
struct TypedCell {
  enum class Sort : std::uint8_t {
    kNothing,  ///< left out
    kScalar,   ///< `kind` and `text`: characters of a string, bytes of others
    kList,     ///< `text` is to be split, and its parts typed by the column
    kJson      ///< `text` is a value if it is JSON, else a string
  };
  Sort sort = Sort::kNothing;
  json::Kind kind = json::Kind::kString;
  bool is_span = false;  ///< `text` is a span of the batch's bytes
  std::string_view text;
};

/// Memory that typing needs. Kept by the caller between cells.
struct TypingMemory {
  std::string text;
  std::string form;
};

/// An empty cell under `typing`.
TypedCell typed_empty(const CellTyping& typing);
/// typed_cell() for cells that are not plainly a text.
TypedCell typed_other_cell(std::string_view bytes, const record::Cell& cell,
                           const CellTyping& typing, TypingMemory& memory);

/// The value of a cell in `bytes`. What the result views dies with the next call.
/// REQUIRES: the cell is not faulty. Cost: linear; no allocation once warm.
inline TypedCell typed_cell(std::string_view bytes, const record::Cell& cell,
                            const CellTyping& typing, TypingMemory& memory) {
  const bool is_bare = cell.kind == record::CellKind::kText && cell.flags == 0;
  const bool is_empty = cell.begin == cell.end;
  if (is_bare && is_empty && typing.empty == EmptyCell::kLeftOut) return {};
  const bool is_text = typing.as == format::As::kText && !typing.has_form && !typing.is_list;
  if (!is_bare || is_empty || !is_text) return typed_other_cell(bytes, cell, typing, memory);
  return {TypedCell::Sort::kScalar, json::Kind::kString, true,
          std::string_view(bytes.data() + cell.begin, cell.end - cell.begin)};
}

/// The kind of a value that may be any JSON, where it can be told without parsing: kString if
/// `text` is none. Nothing if it has to be parsed. REQUIRES: `text` is not empty.
std::optional<json::Kind> kind_at_a_glance(std::string_view text);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_TYPED_CELL_H
