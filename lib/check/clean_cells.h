// Short texts of one column that were judged and found clean: the fast path for cells that come
// again and again, such as flags, cities and empty cells.
//
// The verdict on a scalar depends on nothing but its column, its kind and its characters, so a text
// seen before need not be judged again. A table of 64 entries a column stays in the fastest cache;
// an entry that falls on a taken place takes it over.
//   0 1 1 0 1 in a goal column   ->   judged twice, found three times
//   a column of random ids       ->   hardly ever found: after a while it is not asked any more
// Twin: tests/check/twin_test.cc, where the same rows are judged without it.
#ifndef CROSSWALK_CHECK_CLEAN_CELLS_H
#define CROSSWALK_CHECK_CLEAN_CELLS_H

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "record/batch.h"

namespace crosswalk::check {

/// A text of up to 16 bytes with its kind, as three words.
struct ShortText {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  std::uint32_t tag = 0;  ///< size and kind, never 0

  static constexpr std::size_t kMaxBytes = 16;
  /// REQUIRES: text.size() <= kMaxBytes. Two overlapping loads hold all bytes of a text.
  ShortText(record::CellKind kind, std::string_view text)
      : tag(1U + (static_cast<std::uint32_t>(text.size()) << 8U) +
            (static_cast<std::uint32_t>(kind) << 16U)) {
    const char* const end = text.data() + text.size();
    if (text.size() >= 8) {
      std::memcpy(&low, text.data(), 8);
      std::memcpy(&high, end - 8, 8);
    } else if (text.size() >= 4) {
      std::memcpy(&low, text.data(), 4);
      std::memcpy(&high, end - 4, 4);
    } else if (!text.empty()) {
      std::memcpy(&low, text.data(), 1);
      std::memcpy(&high, end - 1, 1);
      low |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[text.size() / 2])) << 8U;
    }
  }
};

/// The clean texts of one column. Threads: one.
class CleanCells {
 public:
  /// False once it has turned out that texts of this column hardly ever come again.
  [[nodiscard]] bool is_useful() const { return asked_ < kTrial || found_ * 4 > asked_; }
  /// True if `text` was added and not pushed out since; it is counted then for record number
  /// `record`.
  bool find(const ShortText& text, std::uint64_t record) {
    Entry& entry = entries_[place_of(text)];
    const bool same = entry.low == text.low && entry.high == text.high && entry.tag == text.tag;
    ++asked_;
    if (!same) return false;
    ++found_;
    if (entry.count++ == 0) entry.first_record = record;
    return true;
  }
  /// Remembers a clean text and the facts that hold for it, one bit a leaf of its column. `tell` is
  /// called as by tell_counts() for the text that it pushes out.
  template <class Tell>
  void add(const ShortText& text, std::uint32_t facts, const Tell& tell) {
    Entry& entry = entries_[place_of(text)];
    tell_one(entry, tell);
    entry = {text.low, text.high, text.tag, facts, 0, 0};
  }
  /// Calls tell(facts, count, first record) for every text found since the last call.
  template <class Tell>
  void tell_counts(const Tell& tell) {
    for (Entry& entry : entries_) tell_one(entry, tell);
  }

 private:
  struct Entry {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::uint32_t tag = 0;
    std::uint32_t facts = 0;
    std::uint64_t count = 0;  // found since they were told
    std::uint64_t first_record = 0;
  };
  static constexpr unsigned kPlaceBits = 6;
  static constexpr std::uint64_t kTrial = 512;

  template <class Tell>
  static void tell_one(Entry& entry, const Tell& tell) {
    if (entry.facts != 0 && entry.count != 0) tell(entry.facts, entry.count, entry.first_record);
    entry.count = 0;
  }
  static std::size_t place_of(const ShortText& text) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
    return ((text.low * kMix) ^ (text.high + text.tag)) * kMix >> (64U - kPlaceBits);
  }

  std::array<Entry, std::size_t{1} << kPlaceBits> entries_{};
  std::uint64_t asked_ = 0;
  std::uint64_t found_ = 0;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_CLEAN_CELLS_H
