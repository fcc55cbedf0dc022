// Where in the texts of a schema an error stands.
#include "format/schema.h"

#include <gtest/gtest.h>

#include "format/json_file.h"

namespace crosswalk::format {
namespace {

class TwoTexts : public testing::Test {
 protected:
  void SetUp() override {
    JsonFile file("{\"a\": 1}", "one.json");
    second_ = file.add("{\n \"b\": [0, true]}", "two.json");
    ASSERT_FALSE(file.failed());
    texts_ = file.take_texts();
  }

  SchemaText texts_;
  TokenId second_ = 0;
};

TEST_F(TwoTexts, KnowWhichOneAByteStandsIn) {
  EXPECT_EQ(texts_.part_at(0).where, "one.json");
  EXPECT_EQ(texts_.part_at(7).where, "one.json");
  EXPECT_EQ(texts_.part_at(8).where, "two.json");
  EXPECT_EQ(texts_.bytes(texts_.parts[1]), "{\n \"b\": [0, true]}");
}

TEST_F(TwoTexts, PlaceErrorsInTheirOwnLinesAndPointers) {
  EXPECT_EQ(texts_.error_of(2, "here").message, "one.json:1:7: here, at /a");
  EXPECT_EQ(texts_.error_of(second_ + 4, "here").message, "two.json:2:11: here, at /b/1");
  EXPECT_EQ(texts_.error_of(second_, "here").message, "two.json:1:1: here");
  EXPECT_EQ(texts_.error_of(second_, "here").kind, ErrorKind::kUsage);
}

TEST_F(TwoTexts, TellErrorsInOneLineWhateverTheySay) {
  EXPECT_EQ(texts_.error_of(second_, "no \"a\nb\x1b\"").message, "two.json:1:1: no \"a␊b␛\"");
  JsonFile named(R"({"a\nb": 1})", "a\nfile.json");
  named.fail(2, "here");
  EXPECT_EQ(named.error().message, "a␊file.json:1:10: here, at /a␊b");
}

}  // namespace
}  // namespace crosswalk::format
