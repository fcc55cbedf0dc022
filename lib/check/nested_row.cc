// A row written as JSON and parsed: plain, and the same as any document. See nested_row.h.
//
// Parts are written depth first; one that comes to nothing is taken back. Where each column's name
// and value stand is noted on the way.
// Test: tests/check/nested_row_test.cc.
#include "check/nested_row.h"

#include <algorithm>
#include <limits>

#include "check/cell_form.h"
#include "check/value.h"
#include "json/writer.h"

namespace crosswalk::check {

void NestedRow::read(const record::Batch& batch, std::uint32_t index) {
  write(&batch, &batch.records[index]);
}

void NestedRow::read_names() {
  write(nullptr, nullptr);
}

void NestedRow::write(const record::Batch* batch, const record::Record* record) {
  batch_ = batch;
  record_ = record;
  text_ = "{";
  extents_.clear();
  append_members(columns_->parts_.front());
  text_ += '}';
  json::ParseOptions options;
  options.max_depth = std::numeric_limits<std::uint32_t>::max();  // cells have been held to a depth
  faults_.clear();
  json::parse(text_, options, tape_, faults_);
}

// False if nothing of it is there; the text is then as before.
bool NestedRow::append(std::uint32_t index) {
  const NestedColumns::Part& part = columns_->parts_[index];
  const std::size_t begin = text_.size();
  const std::size_t extents = extents_.size();
  bool is_there = false;
  if (part.kind == NestedColumns::Part::Kind::kValue) {
    is_there = append_cell(part);
  } else {
    const bool is_object = part.kind == NestedColumns::Part::Kind::kObject;
    text_ += part.prefix;
    text_ += is_object ? '{' : '[';
    is_there = append_members(part);
    text_ += is_object ? '}' : ']';
  }
  if (is_there) return true;
  text_.resize(begin);
  extents_.resize(extents);
  return false;
}

bool NestedRow::append_members(const NestedColumns::Part& part) {
  bool is_first = true;
  for (const std::uint32_t child : part.children) {
    const std::size_t before = text_.size();
    if (!is_first) text_ += ',';
    if (append(child)) {
      is_first = false;
    } else {
      text_.resize(before);
    }
  }
  return !is_first;
}

bool NestedRow::append_cell(const NestedColumns::Part& part) {
  const NestedColumn& column = columns_->columns_[part.column];
  Extent extent;
  extent.begin = static_cast<std::uint32_t>(text_.size());
  text_ += part.prefix;
  extent.value = static_cast<std::uint32_t>(text_.size());
  extent.column = part.column;
  if (batch_ == nullptr) {
    text_ += "\"\"";
  } else {
    const record::Cell& cell = batch_->cells[record_->first_cell + part.column];
    if ((cell.flags & record::Cell::kFaulty) != 0) return false;
    const bool is_text =
        cell.kind == record::CellKind::kText || cell.kind == record::CellKind::kString;
    const std::string_view text =
        is_text ? record::cell_text(batch_->bytes, cell, scratch_)
                : std::string_view(batch_->bytes).substr(cell.begin, cell.end - cell.begin);
    if (cell.kind == record::CellKind::kString) {
      json::append_string(text_, text);
    } else if (!is_text) {
      text_ += text;
    } else if (!append_value(column, text)) {
      return false;
    }
  }
  extent.end = static_cast<std::uint32_t>(text_.size());
  text_ += part.suffix;
  extents_.push_back(extent);
  return true;
}

bool NestedRow::append_value(const NestedColumn& column, std::string_view text) {
  if (text.empty()) return append_missing(column);
  if (column.is_list) {
    append_list(column, text);
    return true;
  }
  if (column.as == format::As::kJson) {
    append_json(text);
    return true;
  }
  const CellValue value =
      cell_value(column.form.is_usual() ? nullptr : &column.form, column.as, text, form_scratch_);
  if (value.text.empty()) return append_missing(column);
  if (value.kind == json::Kind::kString) {
    json::append_string(text_, value.text);
  } else {
    text_ += value.text;
  }
  return true;
}

void NestedRow::append_list(const NestedColumn& column, std::string_view text) {
  const std::string& separator = columns_->list_separator_;
  text_ += '[';
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view element = text.substr(begin, end - begin);
    if (begin > 0) text_ += ',';
    if (kind_of_cell(column.as, element) == json::Kind::kString) {
      json::append_string(text_, element);
    } else {
      text_ += element;
    }
    begin = end + separator.size();
  }
  text_ += ']';
}

void NestedRow::append_json(std::string_view text) {
  constexpr std::string_view kStarts = "-0123456789\"[{tfn";
  constexpr std::string_view kBlanks = " \t\r\n";
  const bool may_be_json = kStarts.find(text.front()) != std::string_view::npos &&
                           kBlanks.find(text.back()) == std::string_view::npos;
  faults_.clear();
  if (may_be_json && json::parse(text, {}, cell_tape_, faults_)) {
    text_ += text;
  } else {
    json::append_string(text_, text);
  }
}

// An empty cell. Under a column that the schema does not know it is no member: an empty text has
// quotes there.
bool NestedRow::append_missing(const NestedColumn& column) {
  if (!column.is_known || columns_->empty_ == format::Missing::kAbsent) return false;
  text_ += columns_->empty_ ? "null" : "\"\"";
  return true;
}

std::optional<RowPlace> NestedRow::place_at(std::uint32_t offset) const {
  const auto behind = std::ranges::upper_bound(extents_, offset, {}, &Extent::begin);
  if (behind == extents_.begin()) return std::nullopt;
  const Extent& extent = *std::prev(behind);
  if (offset >= extent.end) return std::nullopt;
  return RowPlace{extent.column, offset < extent.value};
}

}  // namespace crosswalk::check
