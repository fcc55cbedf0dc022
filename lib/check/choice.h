// The values of `const` or `enum`, ready to be compared: texts and containers sorted, numbers read.
//
//   [1, "b", {"x":1.0}, "a"]   ->   numbers 1; texts a, b; containers {"x":1}
// Test: tests/check/choice_test.cc.
#ifndef CROSSWALK_CHECK_CHOICE_H
#define CROSSWALK_CHECK_CHOICE_H

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "check/code.h"
#include "format/schema.h"

namespace crosswalk::check {

/// The choice among the values at `tokens` of the schema's tape.
Choice make_choice(const format::Schema& schema, const std::vector<std::uint32_t>& tokens);

/// What is known to be meant by texts outside an enum: what repairs write, and what is only
/// suggested.
std::vector<std::pair<std::string, std::string>> aliases_of(const format::Annotation& annotation);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_CHOICE_H
