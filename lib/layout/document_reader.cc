// See document_reader.h. Offsets in the document have 64 bits; those of a batch are made when its
// bytes are known.
#include "layout/document_reader.h"

#include <algorithm>
#include <utility>

#include "layout/damage.h"
#include "layout/jsonp.h"
#include "layout/rows.h"

namespace crosswalk::layout {

namespace {

using record::RecordState;

// Bytes behind the longest record that may be needed to see that it ends, and not in a CR LF.
constexpr std::size_t kReach = 2;

// Bytes that a finding marks at most; no batch is longer.
constexpr std::uint64_t kMaxMarked = std::uint64_t{1} << 30U;

// No array is there, so nothing is left out of the frame.
const format::RecordPlace kNowhere{"/", {""}, false};

}  // namespace

DocumentReader::DocumentReader(const format::Layout& layout, Source& source,
                               const ReadOptions& options)
    : layout_(layout),
      options_(options),
      reporter_(layout, options),
      input_(source, options.block_bytes, options.max_record_bytes) {}

Result<bool> DocumentReader::open(record::Head& head) {
  if (Status started = start_at_head(head.bytes); !started) return std::move(started).error();
  if (Status scanned = scan_frame(head.bytes); !scanned) return std::move(scanned).error();
  if (!input_.is_held()) {
    if (Status again = input_.start_again(); !again) return std::move(again).error();
    if (Status started = start_at_head(head.bytes); !started) return std::move(started).error();
  }
  read_frame();
  cutter_.emplace(record_place(), options_.max_record_bytes);
  scanned_ = 0;
  return true;
}

const format::RecordPlace& DocumentReader::record_place() const {
  return layout_.records ? *layout_.records : kNowhere;
}

Status DocumentReader::start_at_head(std::string& head) {
  constexpr std::size_t kMarkBytes = 3;
  if (Status filled = fill_up_to(kMarkBytes, input()); !filled) return filled;
  head = view().substr(0, byte_order_mark_bytes(view()));
  input().consume(head.size());
  return {};
}

Status DocumentReader::scan_frame(const std::string& head) {
  frame_.emplace(record_place(), options_.max_record_bytes);
  for (;;) {
    frame_->take(view().substr(scanned_));
    frame_->items().clear();
    scanned_ = view().size();
    if (is_at_end() || frame_->is_too_long()) break;
    if (input_.is_long()) {
      if (Status gone = input_.let_go(head); !gone) return gone;
      scanned_ = 0;
    }
    if (Result<bool> filled = input().fill(); !filled) return std::move(filled).error();
  }
  if (!frame_->is_too_long()) frame_->finish();
  return {};
}

void DocumentReader::read_frame() {
  json_end_ = frame_->text().size();
  if (frame_->is_too_long()) return refuse_long_frame();
  if (!find_json()) return refuse();
  const bool is_record = !layout_.records && json_begin_ < json_end_;
  if (is_record) return take_whole(json_begin_, json_end_, RecordState::kReadable);
  parse_frame();
  if (!is_readable_) return refuse();
  find_records();
}

void DocumentReader::refuse_long_frame() {
  json::ReadSettings settings;
  settings.parse = {options_.tolerant, options_.max_depth};
  std::optional<json::Fault> damage;
  if (layout_.kind != format::LayoutKind::kJsonp)
    damage = find_damage(frame_->text().substr(0, options_.max_record_bytes), settings);
  diagnostics::RawFinding finding = finding_at(diagnostics::kLimitRecordSize, 0);
  finding.wanted = options_.max_record_bytes;
  report(damage ? finding_of(*damage, options_.tolerant) : std::move(finding));
  refuse();
}

// False if the text is no call where it should be one.
bool DocumentReader::find_json() {
  if (layout_.kind != format::LayoutKind::kJsonp) return true;
  const JsonpCall call = find_call(frame_->text());
  if (call.fault) {
    report(finding_of(*call.fault, options_.tolerant));
    return false;
  }
  json_begin_ = call.begin;
  json_end_ = call.end;
  return true;
}

void DocumentReader::parse_frame() {
  std::vector<json::Fault> faults;
  json::parse(json(), {options_.tolerant, options_.max_depth}, tape_, faults);
  is_readable_ = std::ranges::all_of(faults, leaves_a_value);
  json::PathCursor path(json(), tape_);
  for (const json::Fault& fault : faults)
    report(finding_of(fault, options_.tolerant, json(), tape_, path));
}

void DocumentReader::find_records() {
  const auto at = check::records_token(*envelope(), *layout_.records);
  if (!at) return;
  pointers_.prefix = layout_.records->pointer;
  json::Token& place = tape_.tokens[*at];
  const bool may_be_list = layout_.records->are_items || layout_.records->steps.empty();
  pointers_.are_items = may_be_list && place.kind == json::Kind::kArray;
  if (pointers_.are_items) {
    take_list(place);
  } else if (!layout_.records->are_items) {
    const std::size_t begin = json_begin_ + place.begin;
    const std::size_t end = json_begin_ + place.end;
    tells_faults_ = true;
    take_whole(begin, end, RecordState::kReadable);
  }
}

// A member in an array may lead to another array than the place that was looked at.
void DocumentReader::take_list(json::Token& place) {
  const auto list =
      std::ranges::find(frame_->lists(), json_begin_ + place.begin, &DocumentFrame::List::begin);
  if (list == frame_->lists().end()) {
    is_readable_ = false;
    report(finding_at(diagnostics::kJsonMemberInArray, json_begin_ + place.begin));
    return refuse();
  }
  list_ = static_cast<std::uint32_t>(list - frame_->lists().begin());
  place.count += static_cast<std::uint32_t>(list->left_out);
}

// The document gives no records: it is one, and unreadable.
void DocumentReader::refuse() {
  take_whole(json_begin_, json_end_, RecordState::kUnreadable);
}

// The bytes of the frame from `begin` to `end` are the one record.
void DocumentReader::take_whole(std::size_t begin, std::size_t end, RecordState state) {
  part_ = Part::kWhole;
  whole_state_ = state;
  whole_begin_ = frame_->place_of(begin);
  whole_end_ = frame_->end_of(begin, end);
}

// Faults of the frame stand in no record, but in the one that is the whole document.
void DocumentReader::report(diagnostics::RawFinding finding) {
  Findings reported;
  const std::size_t offset = finding.offset;
  reporter_.report(std::move(finding), reported);
  for (diagnostics::RawFinding& one : reported)
    waiting_.push_back({std::move(one), frame_->place_of(offset), false});
}

std::optional<check::Envelope> DocumentReader::envelope() const {
  if (!layout_.records || !is_readable_) return std::nullopt;
  return check::Envelope{json(), &tape_, true};
}

void DocumentReader::tell_of_envelope(Findings findings) {
  for (diagnostics::RawFinding& finding : findings) {
    const std::size_t begin = json_begin_ + finding.offset;
    const std::uint64_t place = frame_->place_of(begin);
    if (finding.length != 0) {
      const std::uint64_t end = frame_->end_of(begin, begin + finding.length);
      finding.length = static_cast<std::uint32_t>(std::min<std::uint64_t>(end - place, kMaxMarked));
    }
    waiting_.push_back({std::move(finding), place, true});
  }
}

Result<bool> DocumentReader::next(record::Batch& batch) {
  batch.clear();
  batch.number = batches_++;
  batch.first_record = records_ + 1;
  const std::uint64_t begin = offset_;
  Result<std::size_t> bytes = choose_bytes(batch);
  if (!bytes) return std::move(bytes).error();
  take_bytes(bytes.value(), input(), batch);
  offset_ += bytes.value();
  scanned_ -= std::min(scanned_, bytes.value());
  records_ += batch.records.size();
  give_findings(begin, batch);
  reporter_.sort(batch.findings);
  return !is_done() || !batch.records.empty();
}

// Finds out how many bytes belong to the batch, and the records in them.
Result<std::size_t> DocumentReader::choose_bytes(record::Batch& batch) {
  switch (part_) {
    case Part::kWhole:
      return choose_whole(batch);
    case Part::kRecords:
      return choose_records(batch);
    case Part::kRest:
      break;
  }
  if (Status filled = fill_up_to(kReach, input()); !filled) return std::move(filled).error();
  return uncut_bytes(view(), is_at_end());
}

Result<std::size_t> DocumentReader::choose_whole(record::Batch& batch) {
  const std::size_t reach = options_.max_record_bytes + kReach;
  if (Status filled = fill_up_to(reach, input()); !filled) return std::move(filled).error();
  part_ = Part::kRest;
  const std::string_view text = view();
  if (text.size() > options_.max_record_bytes)
    return end_with_unreadable(text, 0, whole_begin_, options_.max_record_bytes, batch);
  record::Record& record = batch.records.emplace_back();
  record.begin = static_cast<std::uint32_t>(whole_begin_);
  record.end = static_cast<std::uint32_t>(whole_end_);
  record.state = whole_state_;
  return text.size();
}

Result<std::size_t> DocumentReader::choose_records(record::Batch& batch) {
  std::size_t bytes = scan_block();
  while (bytes == 0 && !is_cut_ && !is_stuck()) {
    if (scanned_ == view().size()) {
      if (Result<bool> filled = input().fill(); !filled) return std::move(filled).error();
    }
    bytes = scan_block();
  }
  return cut(bytes, batch);
}

// Scans another block of the view; returns how many bytes of it need nothing of what follows.
std::size_t DocumentReader::scan_block() {
  const std::string_view block = view().substr(scanned_, options_.block_bytes);
  cutter_->take(block);
  scanned_ += block.size();
  if (is_at_end() && scanned_ == view().size()) {
    if (!is_cut_) cutter_->finish();
    is_cut_ = true;
    return scanned_;
  }
  const std::uint64_t hold = cutter_->hold();
  const bool has_passed = hold < offset_;  // the beginning of what it holds
  const bool is_passing = has_passed || (cutter_->is_inside_item() && !is_among_records());
  const std::size_t free = is_passing ? scanned_ : static_cast<std::size_t>(hold - offset_);
  return uncut_bytes(view().substr(0, free), false);
}

// True if the last array at the record place is the one that counts.
bool DocumentReader::is_among_records() const {
  return list_ && cutter_->lists().size() == *list_ + 1;
}

// True if a record has begun that is over the limit, and that is not told.
bool DocumentReader::is_stuck() const {
  const bool is_in_record = !is_cut_ && cutter_->is_inside_item() && is_among_records();
  if (!is_in_record || passed_ == cutter_->hold()) return false;
  return offset_ + scanned_ - cutter_->hold() > options_.max_record_bytes + kReach;
}

// Puts the records of the view's first `bytes` bytes into the batch, up to one that is too long.
// Returns how many bytes belong to it.
std::size_t DocumentReader::cut(std::size_t bytes, record::Batch& batch) {
  std::vector<DocumentItem>& items = cutter_->items();
  std::size_t seen = 0;
  std::optional<std::uint64_t> long_one;
  while (seen < items.size() && !long_one) {
    const DocumentItem& item = items[seen++];
    if (item.list != list_) continue;
    if (passed_ == item.begin) {
      passed_.reset();
    } else if (item.end - item.begin > options_.max_record_bytes) {
      long_one = item.begin;
    } else {
      record::Record& record = batch.records.emplace_back();
      record.begin = static_cast<std::uint32_t>(item.begin - offset_);
      record.end = static_cast<std::uint32_t>(item.end - offset_);
    }
  }
  items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(seen));
  if (!long_one && is_stuck()) passed_ = long_one = cutter_->hold();
  return long_one ? cut_long_record(*long_one, batch) : bytes;
}

std::size_t DocumentReader::cut_long_record(std::uint64_t begin, record::Batch& batch) {
  const auto at = static_cast<std::size_t>(begin - offset_);
  const std::string_view text = view();
  json::ReadSettings settings;
  settings.parse = {options_.tolerant, options_.max_depth};
  const auto damage = find_damage(text.substr(at, options_.max_record_bytes), settings);
  const std::size_t number = batch.records.size();
  if (damage) {
    diagnostics::RawFinding finding = finding_of(*damage, options_.tolerant);
    finding.offset += static_cast<std::uint32_t>(at);
    finding.record = static_cast<std::uint32_t>(number);
    reporter_.report(std::move(finding), batch.findings);
  } else {
    report_long_record(number, at, options_.max_record_bytes, reporter_, batch);
  }
  return end_with_unreadable(text, number, at, options_.max_record_bytes, batch);
}

// Gives the batch, which begins at `begin`, what waits for it; all that is left if it is the last.
void DocumentReader::give_findings(std::uint64_t begin, record::Batch& batch) {
  std::erase_if(waiting_, [&](Waiting& one) {
    const bool is_here = one.offset < begin + batch.bytes.size() || is_done();
    if (!is_here) return false;
    one.finding.offset = static_cast<std::uint32_t>(one.offset - begin);
    const bool is_of_whole = whole_state_ == RecordState::kUnreadable ||
                             (one.offset >= whole_begin_ && one.offset < whole_end_);
    if (begin == 0 && is_of_whole && !one.is_of_envelope) one.finding.record = 0;
    (one.is_of_envelope ? batch.of_envelope : batch.findings).push_back(std::move(one.finding));
    return true;
  });
}

}  // namespace crosswalk::layout
