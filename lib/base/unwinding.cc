// See unwinding.h. A backtrace needs the same as an exception, and all that is asked of it is to
// load that.
#include "base/unwinding.h"

#include <execinfo.h>

namespace crosswalk::base {

void prepare_unwinding() {
  void* frame = nullptr;
  backtrace(&frame, 1);
}

}  // namespace crosswalk::base
