// The JSON parser: strict (RFC 8259), or tolerant of known broken syntax, over contiguous text; one
// pass, no recursion.
//
// reader.h yields events (events.h); the tape builder is one handler of them. What is wrong comes
// out as Faults with byte offsets: in strict reading the first stops it; in tolerant reading each
// fault that can be mended is mended and reported, and reading goes on.
//   [1, ,2]  strict: kElidedElement at the second comma.  tolerant: as many elements as commas + 1;
//   missing ones are "".
//   {"a":}   kSyntax at the brace in both: what is missing there would be a guess.
// Test: tests/json/parser_test.cc; held against RapidJSON and simdjson in parser_twin_test.cc.
#ifndef CROSSWALK_JSON_PARSER_H
#define CROSSWALK_JSON_PARSER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/tape.h"

namespace crosswalk::json {

/// What is wrong with a text, and what tolerant reading makes of it.
enum class FaultKind : std::uint8_t {
  kSyntax,              ///< not mended
  kElidedElement,       ///< `[1, ,2]`: as many elements as commas + 1, the missing ones empty
  kTrailingComma,       ///< `[1,]`, `{"a":1,}`: dropped; in a row it is an elided element
  kLeadingZero,         ///< `0123`: a string of these digits
  kUnclosed,            ///< the text ends first: closers are added, unless a value is missing too
  kTextBeforeDocument,  ///< a status line such as `200 OK`: read past
  kMemberInArray,       ///< `{"data":[1,"cursor":2]}`: the member goes to the root object
  kDuplicateKey,        ///< not mended, does not stop
  kBadUtf8,             ///< not mended, does not stop; one for each string or name
  kLoneSurrogate,       ///< not mended, does not stop
  kNumberRange,         ///< not mended, does not stop
  kDepth                ///< not mended
};

/// One fault. `expected` says what strict reading wanted there ("a comma or ]").
struct Fault {
  FaultKind kind = FaultKind::kSyntax;
  std::uint32_t offset =
      0;                 ///< the byte where strict reading stops; for elided cells the second comma
  std::string expected;  ///< kUnclosed: all closers that are missing, in their order
  bool mended = false;
};

/// How to read.
struct ParseOptions {
  bool tolerant = false;
  std::uint32_t max_depth = 256;
};

/// Parses one value with blanks around it (BOM not allowed: the caller reads past it) into `tape`,
/// which is cleared first. Faults are appended in order of offset. Returns true if a whole value
/// was read: strictly, or with every fault mended. kDuplicateKey, kBadUtf8, kLoneSurrogate and
/// kNumberRange do not stop even strict reading but make it return false; the tape is then whole
/// all the same. After any other fault the tape holds what was read before it, and can be walked.
/// REQUIRES: at most 1 GiB of text. Threads: pure. Cost: linear; n log n in an object's members.
bool parse(std::string_view text, const ParseOptions& options, Tape& tape,
           std::vector<Fault>& faults);

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_PARSER_H
