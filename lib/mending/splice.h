// A text with some stretches replaced, and the way between places of both.
//
// Repairing changes nothing but what is wrong: the output is the input with edits, and all other
// bytes are copied. Findings of the mended text are led back to the input, so that they stand where
// the reader of the report looks.
//   `[1,,2]` with `""` put in at 3   ->   `[1,"",2]`; the 2 at 6 came from 4
//   an edit of [2,5) and one of [4,6)   ->   refused: which of them is meant cannot be said
// Test: tests/mending/splice_test.cc.
#ifndef CROSSWALK_MENDING_SPLICE_H
#define CROSSWALK_MENDING_SPLICE_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::mending {

/// The bytes from `begin` to `end` become `text`.
struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;

  friend bool operator==(const Edit&, const Edit&) = default;
};

/// Edits of one text, by place.
class Splice {
 public:
  /// Adds an edit behind those that end where it begins. False, and nothing is done, if it overlaps
  /// another one.
  bool add(Edit edit);
  /// Adds an edit in place of those that lie inside it; text put in at its end stays. False, and
  /// nothing is done, if it overlaps another one.
  bool replace(Edit edit);

  [[nodiscard]] bool empty() const { return edits_.empty(); }
  [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }
  /// The text with its edits. REQUIRES: they lie inside `text`.
  [[nodiscard]] std::string apply(std::string_view text) const;

  /// Where something that begins, or ends, at `offset` of the text does so in the mended text: what
  /// is put in there lies inside it.
  [[nodiscard]] std::uint32_t begin_in_mended(std::uint32_t offset) const;
  [[nodiscard]] std::uint32_t end_in_mended(std::uint32_t offset) const;
  /// The way back: places inside a replaced text give the begin, or end, of its edit.
  [[nodiscard]] std::uint32_t begin_in_text(std::uint32_t offset) const;
  [[nodiscard]] std::uint32_t end_in_text(std::uint32_t offset) const;

 private:
  std::vector<Edit> edits_;  // by begin; none overlaps the next
};

}  // namespace crosswalk::mending

#endif  // CROSSWALK_MENDING_SPLICE_H
