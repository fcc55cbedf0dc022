// See document_reader.h.
#include "layout/document_reader.h"

#include <algorithm>
#include <utility>

#include "base/input_buffer.h"
#include "layout/jsonp.h"
#include "layout/rows.h"

namespace crosswalk::layout {

namespace {

constexpr std::uint64_t kMaxDocumentBytes = std::uint64_t{1} << 30U;

}  // namespace

DocumentReader::DocumentReader(const format::Layout& layout, Source& source,
                               const ReadOptions& options)
    : layout_(layout), options_(options), reporter_(layout, options), source_(source) {}

Result<bool> DocumentReader::open(record::Head& head) {
  if (Status read = read_all(head); !read) return std::move(read).error();
  parse();
  cut_records();
  give_findings_to_records();
  reporter_.sort(batch_.findings);
  return true;
}

Result<bool> DocumentReader::next(record::Batch& batch) {
  batch.clear();
  std::swap(batch, batch_);
  return false;
}

std::optional<check::Envelope> DocumentReader::envelope() const {
  if (!layout_.records || !is_readable_) return std::nullopt;
  return check::Envelope{batch_.bytes, &tape_, true};
}

// Reads up to one byte more than a document may have.
Status DocumentReader::read_all(record::Head& head) {
  base::InputBuffer buffer(source_, options_.block_bytes);
  for (bool has_more = true; has_more && buffer.view().size() <= kMaxDocumentBytes;) {
    Result<bool> filled = buffer.fill();
    if (!filled) return std::move(filled).error();
    has_more = filled.value();
  }
  const std::size_t mark_bytes = byte_order_mark_bytes(buffer.view());
  head.bytes = buffer.view().substr(0, mark_bytes);
  batch_.bytes = buffer.view().substr(mark_bytes);
  return {};
}

void DocumentReader::parse() {
  if (batch_.bytes.size() > kMaxDocumentBytes) {
    reporter_.report(finding_at(diagnostics::kLimitRecordSize, 0), batch_.findings);
    return;
  }
  if (!find_json()) return;
  std::vector<json::Fault> faults;
  json::parse(std::string_view(batch_.bytes).substr(begin_, end_ - begin_),
              {options_.tolerant, options_.max_depth}, tape_, faults);
  is_readable_ = std::ranges::all_of(faults, leaves_a_value);
  for (json::Fault& fault : faults) {
    fault.offset += static_cast<std::uint32_t>(begin_);
    reporter_.report(finding_of(fault, options_.tolerant), batch_.findings);
  }
}

// False if the text is no call where it should be one.
bool DocumentReader::find_json() {
  end_ = batch_.bytes.size();
  if (layout_.kind != format::LayoutKind::kJsonp) return true;
  const JsonpCall call = find_call(batch_.bytes);
  if (call.fault) {
    reporter_.report(finding_of(*call.fault, options_.tolerant), batch_.findings);
    return false;
  }
  begin_ = call.begin;
  end_ = call.end;
  return true;
}

void DocumentReader::cut_records() {
  const auto envelope = this->envelope();
  if (!envelope) {
    add_record(static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_));
    if (!is_readable_) batch_.records.front().state = record::RecordState::kUnreadable;
    return;
  }
  const auto at = check::records_token(*envelope, *layout_.records);
  if (!at) return;
  pointers_.prefix = layout_.records->pointer;
  const json::Token& place = tape_.tokens[*at];
  const bool may_be_list = layout_.records->are_items || layout_.records->steps.empty();
  pointers_.are_items = may_be_list && place.kind == json::Kind::kArray;
  if (!pointers_.are_items) {
    if (!layout_.records->are_items) add_record(place.begin, place.end);
    return;
  }
  for (std::uint32_t item = *at + 1; item < place.next; item = tape_.tokens[item].next)
    add_record(tape_.tokens[item].begin, tape_.tokens[item].end);
}

void DocumentReader::add_record(std::uint32_t begin, std::uint32_t end) {
  record::Record& record = batch_.records.emplace_back();
  record.begin = begin;
  record.end = end;
}

void DocumentReader::give_findings_to_records() {
  for (diagnostics::RawFinding& finding : batch_.findings) {
    const auto after =
        std::ranges::upper_bound(batch_.records, finding.offset, {}, &record::Record::begin);
    if (after == batch_.records.begin()) continue;
    const auto in = std::prev(after);
    const bool is_whole = !layout_.records || !is_readable_;
    if (is_whole || finding.offset < in->end)
      finding.record = static_cast<std::uint32_t>(in - batch_.records.begin());
  }
}

}  // namespace crosswalk::layout
