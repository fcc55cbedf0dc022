// Exact uniqueness: the set of keys seen so far, and where each was seen first.
//
// A table of 8-byte slots leads to the entries, which lie one behind the other: a new key costs one
// random access, and both grow where they stand. Keys have 16 bytes (check/key.h): short texts
// are their own key; longer ones a SipHash-2-4 of 128 bits keyed with random bytes of this process,
// so chosen input cannot slow the table or fake a hit (chance of a false hit with 10^9 keys: under
// 10^-20).
#ifndef CROSSWALK_CHECK_KEY_SET_H
#define CROSSWALK_CHECK_KEY_SET_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/huge_pages.h"
#include "check/key.h"

namespace crosswalk::check {

/// Makes the key of a text.
Key make_key(std::string_view text);

/// Where a key was seen first.
struct FirstSeen {
  std::uint64_t record = 0;  ///< 1-based number
  std::uint64_t line = 0;    ///< 1-based
};

/// Keys seen so far. Threads: one.
class KeySet {
 public:
  /// Adds `key`; returns where it was seen first if it was there already. Amortised constant time.
  /// REQUIRES: fewer than 2^40 keys.
  std::optional<FirstSeen> insert(const Key& key, FirstSeen here);
  [[nodiscard]] bool contains(const Key& key) const;
  /// Brings the place of `key` near, for an insert() that follows soon. Changes nothing.
  void expect(const Key& key) const;
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Bytes held once `more` keys were added.
  [[nodiscard]] std::size_t memory_bytes(std::size_t more = 0) const;
  /// Calls `visit(key, first)` for every key, in the order of their coming.
  template <class Visit>
  void visit(const Visit& visit) const {
    for (std::size_t i = 0; i < size_; ++i) visit(entries()[i].key, entries()[i].first);
  }

 private:
  struct Entry {
    Key key;
    FirstSeen first;
  };
  // The number of an entry, from 1, and above it some bits of its key's hash; 0: free.
  using Slot = std::uint64_t;

  void grow();
  [[nodiscard]] Slot* slot_of(const Key& key, std::uint64_t hash) const;
  [[nodiscard]] Slot* slots() const { return reinterpret_cast<Slot*>(slots_.data()); }
  [[nodiscard]] Entry* entries() const { return reinterpret_cast<Entry*>(entries_.data()); }

  base::HugePages slots_;
  base::HugePages entries_;     // in the order of their coming
  std::size_t slot_count_ = 0;  // a power of two
  std::size_t size_ = 0;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_KEY_SET_H
