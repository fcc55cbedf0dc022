// Conditions on all values of a column: told once, whatever the batches.
#include "check/down.h"

#include "check/run.h"
#include "json/parser.h"
#include "table_support.h"

namespace crosswalk::check {
namespace {

std::string goal_record(const std::string& condition) {
  return R"({"type": "object", "properties": {"g": {"x-crosswalk": {"as": "flag", "checks": [
      {"down": )" +
         condition + R"(, "rule": "v.ambiguous", "severity": "warning"}]}}}})";
}

constexpr const char* kEmptyNeedsZero =
    R"({"if": {"contains": {"const": ""}}, "then": {"contains": {"const": 0}}})";

// What is told after these batches, in any order.
std::string told_after(const std::string& condition, const std::vector<std::string>& batches) {
  Club table(club_format(goal_record(condition), R"(["empty"])"));
  table.bind("id,g\n");
  ColumnFacts facts;
  for (const std::string& rows : batches) facts.merge(table.check(rows).facts);
  table.found.clear();
  table.table->finish(facts, table.found);
  return table.told();
}

TEST(Down, ToldOnceAtTheColumn) {
  EXPECT_EQ(told_after(kEmptyNeedsZero, {"a,\nb,1\n", "c,\n"}), "v.ambiguous@3");
}

TEST(Down, SilentWhereItHoldsInAnyBatch) {
  EXPECT_EQ(told_after(kEmptyNeedsZero, {"a,\nb,1\n", "c,0\n"}), "");
  EXPECT_EQ(told_after(kEmptyNeedsZero, {"c,0\n", "a,\nb,1\n"}), "");
  EXPECT_EQ(told_after(kEmptyNeedsZero, {"a,1\n"}), "");
}

TEST(Down, CombinesItsLeavesAsSchemasDo) {
  const std::string zero = R"({"contains": {"const": 0}})";
  const std::string one = R"({"contains": {"const": 1}})";
  const std::string both = "{\"allOf\": [" + zero + "," + one + "]}";
  EXPECT_EQ(told_after(both, {"a,1\n"}), "v.ambiguous@3");
  EXPECT_EQ(told_after(both, {"a,1\nb,0\n"}), "");
  EXPECT_EQ(told_after("{\"not\": " + one + "}", {"a,1\n"}), "v.ambiguous@3");
  EXPECT_EQ(told_after("{\"not\": " + one + "}", {"a,0\n"}), "");
}

TEST(Down, CountsRecordsAndKeepsTheFirst) {
  Club table(club_format(goal_record(kEmptyNeedsZero), R"(["empty"])"));
  table.bind("id,g\n");
  ColumnFacts facts;
  table.check("a,1\nb,\nc,\n");
  ColumnFacts later = table.checked.facts;
  later.seen[0].record += 100;
  facts.merge(later);
  facts.merge(table.checked.facts);
  table.found.clear();
  table.table->finish(facts, table.found);
  ASSERT_EQ(table.found.size(), 1U);
  EXPECT_TRUE(table.found[0].file_level);
  EXPECT_EQ(table.found[0].found, 4U);
  EXPECT_EQ(table.found[0].related_record, 2U);
  EXPECT_EQ(table.found[0].column, 1);
  EXPECT_EQ(table.found[0].name, "g");
}

TEST(Down, OfAnOperationAsksEveryColumn) {
  Club table(club_format(R"({"type": "object"})", R"(["empty"])",
                         R"({"update": {"method": "PATCH", "url": "https://x", "checks": [
      {"down": {"not": {"contains": {"const": ""}}}, "rule": "v.erases", "severity": "info"}]}})"));
  BindOptions options;
  options.operation = table.definition->operation("update");
  table.bind("a,b,c\n", options);
  const ColumnFacts facts = table.check("1,,\n2,,3\n").facts;
  table.found.clear();
  table.table->finish(facts, table.found);
  EXPECT_EQ(table.told(), "v.erases@2 v.erases@4");
  EXPECT_EQ(table.found[0].found, 2U);
}

// Held against the interpreter: what may not be forbidden is not accepted.
TEST(Down, SeesWhatMayBeForbiddenFromItsToken) {
  const std::string text =
      R"(["","a","ab","abc","\u0061","\u0061\u0062\u0063\u0061",0,1.0,-7,null,true,[],{"a":""}])";
  json::Tape tape;
  std::vector<json::Fault> faults;
  ASSERT_TRUE(json::parse(text, {}, tape, faults));
  int spared = 0;
  for (const std::string condition :
       {R"({"const":""})", R"({"enum":["","ab"]})", R"({"enum":["a",null,1]})", R"({"const":[]})",
        R"({"maxLength":1})", R"({"not":{"const":""}})", R"({"type":"number"})",
        R"({"allOf":[{"const":"abc"}]})", R"({"anyOf":[{"const":""},{"const":0}]})"}) {
    const Club table(club_format(R"({"type":"object","x-crosswalk":{"checks":[
        {"down":{"not":{"contains":)" +
                                     condition + R"(}},"rule":"v.erases"}]}})",
                                 R"(["empty"])"));
    const Program::Code& code = table.program->code();
    std::vector<diagnostics::RawFinding> findings;
    check::Run run(code, {&table.policy, 0, false}, findings);
    run.read_from(text, tape);
    const auto all = forbidden_by(code, table.definition->record, table.rules);
    ASSERT_EQ(all.size(), 1U) << condition;
    for (std::uint32_t at = 1; at < tape.tokens.size(); at = tape.tokens[at].next) {
      std::string scratch;
      const Value value = value_at(text, tape, at, scratch);
      if (all[0].may_be(tape.tokens[at])) continue;
      ++spared;
      EXPECT_FALSE(run.accepts(value, all[0].value)) << condition << ' ' << value.text;
    }
  }
  EXPECT_GT(spared, 40);
}

}  // namespace
}  // namespace crosswalk::check
