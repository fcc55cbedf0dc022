// Columns of good records, of which few are judged.
#include "pipeline/column_gatherer.h"

#include <gtest/gtest.h>

#include "json/parser.h"

namespace crosswalk::pipeline {
namespace {

/// A step that makes nothing of records with a member `bad`, and `{"made":1}` of others.
class MadeStep final : public conversion::RecordStep {
 public:
  MadeStep() { json::parse(kMade, {}, tape_, faults_); }
  std::optional<conversion::RecordView> apply(
      const conversion::RecordView& record,
      std::vector<diagnostics::RawFinding>& /*findings*/) override {
    ++made;
    if (record.text.find("bad") != std::string_view::npos) return std::nullopt;
    return conversion::RecordView{kMade, &tape_};
  }
  [[nodiscard]] std::uint32_t origin_of(std::uint32_t /*offset*/) const override { return 0; }
  void know_columns() override { knows = true; }
  bool has_known_columns(const conversion::RecordView& /*record*/) override { return knows; }
  bool has_known_kinds(const conversion::RecordView& record) override {
    return record.text.starts_with('{');
  }
  bool has_known_shape(std::string_view text) override { return text.ends_with('}'); }
  [[nodiscard]] bool knows_all_columns() const override { return knows; }

  int made = 0;
  bool knows = false;

 private:
  static constexpr std::string_view kMade = R"({"made":1})";
  json::Tape tape_;
  std::vector<json::Fault> faults_;
};

class ColumnGathererTest : public ::testing::Test {
 protected:
  conversion::RecordView read(std::string_view text) {
    json::parse(text, {}, tape_, faults_);
    return {text, &tape_};
  }
  void take(ColumnGatherer& gatherer, std::string_view text) {
    gatherer.take(0, read(text), findings_, keys_);
  }

  std::shared_ptr<conversion::ColumnList> columns_ =
      std::make_shared<conversion::ColumnList>(std::vector<format::Field>());
  json::Tape tape_;
  std::vector<json::Fault> faults_;
  std::vector<diagnostics::RawFinding> findings_;
  std::vector<check::RecordKey> keys_;
};

TEST_F(ColumnGathererTest, WantsRecordsThatBringNewColumns) {
  ColumnGatherer gatherer(columns_, nullptr);
  EXPECT_EQ(gatherer.begin({}), &gatherer);
  EXPECT_TRUE(gatherer.wants(read(R"({"a":1,"b":2})")));
  EXPECT_TRUE(columns_->columns().empty()) << "it may be bad";
  take(gatherer, R"({"a":1,"b":2})");
  EXPECT_FALSE(gatherer.wants(read(R"({"b":3,"a":4})")));
  EXPECT_FALSE(gatherer.wants(read("{}")));
  EXPECT_TRUE(gatherer.wants(read(R"({"b":3,"c":4})")));
  EXPECT_EQ(columns_->columns(), (std::vector<std::string>{"a", "b"}));
}

TEST_F(ColumnGathererTest, DoesWithoutRecordsOfAShapeWhoseColumnsItHas) {
  ColumnGatherer gatherer(columns_, nullptr);
  EXPECT_TRUE(gatherer.may_want(R"({"a":1,"b":2})"));
  take(gatherer, R"({"a":1,"b":2})");
  EXPECT_TRUE(gatherer.may_want(R"({"a":1,"b":2})")) << "nothing was said of its shape";
  EXPECT_FALSE(gatherer.wants(read(R"({"a":1,"b":2})")));
  EXPECT_FALSE(gatherer.may_want(R"({"a":3,"b":4})"));
  EXPECT_TRUE(gatherer.may_want(R"({"a":3,"c":4})"));
  EXPECT_TRUE(gatherer.wants(read(R"({"a":3,"c":4})"))) << "it may be bad";
  EXPECT_TRUE(gatherer.may_want(R"({"a":5,"c":6})"));
}

TEST_F(ColumnGathererTest, AsksTheStepOfEachRecord) {
  MadeStep step;
  ColumnGatherer gatherer(columns_, &step);
  take(gatherer, R"({"x":1})");
  EXPECT_FALSE(gatherer.wants(read(R"({"x":1})")));
  EXPECT_FALSE(gatherer.may_want(R"({"x":1})"));
  EXPECT_TRUE(gatherer.may_want(R"({"x":1} )"));
  EXPECT_TRUE(gatherer.knows_kinds_of(read(R"({"x":1})")));
  EXPECT_FALSE(gatherer.knows_kinds_of(read(R"( {"x":1})")));
  EXPECT_FALSE(ColumnGatherer(columns_, nullptr).knows_kinds_of(read("{}")));
}

TEST_F(ColumnGathererTest, LooksAtWhatIsMadeOfARecord) {
  MadeStep step;
  ColumnGatherer gatherer(columns_, &step);
  EXPECT_FALSE(gatherer.wants(read(R"({"bad":1})")));
  EXPECT_TRUE(gatherer.wants(read(R"({"x":1})")));
  take(gatherer, R"({"x":1})");
  take(gatherer, R"({"bad":1})");
  EXPECT_EQ(columns_->columns(), (std::vector<std::string>{"made"}));
  EXPECT_FALSE(gatherer.wants(read(R"({"y":1})")));
}

TEST_F(ColumnGathererTest, MakesNoRecordsThatTheStepKnowsTheColumnsOf) {
  MadeStep step;
  ColumnGatherer gatherer(columns_, &step);
  EXPECT_TRUE(gatherer.wants(read(R"({"x":1})")));
  EXPECT_FALSE(step.knows) << "it may be bad";
  take(gatherer, R"({"x":1})");
  EXPECT_TRUE(step.knows);
  EXPECT_FALSE(gatherer.wants(read(R"({"y":1})")));
  EXPECT_EQ(step.made, 2);
}

TEST_F(ColumnGathererTest, IsDoneOnceTheStepKnowsAllColumns) {
  MadeStep step;
  ColumnGatherer gatherer(columns_, &step);
  EXPECT_FALSE(gatherer.is_done());
  take(gatherer, R"({"x":1})");
  EXPECT_TRUE(gatherer.is_done());
  EXPECT_FALSE(ColumnGatherer(columns_, nullptr).is_done()) << "any record may bring another";
}

}  // namespace
}  // namespace crosswalk::pipeline
