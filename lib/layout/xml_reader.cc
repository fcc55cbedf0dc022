// See xml_reader.h.
#include "layout/xml_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/input_buffer.h"
#include "layout/rows.h"
#include "layout/xml_transcript.h"

namespace crosswalk::layout {

namespace {

using diagnostics::RawFinding;

constexpr std::uint32_t kMostDepth = 256;

// By XmlFaultKind.
constexpr std::array<diagnostics::RuleId, 4> kRules = {
    diagnostics::kXmlTextBeforeRoot, diagnostics::kXmlMismatchedTag, diagnostics::kXmlSyntax,
    diagnostics::kLimitDepth};

}  // namespace

Result<bool> XmlReader::open(record::Head& head) {
  if (Status read = read_all(head); !read) return std::move(read).error();
  if (batch_.bytes.size() > options_.max_record_bytes) {
    tell_limit();
  } else {
    transcribe();
  }
  record::Record& record = batch_.records.emplace_back();
  record.end = static_cast<std::uint32_t>(batch_.bytes.size());
  if (!transcript_) record.state = record::RecordState::kUnreadable;
  for (RawFinding& finding : batch_.findings) finding.record = 0;
  reporter_.sort(batch_.findings);
  return true;
}

Result<bool> XmlReader::next(record::Batch& batch) {
  batch.clear();
  std::swap(batch, batch_);
  return false;
}

// Reads a little more than a document may have.
Status XmlReader::read_all(record::Head& head) {
  base::InputBuffer buffer(source_, options_.block_bytes);
  if (Status filled = fill_up_to(options_.max_record_bytes + 4, buffer); !filled) return filled;
  const std::size_t mark_bytes = byte_order_mark_bytes(buffer.view());
  head.bytes = buffer.view().substr(0, mark_bytes);
  batch_.bytes = buffer.view().substr(mark_bytes);
  return {};
}

void XmlReader::transcribe() {
  const std::string_view text = batch_.bytes;
  const XmlTags tags = scan_xml(text);
  if (tags.text_before_root && !tell(*tags.text_before_root, true)) return;
  if (tags.stop) {
    tell(*tags.stop, false);
    return;
  }
  XmlNesting nesting;
  if (!nest(tags, nesting) || !has_root(tags)) return;
  transcript_ = transcribe_xml(text, tags, nesting, layout_.attributes);
  if (!transcript_) tell({XmlFaultKind::kSyntax, tags.tags.front().begin, "XML"}, false);
}

// False if the nesting is broken and not mended.
bool XmlReader::nest(const XmlTags& tags, XmlNesting& nesting) {
  nesting = layout::nest(tags, batch_.bytes.size(), layout_.elements,
                         std::min(options_.max_depth, kMostDepth));
  if (nesting.stop) return tell(*nesting.stop, false);
  return std::ranges::all_of(nesting.mended, [&](std::size_t index) {
    return tell({XmlFaultKind::kMismatchedTag, tags.tags[index].begin, "a closing tag"}, true);
  });
}

bool XmlReader::has_root(const XmlTags& tags) {
  const XmlTag& root = tags.tags.front();
  if (root.name == layout_.root) return true;
  RawFinding finding = finding_at(diagnostics::kSchemaType, root.begin);
  finding.expected = "the root element " + layout_.root;
  reporter_.report(std::move(finding), batch_.findings);
  return false;
}

// True if reading goes on.
bool XmlReader::tell(const XmlFault& fault, bool is_mendable) {
  RawFinding finding = finding_at(kRules[static_cast<std::size_t>(fault.kind)], fault.offset);
  finding.expected = fault.expected;
  finding.repair = is_mendable && options_.tolerant;
  if (fault.kind == XmlFaultKind::kDepth) finding.wanted = std::min(options_.max_depth, kMostDepth);
  if (is_mendable && !options_.tolerant) finding.hint = "--tolerant reads past this";
  const bool goes_on = finding.repair;
  reporter_.report(std::move(finding), batch_.findings);
  return goes_on;
}

void XmlReader::tell_limit() {
  RawFinding finding = finding_at(diagnostics::kLimitRecordSize, 0);
  finding.wanted = options_.max_record_bytes;
  reporter_.report(std::move(finding), batch_.findings);
}

std::string_view root_of_xml(std::string_view text) {
  const XmlTags tags = scan_xml(text);
  return tags.tags.empty() ? std::string_view() : tags.tags.front().name;
}

}  // namespace crosswalk::layout
