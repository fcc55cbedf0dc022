// Edits of syntax by their place: what is mended where, and what must stay.
#include <gtest/gtest.h>

#include "layout/reporter.h"
#include "mending/syntax.h"

namespace crosswalk::mending {
namespace {

using diagnostics::CoreRule;

/// The bytes with what a finding asks for; "-" if it is not mended.
std::string mended(CoreRule rule, std::string_view bytes, std::uint32_t offset,
                   std::uint32_t length = 0, std::uint32_t text_begin = 0) {
  diagnostics::RawFinding finding = layout::finding_at(rule, offset);
  finding.length = length;
  finding.expected = "]}";
  Splice splice;
  const bool good = add_syntax_edits(finding, {bytes, text_begin, false}, splice);
  EXPECT_EQ(good, !splice.empty()) << bytes;
  return good ? splice.apply(bytes) : "-";
}

struct Case {
  const char* bytes;
  std::uint32_t offset;
  const char* good;
};

TEST(SyntaxCases, ElementsArePutInUpToTheNextOne) {
  for (const auto& [bytes, offset, good] :
       {Case{"[1,,2]", 3, R"([1,"",2])"}, Case{"[1,,]", 3, R"([1,"",""])"},
        Case{"[,]", 1, R"(["",""])"}, Case{"[1, , 2,,3]", 4, R"([1, "", 2,,3])"},
        Case{"[1,]", 3, R"([1,""])"}, Case{"[1,\n\t]", 5, "[1,\n\t\"\"]"}, Case{"[1,2]", 3, "-"}})
    EXPECT_EQ(mended(diagnostics::kJsonElidedElement, bytes, offset), good);
}

TEST(SyntaxCases, ACommaIsLeftOutAndBlanksAroundItStay) {
  for (const auto& [bytes, offset, good] :
       {Case{"[1,]", 3, "[1]"}, Case{"{\"a\":1 , }", 9, "{\"a\":1  }"}, Case{"[1,\n]", 4, "[1\n]"},
        Case{"[1]", 2, "-"}, Case{",]", 1, "]"}, Case{"]", 0, "-"}})
    EXPECT_EQ(mended(diagnostics::kJsonTrailingComma, bytes, offset), good) << bytes;
}

TEST(SyntaxCases, ANumberWithZerosBeforeItBecomesATextOfItsCharacters) {
  for (const auto& [bytes, offset, good] :
       {Case{"[007]", 2, R"(["007"])"}, Case{"[-01]", 3, R"(["-01"])"},
        Case{"[00,1]", 2, R"(["00",1])"}, Case{"[01e5]", 2, R"(["01e5"])"},
        Case{"00", 1, R"("00")"}})
    EXPECT_EQ(mended(diagnostics::kJsonLeadingZero, bytes, offset), good) << bytes;
}

TEST(SyntaxCases, WhatIsOpenIsClosedAndACommaBeforeThatIsLeftOut) {
  for (const auto& [bytes, offset, good] :
       {Case{"{\"a\":[1", 7, "{\"a\":[1]}"}, Case{"{\"a\":[1,", 8, "{\"a\":[1]}"},
        Case{"{\"a\":[1 ,\n", 10, "{\"a\":[1 \n]}"}, Case{"{\"a\":[", 6, "{\"a\":[]}"}})
    EXPECT_EQ(mended(diagnostics::kJsonUnclosed, bytes, offset), good) << bytes;
}

TEST(SyntaxCases, TextBeforeADocumentIsLeftOutFromWhereTheTextBegins) {
  EXPECT_EQ(mended(diagnostics::kJsonTextBeforeDocument, "OK\n[1]", 0), "[1]");
  EXPECT_EQ(mended(diagnostics::kJsonTextBeforeDocument, "{}\nOK {}", 3, 0, 3), "{}\n{}");
  EXPECT_EQ(mended(diagnostics::kXmlTextBeforeRoot, "OK <a/>", 0), "<a/>");
  EXPECT_EQ(mended(diagnostics::kXmlTextBeforeRoot, "OK", 0), "-");
}

TEST(SyntaxCases, AMarkIsLeftOutWithAllItsBytes) {
  EXPECT_EQ(mended(diagnostics::kCsvBom, "\xEF\xBB\xBFid\n", 0), "id\n");
}

TEST(SyntaxCases, ABulletIsLeftOutByItsLength) {
  EXPECT_EQ(mended(diagnostics::kDocListBullet, "- a", 0, 2), "a");
  EXPECT_EQ(mended(diagnostics::kDocListBullet, "x\n* a", 2, 2), "x\na");
}

TEST(SyntaxCases, ANameIsTrimmedAndTheOthersStay) {
  EXPECT_EQ(mended(diagnostics::kCsvHeaderSpace, "a, b ,c ", 2, 3), "a,b,c ");
  EXPECT_EQ(mended(diagnostics::kCsvHeaderSpace, "a,\" b \",c", 2, 5), "a,\"b\",c");
  EXPECT_EQ(mended(diagnostics::kCsvHeaderSpace, "a,b", 2, 1), "-") << "there is none";
  EXPECT_EQ(mended(diagnostics::kCsvHeaderSpace, "a,\"b\"", 2, 3), "-");
}

TEST(SyntaxCases, AMemberLeavesItsArrayOnlyIfItIsTheLast) {
  constexpr CoreRule kRule = diagnostics::kJsonMemberInArray;
  EXPECT_EQ(mended(kRule, R"([1 , "a" : {"b":[2]} ])", 9), R"([1 ], "a" : {"b":[2]} )");
  EXPECT_EQ(mended(kRule, R"(["a":1])", 4), R"([],"a":1)");
  EXPECT_EQ(mended(kRule, R"([1,"a":1,2])", 6), "-");
  EXPECT_EQ(mended(kRule, R"([1,"a":])", 6), "-");
}

// An edit that cannot be made leaves those of other findings as they are.
TEST(SyntaxCases, AMendThatFailsAddsNothing) {
  Splice splice;
  ASSERT_TRUE(splice.add({0, 1, "{"}));
  const auto finding = layout::finding_at(diagnostics::kJsonMemberInArray, 6);
  EXPECT_FALSE(add_syntax_edits(finding, {R"([1,"a":1,2])", 0, false}, splice));
  EXPECT_EQ(splice.edits(), (std::vector<Edit>{{0, 1, "{"}}));
}

TEST(SyntaxCases, EveryMendHasItsWords) {
  for (const CoreRule rule :
       {diagnostics::kJsonElidedElement, diagnostics::kJsonTrailingComma,
        diagnostics::kJsonLeadingZero, diagnostics::kJsonUnclosed,
        diagnostics::kJsonTextBeforeDocument, diagnostics::kJsonMemberInArray,
        diagnostics::kXmlTextBeforeRoot, diagnostics::kXmlMismatchedTag, diagnostics::kCsvBom,
        diagnostics::kCsvHeaderSpace, diagnostics::kDocListBullet})
    EXPECT_FALSE(describe_syntax(rule).empty()) << static_cast<int>(rule);
  EXPECT_EQ(describe_syntax(diagnostics::kCsvNul), "");
}

}  // namespace
}  // namespace crosswalk::mending
