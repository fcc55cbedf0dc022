// Headers of nested records: what is told of their columns.
#include "check/nested_header.h"

#include <gtest/gtest.h>

#include "support/shop_format.h"
#include "support/shop_orders.h"

namespace crosswalk::check {
namespace {

using Strings = std::vector<std::string>;

/// `rule name` of each finding, and where it stands: a column's number, or - for none.
Strings told(const Strings& names, std::set<std::string>* missing = nullptr) {
  const tests::ShopFormat shop(tests::kShopOrders);
  const format::Layout& layout = *shop.definition->layout("csv");
  record::Head head;
  for (const std::string& name : names) {
    head.columns.push_back({name, static_cast<std::uint32_t>(head.bytes.size()),
                            static_cast<std::uint32_t>(name.size()), true});
    head.bytes += name + ',';
  }
  const auto columns = NestedColumns::bind(*shop.program, *shop.definition, layout, names, {});
  std::vector<diagnostics::RawFinding> findings;
  const auto told_missing = check_nested_header({*shop.program,
                                                 *shop.definition,
                                                 shop.rules,
                                                 layout,
                                                 head,
                                                 {shop.definition->record},
                                                 {&shop.policy, 0}},
                                                columns, findings);
  if (missing != nullptr) *missing = told_missing;
  Strings lines;
  for (const auto& finding : findings) {
    const bool is_at_column = finding.column != diagnostics::kNoColumn;
    const std::size_t column = is_at_column ? static_cast<std::size_t>(finding.column) : 0;
    EXPECT_EQ(finding.offset, is_at_column ? head.columns[column].offset : 0U);
    lines.push_back(shop.rules.rule(finding.rule).name + ' ' + finding.name + ' ' +
                    (is_at_column ? std::to_string(column) : "-") + finding.hint);
  }
  return lines;
}

TEST(NestedHeader, IsGoodWithAllThatIsNeeded) {
  EXPECT_EQ(told({"id", "kind", "extra.x", "marks.3"}), Strings{});
}

TEST(NestedHeader, TellsUnknownColumnsWithTheNearest) {
  EXPECT_EQ(told({"id", "kind", "body.cuont", "mark.3", "colour"}),
            (Strings{"schema.unknown-field cuont 2did you mean body.count?",
                     "schema.unknown-field mark.3 3did you mean marks.3?",
                     "schema.unknown-field colour 4"}));
}

TEST(NestedHeader, RefusesWhatTheRecordRefusesAndWhatCannotBeAMember) {
  EXPECT_EQ(told({"id", "kind", "body", "", "marks"}),
            (Strings{"csv.column-unknown body 2", "csv.column-unknown  3",
                     "csv.column-unknown marks 4did you mean marks.?"}));
}

TEST(NestedHeader, TellsColumnsOfOneFieldUnderTwoNames) {
  EXPECT_EQ(told({"id", "kind", "body.kind", "id"}),
            (Strings{"shop.column-twice body.kind 2", "shop.column-twice id 3"}));
}

TEST(NestedHeader, TellsWhatNoColumnHoldsOnce) {
  std::set<std::string> missing;
  EXPECT_EQ(told({"id", "body.count"}, &missing), Strings{"schema.required body.kind -"});
  EXPECT_EQ(missing, std::set<std::string>{"/body/kind"});
  EXPECT_EQ(told({"extra.x"}), (Strings{"schema.required id -", "schema.required body -"}));
}

TEST(NestedHeader, LeavesWhatOnlySomeRecordsNeedToTheRows) {
  EXPECT_EQ(told({"id", "body.kind"}), Strings{}) << "count is needed by orders of kind b alone";
}

TEST(NestedHeader, JudgesTheNamesInColumns) {
  EXPECT_EQ(told({"id", "kind", "marks.x", "marks.0", "marks.2"}),
            (Strings{"schema.type  2", "schema.range  3"}));
}

}  // namespace
}  // namespace crosswalk::check
