// Did you mean: what stands in a schema that is near to what was found.
//
//   member `custmouid`            ->   did you mean customuid?
//   `tx_region` beside `^txt_`    ->   did you mean txt_region?
//   `add` where `Add` may stand   ->   did you mean Add?
//   an alias of the format        ->   what the format says of it
// Only what the schema has is said, never what was found. Test: tests/check/suggestion_test.cc.
#ifndef CROSSWALK_CHECK_SUGGESTION_H
#define CROSSWALK_CHECK_SUGGESTION_H

#include <string>
#include <string_view>

#include "check/code.h"
#include "check/value.h"

namespace crosswalk::check {

/// A question for the hint of a finding: the name among `members` that is meant by `name`; empty if
/// none is near. Cost: linear in the members.
std::string suggestion(const Members& members, std::string_view name);

/// The same for a value that is none of `choice`; empty for what is no text.
std::string suggestion(const Choice& choice, const Value& value);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_SUGGESTION_H
