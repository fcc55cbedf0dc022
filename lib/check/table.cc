// What a bound program says when all batches are through, and about its columns.
//
// A `down` condition that does not hold is told at its column's name, with the number of records of
// the first thing that was seen, and where it was seen first.
//   a goal column with 3 empty cells and no 0   ->   found 3, related record: that of the first
// Test: tests/check/down_test.cc.
#include "check/table.h"

#include <algorithm>

#include "check/down.h"
#include "check/table_plan.h"

namespace crosswalk::check {

TableProgram::TableProgram(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
TableProgram::~TableProgram() = default;

void ColumnFacts::note(std::uint32_t entry, std::uint64_t count, std::uint64_t record) {
  Seen& here = seen[entry];
  here.record = here.seen ? std::min(here.record, record) : record;
  here.seen = true;
  here.count += count;
}

void ColumnFacts::merge(const ColumnFacts& other) {
  if (seen.size() < other.seen.size()) seen.resize(other.seen.size());
  for (std::size_t i = 0; i < other.seen.size(); ++i) {
    const Seen& theirs = other.seen[i];
    if (!theirs.seen) continue;
    Seen& ours = seen[i];
    ours.record = ours.seen ? std::min(ours.record, theirs.record) : theirs.record;
    ours.count += theirs.count;
    ours.seen = true;
  }
}

void CheckedBatch::clear() {
  findings.clear();
  has_error.clear();
  unreadable.clear();
  keys.clear();
  made_keys.clear();
  facts.seen.clear();
  mended.reset();
}

void TableProgram::finish(const ColumnFacts& facts,
                          std::vector<diagnostics::RawFinding>& findings) const {
  for (const DownCheck& down : impl_->downs) {
    if (!impl_->columns[down.column].checked) continue;
    const auto was_seen = [&](format::NodeId node) {
      return std::any_of(down.leaves.begin(), down.leaves.end(), [&](const Leaf& leaf) {
        return leaf.node == node && leaf.number < facts.seen.size() && facts.seen[leaf.number].seen;
      });
    };
    if (holds(*impl_->code, down.condition, was_seen)) continue;
    const Severity severity = impl_->run.policy->apply(down.failure.rule, down.failure.severity);
    if (severity == Severity::kOff) continue;
    diagnostics::RawFinding& finding = findings.emplace_back();
    finding.rule = down.failure.rule;
    finding.severity = severity;
    finding.file_level = true;
    finding.offset = impl_->header[down.column].offset;
    finding.length = impl_->header[down.column].length;
    finding.column = static_cast<std::int32_t>(down.column);
    finding.name = impl_->header[down.column].name;
    for (const Leaf& leaf : down.leaves) {
      if (leaf.number >= facts.seen.size() || !facts.seen[leaf.number].seen) continue;
      finding.found = facts.seen[leaf.number].count;
      finding.related_record = facts.seen[leaf.number].record;
      break;
    }
  }
}

std::vector<KeyRule> TableProgram::key_rules() const {
  std::vector<KeyRule> rules;
  for (const UniqueCheck& unique : impl_->uniques) {
    const Failure& failure = unique.failure;
    rules.push_back(
        {failure.rule, impl_->run.policy->apply(failure.rule, failure.severity), {}, {}});
  }
  return rules;
}

format::As TableProgram::column_as(std::size_t column) const {
  return impl_->columns[column].as;
}

const format::CellForm* TableProgram::column_form(std::size_t column) const {
  return impl_->columns[column].form;
}

CellTyping TableProgram::cell_typing(std::size_t column, bool has_null_cells) const {
  const ColumnPlan& plan = impl_->columns[column];
  CellTyping typing;
  typing.as = plan.as == format::As::kJson ? format::As::kText : plan.as;
  typing.has_form = plan.form != nullptr;
  if (typing.has_form) typing.form = *plan.form;
  if (!impl_->empty_is_value)
    typing.empty = has_null_cells ? EmptyCell::kNull : EmptyCell::kLeftOut;
  return typing;
}

format::Pii TableProgram::column_pii(std::size_t column) const {
  return impl_->columns[column].pii;
}

}  // namespace crosswalk::check
