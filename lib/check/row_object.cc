// The object's text and tape are built at once; a cell that is a container is parsed by itself.
//
//   offset 0 is the object's own brace and belongs to no column
// Test: tests/check/row_object_test.cc.
#include "check/row_object.h"

#include <algorithm>
#include <limits>

namespace crosswalk::check {

using json::Kind;

void RowObject::clear() {
  builder_.begin(text_, tape_);
  builder_.open(Kind::kObject);
  members_.clear();
}

void RowObject::add(std::string_view name, Kind kind, std::string_view text, std::uint32_t column) {
  builder_.name(name);
  add_value(kind, text, column);
}

void RowObject::add(const json::ReadyName& name, Kind kind, std::string_view text,
                    std::uint32_t column) {
  builder_.name(name);
  add_value(kind, text, column);
}

void RowObject::add_value(Kind kind, std::string_view text, std::uint32_t column) {
  if (kind == Kind::kString) {
    builder_.string(text);
  } else if (kind == Kind::kArray || kind == Kind::kObject) {
    add_container(text);
  } else {
    builder_.raw(kind, text);
  }
  members_.push_back({builder_.size(), column});
}

void RowObject::add_container(std::string_view text) {
  json::ParseOptions options;
  options.max_depth = std::numeric_limits<std::uint32_t>::max();  // the reader has seen to depth
  faults_.clear();
  if (json::parse(text, options, cell_tape_, faults_)) {
    builder_.copy(text, cell_tape_, 0);
  } else {
    builder_.string(text);
  }
}

void RowObject::finish() {
  builder_.close();
}

std::optional<std::uint32_t> RowObject::column_at(std::uint32_t offset) const {
  if (offset == 0) return std::nullopt;
  const auto member = std::find_if(members_.begin(), members_.end(),
                                   [offset](const Extent& extent) { return offset < extent.end; });
  return member == members_.end() ? std::nullopt : std::optional(member->column);
}

}  // namespace crosswalk::check
