// Reading what is compressed, at every cut, and what is broken.
#include "compression/source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "support/compressed.h"

namespace crosswalk::compression {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using tests::compressed;
using tests::CutSource;
using tests::read_all;

const std::string kText = "customuid,txt_note\nc1,Zażółć\nc2,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n";

class CompressedSourceTest : public ::testing::TestWithParam<Codec> {
 protected:
  static std::string text_of(std::string bytes, std::size_t cut = 4096, bool is_file = true) {
    auto source = decompressing(std::make_unique<CutSource>(std::move(bytes), cut, is_file));
    if (!source.ok()) return "<error>" + source.error().message;
    return read_all(*source.value(), 7);
  }
};

INSTANTIATE_TEST_SUITE_P(Codecs, CompressedSourceTest,
                         ::testing::Values(Codec::kGzip, Codec::kZstd),
                         [](const auto& which) { return std::string(codec_name(which.param)); });

TEST_P(CompressedSourceTest, GivesTheTextAtEveryCutFromFilesAndPipes) {
  const std::string bytes = compressed(GetParam(), kText);
  for (std::size_t cut = 1; cut <= bytes.size(); ++cut) {
    EXPECT_EQ(text_of(bytes, cut), kText) << cut;
    EXPECT_EQ(text_of(bytes, cut, false), kText) << cut;
  }
}

TEST_P(CompressedSourceTest, SeveralMembersAreOneText) {
  const std::string bytes =
      compressed(GetParam(), "one,") + compressed(GetParam(), "") + compressed(GetParam(), "two\n");
  for (std::size_t cut = 1; cut <= bytes.size(); ++cut) EXPECT_EQ(text_of(bytes, cut), "one,two\n");
}

TEST_P(CompressedSourceTest, AStreamThatIsCutShortAnywhereIsAnErrorThatNamesIt) {
  const std::string bytes = compressed(GetParam(), kText);
  for (std::size_t size = kSignatureBytes; size < bytes.size(); ++size) {
    const std::string text = text_of(bytes.substr(0, size));
    EXPECT_THAT(text, EndsWith("data end early")) << size;
    EXPECT_THAT(text, HasSubstr("input: the "));
    EXPECT_TRUE(kText.starts_with(text.substr(0, text.find("<error>")))) << size;
  }
}

TEST_P(CompressedSourceTest, WhatStandsBehindTheLastMemberIsNotPassedOver) {
  EXPECT_THAT(text_of(compressed(GetParam(), kText) + "more"), HasSubstr("<error>input: the "));
}

TEST_P(CompressedSourceTest, NoChangedByteGivesAnotherTextWithoutAnError) {
  const std::string bytes = compressed(GetParam(), kText);
  std::mt19937 random(1);
  for (std::size_t at = kSignatureBytes; at < bytes.size(); ++at) {
    std::string broken = bytes;
    broken[at] = static_cast<char>(broken[at] ^ (1 << random() % 8));
    const std::string text = text_of(broken);
    EXPECT_TRUE(text == kText || text.find("<error>") != std::string::npos)
        << at << ": flags and times of the header may change";
  }
}

TEST_P(CompressedSourceTest, ALargeTextCanBeReadTwice) {
  std::string text;
  std::mt19937 random(7);
  while (text.size() < 3'000'000)
    text += std::to_string(random()) + (random() % 9 == 0 ? "\n" : ",");
  auto source =
      decompressing(std::make_unique<CutSource>(compressed(GetParam(), text), 65536)).value();
  EXPECT_TRUE(read_all(*source, 100'000) == text);
  ASSERT_TRUE(source->rewind().ok());
  EXPECT_TRUE(read_all(*source, 100'000) == text);
}

TEST_P(CompressedSourceTest, AnErrorOfTheSourceComesOut) {
  const std::string bytes = compressed(GetParam(), kText);
  auto inner = std::make_unique<CutSource>(bytes, 5, false, 20);
  auto source = decompressing(std::move(inner)).value();
  EXPECT_THAT(read_all(*source), EndsWith("<error>the disk is gone"));
}

TEST(UncompressedSourceTest, IsGivenAsItIs) {
  for (const bool is_file : {true, false}) {
    for (const std::string text : {"", "a", "abc", "a,b\n1,2\n"}) {
      auto source = decompressing(std::make_unique<CutSource>(text, 1, is_file)).value();
      EXPECT_EQ(read_all(*source), text);
      EXPECT_EQ(source->can_rewind(), is_file);
      EXPECT_EQ(source->name(), "input");
    }
  }
}

TEST(GzipSourceTest, BrokenCodesAtTheEndAreDamage) {
  // isa-l reads ahead and then says that more bytes are left than it was given.
  const std::string bytes = "\x1f\x8b\x08\x01interacti'nIddy\xff\xff\xff\x0f?{\xff\xff}\n";
  auto source = decompressing(std::make_unique<CutSource>(bytes, 4096)).value();
  EXPECT_EQ(read_all(*source), "<error>input: the gzip data are damaged");
}

TEST(GzipSourceTest, ZeroBytesThatFillABlockUpAreNoData) {
  const std::string bytes = compressed(Codec::kGzip, kText) + std::string(700, '\0');
  auto source = decompressing(std::make_unique<CutSource>(bytes, 11)).value();
  EXPECT_EQ(read_all(*source), kText);
}

}  // namespace
}  // namespace crosswalk::compression
