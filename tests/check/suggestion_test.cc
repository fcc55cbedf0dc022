// Did you mean: names and values near to what a schema has, and aliases.
#include "check/suggestion.h"

#include "check_support.h"

namespace crosswalk::check {
namespace {

// The hint of the one finding in `value`; "-" if that is not the number of findings.
std::string hint_on(const std::string& schema, const std::string& value) {
  const auto compiled = compile(schema);
  EXPECT_EQ(compiled->error, "");
  const auto judged = judge(*compiled, value);
  return judged.findings.size() == 1 ? judged.findings[0].hint : "-";
}

constexpr const char* kModes = R"({"enum": ["Add", "AddOrUpdate", "yes", "ignore", 7],
  "x-crosswalk": {"aliases": {"skip": "ignore", "overwrite": "yes"}}})";

TEST(Suggestion, OfAValueIsTheNearestOne) {
  EXPECT_EQ(hint_on(kModes, R"("add")"), "did you mean Add?");
  EXPECT_EQ(hint_on(kModes, R"("AddOrUpdte")"), "did you mean AddOrUpdate?");
  EXPECT_EQ(hint_on(R"({"const": "customers_batch"})", R"("customer_batch")"),
            "did you mean customers_batch?");
}

TEST(Suggestion, OfAnAliasIsWhatItMeans) {
  EXPECT_EQ(hint_on(kModes, R"("skip")"), "did you mean ignore?");
  EXPECT_EQ(hint_on(kModes, R"("overwrite")"), "did you mean yes?");
}

TEST(Suggestion, OfARepairIsWhatItWrites) {
  EXPECT_EQ(hint_on(R"({"enum": ["pipe"], "x-crosswalk": {"checks": [
              {"on": "enum", "rule": "v.a", "repair": {"|": "pipe"}}]}})",
                    R"("|")"),
            "did you mean pipe?");
}

TEST(Suggestion, IsNotMadeWhereNothingIsNear) {
  for (const char* value : {R"("remove")", "8", "null", "{}", R"("7")"})
    EXPECT_EQ(hint_on(kModes, value), "") << value;
}

TEST(Suggestion, IsNotMadeOfWhatIsForbidden) {
  EXPECT_EQ(hint_on(R"({"not": {"enum": ["none"]}})", R"("none")"), "");
}

TEST(Suggestion, OfANameMayBeOneOfAFamily) {
  Members members;
  for (const char* name : {"customuid", "email"}) members.names.add(name);
  members.family_starts = {"txt_"};
  EXPECT_EQ(suggestion(members, "custmouid"), "did you mean customuid?");
  EXPECT_EQ(suggestion(members, "tx_region"), "did you mean txt_region?");
  EXPECT_EQ(suggestion(members, "zzz"), "");
}

TEST(Suggestion, NeedsAliasesThatLeadIntoTheEnum) {
  for (const char* aliases : {R"({"Add": "yes"})", R"({"skip": "nothing"})"}) {
    const auto compiled = compile(
        std::string(R"({"enum": ["Add", "yes"], "x-crosswalk": {"aliases": )") + aliases + "}}");
    EXPECT_NE(compiled->error.find("wanted a text that is not in the enum"), std::string::npos);
  }
}

// The beginning of a family stands for what is before its last letter in the name.
TEST(Suggestion, OfAFamilyKeepsTheRestOfTheName) {
  Members members;
  members.family_starts = {"txt_", "boolean_"};
  EXPECT_EQ(suggestion(members, "txr_region"), "did you mean txt_region?");
  EXPECT_EQ(suggestion(members, "bolean_a_b"), "did you mean boolean_a_b?");
  EXPECT_EQ(suggestion(members, "txt_region"), "") << "it has the beginning already";
  EXPECT_EQ(suggestion(members, "txtregion"), "") << "no end of a beginning";
  EXPECT_EQ(suggestion(members, "something_region"), "") << "too far";
  EXPECT_EQ(suggestion(members, ""), "");
}

TEST(Suggestion, OfANameIsTheNearestOfSeveral) {
  Members members;
  for (const char* name : {"country", "county", "count"}) members.names.add(name);
  EXPECT_EQ(suggestion(members, "countri"), "did you mean country?");
  EXPECT_EQ(suggestion(members, "counte"), "did you mean county?") << "the first of equals";
  EXPECT_EQ(suggestion(members, "COUNT"), "did you mean count?");
}

TEST(Suggestion, OfAValueIsOfTextsAlone) {
  EXPECT_EQ(hint_on(R"({"enum": [1000, "1001"]})", "1002"), "");
  EXPECT_EQ(hint_on(R"({"enum": [1000, "1001"]})", R"("1002")"), "did you mean 1001?");
  EXPECT_EQ(hint_on(R"({"enum": [["yes"], "other"]})", R"(["yess"])"), "");
}

}  // namespace
}  // namespace crosswalk::check
