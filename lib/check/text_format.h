// The `format`s that are asserted: those of draft-07, `duration`, `uuid`, and one of our own; all
// others are notes for people, as the draft allows.
//
//   email           jane@localhost         one @, something on both sides, no blanks
//   duration        P1Y2M10DT2H30M, P3W    of ISO 8601, without fractions
//   json-pointer    /a~1b/0                RFC 6901
//   iso-date-time   2024-02-29T20:00:00    a date-time whose offset may be left out
//   colour          not asserted: every text passes
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
  kIsoDateTime,
  kDuration,
  kEmail,
  kIdnEmail,
  kHostname,
  kIdnHostname,
  kIpv4,
  kIpv6,
  kUri,
  kUriReference,
  kIri,
  kIriReference,
  kUriTemplate,
  kUuid,
  kJsonPointer,
  kRelativeJsonPointer,
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
