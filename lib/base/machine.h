// What the machine has.
//
//   4 GiB of memory   ->   4294967296, whatever of it is in use or allowed to this process
// Test: tests/base/machine_test.cc.
#ifndef CROSSWALK_BASE_MACHINE_H
#define CROSSWALK_BASE_MACHINE_H

#include <cstdint>

namespace crosswalk::base {

/// Bytes of memory; 1 GiB if the system does not tell.
std::uint64_t machine_memory();

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_MACHINE_H
