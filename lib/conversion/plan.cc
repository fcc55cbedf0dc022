// Running a conversion: each cell is copied as it stands if the target would write it the same way.
//
// A CSV cell without quotes that needs none goes to CSV as its bytes and to JSON as its bytes
// between quotes; a JSON string without escapes goes to JSON with its quotes and to CSV as what
// stands between them. Only escaped cells are decoded, into the caller's scratch memory.
//   "say ""hi"""  ->  say "hi"  ->  "say \"hi\""
// Rows are written into room made beforehand; only cells that JSON must escape make more of it. A
// number in a text column is text from then on: JSON 7 becomes CSV 7 and then JSON "7". Test:
// tests/conversion/plan_test.cc.
#include "conversion/plan.h"

#include <algorithm>

#include "check/value.h"
#include "conversion/cell_bytes.h"
#include "tabular/scanner.h"

namespace crosswalk::conversion {
namespace {

using format::LayoutKind;
using record::Cell;
using record::CellKind;

std::string_view stretch(std::string_view bytes, std::size_t begin, std::size_t end) {
  return {bytes.data() + begin, end - begin};
}

/// True for a JSON string that is written as it is read: not empty, without escapes.
bool is_plain_string(const Cell& cell) {
  return cell.kind == CellKind::kString && (cell.flags & Cell::kEscaped) == 0 &&
         cell.end - cell.begin > 2;
}

/// True if all cells of such a column are strings in JSON.
bool is_text(format::As as) {
  return as == format::As::kNone || as == format::As::kText;
}

/// The text of a cell; most cells are their bytes, or those between their quotes.
std::string_view text_of(std::string_view bytes, const Cell& cell, std::string& scratch) {
  if (cell.kind != CellKind::kString && cell.flags == 0) return raw_bytes(bytes, cell);
  if (cell.flags == Cell::kQuoted) return stretch(bytes, cell.begin + 1, cell.end - 1);
  return record::cell_text(bytes, cell, scratch);
}

/// True if a cell with this text is a string in JSON.
bool is_json_string(format::As as, std::string_view text) {
  return check::kind_of_cell(as, text) == json::Kind::kString;
}

bool is_row_layout(const format::Layout& layout) {
  return layout.kind == LayoutKind::kCsv || layout.kind == LayoutKind::kHeaderData;
}

}  // namespace

Result<TablePlan> TablePlan::compile(std::span<const PlanColumn> columns,
                                     const PlanOptions& options) {
  const format::Layout& source = *options.source;
  const format::Layout& target = *options.target;
  if (!format::has_rows(source.kind) || !is_row_layout(target))
    return Error{ErrorKind::kUsage,
                 "no conversion leads from layout " + source.name + " to layout " + target.name};
  if (target.kind == LayoutKind::kCsv && target.quote == 0)
    return Error{ErrorKind::kUsage,
                 "layout " + target.name + " has no quotes, so its cells could not be kept apart"};
  if (options.missing == format::Missing::kAbsent)
    return Error{ErrorKind::kUsage, "a row cannot leave a value out: use empty or null"};

  TablePlan plan;
  plan.to_csv_ = target.kind == LayoutKind::kCsv;
  plan.same_quote_ = source.kind == LayoutKind::kCsv && source.quote == target.quote;
  plan.dialect_ = {target.delimiters.front(), target.quote};
  plan.missing_ = options.missing == format::Missing::kNull ? "null" : "\"\"";
  std::vector<std::string> names;
  for (const PlanColumn& column : columns) {
    names.push_back(column.name);
    plan.columns_.push_back(column.as);
  }
  plan.frame_ = make_frame(target, names);
  return plan;
}

void TablePlan::write(const record::Batch& batch, std::uint32_t record, std::string& scratch,
                      std::string& out) const {
  const record::Record& row = batch.records[record];
  const auto cells = std::span(batch.cells).subspan(row.first_cell, row.cell_count);
  const Way way{batch.bytes, scratch, out};
  if (to_csv_) {
    write_csv_row(cells, row.end - row.begin, way);
  } else {
    write_json_row(cells, row.end - row.begin, way);
  }
}

// Escaped cells are decoded elsewhere; behind all others the batch goes on.
const char* TablePlan::readable_end(std::string_view text, const Cell& cell, const Way& way) {
  return (cell.flags & Cell::kEscaped) != 0 ? end_of(text) : end_of(way.bytes);
}

void TablePlan::write_csv_row(std::span<const Cell> cells, std::size_t row_bytes,
                              const Way& way) const {
  const std::size_t begin = way.out.size();
  const std::size_t most_around_cell = std::string_view("\"\",").size();
  way.out.resize(begin + 2 * row_bytes + cells.size() * most_around_cell + 2 + kCopySlack);
  char* const row = way.out.data() + begin;
  char* at = row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) *at++ = dialect_.delimiter;
    at = put_csv_cell(at, cells[i], way);
  }
  const bool would_be_blank_line = cells.size() == 1 && at == row;
  if (would_be_blank_line) at = std::fill_n(at, 2, dialect_.quote);
  *at++ = '\n';
  way.out.resize(begin + static_cast<std::size_t>(at - row));
}

char* TablePlan::put_csv_cell(char* at, const Cell& cell, const Way& way) const {
  if (cell.kind == CellKind::kNull) return at;
  const std::string_view text = text_of(way.bytes, cell, way.scratch);
  const std::uint8_t quoting = cell.flags & (Cell::kQuoted | Cell::kFaulty);
  const bool is_well_quoted = same_quote_ && quoting == Cell::kQuoted;
  if (is_well_quoted && tabular::needs_quotes(text, dialect_))
    return base::copy_text(at, raw_bytes(way.bytes, cell), end_of(way.bytes));
  return tabular::put_cell(at, text, dialect_, readable_end(text, cell, way));
}

void TablePlan::write_json_row(std::span<const Cell> cells, std::size_t row_bytes,
                               const Way& way) const {
  const std::size_t most_around_cell = missing_.size() + std::string_view("\"\",").size();
  const std::size_t begin = way.out.size();
  way.out.resize(begin + row_bytes + cells.size() * most_around_cell + 2 + kCopySlack);
  char* at = way.out.data() + begin;
  *at++ = '[';
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) *at++ = ',';
    at = put_json_cell(at, cells[i], columns_[i], way);
  }
  *at++ = ']';
  way.out.resize(static_cast<std::size_t>(at - way.out.data()));
}

char* TablePlan::put_json_cell(char* at, const Cell& cell, format::As as, const Way& way) const {
  if (cell.kind == CellKind::kContainer || (is_plain_string(cell) && is_text(as)))
    return base::copy_text(at, raw_bytes(way.bytes, cell), end_of(way.bytes));
  const std::string_view text = text_of(way.bytes, cell, way.scratch);
  if (text.empty() || cell.kind == CellKind::kNull)
    return base::copy_text(at, missing_, end_of(missing_));
  const char* const readable = readable_end(text, cell, way);
  if (!is_json_string(as, text)) return base::copy_text(at, text, readable);
  return put_json_string(way.out, at, text, readable);
}

}  // namespace crosswalk::conversion
