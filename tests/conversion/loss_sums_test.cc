// Sums of counts, and the classes that follow from them.
#include <gtest/gtest.h>

#include <algorithm>

#include "conversion/loss_counts.h"
#include "support/club_format.h"

namespace crosswalk::conversion {
namespace {

class LossSums : public ::testing::Test {
 protected:
  LossSums()
      : club_(tests::club_of(
            R"("a": {"type": "string", "x-crosswalk": {"is": ["/first_name"]}},
               "b": {"type": "string"})")),
        mapping_(Mapping::compile(club_, club_, {}).value()) {}

  static LossCount count_of(const std::string& column, bool has_places, std::uint64_t records,
                            std::uint64_t normalised, std::uint64_t lost) {
    FieldLoss loss;
    loss.source = column;
    loss.loss = has_places ? LossClass::kLossless : LossClass::kLossy;
    return {{column, 0}, loss, has_places, records, normalised, lost};
  }
  [[nodiscard]] FieldLoss field(const std::string& column) const {
    const LossReport report = counts_.report(mapping_);
    const auto found = std::ranges::find(report.fields, column, &FieldLoss::source);
    EXPECT_NE(found, report.fields.end()) << column;
    return found == report.fields.end() ? FieldLoss() : *found;
  }

  format::Definition club_;
  Mapping mapping_;
  LossCounts counts_;
};

TEST_F(LossSums, AreAddedBatchByBatch) {
  counts_.add({{count_of("b", false, 10, 0, 10)}, {}});
  counts_.add({{count_of("b", false, 4, 1, 3), count_of("a", true, 2, 0, 0)}, {}});
  EXPECT_EQ(field("b").records, 14U);
  EXPECT_EQ(field("b").normalised, 1U);
  EXPECT_EQ(field("b").lost, 13U);
  EXPECT_EQ(field("a").records, 2U);
}

TEST_F(LossSums, OfAFieldWithAPlaceAreWhatMakesItLossy) {
  counts_.add({{count_of("a", true, 5, 0, 0)}, {}});
  EXPECT_EQ(field("a").loss, LossClass::kLossless);
  EXPECT_EQ(field("a").reason, "");
  counts_.add({{count_of("a", true, 1, 1, 0)}, {}});
  EXPECT_EQ(field("a").loss, LossClass::kNormalised);
  EXPECT_EQ(field("a").reason, "some of its values are spelt otherwise");
  counts_.add({{count_of("a", true, 1, 1, 1)}, {}});
  EXPECT_EQ(field("a").loss, LossClass::kLossy);
  EXPECT_EQ(field("a").reason, "not all of its values have a place");
}

TEST_F(LossSums, OfAFieldWithoutAPlaceLeaveItsReason) {
  const std::string reason = field("b").reason;
  EXPECT_FALSE(reason.empty());
  counts_.add({{count_of("b", false, 5, 5, 5)}, {}});
  EXPECT_EQ(field("b").loss, LossClass::kLossy);
  EXPECT_EQ(field("b").reason, reason);
}

TEST_F(LossSums, OfColumnsThatTheSchemaDoesNotKnowStandInTheirOrder) {
  counts_.add({{count_of("z", false, 1, 0, 1), count_of("y", false, 1, 0, 1)}, {}});
  counts_.add({{count_of("x", false, 1, 0, 1), count_of("z", false, 1, 0, 1)}, {}});
  std::string order;
  for (const FieldLoss& known : counts_.report(mapping_).fields) order += known.source;
  EXPECT_EQ(order, "abzyx");
  EXPECT_EQ(field("z").lost, 2U);
}

TEST_F(LossSums, RememberWhatWasToldOnce) {
  counts_.add({{}, {{"b", 1}, {"z", 9}}});
  counts_.add({{}, {{"b", 1}}});
  EXPECT_EQ(counts_.told(), (std::set<RouteName>{{"b", 1}, {"z", 9}}));
}

TEST_F(LossSums, OfNothingAreTheMappingsReport) {
  const LossReport report = counts_.report(mapping_);
  const LossReport plain = mapping_.report();
  ASSERT_EQ(report.fields.size(), plain.fields.size());
  for (std::size_t i = 0; i < plain.fields.size(); ++i) {
    EXPECT_EQ(report.fields[i].source, plain.fields[i].source);
    EXPECT_EQ(report.fields[i].loss, plain.fields[i].loss);
    EXPECT_EQ(report.fields[i].records, 0U);
  }
}

}  // namespace
}  // namespace crosswalk::conversion
