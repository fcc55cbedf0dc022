// Running a conversion: each cell is copied as it stands if the target would write it the same way.
//
// A CSV cell without quotes that needs none goes to CSV as its bytes and to JSON as its bytes
// between quotes; a JSON string without escapes goes to JSON with its quotes and to CSV as what
// stands between them. Only escaped cells are decoded, into the caller's scratch memory.
//   "say ""hi"""  ->  say "hi"  ->  "say \"hi\""
// A number in a text column is text from then on: JSON 7 becomes CSV 7 and then JSON "7".
// Test: tests/conversion/plan_test.cc.
#include "conversion/plan.h"

#include "check/value.h"
#include "json/writer.h"
#include "tabular/scanner.h"

namespace crosswalk::conversion {
namespace {

using format::LayoutKind;
using record::Cell;
using record::CellKind;

std::string_view raw_bytes(std::string_view bytes, const Cell& cell) {
  return bytes.substr(cell.begin, cell.end - cell.begin);
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

bool is_row_layout(const format::Layout& layout) {
  return layout.kind == LayoutKind::kCsv || layout.kind == LayoutKind::kHeaderData;
}

}  // namespace

Result<TablePlan> TablePlan::compile(std::span<const PlanColumn> columns,
                                     const PlanOptions& options) {
  const format::Layout& source = *options.source;
  const format::Layout& target = *options.target;
  if (!is_row_layout(source) || !is_row_layout(target))
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
    write_csv_row(cells, way);
  } else {
    write_json_row(cells, way);
  }
}

void TablePlan::write_csv_row(std::span<const Cell> cells, const Way& way) const {
  const std::size_t begin = way.out.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) way.out += dialect_.delimiter;
    write_csv_cell(cells[i], way);
  }
  const bool would_be_blank_line = cells.size() == 1 && way.out.size() == begin;
  if (would_be_blank_line) way.out.append(2, dialect_.quote);
  way.out += '\n';
}

void TablePlan::write_csv_cell(const Cell& cell, const Way& way) const {
  if (cell.kind == CellKind::kNull) return;
  const std::string_view text = record::cell_text(way.bytes, cell, way.scratch);
  const std::uint8_t quoting = cell.flags & (Cell::kQuoted | Cell::kFaulty);
  const bool is_well_quoted = same_quote_ && quoting == Cell::kQuoted;
  if (is_well_quoted && tabular::needs_quotes(text, dialect_)) {
    way.out += raw_bytes(way.bytes, cell);
  } else {
    tabular::append_cell(way.out, text, dialect_);
  }
}

void TablePlan::write_json_row(std::span<const Cell> cells, const Way& way) const {
  way.out += '[';
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) way.out += ',';
    write_json_cell(cells[i], columns_[i], way);
  }
  way.out += ']';
}

void TablePlan::write_json_cell(const Cell& cell, format::As as, const Way& way) const {
  if (cell.kind == CellKind::kNull) {
    way.out += missing_;
  } else if (cell.kind == CellKind::kContainer || (is_plain_string(cell) && is_text(as))) {
    way.out += raw_bytes(way.bytes, cell);
  } else {
    write_json_text(record::cell_text(way.bytes, cell, way.scratch), as, way.out);
  }
}

void TablePlan::write_json_text(std::string_view text, format::As as, std::string& out) const {
  if (text.empty()) {
    out += missing_;
  } else if (is_text(as) || check::kind_of_cell(as, text) == json::Kind::kString) {
    json::append_string(out, text);
  } else {
    out += text;
  }
}

}  // namespace crosswalk::conversion
