// What a record's text is besides its texts and numbers, so that the next record which is the same
// otherwise is known without being parsed.
//
//   {"id":1,"name":"Ann"}   ->   `{"id":` NUMBER `,"name":"` TEXT `"}`
//   {"id":23,"name":"B\"b"} fits it;   {"id":null,"name":"Bob"}, {"name":"Bob","id":23} do not
// A record that fits has the members of the first one in the same places, or cannot be read. What
// its texts say is not looked at, unless they say what another value means: values of members
// called `name` in lists of name/value objects belong to the shape. Does not work: texts that are
// not quoted; they belong to the shape too. Test: tests/conversion/record_shape_test.cc, held
// against the parser.
#ifndef CROSSWALK_CONVERSION_RECORD_SHAPE_H
#define CROSSWALK_CONVERSION_RECORD_SHAPE_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "conversion/record_view.h"
#include "format/fields.h"

namespace crosswalk::conversion {

/// The names of members that say what the value beside them means: of pairs.
std::vector<std::string> naming_members(const std::vector<format::Field>& fields);

/// The shape of one record. Threads: immutable.
class RecordShape {
 public:
  /// `fixed`: names of members whose values belong to the shape. Keeps nothing of its arguments.
  RecordShape(const RecordView& record, const std::vector<std::string>& fixed);
  /// True if `text` has this shape. Cost: linear; no allocation.
  [[nodiscard]] bool fits(std::string_view text) const;

 private:
  enum class Gap : std::uint8_t { kText, kNumber, kEnd };
  /// Bytes that stay, and what stands behind them.
  struct Piece {
    std::string bytes;
    Gap behind = Gap::kEnd;
  };

  std::vector<Piece> pieces_;
};

/// The shapes of the records that were met first.
/// Threads: one.
class RecordShapes {
 public:
  /// `fixed`: as in RecordShape.
  explicit RecordShapes(std::vector<std::string> fixed) : fixed_(std::move(fixed)) {}
  /// Keeps the shape of `record`, unless there are many.
  void add(const RecordView& record);
  /// True if `text` has a shape that was kept.
  [[nodiscard]] bool fit(std::string_view text);

 private:
  std::vector<std::string> fixed_;
  std::vector<RecordShape> shapes_;  // those that fitted of late in front
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_RECORD_SHAPE_H
