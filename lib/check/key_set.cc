// Keys by value or by SipHash-2-4, and a table that doubles.
//
// A short text is its own key: its bytes, zeros after them, its length in the last byte. A long one
// is hashed; the last byte of its key is 0xFF, so the two kinds never meet.
//   "crm001"        ->  c r m 0 0 1 and nine zeros, 6
//   "crm001\0"      ->  another key: its length is 7
// The table is found by SipHash too (or by the key's own hash bytes), so chosen input cannot pile
// keys up. Test: tests/check/key_set_test.cc.
#include "check/key_set.h"

#include <bit>
#include <cstring>
#include <random>
#include <utility>

namespace crosswalk::check {
namespace {

constexpr std::size_t kLongestOwnKey = 15;
constexpr std::size_t kFirstSlots = 1024;
constexpr std::uint64_t kHashMark = 0xFF00000000000000U;

struct Secret {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};

const Secret& secret() {
  static const Secret kSecret = [] {
    std::random_device device;
    const auto word = [&device] { return (std::uint64_t{device()} << 32U) | device(); };
    return Secret{word(), word()};
  }();
  return kSecret;
}

// SipHash-2-4 (Aumasson and Bernstein), with the 128-bit ending of its reference code.
class SipHash {
 public:
  explicit SipHash(const Secret& key)
      : v0_(0x736f6d6570736575U ^ key.low),
        v1_(0x646f72616e646f6dU ^ key.high ^ 0xEEU),
        v2_(0x6c7967656e657261U ^ key.low),
        v3_(0x7465646279746573U ^ key.high) {}

  Key hash(std::string_view text) {
    const std::size_t whole = text.size() & ~std::size_t{7};
    for (std::size_t at = 0; at < whole; at += 8) absorb(load(text.data() + at, 8));
    const std::uint64_t length = static_cast<std::uint64_t>(text.size()) << 56U;
    absorb(load(text.data() + whole, text.size() - whole) | length);
    v2_ ^= 0xEEU;
    const std::uint64_t low = finish();
    v1_ ^= 0xDDU;
    return {low, finish()};
  }

 private:
  static std::uint64_t load(const char* bytes, std::size_t count) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, count);
    return word;
  }
  void absorb(std::uint64_t word) {
    v3_ ^= word;
    round();
    round();
    v0_ ^= word;
  }
  std::uint64_t finish() {
    for (int i = 0; i < 4; ++i) round();
    return v0_ ^ v1_ ^ v2_ ^ v3_;
  }
  void round() {
    v0_ += v1_;
    v1_ = std::rotl(v1_, 13) ^ v0_;
    v0_ = std::rotl(v0_, 32);
    v2_ += v3_;
    v3_ = std::rotl(v3_, 16) ^ v2_;
    v0_ += v3_;
    v3_ = std::rotl(v3_, 21) ^ v0_;
    v2_ += v1_;
    v1_ = std::rotl(v1_, 17) ^ v2_;
    v2_ = std::rotl(v2_, 32);
  }

  std::uint64_t v0_, v1_, v2_, v3_;
};

// A key's first slot: a product with a secret odd number mixes both halves.
std::size_t first_slot(const Key& key, std::size_t mask) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(key.low ^ secret().low) * (key.high ^ (secret().high | 1));
  const auto mixed =
      static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
  return static_cast<std::size_t>(mixed * 0x9E3779B97F4A7C15U >> 20U) & mask;
}

}  // namespace

Key make_key(std::string_view text) {
  Key key;
  if (text.size() > kLongestOwnKey) {
    key = SipHash(secret()).hash(text);
    key.high |= kHashMark;
    return key;
  }
  const std::size_t in_low = text.size() < 8 ? text.size() : 8;
  std::memcpy(&key.low, text.data(), in_low);
  std::memcpy(&key.high, text.data() + in_low, text.size() - in_low);
  key.high |= static_cast<std::uint64_t>(text.size()) << 56U;
  return key;
}

// Doubles the table where it stands: a key at home in slot h then belongs to h or to h + capacity_.
// Clusters are met from their beginning, so each key finds a place at or before its old one, or in
// the new half, and no key that was placed before stands behind a slot that is freed later.
void KeySet::grow() {
  const std::size_t old = capacity_;
  capacity_ = old == 0 ? kFirstSlots : 2 * old;
  memory_.grow(capacity_ * sizeof(Slot));
  if (old == 0) return;
  std::size_t free_slot = 0;
  while (slots()[free_slot].first.record != 0) ++free_slot;
  for (std::size_t i = 1; i <= old; ++i) {
    Slot& from = slots()[(free_slot + i) & (old - 1)];
    if (from.first.record != 0) place(std::exchange(from, Slot{}));
  }
}

// Puts `slot` into the first free place from its home on, unless its key is there already.
std::optional<FirstSeen> KeySet::place(const Slot& slot) {
  const std::size_t mask = capacity_ - 1;
  for (std::size_t at = first_slot(slot.key, mask);; at = (at + 1) & mask) {
    Slot& here = slots()[at];
    if (here.first.record == 0) {
      here = slot;
      return std::nullopt;
    }
    if (here.key == slot.key) return here.first;
  }
}

std::optional<FirstSeen> KeySet::insert(const Key& key, FirstSeen here) {
  if ((size_ + 1) * 4 > capacity_ * 3) grow();
  const std::optional<FirstSeen> first = place({key, here});
  if (!first) ++size_;
  return first;
}

void KeySet::expect(const Key& key) const {
  if (capacity_ != 0) __builtin_prefetch(&slots()[first_slot(key, capacity_ - 1)], 1);
}

std::size_t KeySet::memory_bytes() const {
  return memory_.size();
}

}  // namespace crosswalk::check
