// Outlines: what records are apart from their texts and numbers.
//
// An outline is the bytes of a record that stay, and gaps for its texts and numbers. The records of
// one file have few outlines, so a text is read by following one that is known: the bytes between
// gaps are compared, no name is looked up, and the tape is that of the record that the outline was
// learned from, with its places moved. Where a text leaves an outline, another one goes on that
// began alike.
//   {"id":"7","n":1}   outline: `{"id":"` TEXT `","n":` NUMBER `}`
//   {"id":"8\"","n":2} follows it      {"id":null,"n":1}, {"id":"7", "n":1} do not, and are learned
// Whoever asks the same of all records of an outline can keep the answer by its number
// (json/by_outline.h). Does not work: files whose records are all different; they are soon left
// alone. Test: tests/json/outlines_test.cc, held against the reading without them.
#ifndef CROSSWALK_JSON_OUTLINES_H
#define CROSSWALK_JSON_OUTLINES_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/tape.h"

namespace crosswalk::json {

/// A number that no outline has yet. They are never given twice, so that answers of one input are
/// not taken for those of another. Threads: any.
std::uint64_t next_outline();

/// The outlines of one input.
/// Threads: one. Memory: a few outlines; long records have none.
class Outlines {
 public:
  /// Reads `text` into `tape` by the outlines that are known. Returns false if it follows none: the
  /// tape then means nothing. Cost: linear, and for each place where outlines part their number.
  bool follow(std::string_view text, Tape& tape);
  /// Learns the outline of a tape, if it is not known yet and there is room, and numbers the tape.
  /// REQUIRES: `tape` is that of `text`, which is good JSON without escapes
  /// in names.
  void learn(std::string_view text, Tape& tape);

 private:
  enum class Gap : std::uint8_t { kText, kNumber, kEnd };
  /// Bytes that stay, and what stands behind them.
  struct Piece {
    std::string bytes;
    Gap behind = Gap::kEnd;
    std::uint32_t begin = 0;  // in the text that was learned
    std::uint32_t text = 0;   // kText: its token
    bool operator==(const Piece& other) const {
      return bytes == other.bytes && behind == other.behind;
    }
  };
  /// The pieces in which a token begins and ends.
  struct Pieces {
    std::uint16_t begin = 0;
    std::uint16_t end = 0;
  };
  struct Outline {
    std::uint64_t number = 0;
    std::vector<Piece> pieces;
    std::vector<Token> tokens;        // with the places of the text that was learned
    std::vector<Pieces> pieces_of;    // by token
    std::vector<std::size_t> shared;  // by outline before it: pieces that both begin with
  };
  /// Where a text is being read.
  struct Reading {
    const char* at = nullptr;
    const char* end = nullptr;
    bool escaped = false;  // the text in the gap before
  };

  static Outline outline_of(std::string_view text, const Tape& tape);
  static bool take(const Piece& piece, Reading& reading);
  void make_tape(const Outline& outline, Tape& tape);
  [[nodiscard]] std::size_t shared(std::size_t a, std::size_t b) const;
  bool change(std::size_t& outline, std::size_t piece, Reading& reading) const;
  bool has_patience();

  std::vector<Outline> outlines_;
  std::size_t last_ = 0;               // the one that was followed last
  std::uint32_t missed_ = 0;           // texts in a row that followed none
  std::vector<std::uint32_t> begins_;  // of the pieces, in the text at hand
  std::vector<std::uint8_t> escaped_;  // by piece: the text behind it holds escapes
  bool any_escaped_ = false;
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_OUTLINES_H
