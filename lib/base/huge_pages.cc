// See huge_pages.h.
#include "base/huge_pages.h"

#include <sys/mman.h>

namespace crosswalk::base {

void prefer_huge_pages(void* memory, std::size_t bytes) {
  madvise(memory, bytes - bytes % kHugePageBytes, MADV_HUGEPAGE);
}

}  // namespace crosswalk::base
