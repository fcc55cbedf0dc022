// The order in which findings of one batch are told.
#include "diagnostics/raw_finding.h"

#include <gtest/gtest.h>

namespace crosswalk::diagnostics {
namespace {

RawFinding finding(std::uint32_t offset, std::int32_t column, RuleId rule, std::uint32_t part = 0) {
  RawFinding made;
  made.offset = offset;
  made.column = column;
  made.rule = rule;
  made.part = part;
  return made;
}

TEST(ComesBefore, LooksAtByteThenColumnThenRuleNameThenPart) {
  RuleCatalog rules;
  const RuleId late_number_early_name = rules.intern("a.rule");
  const RawFinding in_order[] = {
      finding(1, 5, kJsonSyntax),    finding(2, kNoColumn, kJsonSyntax),
      finding(2, 0, kJsonSyntax),    finding(2, 1, late_number_early_name),
      finding(2, 1, kCsvBom),        finding(2, 1, kSchemaEnum, 1),
      finding(2, 1, kSchemaEnum, 2),
  };
  for (const RawFinding& a : in_order) {
    for (const RawFinding& b : in_order) {
      EXPECT_EQ(comes_before(a, b, rules), &a < &b) << &a - in_order << " " << &b - in_order;
    }
  }
}

}  // namespace
}  // namespace crosswalk::diagnostics
