// A decoded source, and the way back to its bytes.
#include "text/decoding_source.h"

#include <gtest/gtest.h>

#include "text/encoder.h"

namespace crosswalk::text {
namespace {

std::string encoded(std::string_view utf8, const std::string& encoding) {
  std::string bytes;
  EXPECT_TRUE(Encoder::open(encoding)->encode(utf8, bytes)) << encoding;
  return bytes;
}

std::string read_all(Source& source, std::size_t piece) {
  std::string text;
  std::string block(piece, '\0');
  for (;;) {
    const std::size_t count = source.read(block).value();
    if (count == 0) return text;
    text.append(block, 0, count);
  }
}

// Where the character at each byte of the UTF-8 begins in the bytes, worked out one by one.
std::vector<std::uint64_t> origins_of(std::string_view utf8, const std::string& encoding) {
  std::vector<std::uint64_t> origins;
  std::uint64_t raw = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    std::size_t next = at + 1;
    while (next < utf8.size() && (utf8[next] & 0xC0) == 0x80) ++next;
    for (; at < next; ++at) origins.push_back(raw);
    raw = encoded(utf8.substr(0, next), encoding).size();
  }
  origins.push_back(raw);
  return origins;
}

TEST(DecodingSource, ReadsAndFindsBackAtEveryBlockSize) {
  const std::string text = "id,imię\n1,Łukasz\n2,陳大文 😀\n";
  for (const char* encoding : {"gb18030", "utf-16le", "utf-16be", "utf-32le"}) {
    const std::string bytes = encoded(text, encoding);
    const auto origins = origins_of(text, encoding);
    for (const std::size_t block : {1U, 2U, 3U, 5U, 4096U}) {
      const auto raw = memory_source(bytes, "a");
      DecodingSource source(*raw, *Decoder::open(encoding), block);
      EXPECT_EQ(read_all(source, block), text);
      for (std::size_t at = 0; at < origins.size(); ++at)
        ASSERT_EQ(source.raw_offset(at), origins[at]) << encoding << ' ' << block << ' ' << at;
    }
  }
}

TEST(DecodingSource, FindsBackOverManyStretches) {
  std::string text;
  while (text.size() < 500000) text += "12,Zażółć gęślą,陳\n";
  const std::string bytes = encoded(text, "gb18030");
  const auto raw = memory_source(bytes, "a");
  DecodingSource source(*raw, *Decoder::open("gb18030"), 1000);
  EXPECT_EQ(read_all(source, 777), text);
  std::uint64_t expected = 0;
  std::size_t at = 0;
  for (std::size_t next = text.find('\n') + 1; next != 0; next = text.find('\n', at) + 1) {
    ASSERT_EQ(source.raw_offset(at), expected);
    const std::string line = encoded(std::string_view(text).substr(at, next - at), "gb18030");
    ASSERT_EQ(source.raw_bytes(at, next), line);
    expected += line.size();
    at = next;
  }
  EXPECT_EQ(source.raw_bytes(0, text.size()), bytes);
}

TEST(DecodingSource, FindsIllFormedBytesAndWhatFollowsThem) {
  const std::string bytes = "a\xA9,\xA9\x6D\xFFz";
  const auto raw = memory_source(bytes, "a");
  DecodingSource source(*raw, *Decoder::open("big5"), 1);
  const std::string text = read_all(source, 9);
  EXPECT_EQ(text, "a\xFF,姓\xFFz");
  EXPECT_EQ(source.raw_offset(text.find('\xFF')), 1U);
  EXPECT_EQ(source.raw_offset(text.rfind('\xFF')), 5U);
  EXPECT_EQ(source.raw_offset(text.find('z')), 6U);
  EXPECT_EQ(source.raw_bytes(0, text.size()), bytes);
}

TEST(DecodingSource, KeepsWhatIsNotReleased) {
  std::string text;
  while (text.size() < 400000) text += "abcdefgh\n";
  const std::string bytes = encoded(text, "utf-16be");
  const auto raw = memory_source(bytes, "a");
  DecodingSource source(*raw, *Decoder::open("utf-16be"), 4096);
  read_all(source, 4096);
  source.release(100, 300000);
  for (const std::size_t at : {0UL, 100UL, 300000UL, 399000UL})
    EXPECT_EQ(source.raw_offset(at), 2 * at);
}

TEST(DecodingSource, BeginsAgain) {
  const std::string bytes = encoded("ab", "utf-16le");
  const auto raw = memory_source(bytes, "name");
  DecodingSource source(*raw, *Decoder::open("utf-16le"), 1);
  EXPECT_EQ(source.name(), "name");
  EXPECT_TRUE(source.can_rewind());
  EXPECT_EQ(read_all(source, 1), "ab");
  EXPECT_TRUE(source.rewind().ok());
  EXPECT_EQ(read_all(source, 3), "ab");
  EXPECT_EQ(source.raw_offset(1), 2U);
}

TEST(DecodingSource, NeedsNoBytesForAnEmptyInput) {
  const auto raw = memory_source("", "a");
  DecodingSource source(*raw, *Decoder::open("big5"), 1);
  EXPECT_EQ(read_all(source, 1), "");
  EXPECT_EQ(source.raw_offset(0), 0U);
}

}  // namespace
}  // namespace crosswalk::text
