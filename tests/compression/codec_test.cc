// Codecs by content and by name.
#include "compression/codec.h"

#include <gtest/gtest.h>

namespace crosswalk::compression {
namespace {

using namespace std::string_view_literals;

TEST(CodecTest, ContentTellsTheCodec) {
  EXPECT_EQ(codec_of_content("\x1f\x8b\x08\x00"sv), Codec::kGzip);
  EXPECT_EQ(codec_of_content("\x28\xb5\x2f\xfd"sv), Codec::kZstd);
  EXPECT_EQ(codec_of_content("\x5a\x2a\x4d\x18"sv), Codec::kZstd) << "a frame to be skipped";
  EXPECT_EQ(codec_of_content("\x1f\x8b\x07\x00"sv), Codec::kNone) << "another method";
  EXPECT_EQ(codec_of_content("a,b\n"sv), Codec::kNone);
  EXPECT_EQ(codec_of_content("\x1f\x8b\x08"sv), Codec::kNone) << "too short to be anything";
  EXPECT_EQ(codec_of_content(""sv), Codec::kNone);
}

TEST(CodecTest, TheEndingOfANameTellsTheCodecOfAnOutput) {
  EXPECT_EQ(codec_of_ending("a/b.csv.gz"), Codec::kGzip);
  EXPECT_EQ(codec_of_ending("b.json.zst"), Codec::kZstd);
  EXPECT_EQ(codec_of_ending("gz"), Codec::kNone);
  EXPECT_EQ(without_codec_ending("a/b.csv.gz"), "a/b.csv");
  EXPECT_EQ(without_codec_ending("b.json.zst"), "b.json");
  EXPECT_EQ(without_codec_ending("b.json"), "b.json");
  EXPECT_EQ(codec_name(Codec::kGzip), "gzip");
  EXPECT_EQ(codec_name(Codec::kZstd), "zstd");
}

}  // namespace
}  // namespace crosswalk::compression
