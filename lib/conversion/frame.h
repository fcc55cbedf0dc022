// What stands around the records of one body, so that bodies can be cut anywhere between records.
//
// A body is `before`, then its records, then `after`; `first` stands before the first record and
// `between` before every other one, so a body without records is `before` + `after`.
//   JSON  {"header":["a"],"data":[ | LF ["x"] | ,LF ["y"] | LF]}LF
//   CSV   a LF | x LF | y LF |
// It holds for layouts of rows only; documents have no frame. Test: tests/conversion/frame_test.cc.
#ifndef CROSSWALK_CONVERSION_FRAME_H
#define CROSSWALK_CONVERSION_FRAME_H

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "format/definition.h"
#include "text/encoder.h"

namespace crosswalk::conversion {

/// The bytes around the records of one body.
struct Frame {
  std::string before;   ///< header line; `{"header":[...],"data":[`
  std::string first;    ///< before the first record: nothing; a line end
  std::string between;  ///< before each other record: nothing; a comma and a line end
  std::string after;    ///< nothing; a line end, `]}`, a line end

  /// Bytes of a body of `records` records that take `record_bytes` bytes together.
  [[nodiscard]] std::uint64_t body_bytes(std::uint64_t record_bytes, std::uint64_t records) const;
};

/// `frame` in another encoding, begun by the byte order mark that its name asks for; nothing if the
/// encoding lacks a character of it.
std::optional<Frame> encoded(const Frame& frame, text::Encoder& encoder);

/// The canonical frame of `layout` around records with the columns `names`.
/// REQUIRES: layout is one of rows (kCsv, kHeaderData).
Frame make_frame(const format::Layout& layout, std::span<const std::string> names);

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_FRAME_H
