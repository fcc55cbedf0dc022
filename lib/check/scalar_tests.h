// The tests that look at nothing but a scalar: shared by the interpreter and by the sweep over
// cells.
//
//   ENUM 0, 1 on 1.0      passes: numbers are compared by value
//   SPELLING flag on 1.0  fails: a flag is written 0 or 1
// Test: tests/check/program_test.cc.
#ifndef CROSSWALK_CHECK_SCALAR_TESTS_H
#define CROSSWALK_CHECK_SCALAR_TESTS_H

#include <cstdint>

#include "check/code.h"
#include "check/value.h"

namespace crosswalk::check {

/// The verdict of one test on one value, `negated` left aside.
/// REQUIRES: is_test(test.op), and the value is of a kind that the test applies to. Of containers
/// only the type can be asked.
bool passes(const Program::Code& code, const Instruction& test, const Value& value);

/// The same with `negated`, and of kMinLength, kMaxLength and kWithin too.
bool passes_scalar(const Program::Code& code, const Instruction& test, const Value& value,
                   std::int64_t now_unix);

/// True if `value` lies within `range`, or is no time at all: that is the business of the plain
/// keywords.
bool is_within(const TimeRange& range, const Value& value, std::int64_t now_unix);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_SCALAR_TESTS_H
