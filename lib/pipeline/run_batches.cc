// The loop of a run: batches are read, stand in line to be worked (work_line.h), and are merged.
//
// Merging goes first, so that what is told is told early; then reading, so that nobody waits for
// work; then working. The first loss of each field is told, and which one is the first a thread
// does not know: a batch in which its thread told one is worked again when it is merged, by who
// knows what the batches before have told. That comes once a field and thread at most.
//   --threads 3   ->   this thread reads, merges and works; two others work
// Test: tests/pipeline/run_test.cc, tests/cross/threads_test.cc.
#include <algorithm>
#include <iterator>
#include <thread>
#include <utility>

#include "pipeline/reference_checker.h"
#include "pipeline/repairing_checker.h"
#include "pipeline/run_input.h"
#include "pipeline/work_line.h"

namespace crosswalk::pipeline {

Result<std::unique_ptr<RowChecker>> Run::make_checker(const Input& input) const {
  auto judge = make_judge(input);
  const bool mends = repair_ || mends_values();
  if (!mends || !judge.ok()) return judge;
  return std::unique_ptr<RowChecker>(
      std::make_unique<RepairingChecker>(setup_, std::move(judge).value(), wishes_));
}

Result<std::unique_ptr<RowChecker>> Run::make_judge(const Input& input) const {
  if (input.nested) return NestedChecker::make(setup_, *input.nested);
  if (!input.table) return RecordChecker::make(setup_, input.records_task);
  if (setup_.options->engine == Engine::kReference)
    return ReferenceChecker::make(setup_, input.table, input.names);
  return std::unique_ptr<RowChecker>(std::make_unique<CompiledChecker>(input.table));
}

// Dates with colons are read past as broken syntax is, but known only once values are judged.
bool Run::mends_values() const {
  return mending::Book(*setup_.definition, *setup_.layout, *setup_.rules, wishes_).has_repairs();
}

Status Run::write_repaired(std::string_view bytes) {
  if (state_.log.errors() > 0) repair_->lose();
  return repair_->write(bytes);
}

Result<std::unique_ptr<BatchJob>> Run::make_job(const Input& input) {
  auto checker = make_checker(input);
  if (!checker.ok()) return checker.error();
  JobOptions options;
  options.frame = writing_ ? &writing_->frame() : nullptr;
  options.rules = setup_.rules;
  options.policy = setup_.policy;
  options.encoded_frame = &frame_;
  options.nfc = setup_.options->nfc;
  options.pointers = input.reader->pointers();
  options.own_key_rules = input.own_key_rules;
  if (conversion_) {
    options.max_part_bytes = conversion_->limits.split_bytes;
    options.encoding = conversion_->encoding;
  }
  const BoundRows rows{input.table, input.nested ? input.nested->columns : nullptr};
  JobWriter writer = writing_ ? writing_->writer_for(rows) : JobWriter();
  if (writer.step) writer.step->know_told(losses_.told());
  return std::make_unique<BatchJob>(std::move(checker).value(), std::move(writer), options);
}

std::size_t Run::thread_count() const {
  const std::size_t wanted = setup_.options->threads;
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

Status Run::read_batches(Input& input, Merge& merge) {
  auto made =
      WorkLine::make([&] { return make_job(input); }, thread_count(), setup_.options->block_bytes);
  if (!made.ok()) return made.error();
  WorkLine& line = *made.value();
  bool has_more = true;
  Status reading;
  while (!state_.stopped) {
    if (is_cancelled()) return Error{ErrorKind::kIo, "cancelled"};
    if (auto item = line.take()) {
      if (Status status = merge_batch(*item, input, merge); !status.ok()) return status;
      line.give_back(std::move(item));
    } else if (has_more && !is_done() && !input.is_done && line.has_room()) {
      item = line.spare();
      const Result<bool> next = read_batch(input, item->batch);
      has_more = next.ok() && next.value();
      if (next.ok()) line.put(std::move(item), has_more && !is_done());
      if (!next.ok()) reading = next.error();
    } else if (!line.is_empty()) {
      line.work_or_wait();
    } else {
      return reading;
    }
  }
  return {};
}

Result<bool> Run::read_batch(Input& input, record::Batch& batch) {
  Result<bool> next = input.reader->next(batch);
  if (!next.ok()) return next;
  input.records += batch.records.size();
  selection_.apply(batch);
  std::ranges::move(batch.of_envelope, std::back_inserter(batch.findings));
  return next;
}

Status Run::work_again(WorkItem& item, const Input& input) {
  auto job = make_job(input);
  if (!job.ok()) return job.error();
  job.value()->process(item.batch, item.result);
  return {};
}

Status Run::merge_batch(WorkItem& item, Input& input, Merge& merge) {
  input.is_done |= item.result.is_last;
  if (!item.result.losses.told.empty()) {
    if (Status status = work_again(item, input); !status.ok()) return status;
  }
  losses_.add(item.result.losses);
  if (gathers_) writing_->add_columns(item.result.columns);
  if (Status status = merge.add(item.batch, item.result); !status.ok()) return status;
  if (!repair_) return {};
  const auto& mended = item.result.checked.mended;
  return write_repaired(mended ? *mended : item.batch.bytes);
}

}  // namespace crosswalk::pipeline
