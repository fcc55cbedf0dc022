// Column names from whatever was kept of an upload.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/shop_formats.h"
#include "crosswalk/run.h"

namespace crosswalk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ReadColumnsTest : public ::testing::Test {
 protected:
  ReadColumnsTest() : formats_(tests::shop_formats()) {}

  Result<std::vector<std::string>> columns_of(const std::string& text,
                                              const std::string& encoding = {}) {
    return read_columns(formats_, folder_.write("kept", text), encoding);
  }

  Formats formats_;
  tests::TempFolder folder_;
};

TEST_F(ReadColumnsTest, ReadsTheHeaderLineOfACsv) {
  EXPECT_THAT(columns_of("id, a,\"b,c\"\n1,2,3\n").value(), ElementsAre("id", "a", "b,c"));
  EXPECT_THAT(columns_of("id;a\n1;2\n").value(), ElementsAre("id", "a"));
}

TEST_F(ReadColumnsTest, ReadsTheHeaderOfABodyWithUnknownNames) {
  EXPECT_THAT(columns_of("{\"header\":[\"x\",\"\\u0041\"],\"data\":[[1,2]]}").value(),
              ElementsAre("x", "A"));
}

TEST_F(ReadColumnsTest, ReadsTheHeaderOfALargeBody) {
  std::string text = "{\"header\":[\"x\"],\"data\":[[1]";
  while (text.size() < 2'000'000) text += ",[1]";
  EXPECT_THAT(columns_of(text + "]}").value(), ElementsAre("x"));
}

TEST_F(ReadColumnsTest, ReadsAListAndAManifest) {
  EXPECT_THAT(columns_of("[\"id\",\"a\"]").value(), ElementsAre("id", "a"));
  EXPECT_THAT(columns_of("{\"parts\":[],\"columns\":[\"id\"]}").value(), ElementsAre("id"));
}

TEST_F(ReadColumnsTest, ReadsWhatAByteOrderMarkTells) {
  EXPECT_THAT(columns_of("\xEF\xBB\xBFid,a\n").value(), ElementsAre("id", "a"));
  EXPECT_THAT(columns_of("\xEF\xBB\xBF[\"id\"]").value(), ElementsAre("id"));
  const std::string little("\xFF\xFEi\0d\0,\0|\1\n\0", 12);
  EXPECT_THAT(columns_of(little).value(), ElementsAre("id", "ż"));
  EXPECT_THAT(columns_of(little, "windows-1250").value(), ElementsAre("id", "ż"));
}

TEST_F(ReadColumnsTest, ReadsTextInTheEncodingThatIsStatedUnlessItIsUtf8) {
  EXPECT_THAT(columns_of("id,\xBF\n", "windows-1250").value(), ElementsAre("id", "ż"));
  EXPECT_THAT(columns_of("[\"id\",\"ż\"]", "windows-1250").value(), ElementsAre("id", "ż"));
  EXPECT_THAT(columns_of(std::string("i\0d\0,\0a\0\n\0", 10), "utf-16le").value(),
              ElementsAre("id", "a"));
}

TEST_F(ReadColumnsTest, TakesACharacterThatTheFirstBytesCutForWhole) {
  std::string text = "id,ż\n";
  text += std::string((1U << 20U) - text.size() - 1, 'x') + "ż\n";
  EXPECT_THAT(columns_of(text).value(), ElementsAre("id", "ż"));
}

TEST_F(ReadColumnsTest, RefusesTextInAnEncodingThatIsNotKnown) {
  EXPECT_THAT(columns_of("id,\xBF\n").error().message,
              HasSubstr("kept is not UTF-8: say what it is written in with --encoding"));
  EXPECT_THAT(columns_of("id,\x81\n", "windows-1252").error().message,
              HasSubstr("kept is not windows-1252"));
  EXPECT_THAT(columns_of("id,\xBF\n", "klingon").error().message, HasSubstr("unknown encoding"));
}

TEST_F(ReadColumnsTest, RefusesWhatStatesNoColumns) {
  for (const char* text : {"", "[1]", "{\"a\":1}", "{\"columns\":7}", "{\"a\":",
                           "{\"columns\":7,\"parts\":[]}", "{\"columns\":{},\"parts\":[]}"}) {
    const auto columns = columns_of(text);
    ASSERT_FALSE(columns.ok()) << text;
    EXPECT_EQ(columns.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(columns.error().message, HasSubstr("states no columns"));
  }
}

TEST_F(ReadColumnsTest, FailsForAFileThatIsNotThere) {
  EXPECT_EQ(read_columns(formats_, folder_.path("gone")).error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace crosswalk
