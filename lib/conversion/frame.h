// What stands around the records of one body, so that bodies can be cut anywhere between records.
//
// A body is `before`, then its records, then `after`; `first` stands before the first record and
// `between` before every other one, so a body without records is `before` + `after`.
//   JSON  {"header":["a"],"data":[ | LF ["x"] | ,LF ["y"] | LF]}LF
//   CSV   a LF | x LF | y LF |
// Where one object stands for a list of one, a body of one record is that record and a line end.
// Frames of documents and forms are made from their request (request.h).
// Test: tests/conversion/frame_test.cc.
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
  std::string before;             ///< header line; `{"header":[...],"data":[`
  std::string first;              ///< before the first record: nothing; a line end
  std::string between;            ///< before each other record: nothing; a comma and a line end
  std::string after;              ///< nothing; a line end, `]}`, a line end
  bool holds_one = false;         ///< a body has one record at most
  bool may_stand_bare = false;    ///< a body of one record is the record and a line end
  std::string bare_before = {};   ///< before a record that stands bare: nothing
  std::string bare_after = "\n";  ///< behind it

  /// True if a body of so many records is a record alone.
  [[nodiscard]] bool is_bare(std::uint64_t records) const { return may_stand_bare && records == 1; }
  /// Bytes of a body of `records` records that take `record_bytes` bytes together.
  [[nodiscard]] std::uint64_t body_bytes(std::uint64_t record_bytes, std::uint64_t records) const;
};

/// `frame` in another encoding, begun by the byte order mark that its name asks for; nothing if the
/// encoding lacks a character of it.
std::optional<Frame> encoded(const Frame& frame, text::Encoder& encoder);

/// The canonical frame of `layout` around records with the columns `names`; of NDJSON there is
/// none. REQUIRES: layout is kCsv, kHeaderData or kNdjson.
Frame make_frame(const format::Layout& layout, std::span<const std::string> names);

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_FRAME_H
