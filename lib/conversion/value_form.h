// How a scalar is written in a field, and the way from one form to another.
//
//   date-time  1990-12-31T00:00:00Z   ->   date  1990-12-31      a time of day would be lost
//   unix       1512011429             ->   date-time  2017-11-30T03:10:29Z
//   number     369.60                 ->   text  "369.60"        characters are kept
// A birth date is the day that is written, whatever the zone says: no date is ever moved by one.
// Test: tests/conversion/value_form_test.cc.
#ifndef CROSSWALK_CONVERSION_VALUE_FORM_H
#define CROSSWALK_CONVERSION_VALUE_FORM_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "format/fields.h"
#include "json/tape.h"

namespace crosswalk::conversion {

/// What a field's scalars are.
enum class FormKind : std::uint8_t {
  kAny,
  kText,
  kNumber,
  kInteger,
  kBoolean,
  kFlag,
  kUnix,
  kDate,
  kDateTime
};

/// How a field's values are written.
struct ValueForm {
  FormKind kind = FormKind::kAny;
  bool is_list = false;  ///< an array of scalars
  std::string by;        ///< what stands between several values in one text; empty = one value
  std::vector<std::string> texts;  ///< the only ones that it can be; empty = any

  [[nodiscard]] bool holds_several() const { return is_list || !by.empty(); }
};

/// The form of a field's values.
ValueForm form_of(const format::Schema& schema, const format::Field& field);

/// A scalar: a string's characters, a number's or literal's bytes.
struct Scalar {
  json::Kind kind = json::Kind::kString;
  std::string_view text;
};

/// What became of a scalar.
enum class Change : std::uint8_t {
  kNone,
  kForm,     ///< spelt otherwise
  kLoss,     ///< a part of it has no place
  kNoMatch,  ///< the form cannot say it
};

/// Brings `value` into the form `kind`. The result may be a view into `scratch`.
/// Threads: pure. Cost: linear.
Change bring_into(FormKind kind, Scalar& value, std::string& scratch);

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_VALUE_FORM_H
