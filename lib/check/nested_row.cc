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

namespace {

// Values that have to be parsed have none: they may hold anything.
std::uint8_t kind_bit(const TypedCell& value) {
  using Sort = TypedCell::Sort;
  constexpr std::uint8_t kList = 0x80;
  if (value.sort == Sort::kList) return kList;
  const std::optional<Kind> kind =
      value.sort == Sort::kJson ? kind_at_a_glance(value.text) : value.kind;
  return kind ? static_cast<std::uint8_t>(1U << static_cast<unsigned>(*kind)) : std::uint8_t{0};
}

}  // namespace

NestedRow::NestedRow(std::shared_ptr<const NestedColumns> columns) : columns_(std::move(columns)) {
  for (const NestedColumns::Part& part : columns_->parts()) {
    if (part.kind == NestedColumns::Part::Kind::kValue) placed_.push_back(part.column);
  }
}

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
  const std::optional<Kind> kind = kind_at_a_glance(text);
  if (kind && *kind != Kind::kString) return builder_.raw(*kind, text);
  faults_.clear();
  if (!kind && json::parse(text, {}, cell_tape_, faults_))
    return builder_.copy(text, cell_tape_, 0);
  builder_.string(text);
}

// Before anything is known, a row without a value is not either.
bool NestedRow::has_known_kinds(const record::Batch& batch, std::uint32_t index) {
  if (known_kinds_.empty()) return false;
  return for_each_kind(batch, index, [&](std::uint32_t column, std::uint8_t kind) {
    return (known_kinds_[column] & kind) != 0;
  });
}

void NestedRow::know_kinds(const record::Batch& batch, std::uint32_t index) {
  known_kinds_.resize(columns_->columns().size());
  for_each_kind(batch, index, [&](std::uint32_t column, std::uint8_t kind) {
    known_kinds_[column] |= kind;
    return true;
  });
}

// Calls visit(column, bit of its value's kind) for each column with a value, while it returns true.
template <class Visit>
bool NestedRow::for_each_kind(const record::Batch& batch, std::uint32_t index, const Visit& visit) {
  batch_ = &batch;
  record_ = &batch.records[index];
  for (const std::uint32_t column : placed_) {
    const TypedCell value = cell_at(column);
    if (value.sort != TypedCell::Sort::kNothing && !visit(column, kind_bit(value))) return false;
  }
  return true;
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
