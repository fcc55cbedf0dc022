// Compressing: the same bytes whatever the cuts, errors of the sink, runs that are given up.
#include "compression/encoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "compression/codec.h"
#include "support/compressed.h"

namespace crosswalk::compression {
namespace {

using tests::compressed;
using tests::KeptBytes;

std::string random_text(std::size_t size) {
  std::mt19937 random(3);
  std::string text;
  while (text.size() < size) text += static_cast<char>(random());
  return text;
}

class EncoderTest : public ::testing::TestWithParam<Codec> {};

INSTANTIATE_TEST_SUITE_P(Codecs, EncoderTest, ::testing::Values(Codec::kGzip, Codec::kZstd),
                         [](const auto& which) { return std::string(codec_name(which.param)); });

TEST_P(EncoderTest, TheSameBytesComeOutHoweverTheyWentIn) {
  const std::string text = random_text(700'000);
  const std::string whole = compressed(GetParam(), text);
  EXPECT_EQ(codec_of_content(whole), GetParam());
  for (const std::size_t cut : {1000U, 4096U, 262'144U, 262'145U, 699'999U})
    EXPECT_TRUE(compressed(GetParam(), text, cut) == whole) << cut;
}

TEST_P(EncoderTest, NothingIsAStreamToo) {
  EXPECT_EQ(codec_of_content(compressed(GetParam(), "")), GetParam());
}

TEST_P(EncoderTest, AnErrorOfTheSinkComesOutAtALaterWriteOrAtTheEnd) {
  KeptBytes full(10);
  const auto encoder = make_encoder(GetParam(), full).value();
  const std::string text = random_text(300'000);
  bool has_failed = false;
  for (int i = 0; i < 100 && !has_failed; ++i) has_failed = !encoder->write(text).ok();
  EXPECT_TRUE(has_failed);
  const Status end = encoder->finish();
  ASSERT_FALSE(end.ok());
  EXPECT_EQ(end.error().message, "the disk is full");
}

TEST_P(EncoderTest, OneThatIsGivenUpEndsWithoutAnEnd) {
  KeptBytes kept;
  const std::string text = random_text(2'000'000);
  {
    const auto encoder = make_encoder(GetParam(), kept).value();
    ASSERT_TRUE(encoder->write(text).ok());
  }
  EXPECT_LT(kept.text.size(), compressed(GetParam(), text).size());
}

}  // namespace
}  // namespace crosswalk::compression
