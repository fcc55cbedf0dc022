// What tolerant reading mends, mended in the text: strict reading then yields the same.
#include "mending/syntax.h"

#include <gtest/gtest.h>

#include "check/value.h"
#include "json/parser.h"
#include "layout/reporter.h"

namespace crosswalk::mending {
namespace {

std::string canonical(std::string_view text, const json::ParseOptions& options) {
  json::Tape tape;
  std::vector<json::Fault> faults;
  std::string out;
  json::parse(text, options, tape, faults);
  if (!tape.tokens.empty()) check::append_canonical(text, tape, 0, out);
  return out;
}

/// The text with every fault of tolerant reading mended; empty if one cannot be.
std::string mended(std::string_view text) {
  json::Tape tape;
  std::vector<json::Fault> faults;
  if (!json::parse(text, {.tolerant = true}, tape, faults)) return "";
  Splice splice;
  for (const json::Fault& fault : faults) {
    if (!add_syntax_edits(layout::finding_of(fault, true), {text, 0, false}, splice)) return "";
  }
  return splice.apply(text);
}

struct Case {
  const char* broken;
  const char* good;
};

class Mended : public ::testing::TestWithParam<Case> {};

TEST_P(Mended, IsReadStrictlyAsItWasReadTolerantly) {
  const std::string text = mended(GetParam().broken);
  EXPECT_EQ(text, GetParam().good);
  EXPECT_EQ(canonical(text, {}), canonical(GetParam().broken, {.tolerant = true}));
}

INSTANTIATE_TEST_SUITE_P(
    Json, Mended,
    ::testing::Values(Case{R"([1,,2])", R"([1,"",2])"}, Case{R"([1, , ,2])", R"([1, "", "",2])"},
                      Case{R"([,1])", R"(["",1])"}, Case{R"([1 , ])", R"([1  ])"},
                      Case{R"({"a":1, })", R"({"a":1 })"},
                      Case{R"([007,-01.50])", R"(["007","-01.50"])"},
                      Case{R"({"a":[{"b":1)", R"({"a":[{"b":1}]})"},
                      Case{"HTTP/1.1 200 OK\n{\"a\":1}", R"({"a":1})"},
                      Case{R"({"data":[{"e":1}, "cursor": {"next":"x"}]})",
                           R"({"data":[{"e":1}], "cursor": {"next":"x"}})"},
                      Case{R"({"data":["cursor":{}]})", R"({"data":[],"cursor":{}})"},
                      Case{R"({"data":[1,"a\"b":[1,]]})", R"({"data":[1],"a\"b":[1]})"},
                      Case{R"({"a":{"b":01},"c":[1,,],})", R"({"a":{"b":"01"},"c":[1,"",""]})"}));

TEST(Syntax, OfAMemberThatIsNotTheLastOfItsArrayIsRefused) {
  EXPECT_EQ(mended(R"({"data":[1,"cursor":{},2]})"), "");
}

TEST(Syntax, OfACutOffLiftedMemberIsRefused) {
  EXPECT_EQ(mended(R"({"data":[1,"cursor":{})"), "");
}

TEST(Syntax, LeavesOutCommasBetweenRows) {
  diagnostics::RawFinding finding = layout::finding_at(diagnostics::kJsonElidedElement, 4);
  Splice splice;
  EXPECT_TRUE(add_syntax_edits(finding, {"[1], , ,[2]", 0, true}, splice) == false);
  finding.offset = 5;
  EXPECT_TRUE(add_syntax_edits(finding, {"[1], , ,[2]", 0, true}, splice));
  EXPECT_EQ(splice.apply("[1], , ,[2]"), "[1],  [2]");
  Splice at_the_end;
  EXPECT_TRUE(add_syntax_edits(finding, {"[1], ,,", 0, true}, at_the_end));
  EXPECT_EQ(at_the_end.apply("[1], ,,"), "[1], ");
}

TEST(Syntax, IsNotMendedWhereTheBytesDoNotFit) {
  using diagnostics::CoreRule;
  struct Unfit {
    CoreRule rule;
    std::uint32_t offset;
    const char* bytes;
  };
  for (const auto& [rule, offset, bytes] : {Unfit{diagnostics::kJsonElidedElement, 3, "[1,"},
                                            {diagnostics::kJsonTrailingComma, 2, "[1]"},
                                            {diagnostics::kJsonLeadingZero, 0, ""},
                                            {diagnostics::kJsonLeadingZero, 2, "[-"},
                                            {diagnostics::kJsonTextBeforeDocument, 0, "HTTP/1.1"},
                                            {diagnostics::kJsonMemberInArray, 1, "[:1]"},
                                            {diagnostics::kJsonMemberInArray, 2, "a\":1]"},
                                            {diagnostics::kJsonMemberInArray, 3, "\\\"\":1]"},
                                            {diagnostics::kJsonMemberInArray, 4, "[\"a\":[1"},
                                            {diagnostics::kJsonMemberInArray, 4, "[\"a\":1"},
                                            {diagnostics::kCsvHeaderSpace, 0, "\"x "}}) {
    diagnostics::RawFinding finding = layout::finding_at(rule, offset);
    finding.length = static_cast<std::uint32_t>(std::string_view(bytes).size());
    Splice splice;
    EXPECT_FALSE(add_syntax_edits(finding, {bytes, 0, false}, splice)) << bytes;
    EXPECT_TRUE(splice.empty()) << bytes;
  }
}

// Two findings may ask for the same bytes: the first one gets them.
TEST(Syntax, IsMendedOnce) {
  struct Fit {
    diagnostics::CoreRule rule;
    std::uint32_t offset;
    const char* bytes;
    const char* good;
  };
  for (const auto& [rule, offset, bytes, good] :
       {Fit{diagnostics::kJsonElidedElement, 3, "[1,,2]", "[1,\"\",2]"},
        {diagnostics::kJsonTrailingComma, 3, "[1,]", "[1]"},
        {diagnostics::kJsonLeadingZero, 2, "[07]", "[\"07\"]"},
        {diagnostics::kJsonUnclosed, 3, "[1,", "[1]"},
        {diagnostics::kJsonTextBeforeDocument, 0, "OK {}", "{}"},
        {diagnostics::kJsonMemberInArray, 6, "[1,\"a\":2]", "[1],\"a\":2"},
        {diagnostics::kCsvHeaderSpace, 0, " ", ""},
        {diagnostics::kDocListBullet, 0, "- ", ""}}) {
    diagnostics::RawFinding finding = layout::finding_at(rule, offset);
    finding.length = static_cast<std::uint32_t>(std::string_view(bytes).size());
    finding.expected = "]";
    Splice splice;
    ASSERT_TRUE(add_syntax_edits(finding, {bytes, 0, false}, splice)) << bytes;
    EXPECT_EQ(splice.apply(bytes), good);
    if (rule == diagnostics::kJsonElidedElement) continue;  // nothing stands where it puts a text
    EXPECT_FALSE(add_syntax_edits(finding, {bytes, 0, false}, splice)) << bytes;
    EXPECT_EQ(splice.apply(bytes), good);
  }
}

TEST(Syntax, HasWordsForWhatItMends) {
  EXPECT_EQ(describe_syntax(diagnostics::kJsonTrailingComma), "the comma left out");
  EXPECT_EQ(describe_syntax(diagnostics::kJsonSyntax), "");
}

TEST(Syntax, OfOtherRulesIsNotMended) {
  Splice splice;
  EXPECT_FALSE(add_syntax_edits(layout::finding_at(diagnostics::kJsonSyntax, 0), {"x"}, splice));
  EXPECT_TRUE(splice.empty());
}

TEST(Syntax, TurnsASecondOpeningTagIntoAClosingOne) {
  Splice splice;
  ASSERT_TRUE(
      add_syntax_edits(layout::finding_at(diagnostics::kXmlMismatchedTag, 4), {"<n>2<n>"}, splice));
  EXPECT_EQ(splice.apply("<n>2<n>"), "<n>2</n>");
}

TEST(Syntax, TrimsNamesInsideTheirQuotes) {
  for (const auto& [name, good] : {std::pair{" id ", "id"}, {"\" id\"", "\"id\""}}) {
    diagnostics::RawFinding finding = layout::finding_at(diagnostics::kCsvHeaderSpace, 0);
    finding.length = static_cast<std::uint32_t>(std::string_view(name).size());
    Splice splice;
    ASSERT_TRUE(add_syntax_edits(finding, {name}, splice)) << name;
    EXPECT_EQ(splice.apply(name), good);
  }
}

TEST(Syntax, TakesNoMoreForANumberThanTheNumber) {
  Splice splice;
  ASSERT_TRUE(add_syntax_edits(layout::finding_at(diagnostics::kJsonLeadingZero, 2),
                               {"[001.5.01e400]"}, splice));
  EXPECT_EQ(splice.apply("[001.5.01e400]"), "[\"001.5\".01e400]");
}

// ` "x" y` is a name that holds quotes; `"x" y` would be text behind a closing quote.
TEST(Syntax, LeavesBlanksBeforeAQuoteThatBelongsToTheName) {
  const std::string_view name = " \"x\" y";
  diagnostics::RawFinding finding = layout::finding_at(diagnostics::kCsvHeaderSpace, 0);
  finding.length = static_cast<std::uint32_t>(name.size());
  Splice splice;
  EXPECT_FALSE(add_syntax_edits(finding, {name}, splice));
  EXPECT_TRUE(splice.empty());
}

}  // namespace
}  // namespace crosswalk::mending
