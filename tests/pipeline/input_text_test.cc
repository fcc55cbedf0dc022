// Inputs of other encodings: how they are known, and that a run over them tells and writes the
// same.
#include "pipeline/input_text.h"

#include <gtest/gtest.h>

#include "support/readings.h"
#include "support/shop_run.h"
#include "text/encoder.h"

namespace crosswalk::pipeline {
namespace {

using namespace std::string_literals;

std::string encoded(const std::string& utf8, const std::string& encoding) {
  text::Encoder encoder = *text::Encoder::open(encoding);
  std::string bytes = encoder.mark();
  EXPECT_TRUE(encoder.encode(utf8, bytes)) << encoding;
  return bytes;
}

/// The encoding that an input of `bytes` is decoded from; empty for UTF-8.
std::string encoding_of(const std::string& bytes, const std::string& stated,
                        const std::string& of_format) {
  tests::PipeSource raw(bytes, 1);
  InputText text(raw);
  const Status status = text.open({stated, of_format, 16});
  return status.ok() ? text.encoding() : status.error().message;
}

TEST(InputText, TakesTheStatedEncodingThenTheMarksThenTheFormats) {
  EXPECT_EQ(encoding_of("id", "", "utf-8"), "");
  EXPECT_EQ(encoding_of("\xEF\xBB\xBFid", "", "windows-1250"), "");
  EXPECT_EQ(encoding_of("id", "", "windows-1250"), "windows-1250");
  EXPECT_EQ(encoding_of("id", "Big5", "windows-1250"), "big5");
  EXPECT_EQ(encoding_of("\xFF\xFEi\0"s, "", "windows-1250"), "utf-16le");
  EXPECT_EQ(encoding_of("\xFE\xFF\0i"s, "", "utf-8"), "utf-16be");
  EXPECT_EQ(encoding_of("\xFF\xFE\0\0"s, "", "utf-8"), "utf-32le");
  EXPECT_EQ(encoding_of("\xFF\xFEi\0"s, "windows-1252", "utf-8"), "windows-1252");
  EXPECT_EQ(encoding_of("\xFF\xFEi\0"s, "utf-16", "utf-8"), "utf-16le");
  EXPECT_EQ(encoding_of("\0i"s, "utf-16", "utf-8"), "utf-16be");
  EXPECT_EQ(encoding_of("id", "no-such", "utf-8"), "unknown encoding \"no-such\"");
}

TEST(InputText, NeverGuesses) {
  EXPECT_EQ(encoding_of("Imi\xEA", "", "utf-8"), "");
}

class EncodedRun : public ::testing::Test {
 protected:
  tests::ShopRun run(const std::string& bytes, const std::string& encoding, std::size_t block_bytes,
                     const std::string& target = "", const std::string& target_encoding = "") {
    tests::ShopRun run;
    run.options.encoding = encoding;
    run.options.block_bytes = block_bytes;
    run.target = target;
    run.conversion.keep_going = true;
    run.conversion.encoding = target_encoding;
    run.run(shop_, {bytes});
    EXPECT_EQ(run.error, "");
    return run;
  }

  tests::ShopFormat shop_{tests::kShopCustomers};
};

// A table with every kind of finding: in the head, in cells, of repeated keys and of columns.
constexpr const char* kTable =
    "id,note,num_a,flag\n1,Zażółć gęślą,5,1\n2,\"a\nÓ\",x,1\nż,,7,0\n1,ó,8,9\nż,ł,1,1\nz,y\n";

TEST_F(EncodedRun, TellsTheSameAtTheSamePlacesApartFromTheByte) {
  const tests::ShopRun plain = run(kTable, "", 4096);
  ASSERT_GT(plain.kept.all.size(), 5U);
  const std::string table = kTable;
  for (const char* encoding : {"windows-1250", "gb18030", "utf-16le", "utf-16be", "utf-16"}) {
    const std::string bytes = encoded(table, encoding);
    for (const std::size_t block_bytes : tests::kBlockSizes) {
      const tests::ShopRun other = run(bytes, encoding, block_bytes);
      const bool has_mark = !text::Encoder::open(encoding)->mark().empty();
      const std::size_t more = has_mark ? 1 : 0;  // csv.bom
      ASSERT_EQ(other.kept.all.size(), plain.kept.all.size() + more) << encoding;
      for (std::size_t i = 0; i < plain.kept.all.size(); ++i) {
        const Finding& wanted = plain.kept.all[i];
        const Finding& found = other.kept.all[i + more];
        EXPECT_EQ(found.rule, wanted.rule);
        EXPECT_EQ(found.place.line, wanted.place.line);
        EXPECT_EQ(found.place.column, wanted.place.column);
        EXPECT_EQ(found.record, wanted.record);
        EXPECT_EQ(found.place.byte, encoded(table.substr(0, wanted.place.byte), encoding).size())
            << encoding << ' ' << block_bytes << ' ' << found.rule;
      }
      EXPECT_EQ(other.summary().bytes, bytes.size());
    }
  }
}

TEST_F(EncodedRun, GivesRejectsAsTheyWere) {
  for (const char* encoding : {"windows-1250", "gb18030", "utf-16le", "utf-16"}) {
    const std::string bytes = encoded(kTable, encoding);
    const std::string rejects =
        encoded("id,note,num_a,flag\n2,\"a\nÓ\",x,1\n1,ó,8,9\nż,ł,1,1\nz,y\n", encoding);
    for (const std::size_t block_bytes : tests::kBlockSizes) {
      const tests::ShopRun converted = run(bytes, encoding, block_bytes, "json");
      EXPECT_EQ(converted.output.reject_file(), rejects) << encoding << ' ' << block_bytes;
    }
  }
}

TEST_F(EncodedRun, ConvertsThereAndBackThroughEveryEncoding) {
  const std::string table = "id,note\n1,Zażółć\n2,\"a,\nó\"\n";
  for (const char* encoding : {"windows-1250", "gb18030", "utf-16le", "utf-16be", "utf-16"}) {
    const tests::ShopRun there = run(table, "", 4096, "json", encoding);
    ASSERT_EQ(there.output.bodies.size(), 1U);
    EXPECT_EQ(there.output.bodies[0], encoded("{\"header\":[\"id\",\"note\"],\"data\":[\n[\"1\","
                                              "\"Zażółć\"],\n[\"2\",\"a,\\nó\"]\n]}\n",
                                              encoding));
    EXPECT_EQ(there.output.parts[0].bytes, there.output.bodies[0].size());
    const tests::ShopRun copied = run(encoded(table, encoding), encoding, 3, "csv", encoding);
    EXPECT_EQ(copied.output.bodies[0], encoded(table, encoding)) << encoding;
  }
}

TEST_F(EncodedRun, TellsIllFormedBytesAtTheirPlaces) {
  for (const std::size_t block_bytes : tests::kBlockSizes) {
    const tests::ShopRun told = run("id,note\n1,\xA9\x6D\xFFx\n2,\xA9", "big5", block_bytes);
    EXPECT_EQ(told.kept.lines(), (std::vector<std::string>{"csv.bad-encoding 2:4 @12 #1 note",
                                                           "csv.bad-encoding 3:3 @17 #2 note"}));
    EXPECT_EQ(told.summary().invalid, 2U);
  }
}

TEST_F(EncodedRun, HintsAtTheEncodingThatBytesMayBeIn) {
  for (const std::size_t block_bytes : tests::kBlockSizes) {
    const tests::ShopRun told =
        run("id,note\n1,Zofia\n2,Pawe\xB3 \x8Cwi\xB9tek-\xAFuk\n3,\xB3\n", "", block_bytes);
    ASSERT_EQ(told.kept.all.size(), 2U);
    for (const Finding& finding : told.kept.all)
      EXPECT_EQ(finding.hint,
                "save the file as UTF-8; if it is windows-1250, read it with "
                "--encoding windows-1250");
  }
}

TEST_F(EncodedRun, RejectsARecordWhoseCharactersTheOutputLacks) {
  const std::string table = "id,note\n1,ę\n2,陳\n3,\"a\n文\"\n4,x\n";
  const tests::ShopRun told = run(table, "", 4096, "csv", "windows-1250");
  EXPECT_EQ(told.output.bodies[0], "id,note\n1,\xEA\n4,x\n");
  EXPECT_EQ(told.kept.lines(), (std::vector<std::string>{"csv.bad-encoding 3:3 @15 #2 note",
                                                         "csv.bad-encoding 4:3 @21 #3 note"}));
  EXPECT_EQ(told.output.reject_file(), "id,note\n2,陳\n3,\"a\n文\"\n");
  EXPECT_EQ(told.result->records_rejected, 2U);
}

TEST_F(EncodedRun, WritesNothingUnderColumnsThatTheOutputLacks) {
  tests::ShopFormat shop(tests::kShopCustomers);
  tests::ShopRun told;
  told.target = "csv";
  told.conversion.encoding = "us-ascii";
  told.run(shop, {"id,num_ł\n1,5\n"});
  EXPECT_EQ(told.kept.lines(),
            std::vector<std::string>{"csv.bad-encoding 1:4 @3 name, 5 characters"});
  EXPECT_FALSE(told.result->complete);
}

}  // namespace
}  // namespace crosswalk::pipeline
