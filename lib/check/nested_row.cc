// A row written as text and tape at once. See nested_row.h.
//
// Parts are written depth first; one that comes to nothing is taken back. Where each column's name
// and value stand is noted on the way.
// Test: tests/check/nested_row_test.cc.
#include "check/nested_row.h"

#include <algorithm>

#include "check/cell_form.h"
#include "check/value.h"

namespace crosswalk::check {

using json::Kind;

void NestedRow::read(const record::Batch& batch, std::uint32_t index) {
  write(&batch, &batch.records[index]);
}

void NestedRow::read_names() {
  write(nullptr, nullptr);
}

void NestedRow::write(const record::Batch* batch, const record::Record* record) {
  batch_ = batch;
  record_ = record;
  extents_.clear();
  builder_.begin(text_, tape_);
  builder_.open(Kind::kObject);
  for (const std::uint32_t child : columns_->parts_.front().children)
    append(columns_->parts_[child]);
  builder_.close();
}

// A part of which nothing is there leaves nothing.
void NestedRow::append(const NestedColumns::Part& part) {
  using PartKind = NestedColumns::Part::Kind;
  if (part.kind == PartKind::kValue) return append_cell(part);
  append_name(part.name);
  builder_.open(part.kind == PartKind::kObject ? Kind::kObject : Kind::kArray);
  for (const std::uint32_t child : part.children) append(columns_->parts_[child]);
  builder_.close_or_drop();
}

void NestedRow::append_name(const NestedColumns::Name& name) {
  builder_.quoted_name(name.text, name.is_escaped);
}

void NestedRow::append_cell(const NestedColumns::Part& part) {
  const std::optional<CellValue> value = cell_value_of(part.column);
  if (!value) return;
  Extent extent;
  extent.begin = builder_.size();
  extent.column = part.column;
  if (part.pair) {
    builder_.open(Kind::kObject);
    append_name(part.pair->name_member);
    if (part.pair->name_kind == Kind::kString) {
      builder_.string(part.pair->name);
    } else {
      builder_.raw(part.pair->name_kind, part.pair->name);
    }
    append_name(part.pair->value_member);
  } else {
    append_name(part.name);
  }
  extent.value = builder_.size();
  append_value(columns_->columns_[part.column], *value);
  extent.end = builder_.size();
  if (part.pair) builder_.close();
  extents_.push_back(extent);
}

void NestedRow::append_value(const NestedColumn& column, const CellValue& value) {
  if (value.is_list) return append_list(column, value.text);
  if (value.is_parsed) return builder_.copy(value.text, cell_tape_, 0);
  if (value.kind == Kind::kString) return builder_.string(value.text);
  builder_.raw(value.kind, value.text);
}

void NestedRow::append_list(const NestedColumn& column, std::string_view text) {
  const std::string& separator = columns_->list_separator_;
  builder_.open(Kind::kArray);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view element = text.substr(begin, end - begin);
    append_value(column, {kind_of_cell(column.as, element), element});
    begin = end + separator.size();
  }
  builder_.close();
}

// Nothing if there is no such member.
std::optional<NestedRow::CellValue> NestedRow::cell_value_of(std::uint32_t column) {
  if (batch_ == nullptr) return CellValue{};
  const record::Cell& cell = batch_->cells[record_->first_cell + column];
  if ((cell.flags & record::Cell::kFaulty) != 0) return std::nullopt;
  const std::string_view raw =
      std::string_view(batch_->bytes).substr(cell.begin, cell.end - cell.begin);
  switch (cell.kind) {
    case record::CellKind::kText:
      return typed(columns_->columns_[column], record::cell_text(batch_->bytes, cell, scratch_));
    case record::CellKind::kString:
      return CellValue{Kind::kString, record::cell_text(batch_->bytes, cell, scratch_)};
    default:
      return json_value(raw);
  }
}

std::optional<NestedRow::CellValue> NestedRow::typed(const NestedColumn& column,
                                                     std::string_view text) {
  if (text.empty()) return missing(column);
  if (column.is_list) return CellValue{Kind::kArray, text, true};
  if (column.as == format::As::kJson) return json_value(text);
  const check::CellValue value =
      cell_value(column.form.is_usual() ? nullptr : &column.form, column.as, text, form_scratch_);
  if (value.text.empty()) return missing(column);
  return CellValue{value.kind, value.text};
}

// What is no JSON is a text.
NestedRow::CellValue NestedRow::json_value(std::string_view text) {
  constexpr std::string_view kStarts = "-0123456789\"[{tfn";
  constexpr std::string_view kBlanks = " \t\r\n";
  const bool may_be_json = kStarts.find(text.front()) != std::string_view::npos &&
                           kBlanks.find(text.back()) == std::string_view::npos;
  faults_.clear();
  const bool is_json = may_be_json && json::parse(text, {}, cell_tape_, faults_);
  return {Kind::kString, text, false, is_json};
}

// An empty cell. Under a column that the schema does not know it is no member: an empty text has
// quotes there.
std::optional<NestedRow::CellValue> NestedRow::missing(const NestedColumn& column) const {
  if (!column.is_known || columns_->empty_ == format::Missing::kAbsent) return std::nullopt;
  return columns_->empty_ ? CellValue{Kind::kNull, "null"} : CellValue{};
}

std::optional<RowPlace> NestedRow::place_at(std::uint32_t offset) const {
  const auto behind = std::ranges::upper_bound(extents_, offset, {}, &Extent::begin);
  if (behind == extents_.begin()) return std::nullopt;
  const Extent& extent = *std::prev(behind);
  if (offset >= extent.end) return std::nullopt;
  return RowPlace{extent.column, offset < extent.value};
}

}  // namespace crosswalk::check
