// A row written as text and tape at once. See nested_row.h.
//
// Parts are written depth first; one that comes to nothing is taken back. Where each column's name
// and value stand is noted on the way.
// Test: tests/check/nested_row_test.cc.
#include "check/nested_row.h"

#include <algorithm>

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
  for (const std::uint32_t child : columns_->parts().front().children)
    append(columns_->parts()[child]);
  builder_.close();
}

// A part of which nothing is there leaves nothing.
void NestedRow::append(const NestedColumns::Part& part) {
  using PartKind = NestedColumns::Part::Kind;
  if (part.kind == PartKind::kValue) return append_cell(part);
  append_name(part.name);
  builder_.open(part.kind == PartKind::kObject ? Kind::kObject : Kind::kArray);
  for (const std::uint32_t child : part.children) append(columns_->parts()[child]);
  builder_.close_or_drop();
}

void NestedRow::append_name(const NestedColumns::Name& name) {
  builder_.name(name.json);
}

void NestedRow::append_cell(const NestedColumns::Part& part) {
  const TypedCell value = cell_at(part.column);
  if (value.sort == TypedCell::Sort::kNothing) return;
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
  append_value(columns_->columns()[part.column].typing, value);
  extent.end = builder_.size();
  if (part.pair) builder_.close();
  extents_.push_back(extent);
}

void NestedRow::append_value(const CellTyping& typing, const TypedCell& value) {
  using Sort = TypedCell::Sort;
  if (value.sort == Sort::kList) return append_list(typing, value.text);
  if (value.sort == Sort::kJson) return append_json(value.text);
  if (value.kind == Kind::kString) return builder_.string(value.text);
  builder_.raw(value.kind, value.text);
}

void NestedRow::append_list(const CellTyping& typing, std::string_view text) {
  const std::string& separator = columns_->list_separator();
  builder_.open(Kind::kArray);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view element = text.substr(begin, end - begin);
    append_value(typing,
                 {TypedCell::Sort::kScalar, kind_of_cell(typing.as, element), true, element});
    begin = end + separator.size();
  }
  builder_.close();
}

// What is no JSON is a text.
void NestedRow::append_json(std::string_view text) {
  constexpr std::string_view kStarts = "-0123456789\"[{tfn";
  constexpr std::string_view kBlanks = " \t\r\n";
  const bool may_be_json = kStarts.find(text.front()) != std::string_view::npos &&
                           kBlanks.find(text.back()) == std::string_view::npos;
  faults_.clear();
  if (may_be_json && json::parse(text, {}, cell_tape_, faults_))
    return builder_.copy(text, cell_tape_, 0);
  builder_.string(text);
}

// The value of the row's cell in `column`.
TypedCell NestedRow::cell_at(std::uint32_t column) {
  if (batch_ == nullptr) return {TypedCell::Sort::kScalar, Kind::kString, false, {}};
  const record::Cell& cell = batch_->cells[record_->first_cell + column];
  if ((cell.flags & record::Cell::kFaulty) != 0) return {};
  return typed_cell(batch_->bytes, cell, columns_->columns()[column].typing, memory_);
}

std::optional<RowPlace> NestedRow::place_at(std::uint32_t offset) const {
  const auto behind = std::ranges::upper_bound(extents_, offset, {}, &Extent::begin);
  if (behind == extents_.begin()) return std::nullopt;
  const Extent& extent = *std::prev(behind);
  if (offset >= extent.end) return std::nullopt;
  return RowPlace{extent.column, offset < extent.value};
}

}  // namespace crosswalk::check
