// See column_list.h. Most records have the columns of the one before, so that is tried first.
#include "conversion/column_list.h"

namespace crosswalk::conversion {

void ColumnList::write(const RecordView& record, std::string& /*out*/,
                       std::vector<diagnostics::RawFinding>& /*refusals*/) {
  expected_ = 0;
  unused_.clear();
  leaves_.take_apart(record, *this, unused_);
}

bool ColumnList::has_those_of(const RecordView& record) {
  only_looks_ = true;
  has_all_ = true;
  write(record, no_output_, unused_);
  only_looks_ = false;
  return has_all_;
}

void ColumnList::take(const Leaf& leaf) {
  if (expected_ < columns_.size() && columns_[expected_] == leaf.column) {
    ++expected_;
  } else if (only_looks_) {
    has_all_ = has_all_ && known_.contains(std::string(leaf.column));
  } else if (known_.emplace(leaf.column).second) {
    columns_.emplace_back(leaf.column);
    expected_ = columns_.size();
  }
}

}  // namespace crosswalk::conversion
