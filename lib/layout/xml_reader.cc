// See xml_reader.h.
#include "layout/xml_reader.h"

#include <algorithm>
#include <array>
#include <utility>

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
  constexpr std::size_t kMostBytesOfMark = 3;
  const std::size_t enough = options_.max_record_bytes + kMostBytesOfMark + 1;
  if (Status filled = fill_up_to(enough, input_); !filled) return std::move(filled).error();
  const std::size_t mark_bytes = byte_order_mark_bytes(input_.view());
  head.bytes = input_.view().substr(0, mark_bytes);
  input_.consume(mark_bytes);
  if (input_.view().size() > options_.max_record_bytes) {
    cut_long_document();
  } else {
    take_document();
  }
  reporter_.sort(batch_.findings);
  return true;
}

// The first batch is the document; others only pass on what is behind one that is too long.
Result<bool> XmlReader::next(record::Batch& batch) {
  if (batches_ > 0) {
    if (Status passed = pass_rest(); !passed) return std::move(passed).error();
  }
  batch.clear();
  std::swap(batch, batch_);
  batch.number = batches_++;
  return !input_.at_end() || !input_.view().empty();
}

Status XmlReader::pass_rest() {
  if (Status filled = fill_up_to(2, input_); !filled) return filled;
  batch_.first_record = 2;
  take_bytes(uncut_bytes(input_.view(), input_.at_end()), input_, batch_);
  return {};
}

void XmlReader::cut_long_document() {
  const std::uint64_t most = options_.max_record_bytes;
  report_long_record(0, 0, most, reporter_, batch_);
  take_bytes(end_with_unreadable(input_.view(), 0, 0, most, batch_), input_, batch_);
}

void XmlReader::take_document() {
  take_bytes(input_.view().size(), input_, batch_);
  transcribe();
  record::Record& record = batch_.records.emplace_back();
  record.end = static_cast<std::uint32_t>(batch_.bytes.size());
  if (!transcript_) record.state = record::RecordState::kUnreadable;
  for (RawFinding& finding : batch_.findings) finding.record = 0;
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

std::string_view root_of_xml(std::string_view text) {
  const XmlTags tags = scan_xml(text);
  return tags.tags.empty() ? std::string_view() : tags.tags.front().name;
}

}  // namespace crosswalk::layout
