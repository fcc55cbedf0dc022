// Keys by value or by SipHash-2-4, and a table that doubles.
//
// A short text is its own key: its bytes, zeros after them, its length in the last byte. A long one
// is hashed; the last byte of its key is 0xFF, so the two kinds never meet.
//   "crm001"        ->  c r m 0 0 1 and nine zeros, 6
//   "crm001\0"      ->  another key: its length is 7
// The table is found by SipHash too (or by the key's own hash bytes), so chosen input cannot pile
// keys up. Test: tests/check/key_set_test.cc.
#include "check/key_set.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <random>

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

template <class Word>
std::uint64_t load(const char* from) {
  Word word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

// Up to eight bytes as a number, in registers: copied byte by byte into memory, a word is read only
// after all of its bytes have arrived there.
std::uint64_t word_of(std::string_view bytes) {
  constexpr std::size_t kHalf = 4;
  constexpr std::size_t kByteBits = 8;
  const std::size_t size = bytes.size();
  if (size == 2 * kHalf) return load<std::uint64_t>(bytes.data());
  if (size >= kHalf) {
    const std::uint64_t tail = load<std::uint32_t>(bytes.data() + size - kHalf);
    return load<std::uint32_t>(bytes.data()) | tail << (kByteBits * (size - kHalf));
  }
  std::uint64_t word = 0;
  for (std::size_t i = size; i > 0; --i)
    word = word << kByteBits | static_cast<unsigned char>(bytes[i - 1]);
  return word;
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
    for (std::size_t at = 0; at < whole; at += 8) absorb(word_of(text.substr(at, 8)));
    const std::uint64_t length = static_cast<std::uint64_t>(text.size()) << 56U;
    absorb(word_of(text.substr(whole)) | length);
    v2_ ^= 0xEEU;
    const std::uint64_t low = finish();
    v1_ ^= 0xDDU;
    return {low, finish()};
  }

 private:
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

// A product with a secret odd number mixes both halves.
std::uint64_t hash_of(const Key& key) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(key.low ^ secret().low) * (key.high ^ (secret().high | 1));
  const auto mixed =
      static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
  return mixed * 0x9E3779B97F4A7C15U;
}

constexpr unsigned kNumberBits = 40;
constexpr std::uint64_t kNumberMask = (std::uint64_t{1} << kNumberBits) - 1;
constexpr std::size_t kFirstEntries = 512;
constexpr std::size_t kSlotsAhead = 16;  // enough for memory to answer meanwhile

// The slot where the search begins, and the bits that a slot keeps of the hash.
std::size_t home_of(std::uint64_t hash, std::size_t slot_count) {
  return static_cast<std::size_t>(hash >> 20U) & (slot_count - 1);
}
std::uint64_t kept_bits(std::uint64_t hash) {
  return hash & ~kNumberMask;
}

}  // namespace

Key make_key(std::string_view text) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  if (text.size() > kLongestOwnKey) {
    Key key = SipHash(secret()).hash(text);
    key.high |= kHashMark;
    return key;
  }
  const std::string_view rest = text.size() > kWord ? text.substr(kWord) : std::string_view();
  const std::uint64_t size = static_cast<std::uint64_t>(text.size()) << 56U;
  return {word_of(text.substr(0, kWord)), word_of(rest) | size};
}

// Doubles the table and leads it to all entries anew.
void KeySet::grow() {
  slot_count_ = slot_count_ == 0 ? kFirstSlots : 2 * slot_count_;
  if (slots_.size() > 0) std::memset(slots_.data(), 0, slots_.size());
  slots_.grow(slot_count_ * sizeof(Slot));
  for (std::size_t i = 0; i < size_; ++i) {
    if (i + kSlotsAhead < size_) expect(entries()[i + kSlotsAhead].key);
    const std::uint64_t hash = hash_of(entries()[i].key);
    std::size_t at = home_of(hash, slot_count_);
    while (slots()[at] != 0) at = (at + 1) & (slot_count_ - 1);
    slots()[at] = kept_bits(hash) | (i + 1);
  }
}

// The slot that leads to `key`, or the free one where it would go.
KeySet::Slot* KeySet::slot_of(const Key& key, std::uint64_t hash) const {
  std::size_t at = home_of(hash, slot_count_);
  for (; slots()[at] != 0; at = (at + 1) & (slot_count_ - 1)) {
    if (kept_bits(slots()[at] ^ hash) != 0) continue;
    if (entries()[(slots()[at] & kNumberMask) - 1].key == key) break;
  }
  return slots() + at;
}

std::optional<FirstSeen> KeySet::insert(const Key& key, FirstSeen here) {
  if ((size_ + 1) * 4 > slot_count_ * 3) grow();
  const std::uint64_t hash = hash_of(key);
  Slot* const slot = slot_of(key, hash);
  if (*slot != 0) return entries()[(*slot & kNumberMask) - 1].first;
  const std::size_t bytes = (size_ + 1) * sizeof(Entry);
  if (bytes > entries_.size())
    entries_.grow(entries_.size() + std::max(kFirstEntries, size_ / 8) * sizeof(Entry));
  entries()[size_] = {key, here};
  *slot = kept_bits(hash) | ++size_;
  return std::nullopt;
}

bool KeySet::contains(const Key& key) const {
  return slot_count_ != 0 && *slot_of(key, hash_of(key)) != 0;
}

std::size_t KeySet::memory_bytes(std::size_t more) const {
  const std::size_t count = size_ + more;
  std::size_t slot_count = slot_count_;
  while (count * 4 > slot_count * 3) slot_count = slot_count == 0 ? kFirstSlots : 2 * slot_count;
  return slot_count * sizeof(Slot) + std::max(entries_.size(), count * sizeof(Entry));
}

void KeySet::expect(const Key& key) const {
  if (slot_count_ != 0) __builtin_prefetch(&slots()[home_of(hash_of(key), slot_count_)], 1);
}

}  // namespace crosswalk::check
