// The canonical bytes around records: CONTRACT, section 7.5.
//
// A one-column header never is an empty cell, as readers refuse a column without a name, so the
// quotes around the one empty cell of a row have no counterpart here.
// Test: tests/conversion/frame_test.cc.
#include "conversion/frame.h"

#include <utility>

#include "json/writer.h"
#include "tabular/scanner.h"

namespace crosswalk::conversion {
namespace {

Frame header_line(const format::Layout& layout, std::span<const std::string> names) {
  const tabular::Dialect dialect{layout.delimiters.front(), layout.quote};
  Frame frame;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) frame.before += dialect.delimiter;
    tabular::append_cell(frame.before, names[i], dialect);
  }
  frame.before += '\n';
  return frame;
}

Frame header_data(const format::Layout& layout, std::span<const std::string> names) {
  Frame frame;
  json::Writer writer(frame.before);
  writer.begin_object().key(layout.columns_member).begin_array();
  for (const std::string& name : names) writer.string(name);
  writer.end_array().key(layout.records_member).begin_array();
  frame.first = "\n";
  frame.between = ",\n";
  frame.after = "\n]}\n";
  return frame;
}

}  // namespace

std::uint64_t Frame::body_bytes(std::uint64_t record_bytes, std::uint64_t records) const {
  if (is_bare(records)) return bare_before.size() + record_bytes + bare_after.size();
  std::uint64_t bytes = before.size() + record_bytes + after.size();
  if (records > 0) bytes += first.size() + (records - 1) * between.size();
  return bytes;
}

std::optional<Frame> encoded(const Frame& frame, text::Encoder& encoder) {
  Frame written;
  written.holds_one = frame.holds_one;
  written.may_stand_bare = frame.may_stand_bare;
  written.before = written.bare_before = encoder.mark();
  written.bare_after.clear();
  const bool is_whole = encoder.encode(frame.before, written.before) &&
                        encoder.encode(frame.first, written.first) &&
                        encoder.encode(frame.between, written.between) &&
                        encoder.encode(frame.after, written.after) &&
                        encoder.encode(frame.bare_after, written.bare_after);
  return is_whole ? std::optional(std::move(written)) : std::nullopt;
}

Frame make_frame(const format::Layout& layout, std::span<const std::string> names) {
  if (layout.kind == format::LayoutKind::kNdjson) return {};
  return layout.kind == format::LayoutKind::kCsv ? header_line(layout, names)
                                                 : header_data(layout, names);
}

}  // namespace crosswalk::conversion
