// Sources that were looked at before they are read.
#include <gtest/gtest.h>

#include "layout/detect.h"
#include "support/readings.h"

namespace crosswalk::layout {
namespace {

std::string read_all(Source& source, std::size_t piece_bytes) {
  std::string text;
  std::string piece(piece_bytes, '\0');
  for (;;) {
    const Result<std::size_t> got = source.read(piece);
    EXPECT_TRUE(got.ok());
    if (!got || got.value() == 0) return text;
    text.append(piece, 0, got.value());
  }
}

TEST(PeekedSource, GivesEveryByteOfAPipeOnce) {
  const std::string text = "abcdefghij";
  for (std::size_t ahead = 0; ahead <= text.size() + 1; ++ahead) {
    for (const std::size_t piece_bytes : {1U, 3U, 20U}) {
      tests::PipeSource pipe(text, 4);
      PeekedSource source(pipe);
      EXPECT_EQ(source.peek(ahead).value(), text.substr(0, ahead));
      EXPECT_EQ(source.complete(), ahead > text.size());
      EXPECT_EQ(read_all(source, piece_bytes), text);
    }
  }
}

TEST(PeekedSource, KnowsNoWayBackOnAPipe) {
  tests::PipeSource pipe("abc");
  const PeekedSource source(pipe);
  EXPECT_FALSE(source.can_rewind());
  EXPECT_EQ(source.name(), "pipe");
}

TEST(PeekedSource, GoesBackToTheFirstByte) {
  const auto memory = memory_source("abcdef", "memory");
  PeekedSource source(*memory);
  ASSERT_TRUE(source.peek(4).ok());
  EXPECT_EQ(read_all(source, 3), "abcdef");
  ASSERT_TRUE(source.can_rewind());
  ASSERT_TRUE(source.rewind().ok());
  EXPECT_EQ(read_all(source, 3), "abcdef");
}

TEST(PeekedSource, HandsOnAFailureToRead) {
  class BrokenSource final : public Source {
   public:
    Result<std::size_t> read(std::span<char> /*into*/) override {
      return Error{ErrorKind::kIo, "broken"};
    }
    [[nodiscard]] std::string_view name() const override { return "broken"; }
  };
  BrokenSource broken;
  EXPECT_FALSE(PeekedSource(broken).peek(4).ok());
}

}  // namespace
}  // namespace crosswalk::layout
