// No exception leaves the library: every public function runs inside guarded().
//
// The library itself throws nothing; what can come up is the standard library's want of memory and
// third-party code that was not caught where it enters.
//   guarded([&] { return run(); })   ->   run()'s result, or an Error
// Test: tests/api/guard_test.cc.
#ifndef CROSSWALK_API_GUARD_H
#define CROSSWALK_API_GUARD_H

#include <exception>
#include <new>
#include <string>
#include <utility>

#include "crosswalk/result.h"

namespace crosswalk::api {

/// Calls `work`, which returns a Result. Errors: those of `work`; kIo if memory ran out, kBug for
/// any other exception.
template <class Work>
auto guarded(Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::kIo, "out of memory"};
  } catch (const std::exception& thrown) {
    return Error{ErrorKind::kBug, std::string("unexpected exception: ") + thrown.what()};
  } catch (...) {
    return Error{ErrorKind::kBug, "unexpected exception"};
  }
}

}  // namespace crosswalk::api

#endif  // CROSSWALK_API_GUARD_H
