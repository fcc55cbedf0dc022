// What valijson is known to judge wrongly, so that all else can be held against it.
//
// Each fault has its own function here; docs/conformance.md tells of them.
//   {"multipleOf": 0.01} and 19.99   left out: it divides doubles
//   {"maximum": 5} and 6             held
// Test: tests/fuzz/reference_faults_test.cc.
#ifndef CROSSWALK_FUZZ_SUPPORT_REFERENCE_FAULTS_H
#define CROSSWALK_FUZZ_SUPPORT_REFERENCE_FAULTS_H

#include <string>
#include <string_view>

#include "json/tape.h"

namespace crosswalk::fuzz {

/// A JSON text and its tape.
struct Parsed {
  std::string text;
  json::Tape tape;
  bool is_good = false;  ///< by strict reading
  explicit Parsed(std::string_view json);
};

/// True if `schema` holds nothing that valijson is known to read otherwise.
bool reference_should_agree_on_schema(const Parsed& schema);

/// The same of a value under such a schema.
bool reference_should_agree_on_value(const Parsed& value);

/// True if valijson reads this number as what it is: neither a fraction, an exponent nor a minus
/// zero, and not too long.
bool is_plain_number(std::string_view number);

}  // namespace crosswalk::fuzz

#endif  // CROSSWALK_FUZZ_SUPPORT_REFERENCE_FAULTS_H
