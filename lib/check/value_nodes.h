// Which nodes of a schema describe a value, and its members, before there is a value.
//
// What a column or an envelope means is asked of the schema alone: `$ref` and `allOf` are followed,
// members and elements are looked up by name; conditions are not decided.
//   nodes {root}, member "a"   ->   the nodes of `properties/a` in root and all that root refers to
// Test: tests/check/value_nodes_test.cc.
#ifndef CROSSWALK_CHECK_VALUE_NODES_H
#define CROSSWALK_CHECK_VALUE_NODES_H

#include <string>
#include <string_view>
#include <vector>

#include "check/code.h"

namespace crosswalk::check {

/// Calls visit(instruction) for each plain keyword of `node` and of what always describes the same
/// value (`$ref`, `allOf`), but for those two.
template <class Visit>
void for_each_keyword(const Program::Code& code, format::NodeId node, const Visit& visit) {
  for (const Instruction& instruction : code.plain(node)) {
    if (instruction.op == Op::kRef || instruction.op == Op::kAllOf) {
      for_each_keyword(code, instruction.node, visit);
    } else {
      visit(instruction);
    }
  }
}

/// The nodes of the member `name` of a value that `nodes` describe.
std::vector<format::NodeId> member_nodes(const Program::Code& code,
                                         const std::vector<format::NodeId>& nodes,
                                         std::string_view name);

/// The nodes of the elements of an array that `nodes` describe.
std::vector<format::NodeId> item_nodes(const Program::Code& code,
                                       const std::vector<format::NodeId>& nodes);

/// The members that a condition asks for, by `required`, `properties` or `dependencies`; some may
/// stand there twice.
std::vector<std::string> asked_names(const Program::Code& code, format::NodeId condition);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_VALUE_NODES_H
