// Reading ahead: the same bytes, errors in their place, readers that go away.
#include "compression/read_ahead.h"

#include <gtest/gtest.h>

#include "support/compressed.h"

namespace crosswalk::compression {
namespace {

using tests::CutSource;
using tests::read_all;

std::string numbered(std::size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) text += std::to_string(i) + ' ';
  return text;
}

TEST(ReadAheadTest, GivesWhatTheSourceGives) {
  const std::string text = numbered(3'000'000);
  for (const std::size_t cut : {1000U, 262'144U, 4'000'000U}) {
    const auto source = read_ahead(std::make_unique<CutSource>(text, cut));
    EXPECT_TRUE(read_all(*source, 70'000) == text) << cut;
    EXPECT_TRUE(source->can_rewind());
    EXPECT_EQ(source->name(), "input");
  }
}

TEST(ReadAheadTest, TheEndStaysTheEnd) {
  const auto source = read_ahead(std::make_unique<CutSource>("abc", 1));
  EXPECT_EQ(read_all(*source), "abc");
  EXPECT_EQ(read_all(*source), "");
}

TEST(ReadAheadTest, AnErrorComesAfterTheBytesBeforeIt) {
  const std::string text = numbered(20'000);
  const auto source = read_ahead(std::make_unique<CutSource>(text, 1000, true, 12'000));
  EXPECT_EQ(read_all(*source), text.substr(0, 12'000) + "<error>the disk is gone");
}

TEST(ReadAheadTest, CanBeLeftAndReadAgainAnywhere) {
  const std::string text = numbered(5'000'000);
  for (const std::size_t count : {0U, 1U, 300'000U, 2'000'000U}) {
    const auto source = read_ahead(std::make_unique<CutSource>(text, 4096));
    std::string block(count, '\0');
    if (count > 0) {
      ASSERT_TRUE(source->read(block).ok());
    }
    ASSERT_TRUE(source->rewind().ok());
    EXPECT_TRUE(read_all(*source, 100'000) == text);
  }
}

}  // namespace
}  // namespace crosswalk::compression
