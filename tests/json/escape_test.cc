// Escapes: which are good, and where they end.
#include "json/escape.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace crosswalk::json {
namespace {

// Bytes of the escape that `text` begins with; -1 if it is not good.
std::ptrdiff_t length(std::string_view text) {
  const char* const after = skip_escape(text.data(), text.data() + text.size());
  return after == nullptr ? -1 : after - text.data();
}

TEST(Escape, KnowsTheLettersOfTheStandardAndNoOthers) {
  const std::string_view good = "\"\\/bfnrt";
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool is_good = good.find(c) != std::string_view::npos;
    EXPECT_EQ(length(std::string("\\") + c + "xxxx"), is_good ? 2 : -1) << byte;
  }
}

TEST(Escape, TakesFourDigitsOfEitherCase) {
  EXPECT_EQ(length("\\u00e9z"), 6);
  EXPECT_EQ(length("\\uABCDz"), 6);
  EXPECT_EQ(length("\\u0000"), 6);
  EXPECT_EQ(length("\\u12g4"), -1);
  EXPECT_EQ(length("\\u/:@`"), -1);
}

TEST(Escape, TakesASurrogatePairAsOne) {
  EXPECT_EQ(length("\\ud83d\\ude00z"), 12);
  EXPECT_EQ(length("\\uDBFF\\uDFFF"), 12);
  EXPECT_EQ(length("\\uD800\\uDC00"), 12);
}

TEST(Escape, RefusesHalfAPair) {
  for (const char* text : {"\\ud83d", "\\ud83dxxxxxx", "\\ud83d\\n", "\\ud83d\\u0041",
                           "\\ud83d\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83d\\ude0"}) {
    EXPECT_EQ(length(text), -1) << text;
  }
}

TEST(Escape, DoesNotReadPastTheEnd) {
  const std::string_view text = "\\ud83d\\ude00";
  for (std::size_t size = 1; size < text.size(); ++size)
    EXPECT_EQ(length(text.substr(0, size)), -1);
}

}  // namespace
}  // namespace crosswalk::json
