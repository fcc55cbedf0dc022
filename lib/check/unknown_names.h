// Which members of an object a format describes, to warn of the others.
//
// An object with `properties` and without `additionalProperties` lets everything in, so a misspelt
// member vanishes in silence. The names that count are those of all schemas that describe the same
// object: through `$ref`, `allOf`, and every branch of `anyOf`, `oneOf`, `if` and `dependencies`,
// whether it holds or not, and through members that several of these describe. One
// `additionalProperties` among them says what others may be there.
//   {"properties":{"a":{}},"allOf":[{"properties":{"b":{}}}]}   on {"a":1,"c":2}   ->   c
//   {"properties":{"a":{}},"additionalProperties":true}         on {"c":2}         ->   nothing
// Only what is described from the root by `properties`, `items` and the like is asked: a schema
// inside a condition says more of a value, not all. Test: tests/check/unknown_names_test.cc.
#ifndef CROSSWALK_CHECK_UNKNOWN_NAMES_H
#define CROSSWALK_CHECK_UNKNOWN_NAMES_H

#include <optional>
#include <string>
#include <vector>

#include "format/schema.h"

namespace crosswalk::check {

/// What members an object may have.
struct DescribedNames {
  std::vector<std::string> names;
  std::vector<std::string> patterns;
};

/// The names that all schemas of the same value as `nodes` describe; nothing if others are welcome,
/// or none is described.
std::optional<DescribedNames> described_names(const format::Schema& schema,
                                              const std::vector<format::NodeId>& nodes);

/// By node: those that describe a value together with it, itself first, if unknown names of that
/// value are to be told there; else none.
std::vector<std::vector<format::NodeId>> nodes_that_tell_unknown_names(
    const format::Schema& schema);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_UNKNOWN_NAMES_H
