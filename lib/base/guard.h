// No exception leaves the library: every public function runs inside guarded(), and every thread.
//
// The library itself throws nothing; what can come up is the standard library's want of memory or
// threads, and third-party code that was not caught where it enters.
//   guarded([&] { return run(); })   ->   run()'s result, or an Error
// Test: tests/base/guard_test.cc.
#ifndef CROSSWALK_BASE_GUARD_H
#define CROSSWALK_BASE_GUARD_H

#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <utility>

#include "crosswalk/result.h"

namespace crosswalk::base {

/// Calls `work`, which returns a Result. Errors: those of `work`; kIo if memory ran out or the
/// system refused something, kBug for any other exception.
template <class Work>
auto guarded(Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::kIo, "out of memory"};
  } catch (const std::system_error& thrown) {
    return Error{ErrorKind::kIo, std::string("the system refused: ") + thrown.what()};
  } catch (const std::exception& thrown) {
    return Error{ErrorKind::kBug, std::string("unexpected exception: ") + thrown.what()};
  } catch (...) {
    return Error{ErrorKind::kBug, "unexpected exception"};
  }
}

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_GUARD_H
