// Exceptions on their way through functions of the C library.
//
// glibc loads what such an exception needs when the first one arrives, and ends the process if
// memory runs out meanwhile. Want of memory is what the first one may be about: thrown inside a
// std::call_once, ours or that of a library below, it passes through pthread_once().
// Test: tests/faults/faults_test.py.
#ifndef CROSSWALK_BASE_UNWINDING_H
#define CROSSWALK_BASE_UNWINDING_H

namespace crosswalk::base {

/// Has that loaded now, while there is memory. Threads: any number at once. Cost: some
/// microseconds.
void prepare_unwinding();

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_UNWINDING_H
