// See key_choice.h.
#include "pipeline/key_choice.h"

#include <algorithm>

namespace crosswalk::pipeline {

bool KeptKeys::leaves_out(std::uint64_t record, std::span<const check::RecordKey> keys) {
  for (const check::RecordKey& key : keys) {
    if (key.unique >= sets_.size()) sets_.resize(key.unique + 1);
    if (sets_[key.unique].contains(key.key)) return true;
  }
  for (const check::RecordKey& key : keys) sets_[key.unique].insert(key.key, {record, 0});
  return false;
}

std::uint64_t KeptKeys::memory_bytes(std::size_t more) const {
  std::uint64_t bytes = 0;
  for (const check::KeySet& set : sets_) bytes += set.memory_bytes(more);
  return bytes;
}

bool KeyRoll::leaves_out(std::uint64_t record, std::span<const check::RecordKey> keys) {
  for (const check::RecordKey& key : keys) entries_.push_back({record, key.unique, key.key});
  return false;
}

std::uint64_t KeyRoll::memory_bytes(std::size_t more) const {
  return (entries_.size() + more) * sizeof(Entry);
}

std::vector<std::uint64_t> KeyRoll::all_but_last() const {
  KeptKeys kept;
  std::vector<std::uint64_t> left_out;
  std::vector<check::RecordKey> keys;
  for (std::size_t end = entries_.size(); end > 0;) {
    const std::uint64_t record = entries_[end - 1].record;
    keys.clear();
    for (; end > 0 && entries_[end - 1].record == record; --end) {
      keys.push_back({});
      keys.back().unique = entries_[end - 1].unique;
      keys.back().key = entries_[end - 1].key;
    }
    if (kept.leaves_out(record, keys)) left_out.push_back(record);
  }
  std::ranges::reverse(left_out);
  return left_out;
}

std::uint64_t ListedRecords::memory_bytes(std::size_t /*more*/) const {
  return records_.size() * sizeof(std::uint64_t);
}

bool ListedRecords::leaves_out(std::uint64_t record, std::span<const check::RecordKey> /*keys*/) {
  while (next_ < records_.size() && records_[next_] < record) ++next_;
  return next_ < records_.size() && records_[next_] == record;
}

}  // namespace crosswalk::pipeline
