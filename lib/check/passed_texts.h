// The short texts that passed of late, so that what is asked of a column is not asked again of the
// same text.
//
// Many columns have few values (a gender, a flag, an answer): to see that a cell says what one
// before it said costs less than any test. Kept are four texts of up to 16 bytes, each where its
// length and its last byte put it.
//   True False True   ->   two texts are asked, the third is known
//   ids                ->   never met again: each costs a look, and takes the place of another
// Test: tests/check/passed_texts_test.cc.
#ifndef CROSSWALK_CHECK_PASSED_TEXTS_H
#define CROSSWALK_CHECK_PASSED_TEXTS_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "json/tape.h"

namespace crosswalk::check {

/// What passed in one column.
/// Threads: one.
class PassedTexts {
 public:
  /// True if `text` was added as a value of `kind` and is kept.
  [[nodiscard]] bool has(json::Kind kind, std::string_view text) const {
    return is_kept(text) && entries_[place_of(text)] == entry_of(kind, text);
  }
  void add(json::Kind kind, std::string_view text) {
    if (is_kept(text)) entries_[place_of(text)] = entry_of(kind, text);
  }

 private:
  using Word = std::uint64_t;
  /// A text: its first and its last eight bytes.
  struct Entry {
    Word first = 0;
    Word last = 0;
    std::uint8_t size = 0;  // 0: none
    json::Kind kind = json::Kind::kNull;

    friend bool operator==(const Entry&, const Entry&) = default;
  };
  static constexpr std::size_t kPlaces = 4;

  static bool is_kept(std::string_view text) {
    return !text.empty() && text.size() <= 2 * sizeof(Word);
  }
  static std::size_t place_of(std::string_view text) {
    return (text.size() + static_cast<unsigned char>(text.back())) % kPlaces;
  }
  static Entry entry_of(json::Kind kind, std::string_view text) {
    const char* const end = text.data() + text.size();
    Entry entry{0, 0, static_cast<std::uint8_t>(text.size()), kind};
    if (text.size() >= sizeof(Word)) {
      std::memcpy(&entry.first, text.data(), sizeof(Word));
      std::memcpy(&entry.last, end - sizeof(Word), sizeof(Word));
    } else if (constexpr std::size_t kHalf = sizeof(Word) / 2; text.size() >= kHalf) {
      std::memcpy(&entry.first, text.data(), kHalf);
      std::memcpy(&entry.last, end - kHalf, kHalf);
    } else {
      for (const char byte : text)
        entry.first = entry.first << 8U | static_cast<unsigned char>(byte);
    }
    return entry;
  }

  std::array<Entry, kPlaces> entries_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_PASSED_TEXTS_H
