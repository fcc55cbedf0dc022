// Repairs through a whole run over a made-up format: what is written, told and refused.
#include "pipeline/repairing_checker.h"

#include <gtest/gtest.h>

#include "pipeline/run.h"
#include "support/memory_output.h"
#include "support/shop_format.h"

namespace crosswalk::pipeline {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* kCards = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Cards of a shop",
  "type": "object", "required": ["names", "rows"],
  "properties": {"names": {"type": "array"}, "rows": {"type": "array"}},
  "definitions": {"card": {
    "type": "object", "required": ["id"], "additionalProperties": false,
    "properties": {
      "id": {"type": "string", "pattern": "^[a-z0-9]*$", "x-crosswalk": {"as": "text", "checks": [
        {"on": "pattern", "rule": "shop.id-form", "repair": "lower"}]}},
      "paid": {"enum": [0, 1, ""], "x-crosswalk": {"as": "flag", "checks": [
        {"on": "enum", "rule": "shop.not-a-flag", "repair": "flag"},
        {"on": "as", "rule": "shop.not-a-flag", "repair": "flag"}]}},
      "since": {"type": ["integer", "string"], "pattern": "^$", "maximum": 9999999999, "x-crosswalk": {
        "as": "unix", "checks": [{"on": "maximum", "rule": "shop.too-late", "repair": "divide-1000"}]}},
      "size": {"enum": ["S", "L"], "maxLength": 1, "x-crosswalk": {"checks": [
        {"on": "enum", "rule": "shop.size", "repair": {"small": "S", "huge": "XXL"}}]}}
    },
    "x-crosswalk": {"checks": [{"unique": ["/id"], "rule": "shop.id-twice"}]}
  }},
  "x-crosswalk": {"record": "#/definitions/card", "missing": ["empty"], "layouts": {
    "json": {"columns": {"at": "/names"}, "rows": {"at": "/rows"},
      "checks": [{"on": "row-width", "rule": "shop.width"}, {"on": "column-duplicate", "rule": "shop.twice"}]},
    "csv": {"delimiter": [","], "quote": "\"",
      "checks": [{"on": "row-width", "rule": "shop.width"}, {"on": "column-duplicate", "rule": "shop.twice"}]}}}
})";

class Repairs : public ::testing::Test {
 protected:
  Repairs() : shop_(kCards, "cards") { options_.tolerant = true; }

  void repair(const std::string& text, const std::string& layout = "csv", bool unsafe = false) {
    output_ = {};
    kept_.all.clear();
    RunSetup setup;
    setup.rules = &shop_.rules;
    setup.policy = &shop_.policy;
    setup.definition = shop_.definition.get();
    setup.layout = shop_.definition->layout(layout);
    setup.program = shop_.program.get();
    setup.options = &options_;
    pipeline::Run run(setup, kept_.sink());
    run.repair_to(output_, unsafe);
    const auto source = memory_source(text, "a");
    ASSERT_TRUE(run.read(*source).ok());
    auto result = run.finish();
    ASSERT_TRUE(result.ok()) << result.error().message;
    result_ = std::move(result).value();
  }
  /// What was written; "-" if it is not complete.
  std::string output() const {
    if (!result_.complete) return "-";
    return output_.bodies.at(0);
  }
  /// The findings, those that were mended with a star.
  Lines lines() const {
    Lines all;
    for (const Finding& finding : kept_.all)
      all.push_back(tests::line_of(finding) + (finding.repair ? " *" : ""));
    return all;
  }

  tests::ShopFormat shop_;
  ReadOptions options_;
  tests::MemoryOutput output_;
  tests::KeptFindings kept_;
  RunResult result_;
};

TEST_F(Repairs, WriteTheInputWithWhatIsMended) {
  repair("id,paid\r\n\"A\" ,TRUE\r\nB,0");
  EXPECT_EQ(output(), "-") << "text behind a quote is not mended";
  repair("id,paid\r\n\"A\",TRUE\r\nB,0");
  EXPECT_EQ(output(), "id,paid\r\n\"a\",1\r\nb,0");
  EXPECT_EQ(lines(), (Lines{"shop.id-form 2:1 @9 #1 id *", "shop.not-a-flag 2:5 @13 #1 paid *",
                            "shop.id-form 3:1 @19 #2 id *"}));
  EXPECT_EQ(result_.summary.repairs, 3U);
  EXPECT_EQ(result_.summary.errors, 0U);
  EXPECT_EQ(result_.summary.valid, 2U);
  EXPECT_EQ(result_.parts.at(0).bytes, output().size());
}

TEST_F(Repairs, ThatDoNotHelpAreTakenBack) {
  repair("id,paid\nA!,TRUE\n");
  EXPECT_EQ(output(), "-");
  EXPECT_EQ(lines(), (Lines{"shop.id-form 2:1 @8 #1 id", "shop.not-a-flag 2:4 @11 #1 paid *"}));
  EXPECT_EQ(result_.summary.invalid, 1U);
}

TEST_F(Repairs, ThatBreakSomethingElseAreTakenBack) {
  repair("id,size\na,huge\n");
  EXPECT_EQ(lines(), Lines{"shop.size 2:3 @10 #1 size"});
  repair("id,size\na,small\n");
  EXPECT_EQ(output(), "id,size\na,S\n");
}

TEST_F(Repairs, ThatGuessAreMadeOnRequest) {
  repair("id,since\na,1514254499000\n");
  EXPECT_EQ(kept_.all.at(0).hint, "--unsafe mends this");
  repair("id,since\na,1514254499000\n", "csv", true);
  EXPECT_EQ(output(), "id,since\na,1514254499\n");
}

TEST_F(Repairs, CountKeysAsTheyWillBeWritten) {
  repair("id,paid\na,1\nA,0\n");
  EXPECT_EQ(lines(), (Lines{"shop.id-form 3:1 @12 #2 id *", "shop.id-twice 3:1 @12 #2 id"}));
  EXPECT_EQ(output(), "-");
}

TEST_F(Repairs, MendSyntaxAndValuesOfOneRowTogether) {
  repair("200 OK\n{\"names\":[\"id\",\"paid\"],\"rows\":[[\"A\",],[7,true],[012,1.0],", "json");
  EXPECT_EQ(output(), "-") << "a number is no id";
  repair("200 OK\n{\"names\":[\"id\",\"paid\"],\"rows\":[[\"A\",],[\"b\",true],[012,1.0],", "json");
  EXPECT_EQ(output(), R"({"names":["id","paid"],"rows":[["a",""],["b",1],["012",1]]})");
  EXPECT_EQ(result_.summary.repairs, 7U);
}

TEST_F(Repairs, AreTheSameAtEveryBlockSize) {
  const std::string text = "\xEF\xBB\xBF id ,paid\nA,TRUE\nB,false\nc,1.0\nD,\n";
  repair(text);
  const std::string whole = output();
  const Lines told = lines();
  EXPECT_EQ(whole, "id,paid\na,1\nb,0\nc,1\nd,\n");
  for (const std::size_t block_bytes : {1U, 2U, 7U, 64U}) {
    options_.block_bytes = block_bytes;
    repair(text);
    EXPECT_EQ(output(), whole) << block_bytes;
    EXPECT_EQ(lines(), told) << block_bytes;
  }
}

TEST_F(Repairs, LeaveAnInputWithoutDefectsAsItIs) {
  const std::string text = "id,paid\r\n\"a\",1\r\rb,";
  repair(text);
  EXPECT_EQ(lines(), Lines{"csv.blank-line 3:1 @15"});
  EXPECT_EQ(output(), text);
}

}  // namespace
}  // namespace crosswalk::pipeline
