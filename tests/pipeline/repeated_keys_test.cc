// Keys over one and several inputs, and the order in which repeats are told.
#include "pipeline/repeated_keys.h"

#include <gtest/gtest.h>

#include "support/memory_output.h"
#include "support/shop_format.h"

namespace crosswalk::pipeline {
namespace {

class RepeatedKeysTest : public ::testing::Test {
 protected:
  RepeatedKeysTest() : shop_(tests::kShopCustomers) {
    head_.bytes = "id\n";
    head_.columns = {{"id", 0, 2, true}};
    check::BindOptions options;
    options.policy = &shop_.policy;
    std::vector<diagnostics::RawFinding> findings;
    program_ = check::TableProgram::bind(*shop_.program, *shop_.definition, shop_.rules, layout(),
                                         head_, options, findings)
                   .value();
  }

  const format::Layout& layout() const { return *shop_.definition->layout("csv"); }

  InputContext context(const std::string& file, bool show_values = false) const {
    ReadOptions options;
    options.show_values = show_values;
    options.want_excerpts = show_values;
    return {file, *shop_.definition, layout(), shop_.rules, options, head_};
  }

  /// Takes `text` as the key of `record`, which stands in the line after the record's number.
  bool take(const std::string& text, std::uint64_t record) {
    check::RecordKey key;
    key.key = check::make_key(text);
    const auto first = keys_.take(key, record, record + 1);
    if (first) keys_.wait(key, *first, record, {record * 10, record + 1, 1}, "");
    return first.has_value();
  }

  tests::ShopFormat shop_;
  record::Head head_;
  std::shared_ptr<const check::TableProgram> program_;
  RepeatedKeys keys_;
  tests::KeptFindings kept_;
};

TEST_F(RepeatedKeysTest, TellsARepeatWithItsFirstOccurrence) {
  keys_.begin_input(context("a.csv"), 0, program_->key_rules());
  EXPECT_FALSE(take("x", 1));
  EXPECT_FALSE(take("y", 2));
  EXPECT_TRUE(take("x", 3));
  EXPECT_TRUE(take("x", 4));
  FindingLog log(kept_.sink());
  EXPECT_EQ(keys_.tell(context("a.csv"), log).value(), 0U);
  EXPECT_EQ(kept_.lines(), (std::vector<std::string>{"shop.id-repeated 4:1 @30 #3 id",
                                                     "shop.id-repeated 5:1 @40 #4 id"}));
  EXPECT_EQ(kept_.all[1].related, (std::vector<Related>{{"a.csv", 2, 1}}));
}

TEST_F(RepeatedKeysTest, NamesTheFileOfTheFirstOccurrence) {
  keys_.begin_input(context("a.csv"), 0, program_->key_rules());
  take("w", 1);
  take("x", 2);
  keys_.begin_input(context("empty.csv"), 2, program_->key_rules());
  keys_.begin_input(context("b.csv"), 2, program_->key_rules());
  take("y", 1);
  EXPECT_TRUE(take("x", 2));
  EXPECT_TRUE(take("y", 3));
  FindingLog log(kept_.sink());
  ASSERT_TRUE(keys_.tell(context("b.csv"), log).ok());
  EXPECT_EQ(kept_.all[0].file, "b.csv");
  EXPECT_EQ(kept_.all[0].related, (std::vector<Related>{{"a.csv", 3, 2}}));
  EXPECT_EQ(kept_.all[1].related, (std::vector<Related>{{"b.csv", 2, 1}}));
}

TEST_F(RepeatedKeysTest, ForgetsWhatItHasTold) {
  keys_.begin_input(context("a.csv"), 0, program_->key_rules());
  take("x", 1);
  take("x", 2);
  FindingLog log(kept_.sink());
  ASSERT_TRUE(keys_.tell(context("a.csv"), log).ok());
  EXPECT_TRUE(keys_.tell(context("a.csv"), log).ok());
  EXPECT_EQ(kept_.all.size(), 1U);
}

TEST_F(RepeatedKeysTest, GoToDiskWhenMemoryIsFull) {
  keys_.limit({1, ""});
  keys_.begin_input(context("a.csv"), 0, program_->key_rules());
  EXPECT_FALSE(take("x", 1));
  EXPECT_FALSE(keys_.are_on_disk());
  ASSERT_TRUE(keys_.make_room(1).ok());
  ASSERT_TRUE(keys_.are_on_disk());
  check::RecordKey key;
  key.key = check::make_key("x");
  keys_.put(key, 2, {20, 3, 1}, true);
  keys_.put(key, 3, {30, 4, 1}, false);
  FindingLog log(kept_.sink());
  EXPECT_EQ(keys_.tell(context("a.csv"), log).value(), 1U);
  EXPECT_EQ(kept_.lines(), (std::vector<std::string>{"shop.id-repeated 3:1 @20 #2 id",
                                                     "shop.id-repeated 4:1 @30 #3 id"}));
  EXPECT_EQ(kept_.all[1].related, (std::vector<Related>{{"a.csv", 2, 1}}));
}

TEST_F(RepeatedKeysTest, StayInMemoryOrEndTheRunWhereTheyMustBeKnownAtOnce) {
  keys_.limit({100'000, "they are needed"});
  keys_.begin_input(context("a.csv"), 0, program_->key_rules());
  EXPECT_TRUE(keys_.make_room(10).ok());
  EXPECT_EQ(keys_.make_room(10'000).error().message,
            "the keys that must be unique need more memory than --memory-limit (100000 bytes) "
            "allows, and they are needed");
}

TEST_F(RepeatedKeysTest, ListsRepeatsInPlaceOfTellingThem) {
  std::vector<ListedRepeat> list;
  keys_.list_to(list);
  keys_.begin_input(context("a.csv"), 0, program_->key_rules());
  take("x", 1);
  take("x", 2);
  FindingLog log(kept_.sink());
  ASSERT_TRUE(keys_.tell(context("a.csv"), log).ok());
  keys_.begin_input(context("b.csv"), 2, program_->key_rules());
  take("y", 1);
  take("x", 2);
  ASSERT_TRUE(keys_.tell(context("b.csv"), log).ok());
  EXPECT_TRUE(kept_.all.empty());
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].record, 2U);
  EXPECT_EQ(list[1].record, 4U);
  EXPECT_EQ(list[1].first.record, 1U);
  EXPECT_EQ(list[1].first.line, 2U);
}

TEST_F(RepeatedKeysTest, AreListedWhereTheyCannotGoToDisk) {
  int listings = 0;
  const auto list = [&]() -> Result<std::vector<ListedRepeat>> {
    ++listings;
    return std::vector<ListedRepeat>{{2, 0, {1, 2}}, {4, 0, {3, 4}}};
  };
  keys_.limit({1, "they are needed", list});
  keys_.begin_input(context("a.csv"), 0, program_->key_rules());
  ASSERT_TRUE(keys_.make_room(1).ok());
  ASSERT_TRUE(keys_.make_room(1).ok());
  EXPECT_EQ(listings, 1);
  EXPECT_FALSE(keys_.are_on_disk());
  EXPECT_FALSE(take("x", 1));
  EXPECT_TRUE(take("x", 2));
  EXPECT_FALSE(take("x", 3)) << "the list is asked, not the keys";
  FindingLog log(kept_.sink());
  ASSERT_TRUE(keys_.tell(context("a.csv"), log).ok());
  keys_.begin_input(context("b.csv"), 3, program_->key_rules());
  EXPECT_TRUE(take("z", 1));
  ASSERT_TRUE(keys_.tell(context("b.csv"), log).ok());
  EXPECT_EQ(kept_.all[1].related, (std::vector<Related>{{"a.csv", 4, 3}}));
}

TEST_F(RepeatedKeysTest, EndTheRunIfTheyCannotBeListed) {
  const auto list = []() -> Result<std::vector<ListedRepeat>> {
    return Error{ErrorKind::kIo, "the disk is gone"};
  };
  keys_.limit({1, "they are needed", list});
  keys_.begin_input(context("a.csv"), 0, program_->key_rules());
  EXPECT_EQ(keys_.make_room(1).error().message, "the disk is gone");
}

TEST_F(RepeatedKeysTest, KeepsTheBytesAroundARepeatForItsExcerpt) {
  keys_.begin_input(context("a.csv"), 0, program_->key_rules());
  const std::string bytes = std::string(1000, '-') + "\nx\n" + std::string(1000, '-');
  check::RecordKey key;
  key.key = check::make_key("x");
  key.offset = 1001;
  key.length = 1;
  keys_.take(key, 1, 2);
  keys_.wait(key, *keys_.take(key, 2, 3), 2, {1001, 3, 1}, bytes);
  FindingLog log(kept_.sink());
  ASSERT_TRUE(keys_.tell(context("a.csv", true), log).ok());
  ASSERT_TRUE(kept_.all[0].excerpt.has_value());
  EXPECT_EQ(kept_.all[0].excerpt->text, "x");
}

}  // namespace
}  // namespace crosswalk::pipeline
