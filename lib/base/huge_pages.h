// Memory for large tables that are read at random places: it grows where it stands, and is asked
// for in huge pages, so that an access seldom misses the address cache (the TLB).
//
// Addresses are reserved beforehand, which costs nothing; growing only makes more of them usable.
// So a table that doubles needs no second table beside it, and no page is cleared twice. Where
// addresses are scarce (`ulimit -v`) less is reserved, and growing beyond it moves the bytes to
// the heap.
// Where huge pages are not to be had, only speed is lost. Test: tests/base/huge_pages_test.cc.
#ifndef CROSSWALK_BASE_HUGE_PAGES_H
#define CROSSWALK_BASE_HUGE_PAGES_H

#include <cstddef>
#include <memory>

namespace crosswalk::base {

/// Bytes of a huge page on the machines crosswalk is built for.
inline constexpr std::size_t kHugePageBytes = std::size_t{2} << 20U;

/// Memory that grows. Threads: one.
class HugePages {
 public:
  /// Addresses that are reserved, if the system has so many.
  static constexpr std::size_t kUsualReserve = std::size_t{64} << 30U;

  explicit HugePages(std::size_t reserve_bytes = kUsualReserve) : wanted_bytes_(reserve_bytes) {}
  ~HugePages();
  HugePages(const HugePages&) = delete;
  HugePages& operator=(const HugePages&) = delete;

  /// Makes `bytes` usable: the old ones keep what they hold, new ones are 0. Earlier addresses may
  /// become invalid. REQUIRES: bytes >= size(). Errors: std::bad_alloc.
  void grow(std::size_t bytes);
  /// The first byte; aligned to kHugePageBytes unless it lies on the heap. nullptr before the first
  /// grow().
  [[nodiscard]] char* data() const { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  bool reserve(std::size_t bytes);
  bool grow_in_place(std::size_t bytes);
  void release();

  std::size_t wanted_bytes_;
  char* mapping_ = nullptr;
  std::size_t mapped_bytes_ = 0;
  std::unique_ptr<char[]> heap_;  // instead of the mapping
  char* data_ = nullptr;          // the first aligned address in the mapping, or the heap
  std::size_t reserved_bytes_ = 0;
  std::size_t size_ = 0;
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_HUGE_PAGES_H
