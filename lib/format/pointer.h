// JSON pointers (RFC 6901) as the steps that they are made of.
//
//   /data/a~1b   ->   data, a/b
//   ""           ->   no steps: the value itself
//   data         ->   no pointer
// Test: tests/format/pointer_test.cc.
#ifndef CROSSWALK_FORMAT_POINTER_H
#define CROSSWALK_FORMAT_POINTER_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::format {

/// The steps of `pointer`; nothing if it is none.
std::optional<std::vector<std::string>> pointer_steps(std::string_view pointer);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_POINTER_H
