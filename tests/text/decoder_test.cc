// Other encodings to UTF-8, cut anywhere.
#include "text/decoder.h"

#include <gtest/gtest.h>

#include <random>

#include "text/encoder.h"

namespace crosswalk::text {
namespace {

constexpr const char* kEncodings[] = {"windows-1250", "windows-1258", "windows-1252", "iso-8859-2",
                                      "big5",         "gb18030",      "shift_jis",    "utf-16le",
                                      "utf-16be",     "utf-32le",     "iso-2022-jp",  "koi8-r"};

std::string decoded(std::string_view bytes, const std::string& encoding, std::size_t piece) {
  Decoder decoder = *Decoder::open(encoding);
  std::string utf8;
  for (std::size_t at = 0; at < bytes.size(); at += piece)
    decoder.decode(bytes.substr(at, piece), false, utf8);
  decoder.decode({}, true, utf8);
  return utf8;
}

// Characters that `encoding` has, in any order.
std::string random_text(const std::string& encoding, std::mt19937& random) {
  static const std::vector<std::string> kCharacters = {
      "a",      "Z",  "7",  ",",  "\"", "\n", "ż",  "ó", "Ł", "ę", "é", "đ", "ơ",
      "\u0303", "陳", "大", "文", "姓", "名", "の", "Ж", "я", "😀", "€", "實"};
  Encoder encoder = *Encoder::open(encoding);
  std::string text;
  for (int i = 0; i < 60; ++i) {
    const std::string& character = kCharacters[random() % kCharacters.size()];
    if (!encoder.first_lacking(character)) text += character;
  }
  return text;
}

TEST(Decoder, GivesTheSameAtEveryPieceSize) {
  std::mt19937 random(7);
  for (const char* encoding : kEncodings) {
    for (int run = 0; run < 20; ++run) {
      const std::string text = random_text(encoding, random);
      std::string bytes;
      ASSERT_TRUE(Encoder::open(encoding)->encode(text, bytes)) << encoding;
      for (std::size_t piece = 1; piece < 9; ++piece)
        EXPECT_EQ(decoded(bytes, encoding, piece), text) << encoding << ' ' << piece;
    }
  }
}

TEST(Decoder, GivesTheSameOfRandomBytesAtEveryPieceSize) {
  std::mt19937 random(11);
  for (const char* encoding : kEncodings) {
    for (int run = 0; run < 50; ++run) {
      std::string bytes;
      for (int i = 0; i < 40; ++i) bytes += static_cast<char>(random());
      const std::string whole = decoded(bytes, encoding, bytes.size());
      for (std::size_t piece = 1; piece < 6; ++piece)
        EXPECT_EQ(decoded(bytes, encoding, piece), whole) << encoding << ' ' << piece;
    }
  }
}

TEST(Decoder, LeavesAMarkWhereBytesAreNotDefined) {
  EXPECT_EQ(decoded("a\xA9\x6D\xA9", "big5", 9), "a姓\xFF");
  EXPECT_EQ(decoded("a\x81z", "windows-1250", 9), "a\xFFz");
  EXPECT_EQ(decoded("a\x81z", "windows-1252", 9), "a\xFFz");
  EXPECT_EQ(decoded("a\xD2z", "windows-1258", 9), "a\u0309z");
  EXPECT_EQ(decoded("a\x80z", "us-ascii", 9), "a\xFFz");
  EXPECT_EQ(decoded("\x80\xFF", "big5", 9), "\xFF\xFF");
  EXPECT_EQ(decoded("\x81\x30\x20", "gb18030", 9), "\xFF\x30\x20");
  EXPECT_EQ(decoded({"a\0\0\xD8z\0", 6}, "utf-16le", 9), "a\xFFz");
  EXPECT_EQ(decoded({"a\0z", 3}, "utf-16le", 9), "a\xFF");
}

TEST(Decoder, KeepsAByteOrderMark) {
  EXPECT_EQ(decoded({"\xFF\xFE\x61\0", 4}, "utf-16le", 9),
            "\xEF\xBB\xBF"
            "a");
}

TEST(Decoder, TellsWhereEachByteComesFrom) {
  Decoder decoder = *Decoder::open("big5");
  std::string utf8;
  std::vector<std::int64_t> origins;
  decoder.decode_with_origins(
      "a\xA9\x6D"
      "b\xA6",
      false, utf8, origins);
  EXPECT_EQ(utf8, "a姓b");
  EXPECT_EQ(origins, (std::vector<std::int64_t>{0, 1, 1, 1, 3}));
  utf8.clear();
  origins.clear();
  decoder.decode_with_origins(
      "\x57"
      "c",
      true, utf8, origins);
  EXPECT_EQ(utf8, "名c");
  EXPECT_EQ(origins, (std::vector<std::int64_t>{-1, -1, -1, 1}));
}

TEST(Decoder, CopiesGoOnFromTheSameState) {
  Decoder decoder = *Decoder::open("big5");
  std::string ignored;
  decoder.decode("\xA6", false, ignored);
  Decoder copy = decoder.copy();
  std::string of_copy;
  std::string of_first;
  copy.decode("\x57", true, of_copy);
  decoder.decode("\x57", true, of_first);
  EXPECT_EQ(of_copy, "名");
  EXPECT_EQ(of_first, "名");
}

TEST(Decoder, RefusesUnknownEncodings) {
  for (const char* name : {"", "no-such", "utf-8,version=1"})
    EXPECT_FALSE(Decoder::open(name)) << name;
}

}  // namespace
}  // namespace crosswalk::text
