// Where the references of a schema lead in the end, found out once for all nodes.
//
//   a -> b -> c   ->   a and b lead to c
//   a -> b -> a   ->   left as it is: analyse() finds the ring and says where it stands
// Test: tests/check/targets_test.cc.
#ifndef CROSSWALK_CHECK_TARGETS_H
#define CROSSWALK_CHECK_TARGETS_H

#include <vector>

#include "format/schema.h"

namespace crosswalk::check {

/// By node: the first one on its way of `$ref`s that is none itself; the node where there is no
/// end. Cost: linear, however long the ways are.
std::vector<format::NodeId> find_targets(const std::vector<format::Node>& nodes);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_TARGETS_H
