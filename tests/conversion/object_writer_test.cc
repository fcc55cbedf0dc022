// Canonical JSON: the order of members, escapes, numbers, and a value left out.
#include "conversion/object_writer.h"

#include <gtest/gtest.h>

#include "json/fast_reader.h"
#include "json/parser.h"
#include "support/shop_format.h"

namespace crosswalk::conversion {
namespace {

class ObjectWriterTest : public ::testing::Test {
 protected:
  ObjectWriterTest() : shop_(tests::kShopGuests, "guests") {}

  std::string write(std::string_view text, format::NodeId node = 0, bool ends_line = false) {
    json::Tape tape;
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(text, {}, tape, faults)) << text;
    std::string out;
    std::vector<diagnostics::RawFinding> refusals;
    ObjectWriter(shop_.definition->schema, node, ends_line).write({text, &tape}, out, refusals);
    EXPECT_TRUE(refusals.empty());
    return out;
  }

  tests::ShopFormat shop_;
};

TEST_F(ObjectWriterTest, PutsMembersIntoTheOrderOfTheSchema) {
  EXPECT_EQ(write(R"({"guests":[],"weight":1,"mode":"add"})"),
            R"({"mode":"add","weight":1,"guests":[]})");
}

TEST_F(ObjectWriterTest, WritesUnknownMembersBehindInTheOrderFound) {
  EXPECT_EQ(write(R"({"z":1,"guests":[],"a":{"y":1,"b":2},"mode":2})"),
            R"({"mode":2,"guests":[],"z":1,"a":{"y":1,"b":2}})");
}

TEST_F(ObjectWriterTest, OrdersMembersOfMembersAndElementsThroughReferences) {
  EXPECT_EQ(write(R"({"guests":[{"born":{"x":0,"year":7},"phone":"1","mail":"m"}, 7]})"),
            R"({"guests":[{"mail":"m","phone":"1","born":{"year":7,"x":0}},7]})");
}

TEST_F(ObjectWriterTest, EscapesOnlyWhatMustBe) {
  EXPECT_EQ(write(R"("\/\u00e9\u0041\"\\\b\f\n\r\t\u001F\u007f\ud83d\ude00")"),
            "\"/\xC3\xA9"
            "A\\\"\\\\\\b\\f\\n\\r\\t\\u001f\x7F\xF0\x9F\x98\x80\"");
  EXPECT_EQ(write(R"({"\u006dode":1})"), R"({"mode":1})");
}

TEST_F(ObjectWriterTest, KeepsNumbersAndEmptyValuesAsFound) {
  EXPECT_EQ(write("[ 1.0 , 1e5, -0, 12345678901234567890123, null, true, false, \"\", {}, [] ]"),
            "[1.0,1e5,-0,12345678901234567890123,null,true,false,\"\",{},[]]");
}

TEST_F(ObjectWriterTest, WritesRecordsOfOneOutlineAsItWritesEachByItself) {
  json::FastReader reader;
  ObjectWriter writer(shop_.definition->schema, 0, false);
  for (int round = 0; round < 3; ++round) {
    for (const char* const text :
         {R"({"mode":"add","weight":1,"guests":["a"]})", R"({"weight":1,"mode":"add","guests":[]})",
          R"({"mode":"\u00e9","weight":2,"guests":["b"]})", R"({ "mode":"add","weight":1})",
          R"({"mode":"a\"b","weight":20.0,"guests":["\/"]})", R"({"mode":"","weight":3})"}) {
      json::Tape tape;
      std::vector<json::Fault> faults;
      ASSERT_TRUE(reader.parse(text, {}, tape, faults)) << text;
      EXPECT_NE(tape.outline, 0U);
      std::string out = "before";
      std::vector<diagnostics::RawFinding> refusals;
      writer.write({text, &tape}, out, refusals);
      EXPECT_EQ(out, "before" + write(text));
    }
  }
}

TEST_F(ObjectWriterTest, EndsALineIfAskedTo) {
  EXPECT_EQ(write("{ }", shop_.definition->record, true), "{}\n");
}

TEST_F(ObjectWriterTest, LeavesAValueOutAndSaysWhereItBelongs) {
  const std::string text = R"({"guests":[1,{"mail":"m"}],"mode":"add","more":[2]})";
  json::Tape tape;
  std::vector<json::Fault> faults;
  ASSERT_TRUE(json::parse(text, {}, tape, faults));
  ObjectWriter writer(shop_.definition->schema, 0, false);
  std::string out = ">";
  const std::size_t gap =
      writer.write_around({text, &tape}, json::member(text, tape, 0, "guests"), out);
  EXPECT_EQ(out, R"(>{"mode":"add","guests":,"more":[2]})");
  EXPECT_EQ(out.substr(gap), R"(,"more":[2]})");
}

TEST_F(ObjectWriterTest, WritesWhatItHasWrittenTheSame) {
  const std::string once =
      write(R"({"x":[{"b":1,"a":"\u00fc"}],"guests":[{"phone":1,"mail":""}]})");
  EXPECT_EQ(write(once), once);
}

}  // namespace
}  // namespace crosswalk::conversion
