// The text that each sort of value has in a cell, and which values have none.
#include "conversion/cell_texts.h"

#include <gtest/gtest.h>

namespace crosswalk::conversion {
namespace {

using format::As;

/// The text of a value, or the rules that refuse it, each with the bytes that it is about.
std::string text_of(const std::string& json, const CellRule& rule = {},
                    const std::string& separator = ",") {
  json::Tape tape;
  std::vector<json::Fault> faults;
  EXPECT_TRUE(json::parse(json, {}, tape, faults)) << json;
  CellTexts texts(separator);
  std::string out;
  std::vector<diagnostics::RawFinding> refusals;
  texts.append({json, &tape}, 0, rule, out, refusals);
  if (refusals.empty()) return out;
  std::string told;
  for (const auto& refusal : refusals) {
    told += refusal.rule == diagnostics::kConvertSeparatorInPart ? "separator " : "no-cell ";
    told += json.substr(refusal.offset, refusal.length) + ';';
  }
  return told;
}

struct Case {
  const char* json;
  const char* text;
};

TEST(CellTexts, AreTheCharactersOfScalars) {
  for (const auto& [json, text] : {Case{R"("a")", "a"}, Case{R"("a\"\u00e9\n")", "a\"é\n"},
                                   Case{R"("")", ""}, Case{"1.50", "1.50"}, Case{"1e5", "1e5"},
                                   Case{"true", "true"}, Case{"false", "false"}, Case{"null", ""}})
    EXPECT_EQ(text_of(json), text) << json;
}

TEST(CellTexts, AreNoneOfContainersUnderPlainColumns) {
  EXPECT_EQ(text_of("{}"), "no-cell {};");
  EXPECT_EQ(text_of(R"({"x":1})"), R"(no-cell {"x":1};)");
  EXPECT_EQ(text_of("[]"), "no-cell [];") << "no list stands there";
  EXPECT_EQ(text_of("[1]", {As::kText, false}), "no-cell [1];");
  EXPECT_EQ(text_of("{}", {As::kText, true}), "no-cell {};");
}

TEST(CellTexts, JoinAListByTheSeparator) {
  const CellRule list{As::kNone, true};
  for (const auto& [json, text] :
       {Case{"[]", ""}, Case{R"(["a"])", "a"}, Case{R"(["a","b"])", "a,b"},
        Case{R"(["a",1,true])", "a,1,true"}, Case{R"(["",""])", ","}, Case{R"(["a;b"])", "a;b"},
        Case{R"("a,b")", "a,b"}, Case{"null", ""}})
    EXPECT_EQ(text_of(json, list), text) << json;
  EXPECT_EQ(text_of(R"(["a","b","c"])", list, " | "), "a | b | c");
  EXPECT_EQ(text_of(R"(["a,b","c"])", list, ";"), "a,b;c");
}

TEST(CellTexts, RefuseElementsThatCouldNotBeToldApart) {
  const CellRule list{As::kNone, true};
  EXPECT_EQ(text_of(R"(["a,b"])", list), R"(separator "a,b";)") << "if there is but one, too";
  EXPECT_EQ(text_of(R"(["a","b;c"])", list, ";"), R"(separator "b;c";)");
  EXPECT_EQ(text_of(R"(["a",null])", list), "no-cell null;");
  EXPECT_EQ(text_of(R"([["a"]])", list), R"(no-cell ["a"];)");
  EXPECT_EQ(text_of(R"([{},"x,y",null])", list), R"(no-cell {};separator "x,y";no-cell null;)");
}

TEST(CellTexts, OfAnyValueAreReadBackAsWhatTheyWere) {
  const CellRule any{As::kJson, false};
  for (const auto& [json, text] :
       {Case{"7", "7"}, Case{R"("7")", R"("7")"}, Case{R"("007")", "007"}, Case{R"("")", R"("")"},
        Case{"null", "null"}, Case{R"("null")", R"("null")"}, Case{R"("nul")", "nul"},
        Case{"true", "true"}, Case{R"("true")", R"("true")"}, Case{R"("[1]")", R"("[1]")"},
        Case{R"("[1")", "[1"}, Case{R"("a b")", "a b"}, Case{R"(" 7 ")", R"(" 7 ")"},
        Case{R"({ "b" : [ 1 , 2 ] })", R"({"b":[1,2]})"}, Case{"[ ]", "[]"},
        Case{R"("\"a\"")", R"("\"a\"")"}})
    EXPECT_EQ(text_of(json, any), text) << json;
}

TEST(CellTexts, AreAppendedToWhatIsThere) {
  const std::string json = R"(["a","b"])";
  json::Tape tape;
  std::vector<json::Fault> faults;
  ASSERT_TRUE(json::parse(json, {}, tape, faults));
  CellTexts texts("-");
  std::string out = "x";
  std::vector<diagnostics::RawFinding> refusals;
  texts.append({json, &tape}, 0, {As::kNone, true}, out, refusals);
  texts.append({json, &tape}, 1, {}, out, refusals);
  texts.append({json, &tape}, 2, {As::kJson, false}, out, refusals);
  EXPECT_EQ(out, "xa-bab");
  EXPECT_TRUE(refusals.empty());
}

}  // namespace
}  // namespace crosswalk::conversion
