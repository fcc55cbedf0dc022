// The draft-07 `format`s that are asserted; all others are notes for people, as the draft allows.
//
//   email      jane@localhost    one @, something on both sides, no blanks
//   ipv4       127.0.0.1         four numbers up to 255, no leading zeros
//   hostname   not asserted: every text passes
// Test: tests/check/text_format_test.cc and the public suite.
#ifndef CROSSWALK_CHECK_TEXT_FORMAT_H
#define CROSSWALK_CHECK_TEXT_FORMAT_H

#include <cstdint>
#include <optional>
#include <string_view>

namespace crosswalk::check {

/// A format that is asserted.
enum class TextFormat : std::uint8_t {
  kDate,
  kTime,
  kDateTime,
  kEmail,
  kUuid,
  kIpv4,
  kIpv6,
  kUri,
  kRegex
};

/// The format called `name`, if it is one that is asserted.
std::optional<TextFormat> text_format(std::string_view name);

/// True if `text` has the format. Cost: linear.
bool has_format(TextFormat format, std::string_view text);

/// What the format wants, for people.
std::string_view describe(TextFormat format);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_TEXT_FORMAT_H
