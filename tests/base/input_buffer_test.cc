// The window over a Source: every byte once and in order, whatever the block size and however
// little the source gives; and few fills for a long record.
#include "base/input_buffer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace crosswalk::base {
namespace {

// Gives at most `most` bytes at once, notes the largest request, and fails at the end if told to.
class SlowSource final : public Source {
 public:
  SlowSource(std::string bytes, std::size_t most, bool fails = false)
      : bytes_(std::move(bytes)), most_(most), fails_(fails) {}
  Result<std::size_t> read(std::span<char> into) override {
    largest_request_ = std::max(largest_request_, into.size());
    ++read_count_;
    if (fails_ && position_ == bytes_.size()) return Error{ErrorKind::kIo, "cannot read it"};
    const std::size_t count = bytes_.copy(into.data(), std::min(into.size(), most_), position_);
    position_ += count;
    return count;
  }
  [[nodiscard]] std::string_view name() const override { return "slow"; }
  [[nodiscard]] std::size_t largest_request() const { return largest_request_; }
  [[nodiscard]] std::size_t read_count() const { return read_count_; }

 private:
  std::string bytes_;
  std::size_t most_;
  bool fails_;
  std::size_t position_ = 0;
  std::size_t largest_request_ = 0;
  std::size_t read_count_ = 0;
};

std::string numbered_bytes(std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) bytes += std::to_string(bytes.size()) + ",";
  return bytes.substr(0, size);
}

TEST(InputBuffer, IsEmptyAndNotAtTheEndAtFirst) {
  SlowSource source("abc", 10);
  const InputBuffer buffer(source, 4);
  EXPECT_EQ(buffer.view(), "");
  EXPECT_FALSE(buffer.at_end());
  EXPECT_EQ(buffer.offset(), 0U);
}

TEST(InputBuffer, KnowsTheEndOnlyWhenItIsRead) {
  SlowSource source("abc", 10);
  InputBuffer buffer(source, 4);
  EXPECT_TRUE(buffer.fill().value());
  EXPECT_EQ(buffer.view(), "abc");
  EXPECT_FALSE(buffer.at_end());
  EXPECT_FALSE(buffer.fill().value());
  EXPECT_TRUE(buffer.at_end());
  EXPECT_EQ(buffer.view(), "abc");
  EXPECT_FALSE(buffer.fill().value());
  EXPECT_EQ(source.read_count(), 2U);
}

TEST(InputBuffer, GivesEveryByteOnceWhateverIsConsumed) {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    const std::string bytes = numbered_bytes(random() % 300);
    SlowSource source(bytes, 1 + random() % 20);
    InputBuffer buffer(source, 1 + random() % 50);
    std::string seen;
    do {
      ASSERT_EQ(buffer.offset(), seen.size());
      ASSERT_EQ(buffer.view(), std::string_view(bytes).substr(seen.size(), buffer.view().size()));
      const std::size_t count = random() % (buffer.view().size() + 1);
      seen += buffer.view().substr(0, count);
      buffer.consume(count);
    } while (buffer.fill().value());
    seen += buffer.view();
    ASSERT_EQ(seen, bytes);
    ASSERT_TRUE(buffer.at_end());
  }
}

TEST(InputBuffer, NeverAsksForMoreThanABlock) {
  SlowSource source(numbered_bytes(10000), 10000);
  InputBuffer buffer(source, 7);
  while (buffer.fill().value()) buffer.consume(buffer.view().size() / 3);
  EXPECT_EQ(source.largest_request(), 7U);
}

TEST(InputBuffer, AtLeastDoublesWhatItHolds) {
  SlowSource source(numbered_bytes(100000), 3);
  InputBuffer buffer(source, 1);
  std::size_t fills = 0;
  std::size_t held = 0;
  while (buffer.fill().value()) {
    ++fills;
    EXPECT_TRUE(buffer.view().size() >= 2 * held || buffer.at_end());
    held = buffer.view().size();
  }
  EXPECT_EQ(held, 100000U);
  EXPECT_LE(fills, 18U);
}

TEST(InputBuffer, GivesTheMemoryOfALongRecordBack) {
  const std::string bytes = numbered_bytes(std::size_t{20} << 20U);
  SlowSource source(bytes, bytes.size());
  InputBuffer input(source, 4096);
  while (!input.at_end()) ASSERT_TRUE(input.fill().ok());
  ASSERT_GE(input.capacity(), bytes.size());
  input.consume(bytes.size() - 10);
  EXPECT_LT(input.capacity(), std::size_t{1} << 20U);
  EXPECT_EQ(input.view(), bytes.substr(bytes.size() - 10));
  EXPECT_EQ(input.offset(), bytes.size() - 10);
}

TEST(InputBuffer, AnswersAsSoonAsThereAreBytes) {
  SlowSource source("abcdef", 1);
  InputBuffer buffer(source, 100);
  EXPECT_TRUE(buffer.fill().value());
  EXPECT_EQ(buffer.view(), "a");
}

TEST(InputBuffer, PassesErrorsOn) {
  SlowSource source("abc", 10, true);
  InputBuffer buffer(source, 2);
  ASSERT_TRUE(buffer.fill().ok());
  const auto filled = buffer.fill();
  ASSERT_FALSE(filled.ok());
  EXPECT_EQ(filled.error().message, "cannot read it");
  EXPECT_EQ(buffer.view(), "abc");
}

}  // namespace
}  // namespace crosswalk::base
