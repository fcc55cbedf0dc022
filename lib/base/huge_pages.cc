// See huge_pages.h.
#include "base/huge_pages.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

namespace crosswalk::base {

HugePages::~HugePages() {
  release();
}

void HugePages::release() {
  if (mapping_ != nullptr) munmap(mapping_, mapped_bytes_);
}

// Half as much is asked for until the system agrees, but never less than `bytes`.
void HugePages::reserve(std::size_t bytes) {
  for (std::size_t wanted = std::max(bytes, wanted_bytes_);; wanted = std::max(bytes, wanted / 2)) {
    const std::size_t with_room_to_align = wanted + kHugePageBytes;
    void* const found = mmap(nullptr, with_room_to_align, PROT_NONE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (found == MAP_FAILED && wanted == bytes) throw std::bad_alloc();
    if (found == MAP_FAILED) continue;
    mapping_ = static_cast<char*>(found);
    mapped_bytes_ = with_room_to_align;
    const auto past_page = reinterpret_cast<std::uintptr_t>(mapping_) % kHugePageBytes;
    data_ = mapping_ + (past_page == 0 ? 0 : kHugePageBytes - past_page);
    reserved_bytes_ = wanted;
    size_ = 0;
    return;
  }
}

void HugePages::grow(std::size_t bytes) {
  if (bytes > reserved_bytes_) {
    HugePages larger(std::max(wanted_bytes_, 2 * bytes));
    larger.reserve(bytes);
    larger.grow(bytes);
    if (size_ > 0) std::memcpy(larger.data_, data_, size_);
    std::swap(mapping_, larger.mapping_);
    std::swap(mapped_bytes_, larger.mapped_bytes_);
    data_ = larger.data_;
    reserved_bytes_ = larger.reserved_bytes_;
    size_ = bytes;
    return;
  }
  if (mprotect(data_, bytes, PROT_READ | PROT_WRITE) != 0) throw std::bad_alloc();
  // Small tables would only waste what is left of a huge page.
  const std::size_t whole_pages = bytes - bytes % kHugePageBytes;
  if (whole_pages > size_) madvise(data_, whole_pages, MADV_HUGEPAGE);
  size_ = bytes;
}

}  // namespace crosswalk::base
