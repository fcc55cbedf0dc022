// Running a conversion: each cell is copied as it stands if the target would write it the same way.
//
// A CSV cell without quotes that needs none goes to CSV as its bytes and to JSON as its bytes
// between quotes; a JSON string without escapes goes to JSON with its quotes and to CSV as what
// stands between them. Only escaped cells are decoded, into the caller's scratch memory.
//   "say ""hi"""  ->  say "hi"  ->  "say \"hi\""
// A number in a text column is text from then on: JSON 7 becomes CSV 7 and then JSON "7".
// Test: tests/conversion/plan_test.cc.
#include "conversion/plan.h"

#include "json/writer.h"
#include "tabular/scanner.h"

namespace crosswalk::conversion {
namespace {

using format::LayoutKind;
using record::Cell;
using record::CellKind;

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// True if `text` is a number as JSON writes one (RFC 8259, section 6).
bool is_json_number(std::string_view text) {
  std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  const std::size_t whole = skip_digits(text, at);
  if (whole == at || (text[at] == '0' && whole > at + 1)) return false;
  at = whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = skip_digits(text, at + 1);
    if (fraction == at + 1) return false;
    at = fraction;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t exponent = skip_digits(text, at);
    if (exponent == at) return false;
    at = exponent;
  }
  return at == text.size();
}

std::string_view raw_bytes(std::string_view bytes, const Cell& cell) {
  return bytes.substr(cell.begin, cell.end - cell.begin);
}

/// True for a JSON string that is written as it is read: not empty, without escapes.
bool is_plain_string(const Cell& cell) {
  return (cell.flags & Cell::kEscaped) == 0 && cell.end - cell.begin > 2;
}

bool is_row_layout(const format::Layout& layout) {
  return layout.kind == LayoutKind::kCsv || layout.kind == LayoutKind::kHeaderData;
}

}  // namespace

TablePlan::Bare TablePlan::bare_form(format::As as) {
  switch (as) {
    case format::As::kNumber:
    case format::As::kInteger:
    case format::As::kUnix:
    case format::As::kFlag:
      return Bare::kNumber;
    case format::As::kBoolean:
      return Bare::kBoolean;
    default:
      return Bare::kNothing;
  }
}

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
    plan.bare_.push_back(bare_form(column.as));
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
    write_json_cell(cells[i], bare_[i], way);
  }
  way.out += ']';
}

void TablePlan::write_json_cell(const Cell& cell, Bare bare, const Way& way) const {
  const std::string_view raw = raw_bytes(way.bytes, cell);
  switch (cell.kind) {
    case CellKind::kNull:
      way.out += missing_;
      break;
    case CellKind::kContainer:
      way.out += raw;
      break;
    case CellKind::kNumber:
    case CellKind::kTrue:
    case CellKind::kFalse:
      if (bare == Bare::kNothing) {
        json::append_string(way.out, raw);
      } else {
        way.out += raw;
      }
      break;
    case CellKind::kString:
    case CellKind::kText:
      if (cell.kind == CellKind::kString && bare == Bare::kNothing && is_plain_string(cell)) {
        way.out += raw;
      } else {
        write_json_text(record::cell_text(way.bytes, cell, way.scratch), bare, way.out);
      }
      break;
  }
}

void TablePlan::write_json_text(std::string_view text, Bare bare, std::string& out) const {
  if (text.empty()) {
    out += missing_;
  } else if (bare == Bare::kNumber && is_json_number(text)) {
    out += text;
  } else if (bare == Bare::kBoolean && (text == "true" || text == "false")) {
    out += text;
  } else {
    json::append_string(out, text);
  }
}

}  // namespace crosswalk::conversion
