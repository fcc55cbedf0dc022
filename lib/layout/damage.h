// What is wrong with a JSON value that is too long to be held: is it broken, or only long?
//
// A quote that is never closed makes a value of everything behind it. Its beginning often says so
// (a raw line end stands in the string), and that is worth more than a limit.
//   {"a":"x\n,...   ->   json.syntax at the line end      [1,2,3,...   ->   nothing
// Test: tests/layout/damage_test.cc.
#ifndef CROSSWALK_LAYOUT_DAMAGE_H
#define CROSSWALK_LAYOUT_DAMAGE_H

#include <optional>
#include <string_view>

#include "json/reader.h"

namespace crosswalk::layout {

/// The fault that stops reading the value that `beginning` begins; nothing if it may go on.
/// Cost: linear.
std::optional<json::Fault> find_damage(std::string_view beginning, json::ReadSettings settings);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_DAMAGE_H
