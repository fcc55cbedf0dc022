// See reject_writer.h.
#include "pipeline/reject_writer.h"

#include <string>
#include <vector>

#include "conversion/request.h"
#include "text/encoder.h"

namespace crosswalk::pipeline {
namespace {

/// The line end that `head` ends with; LF if it has none.
std::string_view line_end_of(std::string_view head) {
  if (head.ends_with("\r\n")) return "\r\n";
  return head.ends_with('\r') ? "\r" : "\n";
}

/// A frame whose `first` is part of `before`.
conversion::Frame with_first(conversion::Frame frame) {
  frame.before += frame.first;
  frame.first.clear();
  return frame;
}

}  // namespace

conversion::Frame reject_frame(const format::Layout& layout, const record::Head& head) {
  using format::LayoutKind;
  const std::string line_end(line_end_of(head.bytes));
  if (layout.kind == LayoutKind::kCsv || layout.kind == LayoutKind::kNdjson)
    return {head.bytes, "", line_end, line_end};
  if (layout.kind == LayoutKind::kForm) return {head.bytes, "", "%0A", "%0A" + head.tail};
  std::vector<std::string> names;
  for (const record::Column& column : head.columns) names.push_back(column.name);
  return with_first(conversion::make_frame(layout, names));
}

conversion::Frame reject_frame(const format::Definition& definition,
                               const std::optional<check::Envelope>& envelope) {
  std::string request;
  if (definition.records)
    request = conversion::make_request({&definition, envelope, "{}", true, false});
  return with_first(conversion::document_frame(definition, request, true));
}

conversion::Frame in_encoding(const conversion::Frame& frame, const std::string& encoding) {
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
