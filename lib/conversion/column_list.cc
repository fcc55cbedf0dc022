// See column_list.h.
#include "conversion/column_list.h"

namespace crosswalk::conversion {

ColumnList::ColumnList(const std::vector<format::Field>& fields)
    : leaves_(fields), shapes_(naming_members(fields)) {}

void ColumnList::write(const RecordView& record, std::string& /*out*/,
                       std::vector<diagnostics::RawFinding>& /*refusals*/) {
  unused_.clear();
  leaves_.take_apart(record, *this, unused_);
}

bool ColumnList::has_those_of(const RecordView& record) {
  only_looks_ = true;
  has_all_ = true;
  write(record, no_output_, unused_);
  only_looks_ = false;
  if (has_all_) shapes_.add(record);
  return has_all_;
}

std::vector<std::string> ColumnList::take_new() {
  const auto first = columns_.begin() + static_cast<std::ptrdiff_t>(taken_);
  taken_ = columns_.size();
  return {first, columns_.end()};
}

void ColumnList::add(const std::string& column) {
  if (known_.insert(column).second) columns_.push_back(column);
}

void ColumnList::take(const Leaf& leaf) {
  const bool has_number = leaf.number != Leaf::kNoNumber;
  if (has_number && leaf.number < are_known_.size() && are_known_[leaf.number] != 0) return;
  if (only_looks_) {
    has_all_ = has_all_ && known_.contains(std::string(leaf.column));
  } else {
    add(std::string(leaf.column));
  }
  if (!has_number || (only_looks_ && !has_all_)) return;
  if (leaf.number >= are_known_.size()) are_known_.resize(leaf.number + 1);
  are_known_[leaf.number] = 1;
}

}  // namespace crosswalk::conversion
