// What the machine has.
//
//   4 GiB of memory   ->   4294967296, whatever of it is in use or allowed to this process
//   AVX2, carry-less multiplication   ->   VectorUnit::kAvx2, unless CROSSWALK_CPU=sse
// Code that has a faster twin for some processors asks here at run time, so one build runs
// everywhere and tests can run every twin.
// Test: tests/base/machine_test.cc.
#ifndef CROSSWALK_BASE_MACHINE_H
#define CROSSWALK_BASE_MACHINE_H

#include <cstdint>

namespace crosswalk::base {

/// Bytes of memory; 1 GiB if the system does not tell.
std::uint64_t machine_memory();

/// Instructions that look at several bytes at once; each has those before it, too.
enum class VectorUnit : std::uint8_t {
  kScalar,  ///< none
  kSse2,    ///< 16 bytes: every x86-64
  kAvx2,    ///< 32 bytes, with PCLMULQDQ, BMI and POPCNT
};

/// True if this processor has the unit.
bool has_vector_unit(VectorUnit unit);

/// The unit to use: the best that there is, or the lesser one that the environment variable
/// CROSSWALK_CPU names: `avx2`, `sse`, `scalar`. Asked once. Threads: any number.
VectorUnit vector_unit();

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_MACHINE_H
