// The names that `is` may point to: the members of the canonical customer and event.
//
// They stand in schemas/canonical, which is inside the binary: a pointer is followed through
// `properties`, and through `additionalProperties` where an object takes any name.
//   /address/city        a field            /attributes/vip, /attributes/*   fields of an open
//   object /adress/city         unknown (did you mean /address?) /address             no field: it
//   has members
// Test: tests/format/canonical_test.cc.
#ifndef CROSSWALK_FORMAT_CANONICAL_H
#define CROSSWALK_FORMAT_CANONICAL_H

#include <string>
#include <string_view>
#include <vector>

#include "format/definition.h"

namespace crosswalk::format {

/// What is wrong with `pointer` as the name of a field of the canonical record that `holds` names;
/// empty if nothing is. REQUIRES: holds is not kNothing.
/// Threads: pure after the first call. Cost: linear in the members on the way.
std::string canonical_fault(Holds holds, std::string_view pointer);

/// The texts that the field at `pointer` may have; empty if any.
/// REQUIRES: canonical_fault(holds, pointer) is empty. Threads, cost: as canonical_fault().
std::vector<std::string> canonical_values(Holds holds, std::string_view pointer);

/// True if the field at `pointer` may hold a list as well as one value, such as /attributes/x.
/// REQUIRES, threads, cost: as canonical_values().
bool may_be_canonical_list(Holds holds, std::string_view pointer);

/// The `format` of the field at `pointer`; empty if it has none.
/// REQUIRES, threads, cost: as canonical_values().
std::string canonical_format(Holds holds, std::string_view pointer);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_CANONICAL_H
