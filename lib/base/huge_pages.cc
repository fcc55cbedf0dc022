// See huge_pages.h.
#include "base/huge_pages.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace crosswalk::base {

HugePages::~HugePages() {
  release();
}

void HugePages::release() {
  if (mapping_ != nullptr) munmap(mapping_, mapped_bytes_);
  mapping_ = nullptr;
}

// Half as much is asked for until the system agrees, but never less than `bytes`.
bool HugePages::reserve(std::size_t bytes) {
  for (std::size_t wanted = std::max(bytes, wanted_bytes_); wanted >= bytes; wanted /= 2) {
    const std::size_t with_room_to_align = wanted + kHugePageBytes;
    void* const found = mmap(nullptr, with_room_to_align, PROT_NONE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (found == MAP_FAILED) continue;
    mapping_ = static_cast<char*>(found);
    mapped_bytes_ = with_room_to_align;
    const auto past_page = reinterpret_cast<std::uintptr_t>(mapping_) % kHugePageBytes;
    data_ = mapping_ + (past_page == 0 ? 0 : kHugePageBytes - past_page);
    reserved_bytes_ = wanted;
    return true;
  }
  return false;
}

bool HugePages::grow_in_place(std::size_t bytes) {
  if (data_ == nullptr && !reserve(bytes)) return false;
  if (mapping_ == nullptr || bytes > reserved_bytes_) return false;
  if (mprotect(data_, bytes, PROT_READ | PROT_WRITE) != 0) return false;
  // Small tables would only waste what is left of a huge page.
  const std::size_t whole_pages = bytes - bytes % kHugePageBytes;
  if (whole_pages > size_) madvise(data_, whole_pages, MADV_HUGEPAGE);
  return true;
}

void HugePages::grow(std::size_t bytes) {
  if (!grow_in_place(bytes)) {
    auto larger = std::make_unique<char[]>(bytes);
    if (size_ > 0) std::memcpy(larger.get(), data_, size_);
    release();
    heap_ = std::move(larger);
    data_ = heap_.get();
  }
  size_ = bytes;
}

}  // namespace crosswalk::base
