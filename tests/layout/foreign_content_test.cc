// Input of another kind, known by its first bytes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/detect.h"

namespace crosswalk::layout {
namespace {

using namespace std::string_view_literals;
using testing::HasSubstr;

TEST(ForeignContent, IsNamedWithWhatToDo) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"PK\x03\x04\x14..[Content_Types].xml...xl/workbook.xml"sv, "spreadsheet (xlsx)"},
      {"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet"sv, "(ods)"},
      {"PK\x03\x04\x14..customers.csv"sv, "zip archive"},
      {"\xD0\xCF\x11\xE0\xA1\xB1"sv, "(xls)"},
      {"\x1F\x8B\x08\x00"sv, "gzip"},
      {"\x28\xB5\x2F\xFD"sv, "zstd"},
      {"%PDF-1.7"sv, "PDF"},
      {"i\0d\0,\0n\0"sv, "--encoding utf-16le"},
      {"\0i\0d\0,\0n"sv, "--encoding utf-16be"},
      {"\xEF\xBB\xBF \n<!DOCTYPE HTML><p>"sv, "web page"},
      {"<Html lang=en>"sv, "web page"},
  };
  for (const auto& [start, says] : cases) {
    const std::optional<std::string> sentence = foreign_content(start);
    ASSERT_TRUE(sentence.has_value()) << says;
    EXPECT_THAT(*sentence, HasSubstr(says));
    EXPECT_THAT(*sentence, HasSubstr(": "));
    EXPECT_TRUE(may_be_foreign(start.substr(0, 4)) || start.starts_with("\xEF\xBB\xBF")) << says;
  }
}

TEST(ForeignContent, IsNotSeenInOurs) {
  const std::string_view ours[] = {"",
                                   "P",
                                   "PK,id\n",
                                   "PAR1,PAR2\n",
                                   "id,name\n1,PK\x03\x04\n",
                                   "{\"header\":[]}",
                                   "<h",
                                   "i\0d\0,\0\0n"sv,
                                   "\xEF\xBB\xBFid\n",
                                   "[]"};
  for (const std::string_view start : ours) {
    EXPECT_FALSE(foreign_content(start).has_value()) << start;
  }
}

TEST(ForeignContent, IsLookedForWhereFourBytesDoNotRuleItOut) {
  EXPECT_FALSE(may_be_foreign("id,n"));
  EXPECT_FALSE(may_be_foreign(""));
  EXPECT_FALSE(may_be_foreign("{\"he"));
  EXPECT_TRUE(may_be_foreign("\n <h"));
}

}  // namespace
}  // namespace crosswalk::layout
