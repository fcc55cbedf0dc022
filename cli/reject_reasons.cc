// The reasons beside rejected records: see reject_reasons.h.
#include "reject_reasons.h"

#include <algorithm>

#include "report/json_report.h"

namespace crosswalk::cli {

void RejectReasons::tell(const Finding& finding) {
  if (finding.severity != Severity::kError) return;
  const bool is_of_repeated_key = finding.record && !finding.related.empty();
  if (is_of_repeated_key) {
    write_reason(finding, number_of(*finding.record));
  } else if (finding.record) {
    waiting_.push_back(finding);
  } else {
    write_reason(finding, 0);
  }
}

Status RejectReasons::reject(std::uint64_t record, std::string_view bytes, bool readable) {
  if (!rejected_.empty() && rejected_.back().record >= record) ascending_from_ = rejected_.size();
  if (readable) ++readable_;
  const std::uint64_t number = readable ? readable_ : 0;
  rejected_.push_back({record, number});
  for (const Finding& finding : waiting_) write_reason(finding, number);
  waiting_.clear();
  return inner_->reject(record, bytes, readable);
}

std::uint64_t RejectReasons::number_of(std::uint64_t record) const {
  const auto begin = rejected_.begin() + static_cast<std::ptrdiff_t>(ascending_from_);
  const auto at = std::ranges::lower_bound(begin, rejected_.end(), record, {}, &Rejected::record);
  return at != rejected_.end() && at->record == record ? at->number : 0;
}

void RejectReasons::write_reason(const Finding& finding, std::uint64_t number) {
  if (!failure_) return;
  std::optional<std::uint64_t> reject;
  if (number != 0) reject = number;
  failure_ = reasons_->write(report::finding_line(finding, reject));
}

Status RejectReasons::prepare(const RunResult& result) {
  for (const Finding& finding : waiting_) write_reason(finding, 0);
  waiting_.clear();
  if (!failure_) return failure_;
  if (Status prepared = inner_->prepare(result); !prepared) return prepared;
  return reasons_->prepare({});
}

Status RejectReasons::commit(const RunResult& result) {
  if (Status prepared = prepare(result); !prepared) return prepared;
  if (Status committed = inner_->commit(result); !committed) return committed;
  Status committed = reasons_->commit({});
  if (!committed) inner_->take_back();
  return committed;
}

void RejectReasons::take_back() {
  reasons_->take_back();
  inner_->take_back();
}

}  // namespace crosswalk::cli
