// What nodes can do to a value, found out once when a schema is compiled.
//
// Most instructions can only refuse some kinds of value: `not: {type: null}` only null. Each
// instruction's `applies` is narrowed to those, so that running it on others costs one mask test.
// A `not` around what is a single test for them becomes that test, negated.
// On the way, rings of nodes that look at the same value are found, since they would never end:
//   {"$ref":"#"}                            a ring
//   {"properties":{"next":{"$ref":"#"}}}    fine: each turn goes one level down the value
// So are schemas that would cost too much: twenty levels of {"allOf":[{"$ref":"#/next"},{"$ref":
// "#/next"}]} ask a million questions of one value.
// Test: tests/check/analyse_test.cc.
#ifndef CROSSWALK_CHECK_ANALYSE_H
#define CROSSWALK_CHECK_ANALYSE_H

#include <optional>
#include <vector>

#include "check/code.h"

namespace crosswalk::check {

/// The nodes that an instruction applies to the same value.
std::vector<format::NodeId> nodes_on_same_value(const Program::Code& code,
                                                const Instruction& instruction);

/// The keys (Code::keys) of every record that `node` judges, whatever else is true of it.
/// REQUIRES: `code` can be run.
std::vector<std::uint32_t> unguarded_keys(const Program::Code& code, format::NodeId node);

/// Why a schema cannot be run, and the node that shows it.
struct Hindrance {
  format::NodeId node = format::kNoNode;
  const char* what = "";
};

/// Narrows and fuses all instructions of `code` and fills in what its nodes can do. Returns what
/// keeps `code` from being run, if anything does.
std::optional<Hindrance> analyse(Program::Code& code);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_ANALYSE_H
