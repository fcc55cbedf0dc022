// Names and their numbers, made to be asked often: what a member or a column is called decides what
// is done with it.
//
// Names are told apart by their length and ends, which is nearly always enough; only the one name
// that may be meant is compared in full. Records of one input name their members in the same order,
// so a guess is tried before: the number behind the last one found.
//   add("id") add("email")   ->   find("email") is 1, find("phone") is kNone
// Names that share length and ends (`a_1_z`, `a_2_z`, ... of 17 bytes and more) are compared one
// after the other: right, but slow. Test: tests/base/name_table_test.cc, held against std::map.
#ifndef CROSSWALK_BASE_NAME_TABLE_H
#define CROSSWALK_BASE_NAME_TABLE_H

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::base {

/// A number that names with other lengths or ends have another of, mostly. The high bits are best.
inline std::uint64_t name_hash(std::string_view name) {
  std::uint64_t ends = 0;
  if (name.size() >= sizeof ends) {
    std::uint64_t last = 0;
    std::memcpy(&ends, name.data(), sizeof ends);
    std::memcpy(&last, name.data() + name.size() - sizeof last, sizeof last);
    ends = ends * 3 + last;
  } else if (!name.empty()) {
    ends = std::uint64_t{static_cast<unsigned char>(name.front())} |
           std::uint64_t{static_cast<unsigned char>(name.back())} << 8U |
           std::uint64_t{static_cast<unsigned char>(name[name.size() / 2])} << 16U;
  }
  return (ends + name.size()) * 0x9E3779B97F4A7C15U;
}

/// a == b, without a call: names are short.
inline bool same_name(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto differ_at = [&]<class Word>(std::size_t at, Word x) {
    Word y{};
    std::memcpy(&x, a.data() + at, sizeof x);
    std::memcpy(&y, b.data() + at, sizeof y);
    return x != y;
  };
  using Eight = std::uint64_t;
  using Four = std::uint32_t;
  if (a.size() > 2 * sizeof(Eight)) return std::memcmp(a.data(), b.data(), a.size()) == 0;
  if (a.size() >= sizeof(Eight))
    return !differ_at(0, Eight{}) && !differ_at(a.size() - sizeof(Eight), Eight{});
  if (a.size() >= sizeof(Four))
    return !differ_at(0, Four{}) && !differ_at(a.size() - sizeof(Four), Four{});
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

/// Numbers names from 0 on.
/// Threads: any number may ask at once.
class NameTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  /// The number of `name`; a new name gets the next one.
  std::uint32_t add(std::string_view name);
  /// The number of `name`, kNone if it has none. Cost: constant, mostly.
  [[nodiscard]] std::uint32_t find(std::string_view name) const {
    if (slots_.empty()) return kNone;
    for (std::size_t slot = slot_of(name); slots_[slot] != kNone; slot = next(slot)) {
      if (same_name(names_[slots_[slot]], name)) return slots_[slot];
    }
    return kNone;
  }
  /// The same; `guess` is tried first.
  [[nodiscard]] std::uint32_t find(std::string_view name, std::uint32_t guess) const {
    return guess < names_.size() && same_name(names_[guess], name) ? guess : find(name);
  }
  [[nodiscard]] const std::string& name(std::uint32_t number) const { return names_[number]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }

 private:
  [[nodiscard]] std::size_t slot_of(std::string_view name) const {
    return static_cast<std::size_t>(name_hash(name) >> shift_);
  }
  [[nodiscard]] std::size_t next(std::size_t slot) const {
    return (slot + 1) & (slots_.size() - 1);
  }
  void place(std::uint32_t number);
  void grow();

  std::vector<std::string> names_;    // by number
  std::vector<std::uint32_t> slots_;  // numbers; at most half of them are taken
  unsigned shift_ = 64;               // leaves as many bits as there are slots
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_NAME_TABLE_H
