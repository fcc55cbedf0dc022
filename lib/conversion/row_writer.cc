// See row_writer.h.
#include "conversion/row_writer.h"

#include <algorithm>
#include <utility>

#include "check/cell_form.h"
#include "check/value.h"
#include "conversion/cell_bytes.h"
#include "json/writer.h"
#include "text/percent.h"

namespace crosswalk::conversion {

using diagnostics::RawFinding;
using format::LayoutKind;
using json::Kind;

/// Gives leaves to the row at hand.
class RowWriter::Collector final : public LeafSink {
 public:
  Collector(RowWriter& writer, std::vector<RawFinding>& refusals)
      : writer_(writer), refusals_(refusals) {}
  void take(const Leaf& leaf) override { writer_.take_cell(leaf, refusals_); }

 private:
  RowWriter& writer_;
  std::vector<RawFinding>& refusals_;
};

RowWriter::RowWriter(const RowLayout& layout, const std::vector<format::Field>& fields,
                     std::vector<RowColumn> columns)
    : layout_(layout),
      columns_(std::move(columns)),
      leaves_(fields),
      cell_texts_(layout.list_separator) {
  for (std::uint32_t i = 0; i < columns_.size(); ++i) {
    if (names_.add(columns_[i].name) == first_columns_.size()) first_columns_.push_back(i);
  }
}

void RowWriter::write(const RecordView& record, std::string& out,
                      std::vector<RawFinding>& refusals) {
  const std::size_t told = refusals.size();
  record_ = record;
  texts_.clear();
  cells_.assign(columns_.size(), {});
  Collector collector(*this, refusals);
  leaves_.take_apart(record, collector, refusals);
  if (layout_.kind != LayoutKind::kHeaderData) check_for_nul(refusals);
  if (refusals.size() > told) return;
  if (layout_.kind == LayoutKind::kHeaderData) {
    write_json(out);
  } else if (layout_.kind == LayoutKind::kForm) {
    row_.clear();
    write_cells(row_);
    text::append_encoded(out, row_);
  } else {
    write_cells(out);
  }
}

/// The column of a leaf, kNone if it has none here.
std::uint32_t RowWriter::column_of(const Leaf& leaf) {
  const auto look_up = [&] {
    const std::uint32_t number = names_.find(leaf.column);
    return number == base::NameTable::kNone ? kNone : first_columns_[number];
  };
  if (leaf.number == Leaf::kNoNumber) return look_up();
  if (leaf.number >= of_leaves_.size()) of_leaves_.resize(leaf.number + 1, kNew);
  std::uint32_t& known = of_leaves_[leaf.number];
  if (known == kNew) known = look_up();
  return known;
}

void RowWriter::take_cell(const Leaf& leaf, std::vector<RawFinding>& refusals) {
  const std::uint32_t column = column_of(leaf);
  if (column == kNone) return;
  Cell cell{leaf.token, texts_.size(), 0};
  const json::Token& value = record_.tape->tokens[leaf.token];
  const bool is_container = value.kind == Kind::kArray || value.kind == Kind::kObject;
  if (is_container && layout_.kind == LayoutKind::kHeaderData) {
    texts_ += json::raw(record_.text, value);
  } else {
    cell_texts_.append(record_, leaf.token, columns_[column].rule, texts_, refusals);
    const auto& form = columns_[column].form;
    if (form && layout_.kind != LayoutKind::kHeaderData) bring_into_form(cell, *form, refusals);
  }
  cell.end = texts_.size();
  check_cell(cell, refusals);
  const bool is_taken = cells_[column].token != 0 && text_of(cells_[column]) != text_of(cell);
  if (is_taken) refusals.push_back(refusal_at(diagnostics::kConvertNotACell, record_, leaf.token));
  cells_[column] = cell;
}

void RowWriter::bring_into_form(const Cell& cell, const format::CellForm& form,
                                std::vector<RawFinding>& refusals) {
  const Kind kind = record_.tape->tokens[cell.token].kind;
  const auto formed = check::in_form(form, std::string_view(texts_).substr(cell.begin), kind);
  if (formed) {
    texts_.replace(cell.begin, std::string::npos, *formed);
  } else {
    refusals.push_back(refusal_at(diagnostics::kConvertNotACell, record_, cell.token));
  }
}

std::string_view RowWriter::text_of(const Cell& cell) const {
  return std::string_view(texts_).substr(cell.begin, cell.end - cell.begin);
}

// Tells what no cell of the layout can hold.
void RowWriter::check_cell(const Cell& cell, std::vector<RawFinding>& refusals) const {
  if (layout_.kind == LayoutKind::kHeaderData) return;
  const std::string_view text = text_of(cell);
  const char delimiter = layout_.dialect.delimiter;
  const bool moves_cells =
      layout_.dialect.quote == 0 && tabular::holds_one_of(text, {delimiter, '\r', '\n', '\n'});
  if (moves_cells) refusals.push_back(refusal_at(layout_.delimiter_in_value, record_, cell.token));
}

void RowWriter::check_for_nul(std::vector<RawFinding>& refusals) const {
  if (texts_.find('\0') == std::string::npos) return;
  for (const Cell& cell : cells_) {
    if (text_of(cell).find('\0') != std::string_view::npos)
      refusals.push_back(refusal_at(diagnostics::kCsvNul, record_, cell.token));
  }
}

void RowWriter::write_cells(std::string& out) {
  const std::size_t begin = out.size();
  const std::size_t most_around_cell = std::string_view("\"\",").size();
  texts_.append(kCopySlack, ' ');
  out.resize(begin + 2 * texts_.size() + cells_.size() * most_around_cell + 2 + kCopySlack);
  char* const row = out.data() + begin;
  char* at = row;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (i > 0) *at++ = layout_.dialect.delimiter;
    at = tabular::put_cell(at, text_of(cells_[i]), layout_.dialect, end_of(texts_));
  }
  const bool would_be_blank_line = cells_.size() == 1 && at == row;
  if (would_be_blank_line && layout_.dialect.quote != 0)
    at = std::fill_n(at, 2, layout_.dialect.quote);
  *at++ = '\n';
  out.resize(begin + static_cast<std::size_t>(at - row));
}

void RowWriter::write_json(std::string& out) const {
  out += '[';
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (i > 0) out += ',';
    const Cell& cell = cells_[i];
    const std::string_view text = text_of(cell);
    const format::As as = columns_[i].rule.as;
    const Kind kind = record_.tape->tokens[cell.token].kind;
    const bool is_container = cell.token != 0 && (kind == Kind::kArray || kind == Kind::kObject);
    if (text.empty()) {
      out += layout_.missing;
    } else if (!is_container && check::kind_of_cell(as, text) == Kind::kString) {
      json::append_string(out, text);
    } else {
      out += text;
    }
  }
  out += ']';
}

}  // namespace crosswalk::conversion
