// Writing: canonical strings, commas and line breaks, held against RapidJSON's reading.
#include "json/writer.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "base/copy.h"

namespace crosswalk::json {
namespace {

std::string as_json(std::string_view text) {
  std::string out;
  append_string(out, text);
  return out;
}

TEST(Writer, EscapesOnlyWhatMustBe) {
  EXPECT_EQ(as_json("\"\\\b\f\n\r\t/\x7f\u00e9"), "\"\\\"\\\\\\b\\f\\n\\r\\t/\x7f\u00e9\"");
  EXPECT_EQ(as_json(std::string_view("\0\x01\x1f", 3)), "\"\\u0000\\u0001\\u001f\"");
}

// Every stretch of the text is copied, and refused if the byte stands in it.
void expect_refused_wherever(char byte) {
  std::string text(60, '\xC3');
  text[30] = byte;
  const char* const end = text.data() + text.size();
  const bool is_escaped = as_json(std::string_view(&byte, 1)).size() > 3;
  for (std::size_t begin = 0; begin <= text.size(); ++begin) {
    for (std::size_t size = 0; begin + size <= text.size(); ++size) {
      const std::string_view part = std::string_view(text).substr(begin, size);
      std::vector<char> room(size + base::kCopyBlock);
      const char* const behind = put_if_plain(room.data(), part, end);
      const bool is_inside = begin <= 30 && 30 < begin + size;
      ASSERT_EQ(behind == nullptr, is_inside && is_escaped) << begin << ' ' << size;
      if (behind == nullptr) continue;
      ASSERT_EQ(behind, room.data() + size);
      ASSERT_EQ(std::string_view(room.data(), size), part);
    }
  }
}

TEST(Writer, CopiesTextsThatNeedNoEscapeAndRefusesOthers) {
  for (const char byte : {'"', '\\', '\n', '\x1F', '\0', ' ', 'a', '\x7F', '!', ']'})
    expect_refused_wherever(byte);
}

TEST(Writer, WritesStringsThatReadBackAsTheyWere) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 70, ' ');
    for (char& c : text) c = static_cast<char>(random() % 128);
    rapidjson::Document document;
    document.Parse(as_json(text).c_str());
    ASSERT_FALSE(document.HasParseError());
    EXPECT_EQ(std::string(document.GetString(), document.GetStringLength()), text);
  }
}

TEST(Writer, WritesTheLargestNumber) {
  std::string out;
  append_number(out, 0);
  append_number(out, std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(out, "018446744073709551615");
}

void write_sample(Writer& writer) {
  writer.begin_object().key("a").number(1).key("b").begin_array().string("x").boolean(true).null();
  writer.begin_object().end_object().begin_array().end_array().end_array();
  writer.key("c").raw("1.50").end_object();
}

TEST(Writer, WritesOneLineWithoutBlanks) {
  std::string out;
  Writer writer(out);
  write_sample(writer);
  EXPECT_EQ(out, R"({"a":1,"b":["x",true,null,{},[]],"c":1.50})");
}

TEST(Writer, BreaksAndIndentsLines) {
  std::string out;
  Writer writer(out, 2);
  write_sample(writer);
  EXPECT_EQ(out, R"({
  "a": 1,
  "b": [
    "x",
    true,
    null,
    {},
    []
  ],
  "c": 1.50
})");
}

TEST(Writer, IndentsByAsMuchAsIsAskedFor) {
  std::string out;
  Writer(out, 1).begin_object().key("a").boolean(true).end_object();
  EXPECT_EQ(out, "{\n \"a\": true\n}");
}

TEST(Writer, AppendsToWhatIsThere) {
  std::string out = "data: ";
  Writer(out).begin_array().boolean(false).end_array();
  EXPECT_EQ(out, "data: [false]");
}

}  // namespace
}  // namespace crosswalk::json
