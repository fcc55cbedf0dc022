// Putting more entries in order than memory holds.
//
// Entries are kept until they fill their memory; then they are sorted and written to a temporary
// file as a run. Visiting merges the runs, and what is in memory, a block of each at a time.
//   memory for 2 entries, put 5 1 4 2 3   ->   runs 1 5 and 2 4, in memory 3, visited 1 2 3 4 5
// While nothing was written, nothing touches the disk. The memory of a merge is 32 KiB a run or
// less. Entries are written as they lie in memory, so they hold no pointers. Test:
// tests/base/disk_sorter_test.cc.
#ifndef CROSSWALK_BASE_DISK_SORTER_H
#define CROSSWALK_BASE_DISK_SORTER_H

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/temporary_file.h"
#include "crosswalk/result.h"

namespace crosswalk::base {

/// Sorts by `Less`, a strict order.
/// Threads: one.
template <class Entry, class Less>
class DiskSorter {
  static_assert(std::is_trivially_copyable_v<Entry>);

 public:
  /// Keeps entries in up to `memory_bytes`, at least one.
  explicit DiskSorter(std::uint64_t memory_bytes, Less less = {})
      : most_entries_(std::clamp<std::uint64_t>(memory_bytes / sizeof(Entry), 1, kMostEntries)),
        less_(std::move(less)) {}
  /// Errors: kIo if the temporary file cannot be written.
  Status put(const Entry& entry) {
    if (entries_.size() == most_entries_) {
      if (Status written = write_run(); !written.ok()) return written;
    }
    if (entries_.size() == entries_.capacity())
      entries_.reserve(static_cast<std::size_t>(
          std::clamp<std::uint64_t>(2 * entries_.size(), 1, most_entries_)));
    entries_.push_back(entry);
    return {};
  }
  /// Calls `visit` with every entry that was put so far, in order. It returns a Status; an error
  /// ends the visit and is returned. More may be put afterwards. Errors: also kIo.
  template <class Visit>
  Status visit(const Visit& visit) {
    std::sort(entries_.begin(), entries_.end(), less_);
    if (runs_.empty()) {
      for (const Entry& entry : entries_) {
        if (Status status = visit(entry); !status.ok()) return status;
      }
      return {};
    }
    return merge(visit);
  }

 private:
  static constexpr std::uint64_t kMostEntries = (std::uint64_t{256} << 20U) / sizeof(Entry);
  static constexpr std::size_t kBlockEntries = (std::size_t{32} << 10U) / sizeof(Entry);

  /// A run in the file.
  struct Run {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
  };
  /// What of a run was not visited.
  struct Rest {
    Run run;                      // not read yet
    std::vector<Entry> block;     // read
    std::span<const Entry> left;  // of the block, or of the entries in memory
  };

  Status write_run() {
    if (!file_) {
      auto file = TemporaryFile::open();
      if (!file.ok()) return file.error();
      file_.emplace(std::move(file).value());
    }
    std::sort(entries_.begin(), entries_.end(), less_);
    const std::uint64_t begin = file_->size();
    const std::string_view bytes(reinterpret_cast<const char*>(entries_.data()),
                                 entries_.size() * sizeof(Entry));
    if (Status kept = file_->append(bytes); !kept.ok()) return kept;
    runs_.push_back({begin, file_->size()});
    entries_.clear();
    return {};
  }

  /// Reads on in a run; nothing is left at its end.
  Status refill(Rest& rest) {
    const std::uint64_t bytes =
        std::min<std::uint64_t>(rest.run.end - rest.run.begin, kBlockEntries * sizeof(Entry));
    rest.block.resize(static_cast<std::size_t>(bytes / sizeof(Entry)));
    std::span<char> into(reinterpret_cast<char*>(rest.block.data()),
                         static_cast<std::size_t>(bytes));
    while (!into.empty()) {
      const Result<std::size_t> count = file_->read(rest.run.begin, into);
      if (!count.ok()) return count.error();
      if (count.value() == 0) return Error{ErrorKind::kIo, "a temporary file was cut"};
      rest.run.begin += count.value();
      into = into.subspan(count.value());
    }
    rest.left = rest.block;
    return {};
  }

  template <class Visit>
  Status merge(const Visit& visit) {
    std::vector<Rest> rests;
    rests.push_back({{}, {}, entries_});
    for (const Run& run : runs_) {
      rests.push_back({run, {}, {}});
      if (Status status = refill(rests.back()); !status.ok()) return status;
    }
    std::erase_if(rests, [](const Rest& rest) { return rest.left.empty(); });
    const auto comes_later = [this](const Rest& a, const Rest& b) {
      return less_(b.left.front(), a.left.front());
    };
    std::make_heap(rests.begin(), rests.end(), comes_later);
    while (!rests.empty()) {
      std::pop_heap(rests.begin(), rests.end(), comes_later);
      Rest& first = rests.back();
      if (Status status = visit(first.left.front()); !status.ok()) return status;
      first.left = first.left.subspan(1);
      if (first.left.empty()) {
        if (Status status = refill(first); !status.ok()) return status;
      }
      if (first.left.empty()) {
        rests.pop_back();
      } else {
        std::push_heap(rests.begin(), rests.end(), comes_later);
      }
    }
    return {};
  }

  std::uint64_t most_entries_;
  Less less_;
  std::vector<Entry> entries_;
  std::optional<TemporaryFile> file_;
  std::vector<Run> runs_;
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_DISK_SORTER_H
