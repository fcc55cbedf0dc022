// Outlines: what records are apart from their values.
//
// An outline is the brackets, names and kinds of values of a text, in their order. The records of
// one file have few of them, so a text is read by following one that is known: no name is looked
// up, nothing is asked but whether what comes is what came before. Where a text leaves an outline,
// another one goes on that began alike.
//   {"id":"7","tags":[1]}   outline: { id string , tags [ number ] }
//   {"id":"8","tags":[2]}   follows it          {"id":null,"tags":[1]}   does not, and is learned
// Whoever asks the same of all records of an outline can keep the answer by its number. Does not
// work: files whose records are all different; they are soon left alone. Test:
// tests/json/outlines_test.cc, held against the reading without them.
#ifndef CROSSWALK_JSON_OUTLINES_H
#define CROSSWALK_JSON_OUTLINES_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/place_cursor.h"
#include "json/tape.h"

namespace crosswalk::json {

/// The outlines of one input.
/// Threads: one. Memory: at most kMost outlines of kMostSteps steps.
class Outlines {
 public:
  /// Reads the text under `cursor` by the outlines that are known. Returns false if none fits: the
  /// tape then means nothing. Cost: linear, and for each place where outlines part their number.
  bool follow(PlaceCursor cursor, Tape& tape);
  /// Learns the outline of a tape that is not known yet, and numbers the tape, if there is room.
  /// REQUIRES: `tape` is that of `text`, which is good JSON without escapes in names.
  void learn(std::string_view text, Tape& tape);

 private:
  static constexpr std::size_t kMost = 32;
  static constexpr std::size_t kMostSteps = 1000;

  enum class StepKind : std::uint8_t { kScalar, kName, kOpen, kClose, kComma };
  struct Step {
    StepKind kind = StepKind::kScalar;
    Kind of = Kind::kNull;    // kScalar, kOpen, kClose: of the value
    std::uint32_t token = 0;  // kClose: of the container
    std::uint32_t count = 0;  // kClose: its members or elements
    std::uint32_t begin = 0;  // kName: with its quotes, in Outline::names
    std::uint32_t size = 0;
  };
  struct Outline {
    std::uint64_t number = 0;
    std::vector<Step> steps;
    std::string names;
    std::vector<std::size_t> shared;  // by outline before it: steps that both begin with
  };

  static bool take(const Outline& outline, const Step& step, PlaceCursor& cursor, Tape& tape);
  static bool take_scalar(Kind kind, PlaceCursor& cursor, Tape& tape);
  static Outline outline_of(std::string_view text, const Tape& tape);
  static std::size_t count_shared(const Outline& a, const Outline& b);
  [[nodiscard]] std::size_t shared(std::size_t a, std::size_t b) const;
  bool change(std::size_t& outline, std::size_t step, PlaceCursor& cursor, Tape& tape) const;
  bool has_patience();

  std::vector<Outline> outlines_;
  std::size_t last_ = 0;      // the one that was followed last
  std::uint32_t missed_ = 0;  // texts in a row that followed none
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_OUTLINES_H
