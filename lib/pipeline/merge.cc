// See merge.h. One loop over the records of a batch: its findings, its keys, its verdict.
//
// Good records that follow each other are given to the body in one run; a run is flushed before
// anything that ends it: a bad record, the end of the output, the end of the batch.
// Test: tests/pipeline/merge_test.cc.
#include "pipeline/merge.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "base/position.h"
#include "text/encoding.h"

namespace crosswalk::pipeline {
namespace {

constexpr std::size_t kKeysAhead = 8;  // enough for memory to answer meanwhile

/// Takes the findings for which `is_one` holds out of `from`, in order.
template <class Test>
std::vector<diagnostics::RawFinding> taken_from(std::vector<diagnostics::RawFinding>& from,
                                                Test is_one) {
  const auto first = std::stable_partition(from.begin(), from.end(),
                                           [&](const auto& finding) { return !is_one(finding); });
  std::vector<diagnostics::RawFinding> taken(std::make_move_iterator(first),
                                             std::make_move_iterator(from.end()));
  from.erase(first, from.end());
  return taken;
}

}  // namespace

struct Merge::Current {
  Current(const record::Batch& b, const BatchResult& r, const Position& start)
      : batch(b), result(r), places(start, b.bytes), key_places(start, b.bytes) {}

  const record::Batch& batch;
  const BatchResult& result;
  PlaceCursor places;
  PlaceCursor key_places;
  std::size_t next_finding = 0;
  std::size_t next_key = 0;
  std::uint32_t run_begin = 0;  // first good record that is not flushed
};

Merge::Merge(RunState& run, const InputContext& input, std::vector<check::KeyRule> key_rules,
             Findings head_findings)
    : run_(run), input_(input), key_rules_(std::move(key_rules)) {
  run_.keys.begin_input(input, run.records_before, key_rules_);
  late_ = taken_from(head_findings, [](const auto& finding) { return finding.file_level; });
  behind_ = taken_from(head_findings, [this](const auto& finding) { return is_in_tail(finding); });
  const std::uint64_t errors_before = run_.log.errors();
  tell_around(std::move(head_findings));
  if (run_.body != nullptr && run_.log.errors() > errors_before) run_.body->lose();
  place_ = PlaceCursor({}, input_.head().bytes).end();
  stop_if_enough(place_.byte);
}

bool Merge::is_in_tail(const diagnostics::RawFinding& finding) const {
  const record::Head& head = input_.head();
  return !head.tail.empty() && finding.offset >= head.tail_place.byte;
}

// Tells findings that stand before the records or behind them.
void Merge::tell_around(Findings findings) {
  std::ranges::stable_sort(findings, [this](const auto& a, const auto& b) {
    return diagnostics::comes_before(a, b, *input_.render().rules);
  });
  const record::Head& head = input_.head();
  PlaceCursor places({}, head.bytes);
  PlaceCursor tail_places(head.tail_place, head.tail);
  for (diagnostics::RawFinding& finding : findings) {
    const bool is_behind = is_in_tail(finding);
    if (is_behind) finding.offset -= static_cast<std::uint32_t>(head.tail_place.byte);
    diagnostics::Location location = input_.location_in(finding.column);
    location.place = input_.in_input((is_behind ? tail_places : places).at(finding.offset));
    location.bytes = is_behind ? head.tail : head.bytes;
    location.in_head = true;
    run_.log.tell(finding, input_.render(), location);
  }
}

Status Merge::add(const record::Batch& batch, const BatchResult& result) {
  if (Status status = make_room(result); !status.ok()) return status;
  Current current(batch, result, place_);
  const auto record_count = static_cast<std::uint32_t>(batch.records.size());
  std::uint32_t record = 0;
  for (; record < record_count && !run_.stopped; ++record) {
    if (Status status = add_record(current, record); !status.ok()) return status;
    stop_if_enough(place_.byte + batch.records[record].end);
  }
  if (!run_.stopped) {
    if (Status status = tell_up_to(current, record_count); !status.ok()) return status;
  }
  if (Status status = flush(current, record); !status.ok()) return status;
  facts_.merge(result.checked.facts);
  place_ = base::advance(place_, result.extent);
  input_.release_before(place_.byte);
  return {};
}

Status Merge::add_record(Current& current, std::uint32_t record) {
  if (Status status = tell_up_to(current, record); !status.ok()) return status;
  if (run_.key_choice == nullptr) return settle(current, record, take_keys(current, record), false);
  const bool is_dropped = is_left_out(current, record);
  Status status = settle(current, record, false, is_dropped);
  return status.ok() && is_dropped ? drop(current, record) : status;
}

Status Merge::tell_up_to(Current& current, std::uint32_t record) {
  const auto& findings = current.result.checked.findings;
  const auto& records = current.batch.records;
  const auto belongs = [&](const diagnostics::RawFinding& finding) {
    if (record == records.size()) return true;
    if (finding.record != diagnostics::kNoRecord) return finding.record <= record;
    return finding.offset < records[record].end;
  };
  while (current.next_finding < findings.size() && belongs(findings[current.next_finding])) {
    Status status = tell(current, findings[current.next_finding++], record);
    if (!status.ok()) return status;
  }
  return {};
}

bool Merge::is_told_before(const diagnostics::RawFinding& finding) {
  if (!input_.render().rules->rule(finding.rule).once) return false;
  return !told_once_.emplace(finding.rule, finding.column, finding.field).second;
}

Status Merge::tell(Current& current, const diagnostics::RawFinding& finding,
                   std::uint32_t records_before) {
  if (is_told_before(finding)) return {};
  diagnostics::Location location = input_.location_in(finding.column);
  location.place = input_.in_input(current.places.at(finding.offset));
  location.bytes = current.batch.bytes;
  if (finding.record != diagnostics::kNoRecord)
    location.record = current.batch.first_record + finding.record;
  const bool is_bad_utf8 =
      finding.rule == diagnostics::kCsvBadUtf8 || finding.rule == diagnostics::kJsonBadUtf8;
  if (finding.related_line == 0 && !is_bad_utf8) {
    run_.log.tell(finding, input_.render(), location);
  } else {
    diagnostics::RawFinding placed = finding;
    if (finding.related_line != 0) placed.related_line += place_.line - 1;
    if (is_bad_utf8) placed.hint = encoding_hint(current, finding);
    run_.log.tell(placed, input_.render(), location);
  }
  const bool ends_output = finding.severity == Severity::kError && run_.rejects == nullptr;
  return ends_output ? end_output(current, records_before) : Status();
}

// The guess is made of the first record that is no UTF-8, so that it does not depend on batches.
const std::string& Merge::encoding_hint(const Current& current,
                                        const diagnostics::RawFinding& finding) {
  if (encoding_hint_ || finding.record == diagnostics::kNoRecord)
    return encoding_hint_ ? *encoding_hint_ : finding.hint;
  const record::Record& record = current.batch.records[finding.record];
  const auto likely = text::likely_encodings(
      std::string_view(current.batch.bytes).substr(record.begin, record.end - record.begin));
  return encoding_hint_.emplace(likely.empty()
                                    ? finding.hint
                                    : "save the file as UTF-8; if it is " + likely.front() +
                                          ", read it with --encoding " + likely.front());
}

bool Merge::take_keys(Current& current, std::uint32_t record) {
  const auto& keys = current.result.checked.keys;
  std::uint64_t own_errors = 0;
  std::uint64_t errors_of_target = 0;
  for (; current.next_key < keys.size() && keys[current.next_key].record == record;
       ++current.next_key) {
    const std::size_t ahead = current.next_key + kKeysAhead;
    if (ahead < keys.size()) run_.keys.expect(keys[ahead]);
    const check::KeyRule& rule = key_rules_[keys[current.next_key].unique];
    if (take_key(current, current.next_key)) ++(rule.is_of_target ? errors_of_target : own_errors);
  }
  waiting_errors_ += own_errors > 0 ? own_errors : errors_of_target;
  return own_errors + errors_of_target > 0;
}

bool Merge::take_key(Current& current, std::size_t index) {
  const check::RecordKey& key = current.result.checked.keys[index];
  const Severity severity = key_rules_[key.unique].severity;
  if (severity == Severity::kOff) return false;
  const std::uint64_t record = current.batch.first_record + key.record;
  const auto place = [&] { return input_.in_input(current.key_places.at(key.offset)); };
  if (run_.keys.are_on_disk()) {
    const bool is_of_valid = is_readable(current, key.record) &&
                             is_good(current.batch, current.result.checked, key.record);
    run_.keys.put(key, record, place(), is_of_valid);
    return false;
  }
  const auto first = run_.keys.take(key, record, place_.line + current.result.key_lines[index]);
  if (!first) return false;
  const bool wants_bytes = input_.render().want_excerpts || input_.render().show_values;
  run_.keys.wait(key, *first, record, place(),
                 wants_bytes ? std::string_view(current.batch.bytes) : std::string_view());
  return severity == Severity::kError;
}

// Once a batch, so that limits cost nothing where they are far.
Status Merge::make_room(const BatchResult& result) {
  const std::size_t count = result.checked.keys.size();
  if (run_.key_choice == nullptr) return run_.keys.make_room(count);
  const std::uint64_t limit = run_.memory_limit;
  if (run_.key_choice->memory_bytes(count) <= limit) return {};
  return too_many_keys(limit, "what --dedupe keeps stays in memory");
}

// A record with an error keeps no key: it is not written.
bool Merge::is_left_out(Current& current, std::uint32_t record) {
  const check::CheckedBatch& checked = current.result.checked;
  keys_.clear();
  for (; current.next_key < checked.keys.size() && checked.keys[current.next_key].record == record;
       ++current.next_key) {
    const check::RecordKey& key = checked.keys[current.next_key];
    if (key_rules_[key.unique].severity != Severity::kOff) keys_.push_back(key);
  }
  if (!is_readable(current, record) || !is_good(current.batch, checked, record)) return false;
  return run_.key_choice->leaves_out(run_.records_before + current.batch.first_record + record,
                                     keys_);
}

Status Merge::drop(Current& current, std::uint32_t record) {
  ++run_.records_dropped;
  Status status = flush(current, record);
  current.run_begin = record + 1;
  return status;
}

bool Merge::is_readable(const Current& current, std::uint32_t record) {
  return current.batch.records[record].state != record::RecordState::kUnreadable &&
         !std::ranges::binary_search(current.result.checked.unreadable, record);
}

Status Merge::settle(Current& current, std::uint32_t record, bool is_repeated, bool is_dropped) {
  const record::Record& found = current.batch.records[record];
  const check::CheckedBatch& checked = current.result.checked;
  const bool is_read = is_readable(current, record);
  const bool is_valid = !is_repeated && is_read && is_good(current.batch, checked, record);
  ++run_.summary.records;
  ++(is_valid ? run_.summary.valid : is_read ? run_.summary.invalid : run_.summary.unreadable);
  if (run_.on_record) {
    const RecordFate read = is_valid ? RecordFate::kValid : RecordFate::kInvalid;
    tell_record(current, record,
                is_dropped ? RecordFate::kDropped
                : is_read  ? read
                           : RecordFate::kUnreadable);
  }
  if (is_valid || !is_writing()) return {};
  if (run_.rejects == nullptr) return end_output(current, record);
  if (Status status = flush(current, record); !status.ok()) return status;
  current.run_begin = record + 1;
  std::string scratch;
  const auto text =
      std::string_view(current.batch.bytes).substr(found.begin, found.end - found.begin);
  return run_.rejects->reject(current.batch.first_record + record,
                              input_.as_found(text, place_.byte + found.begin, scratch), is_read);
}

void Merge::tell_record(const Current& current, std::uint32_t record, RecordFate fate) const {
  const record::Record& found = current.batch.records[record];
  RecordOutcome outcome;
  outcome.source = input_.render().file;
  outcome.number = current.batch.first_record + record;
  outcome.fate = fate;
  outcome.found =
      std::string_view(current.batch.bytes).substr(found.begin, found.end - found.begin);
  if (fate == RecordFate::kValid && is_writing() && current.result.is_written) {
    const auto& ends = current.result.output_ends;
    const std::size_t begin = (record == 0 ? 0 : ends[record - 1]) + run_.between_bytes;
    outcome.written = std::string_view(current.result.output).substr(begin, ends[record] - begin);
  }
  run_.on_record(outcome);
}

Status Merge::flush(Current& current, std::uint32_t end_record) {
  if (!is_writing() || !current.result.is_written || end_record <= current.run_begin) return {};
  const std::span ends(current.result.output_ends);
  RecordRun run;
  run.bytes = current.result.output;
  run.begin = current.run_begin == 0 ? 0 : ends[current.run_begin - 1];
  run.ends = ends.subspan(current.run_begin, end_record - current.run_begin);
  run.first_record = run_.records_before + current.batch.first_record + current.run_begin;
  current.run_begin = end_record;
  return run_.body->append(run);
}

Status Merge::end_output(Current& current, std::uint32_t end_record) {
  if (!is_writing()) return {};
  Status status = flush(current, end_record);
  run_.body->lose();
  return status;
}

// `here`: the byte up to which everything is told.
void Merge::stop_if_enough(std::uint64_t here) {
  const std::uint64_t errors = run_.log.errors() + waiting_errors_;
  run_.stopped = run_.stop_after != 0 && errors >= run_.stop_after;
  if (!run_.stopped) return;
  run_.stopped_at = input_.in_input({here, 0, 0}).byte;
  if (run_.body != nullptr) run_.body->lose();
}

Status Merge::finish(Findings late) {
  const std::uint64_t errors_before = run_.log.errors();
  tell_around(std::move(behind_));
  std::ranges::move(late, std::back_inserter(late_));
  tell_around(std::move(late_));
  const auto broken = run_.keys.tell(input_, run_.log);
  if (!broken.ok()) return broken.error();
  run_.summary.valid -= broken.value();
  run_.summary.invalid += broken.value();
  const bool ends_output = run_.log.errors() > errors_before && run_.rejects == nullptr;
  if (ends_output && is_writing()) run_.body->lose();
  return {};
}

}  // namespace crosswalk::pipeline
