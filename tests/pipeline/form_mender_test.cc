// The parameters of a form, mended and proved.
#include "pipeline/form_mender.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crosswalk/stream.h"
#include "format/loader.h"

namespace crosswalk::pipeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kFormat = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "t",
  "type": "object", "required": ["by", "rows"], "additionalProperties": false,
  "properties": {
    "by": {"enum": ["pipe"], "x-crosswalk": {"checks": [
      {"on": "enum", "rule": "f.by", "repair": {"|": "pipe", "bar": "rod"}}]}},
    "rows": {"type": "array", "items": {"type": "object"}}
  },
  "x-crosswalk": {"holds": "customer", "missing": ["empty"], "records": "/rows", "layouts": {"form": {
    "columns": {"numbered": "h"},
    "delimiter": {"at": "/by", "words": {"pipe": "|"}},
    "checks": [{"on": "columns-missing", "rule": "f.none"}, {"on": "number-form", "rule": "f.form"},
      {"on": "number-gap", "rule": "f.gap", "repair": "renumber"},
      {"on": "row-width", "rule": "f.width"}, {"on": "column-duplicate", "rule": "f.twice"}]
  }}}})";

class FormMenderTest : public testing::Test {
 protected:
  FormMenderTest() {
    auto loaded = format::load_definition(kFormat, "v/f", "f.json", rules_);
    EXPECT_TRUE(loaded.ok()) << loaded.error().message;
    definition_ = std::move(loaded).value();
    program_ = check::Program::compile(definition_.schema, rules_).value();
    setup_.rules = &rules_;
    setup_.policy = &policy_;
    setup_.definition = &definition_;
    setup_.layout = &definition_.layouts.front();
    setup_.program = program_.get();
    options_.rules = &rules_;
    options_.policy = &policy_;
  }

  // The form with its repairs; says in told_ which were made, by rule and byte.
  std::string mended(const std::string& text) {
    const auto source = memory_source(text, "form");
    std::unique_ptr<layout::RecordReader> reader;
    record::Head head;
    FormMender mender(setup_, options_, {});
    EXPECT_TRUE(mender.open(*source, reader, head).ok());
    mender.lead_back(head.findings);
    left_ = lines(head.findings);
    told_ = lines(mender.take_repairs());
    std::string out = mender.edits_of(head).apply(head.bytes);
    record::Batch batch;
    for (bool has_more = true; has_more;) {
      has_more = reader->next(batch).value();
      out += batch.bytes;
      if (!batch.records.empty()) cells_ = batch.records.front().cell_count;
    }
    return out;
  }
  std::vector<std::string> lines(const std::vector<diagnostics::RawFinding>& findings) {
    std::vector<std::string> lines;
    for (const diagnostics::RawFinding& finding : findings)
      lines.push_back(rules_.rule(finding.rule).name + " @" + std::to_string(finding.offset));
    return lines;
  }

  diagnostics::RuleCatalog rules_;
  diagnostics::RulePolicy policy_;
  format::Definition definition_;
  std::unique_ptr<const check::Program> program_;
  RunSetup setup_;
  layout::ReadOptions options_;
  std::vector<std::string> told_;
  std::vector<std::string> left_;  // what the reader still says of the head
  std::size_t cells_ = 0;          // of the first row
};

TEST_F(FormMenderTest, CutsTheRowsByWhatIsMeant) {
  EXPECT_EQ(mended("by=%7C&h1=a&h2=b&rows=1%7C2"), "by=pipe&h1=a&h2=b&rows=1%7C2");
  EXPECT_THAT(told_, ElementsAre("f.by @3"));
  EXPECT_EQ(cells_, 2U);
}

TEST_F(FormMenderTest, MendsWhatStandsBehindTheRows) {
  EXPECT_EQ(mended("rows=1%7C2&h2=a&h5=b&by=|"), "rows=1%7C2&h1=a&h2=b&by=pipe");
  EXPECT_THAT(told_, ElementsAre("f.gap @11", "f.by @24"));
  EXPECT_EQ(cells_, 2U);
}

TEST_F(FormMenderTest, LeavesAGapWhereANameIsMissing) {
  const std::string text = "by=pipe&h1=a&h3=b&rows=1%7C2%7C3";
  EXPECT_EQ(mended(text), text);
  EXPECT_THAT(told_, IsEmpty());
  EXPECT_THAT(left_, ElementsAre("f.gap @13"));
}

// Counted anew, the first h3 would be h2, and the second one a column that nobody has bound.
TEST_F(FormMenderTest, LeavesAGapBehindWhichANameStandsTwice) {
  const std::string text = "by=pipe&h1=a&h3=b&h3=c&rows=1%7C2%7C3";
  EXPECT_EQ(mended(text), text);
  EXPECT_THAT(told_, IsEmpty());
  EXPECT_THAT(left_, ElementsAre("f.gap @13", "form.duplicate-param @18"));
}

TEST_F(FormMenderTest, TakesBackWhatDoesNotHelp) {
  EXPECT_EQ(mended("by=bar&h2=a&rows=1"), "by=bar&h2=a&rows=1");
  EXPECT_THAT(told_, IsEmpty());
}

TEST_F(FormMenderTest, LeadsBackWhatStands) {
  EXPECT_EQ(mended("by=|&h02=a&h3=b&rows=1%7C2"), "by=pipe&h02=a&h3=b&rows=1%7C2");
  EXPECT_THAT(told_, ElementsAre("f.by @3"));
  EXPECT_THAT(left_, ElementsAre("f.form @5", "f.gap @5"));
}

TEST_F(FormMenderTest, LeavesGoodFormsAlone) {
  const std::string text = "by=pipe&h2=b&h1=%61&rows=1%7C2\n";
  EXPECT_EQ(mended(text), text);
  EXPECT_THAT(told_, IsEmpty());
}

}  // namespace
}  // namespace crosswalk::pipeline
