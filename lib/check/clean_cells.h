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
#include <optional>
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
  /// The facts noted for `text`, if it was added and not pushed out since.
  std::optional<std::uint32_t> find(const ShortText& text) {
    const Entry& entry = entries_[place_of(text)];
    const bool same = entry.low == text.low && entry.high == text.high && entry.tag == text.tag;
    ++asked_;
    found_ += same ? 1 : 0;
    return same ? std::optional(entry.facts) : std::nullopt;
  }
  /// Remembers a clean text and the facts that hold for it, one bit a leaf of its column.
  void add(const ShortText& text, std::uint32_t facts) {
    entries_[place_of(text)] = {text.low, text.high, text.tag, facts};
  }

 private:
  struct Entry {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::uint32_t tag = 0;
    std::uint32_t facts = 0;
  };
  static constexpr unsigned kPlaceBits = 6;
  static constexpr std::uint64_t kTrial = 512;

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
