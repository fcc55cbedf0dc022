// The object is written as text and parsed: slow, plain, and the same as any document.
//
//   offset 0 is the object's own brace and belongs to no column
// Test: tests/check/row_object_test.cc.
#include "check/row_object.h"

#include <algorithm>
#include <limits>

#include "json/parser.h"
#include "json/writer.h"

namespace crosswalk::check {

void RowObject::clear() {
  text_ = "{";
  tape_.clear();
  members_.clear();
}

void RowObject::add(std::string_view name, json::Kind kind, std::string_view text,
                    std::uint32_t column) {
  if (!members_.empty()) text_ += ',';
  json::append_string(text_, name);
  text_ += ':';
  if (kind == json::Kind::kString) {
    json::append_string(text_, text);
  } else {
    text_ += text;
  }
  members_.push_back({static_cast<std::uint32_t>(text_.size()), column});
}

void RowObject::finish() {
  text_ += '}';
  std::vector<json::Fault> faults;
  json::ParseOptions options;
  options.max_depth = std::numeric_limits<std::uint32_t>::max();  // the reader has seen to depth
  json::parse(text_, options, tape_, faults);
}

std::optional<std::uint32_t> RowObject::column_at(std::uint32_t offset) const {
  if (offset == 0) return std::nullopt;
  const auto member = std::find_if(members_.begin(), members_.end(),
                                   [offset](const Extent& extent) { return offset < extent.end; });
  return member == members_.end() ? std::nullopt : std::optional(member->column);
}

}  // namespace crosswalk::check
