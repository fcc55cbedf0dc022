// Copies in whole blocks: every stretch of a text, and nothing read behind its memory.
#include "base/copy.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/block.h"

namespace crosswalk::base {
namespace {

// Each stretch of a text, copied into memory of exactly the room that is asked for.
TEST(Copy, CopiesEveryStretchAndStaysWithinItsRoom) {
  const std::string source = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRST";
  const char* const end = source.data() + source.size();
  for (std::size_t begin = 0; begin <= source.size(); ++begin) {
    for (std::size_t size = 0; begin + size <= source.size(); ++size) {
      const std::string_view text = std::string_view(source).substr(begin, size);
      std::vector<char> room(size + kCopyBlock);
      const char* const behind = copy_text(room.data(), text, end);
      ASSERT_EQ(behind, room.data() + size);
      ASSERT_EQ(std::string_view(room.data(), size), text);
    }
  }
}

TEST(Copy, ReadsNothingBehindTheEndOfTheMemory) {
  const std::vector<char> memory = {'a', 'b', 'c'};
  std::vector<char> room(memory.size() + kCopyBlock, '.');
  copy_text(room.data(), {memory.data(), memory.size()}, memory.data() + memory.size());
  EXPECT_EQ(std::string_view(room.data(), 4), "abc.");
}

TEST(Block, KnowsItsFirstBytesAndWhetherABitIsSet) {
  EXPECT_TRUE(is_empty(first_bytes(0)));
  for (std::size_t count = 1; count <= 20; ++count) {
    const Block block = first_bytes(count);
    EXPECT_FALSE(is_empty(block));
    for (std::size_t i = 0; i < sizeof block; ++i) EXPECT_EQ(block[i], i < count ? 0xFF : 0);
  }
}

}  // namespace
}  // namespace crosswalk::base
