// Records taken apart into columns, and the numbers of these.
#include "conversion/leaves.h"

#include <gtest/gtest.h>

#include <map>
#include <utility>

#include "json/parser.h"
#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

/// Takes records of one format apart; columns are held against their numbers.
class Taker final : public LeafSink {
 public:
  explicit Taker(std::vector<format::Field> fields) : leaves_(fields) {}

  /// `column=value` of each leaf, with a blank between.
  std::string operator()(std::string_view text) {
    json::Tape tape;
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(text, {}, tape, faults)) << text;
    record_ = {text, &tape};
    taken_.clear();
    refusals.clear();
    leaves_.take_apart(record_, *this, refusals);
    return taken_;
  }

  std::vector<diagnostics::RawFinding> refusals;
  std::map<std::uint32_t, std::string> columns;  // by number
  int unnumbered = 0;

 private:
  void take(const Leaf& leaf) override {
    if (!taken_.empty()) taken_ += ' ';
    taken_.append(leaf.column).append("=");
    taken_ += json::raw(record_.text, record_.tape->tokens[leaf.token]);
    if (leaf.number == Leaf::kNoNumber) {
      ++unnumbered;
      return;
    }
    const auto known = columns.try_emplace(leaf.number, leaf.column).first;
    EXPECT_EQ(known->second, leaf.column);
  }

  Leaves leaves_;
  RecordView record_;
  std::string taken_;
};

Taker taker_of(std::string_view format) {
  return Taker(format::fields_of(format_called(format)));
}

TEST(Leaves, NameNestedMembersPairsAndWhatIsUnknown) {
  Taker take = taker_of("expertsender/customers");
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(take(R"({"crmId":"7","customAttributes":[{"name":"vip","value":1}],"x":{"y":2}})"),
              R"(crmId="7" customAttributes.vip=1 x={"y":2})");
    EXPECT_EQ(take(R"({"x":1,"customAttributes":[{"value":2,"name":"v\u0069p"}],"crmId":null})"),
              R"(x=1 customAttributes.vip=2 crmId=null)");
  }
  EXPECT_EQ(take.columns.size(), 3U);
}

TEST(Leaves, TakeAnObjectOnTheWayForWhatItIs) {
  Taker take = taker_of("wasabi/customer-action");
  EXPECT_EQ(take(R"({"body":{"customerId":"c","z":1}})"), R"(body.customerId="c" body.z=1)");
  EXPECT_EQ(take(R"({"body":5})"), "body=5");
  EXPECT_EQ(take(R"({"body":null})"), "");
  EXPECT_EQ(take(R"({"body":[1]})"), "body=[1]");
}

TEST(Leaves, RefusePairsThatAreMoreThanThat) {
  Taker take = taker_of("expertsender/customers");
  const std::string_view record = R"({"customAttributes":[{"name":"a","value":1,"x":2},7]})";
  EXPECT_EQ(take(record), "");
  ASSERT_EQ(take.refusals.size(), 2U);
  EXPECT_EQ(record.substr(take.refusals[1].offset, take.refusals[1].length), "7");
  EXPECT_EQ(take(R"({"customAttributes":"none"})"), R"(customAttributes="none")");
}

TEST(Leaves, RefuseAMemberWhoseColumnMeansAnotherPlace) {
  Taker take = taker_of("primedata/profile");
  const std::string_view record = R"({"profile_id":"p","identity.email":["a@b"],"identity.foo":1})";
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(take(record), R"(profile_id="p")");
    ASSERT_EQ(take.refusals.size(), 2U);
    EXPECT_EQ(record.substr(take.refusals[1].offset, take.refusals[1].length), "1");
  }
  EXPECT_EQ(take(R"({"a.b":1,"trait":{"c.d":2},"identity":{"e.f":["g"]}})"),
            R"(a.b=1 trait.c.d=2 identity.e.f=["g"])");
  EXPECT_EQ(take.refusals.size(), 0U);
}

TEST(Leaves, RefuseItAmongAnyNumberOfColumns) {
  Taker take = taker_of("primedata/profile");
  for (int i = 0; i < 12'000; ++i) take("{\"n" + std::to_string(i) + "\":1}");
  EXPECT_EQ(take(R"({"identity.foo":1,"a.b":2})"), "a.b=2");
  EXPECT_EQ(take.refusals.size(), 1U);
}

TEST(Leaves, NameAnyNumberOfColumnsThoughTheyNumberFew) {
  Taker take = taker_of("expertsender/customers");
  for (int i = 0; i < 12'000; ++i) {
    const std::string name = "n" + std::to_string(i);
    ASSERT_EQ(take("{\"" + name + R"(":1,"crmId":2})"), name + "=1 crmId=2");
  }
  EXPECT_EQ(take(R"({"n11999":3,"n1":4})"), "n11999=3 n1=4");
  EXPECT_GT(take.unnumbered, 1'000);
  EXPECT_LE(take.columns.size(), 10'000U);
}

}  // namespace
}  // namespace crosswalk::conversion
