// See reject_writer.h.
#include "pipeline/reject_writer.h"

#include <string>
#include <vector>

#include "text/encoder.h"

namespace crosswalk::pipeline {
namespace {

/// The line end that `head` ends with; LF if it has none.
std::string_view line_end_of(std::string_view head) {
  if (head.ends_with("\r\n")) return "\r\n";
  return head.ends_with('\r') ? "\r" : "\n";
}

conversion::Frame frame_in_utf8(const format::Layout& layout, const record::Head& head) {
  if (layout.kind == format::LayoutKind::kCsv || layout.kind == format::LayoutKind::kNdjson)
    return {head.bytes, "", std::string(line_end_of(head.bytes)),
            std::string(line_end_of(head.bytes))};
  std::vector<std::string> names;
  for (const record::Column& column : head.columns) names.push_back(column.name);
  conversion::Frame frame = conversion::make_frame(layout, names);
  frame.before += frame.first;
  frame.first.clear();
  return frame;
}

}  // namespace

conversion::Frame reject_frame(const format::Layout& layout, const record::Head& head,
                               const std::string& encoding) {
  conversion::Frame frame = frame_in_utf8(layout, head);
  if (encoding.empty()) return frame;
  text::Encoder encoder = *text::Encoder::open(encoding);
  return conversion::encoded(frame, encoder).value_or(frame);
}

Status RejectWriter::reject(std::uint64_t record, std::string_view bytes, bool readable) {
  if (count_ == 0) {
    Status status = output_.reject_frame(frame_.before, frame_.between, frame_.after);
    if (!status.ok()) return status;
  }
  ++count_;
  return output_.reject(record, bytes, readable);
}

}  // namespace crosswalk::pipeline
