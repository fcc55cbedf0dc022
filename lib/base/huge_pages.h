// Memory for large tables that are read at random places: asked for in huge pages, where the system
// gives them, so that an access seldom misses the address cache (the TLB).
//
// Smaller pieces come from the ordinary heap. Where huge pages are not to be had, only speed is
// lost. Test: tests/base/huge_pages_test.cc.
#ifndef CROSSWALK_BASE_HUGE_PAGES_H
#define CROSSWALK_BASE_HUGE_PAGES_H

#include <cstddef>
#include <new>

namespace crosswalk::base {

/// Bytes of a huge page on the machines crosswalk is built for.
inline constexpr std::size_t kHugePageBytes = std::size_t{2} << 20U;

/// Asks the system to back `bytes` bytes at `memory` with huge pages; a wish, not a promise.
void prefer_huge_pages(void* memory, std::size_t bytes);

/// An allocator for std::vector. Errors: std::bad_alloc.
template <class T>
struct HugePageAllocator {
  using value_type = T;

  HugePageAllocator() = default;
  /// Any two are equal.
  template <class U>
  explicit HugePageAllocator(const HugePageAllocator<U>& /*other*/) {}

  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (!is_huge(bytes)) return static_cast<T*>(::operator new(bytes));
    void* const memory = ::operator new (bytes, std::align_val_t{kHugePageBytes});
    prefer_huge_pages(memory, bytes);
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t count) {
    if (!is_huge(count * sizeof(T))) return ::operator delete(memory);
    ::operator delete (memory, std::align_val_t{kHugePageBytes});
  }
  friend bool operator==(const HugePageAllocator&, const HugePageAllocator&) { return true; }

 private:
  static bool is_huge(std::size_t bytes) { return bytes >= kHugePageBytes; }
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_HUGE_PAGES_H
