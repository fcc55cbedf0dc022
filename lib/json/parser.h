// The JSON reader: strict (RFC 8259), or tolerant of known broken syntax, over contiguous text; one
// pass, no recursion.
//
// It yields events to a handler; the tape builder is one. What is wrong comes out as Faults with
// byte offsets: in strict reading the first stops it; in tolerant reading each fault that can be
// mended is mended and reported, and reading goes on.
//   [1, ,2]  strict: kElidedElement at the second comma.  tolerant: as many elements as commas + 1;
//   missing ones are "".
// Test: tests/json/parser_test.cc, held against RapidJSON and simdjson.
#ifndef CROSSWALK_JSON_PARSER_H
#define CROSSWALK_JSON_PARSER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/tape.h"

namespace crosswalk::json {

/// What is wrong with a text.
enum class FaultKind : std::uint8_t {
  kSyntax,
  kElidedElement,
  kTrailingComma,
  kLeadingZero,
  kUnclosed,
  kTextBeforeDocument,
  kMemberInArray,
  kDuplicateKey,
  kBadUtf8,
  kLoneSurrogate,
  kDepth
};

/// One fault. `expected` says what strict reading wanted there, from a fixed list of texts ("a
/// comma or ]").
struct Fault {
  FaultKind kind = FaultKind::kSyntax;
  std::uint32_t offset =
      0;  ///< the byte where strict reading stops; for elided cells the second comma
  std::string_view expected;
  bool mended = false;
};

/// How to read.
struct ParseOptions {
  bool tolerant = false;
  std::uint32_t max_depth = 256;
};

/// Parses one value with blanks around it (BOM not allowed: the caller reads past it) into `tape`.
/// Faults are appended in order of offset. Returns true if a whole value was read: strictly, or
/// with every fault mended. kDuplicateKey, kBadUtf8 and kLoneSurrogate do not stop even strict
/// reading but make it return false. Cost: linear in the bytes and their depth; duplicate names are
/// found by hash in objects of more than 8 members.
bool parse(std::string_view text, const ParseOptions& options, Tape& tape,
           std::vector<Fault>& faults);

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_PARSER_H
