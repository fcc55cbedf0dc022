// The cells of a row from events: see row_cells.h. Test: tests/json/row_scanner_test.cc.
#include "json/row_cells.h"

namespace crosswalk::json {

using record::Cell;
using record::CellKind;

namespace {

CellKind cell_kind(Kind kind) {
  switch (kind) {
    case Kind::kNull:
      return CellKind::kNull;
    case Kind::kFalse:
      return CellKind::kFalse;
    case Kind::kTrue:
      return CellKind::kTrue;
    case Kind::kNumber:
      return CellKind::kNumber;
    default:
      return CellKind::kString;
  }
}

}  // namespace

void RowCells::on_scalar(Kind kind, Span span, bool escaped) {
  if (depth_ != 1) return;
  Cell cell{span.begin, span.end, cell_kind(kind), 0};
  const bool quoted = span.begin != span.end && text_[span.begin] == '"';
  if (quoted) cell.flags |= Cell::kQuoted;
  if (escaped) cell.flags |= Cell::kEscaped;
  cells_.push_back(cell);
}

void RowCells::on_begin(Kind, std::uint32_t begin) {
  if (depth_ == 1) container_begin_ = begin;
  ++depth_;
}

void RowCells::on_end(std::uint32_t end) {
  --depth_;
  if (depth_ == 1) cells_.push_back({container_begin_, end, CellKind::kContainer, 0});
}

}  // namespace crosswalk::json
