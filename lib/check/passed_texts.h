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
  using Half = std::uint32_t;
  /// A text: its first and its last eight bytes, its length and its kind. Made of whole words, as
  /// one that is written in parts and read as a whole has the reader wait.
  struct Entry {
    Word first = 0;
    Word last = 0;
    Word size_and_kind = 0;  // 0: none

    friend bool operator==(const Entry&, const Entry&) = default;
  };
  static constexpr std::size_t kPlaces = 4;

  static bool is_kept(std::string_view text) {
    return !text.empty() && text.size() <= 2 * sizeof(Word);
  }
  static std::size_t place_of(std::string_view text) {
    return (text.size() + static_cast<unsigned char>(text.back())) % kPlaces;
  }
  template <class Value>
  static Word load(const char* from) {
    Value value;
    std::memcpy(&value, from, sizeof value);
    return value;
  }
  static Entry entry_of(json::Kind kind, std::string_view text) {
    constexpr unsigned kKindShift = 8;
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const Word size_and_kind = text.size() | static_cast<Word>(kind) << kKindShift;
    if (text.size() >= sizeof(Word))
      return {load<Word>(begin), load<Word>(end - sizeof(Word)), size_and_kind};
    if (text.size() >= sizeof(Half))
      return {load<Half>(begin), load<Half>(end - sizeof(Half)), size_and_kind};
    Word letters = 0;
    for (const char byte : text) letters = letters << 8U | static_cast<unsigned char>(byte);
    return {letters, 0, size_and_kind};
  }

  std::array<Entry, kPlaces> entries_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_PASSED_TEXTS_H
