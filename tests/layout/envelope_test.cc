// What stands around the rows, read at every cut.
#include "layout/envelope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/readings.h"

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Stop = Envelope::Stop;

// Everything that an envelope needs to live.
class Sample {
 public:
  explicit Sample(bool tolerant, std::uint64_t max_record_bytes = 1000) {
    layout_.columns_member = "header";
    layout_.records_member = "data";
    options_.rules = &rules_;
    options_.policy = &policy_;
    options_.tolerant = tolerant;
    options_.max_record_bytes = max_record_bytes;
    reporter_.emplace(layout_, options_);
    envelope_.emplace(layout_, options_, *reporter_);
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  Envelope& envelope() { return *envelope_; }
  std::vector<std::string> findings() {
    std::vector<std::string> lines;
    hints_.clear();
    const Findings findings = envelope_->take_findings();
    for (const auto& finding : findings) hints_.push_back(finding.hint);
    tests::append_findings(findings, rules_, 0, 0, lines);
    return lines;
  }
  [[nodiscard]] const std::vector<std::string>& hints() const { return hints_; }

 private:
  format::Layout layout_;
  ReadOptions options_;
  diagnostics::RuleCatalog rules_;
  diagnostics::RulePolicy policy_;
  std::optional<Reporter> reporter_;
  std::optional<Envelope> envelope_;
  std::vector<std::string> hints_;
};

// The findings of `text`, read in one piece and, the same, cut at every byte.
std::vector<std::string> findings_of(std::string_view text, Stop expected, bool tolerant = false,
                                     std::uint64_t max_record_bytes = 1000) {
  Sample whole(tolerant, max_record_bytes);
  EXPECT_EQ(whole.envelope().read(text, true), expected) << text;
  const std::vector<std::string> findings = whole.findings();
  Sample cut(tolerant, max_record_bytes);
  Stop stop = Stop::kNeedInput;
  for (std::size_t bytes = 0; bytes <= text.size() && stop == Stop::kNeedInput; ++bytes) {
    stop = cut.envelope().read(text.substr(0, bytes), false);
  }
  if (stop == Stop::kNeedInput) stop = cut.envelope().read(text, true);
  EXPECT_EQ(stop, expected) << text;
  EXPECT_EQ(cut.findings(), findings) << text;
  EXPECT_EQ(cut.envelope().position(), whole.envelope().position()) << text;
  return findings;
}

TEST(Envelope, StopsAtTheRowsWithTheColumns) {
  Sample sample(false);
  const std::string text = R"( {"header":["a"," b\u0063"] , "data": [[1]]})";
  EXPECT_EQ(sample.envelope().read(text, true), Stop::kRows);
  EXPECT_EQ(text.substr(sample.envelope().position()), "[1]]}");
  ASSERT_EQ(sample.envelope().columns().size(), 2U);
  EXPECT_EQ(sample.envelope().columns()[1].name, "bc");
  EXPECT_EQ(sample.envelope().columns_offset(), 11U);
  EXPECT_EQ(sample.envelope().object_offset(), 1U);
  EXPECT_EQ(sample.envelope().rows_offset(), 30U);
  EXPECT_THAT(sample.findings(), ElementsAre("csv.header-space warning @16 column 1"));
  findings_of(text, Stop::kRows);
}

TEST(Envelope, GoesOnBehindTheRows) {
  Sample sample(false);
  ASSERT_EQ(sample.envelope().read(R"({"data":[)", false), Stop::kRows);
  EXPECT_FALSE(sample.envelope().has_columns());
  sample.envelope().continue_behind_rows();
  EXPECT_EQ(sample.envelope().read(R"(,"header":["a"])", false), Stop::kNeedInput);
  EXPECT_EQ(sample.envelope().read(R"(,"header":["a"]} x)", false), Stop::kEnd);
  EXPECT_EQ(sample.envelope().position(), 16U);
  EXPECT_TRUE(sample.envelope().has_columns());
}

TEST(Envelope, TellsSyntaxWhereItStops) {
  EXPECT_THAT(findings_of("", Stop::kBroken), ElementsAre("json.syntax error @0"));
  EXPECT_THAT(findings_of(" x", Stop::kBroken), ElementsAre("json.syntax error @1"));
  EXPECT_THAT(findings_of(" [1]", Stop::kBroken), ElementsAre("schema.type error @1"));
  EXPECT_THAT(findings_of("{x", Stop::kBroken), ElementsAre("json.syntax error @1"));
  EXPECT_THAT(findings_of(R"({"x" 1})", Stop::kBroken), ElementsAre("json.syntax error @5"));
  EXPECT_THAT(findings_of(R"({"x":1 "y"})", Stop::kBroken),
              ElementsAre("schema.unknown-field warning @1 /x", "json.syntax error @7"));
  EXPECT_THAT(findings_of(R"({"header":["a" "b"]})", Stop::kBroken),
              ElementsAre("json.syntax error @15"));
  EXPECT_THAT(findings_of(R"({"x":tru})", Stop::kBroken), ElementsAre("json.syntax error @8"));
}

TEST(Envelope, TellsAMissingEnd) {
  for (const std::string text :
       {"{", R"({"x")", R"({"x":)", R"({"x":[1)", R"({"x)", R"({"header":["a"],)"}) {
    EXPECT_THAT(findings_of(text, Stop::kBroken),
                testing::Contains("json.unclosed error @" + std::to_string(text.size())))
        << text;
  }
  EXPECT_THAT(findings_of(R"({"header":["a"])", Stop::kEnd, true),
              ElementsAre("json.unclosed warning @15 mended"));
}

TEST(Envelope, MendsACommaBehindTheLastMember) {
  EXPECT_THAT(findings_of(R"({"header":[],})", Stop::kBroken),
              ElementsAre("json.trailing-comma error @13"));
  EXPECT_THAT(findings_of(R"({"header":[],})", Stop::kEnd, true),
              ElementsAre("json.trailing-comma warning @13 mended"));
}

TEST(Envelope, ReadsPastAStatusLineWhereItMay) {
  const std::string text = "200 OK\n{\"data\":[";
  EXPECT_THAT(findings_of(text, Stop::kBroken), ElementsAre("json.text-before-document error @4"));
  EXPECT_THAT(findings_of(text, Stop::kRows, true),
              ElementsAre("json.text-before-document warning @4 mended"));
  EXPECT_THAT(findings_of("id,name\n{\"data\":[", Stop::kBroken, true),
              ElementsAre("json.syntax error @0"));
}

TEST(Envelope, SuggestsTheMemberThatIsMeant) {
  Sample sample(false);
  sample.envelope().read(R"({"headers":[],"other":1})", true);
  EXPECT_THAT(sample.findings(), ElementsAre("schema.unknown-field warning @1 /headers",
                                             "schema.unknown-field warning @14 /other"));
  EXPECT_THAT(sample.hints(), ElementsAre("did you mean header?", ""));
}

TEST(Envelope, NamesTheOptionThatMends) {
  Sample strict(false);
  strict.envelope().read(R"({"header":[],})", true);
  strict.findings();
  EXPECT_THAT(strict.hints(), ElementsAre("--tolerant reads past this"));
  Sample tolerant(true);
  tolerant.envelope().read(R"({"header":[],})", true);
  tolerant.findings();
  EXPECT_THAT(tolerant.hints(), ElementsAre(""));
}

TEST(Envelope, TellsNamesThatAreNoText) {
  EXPECT_THAT(findings_of("{\"header\":[\"\xFF\",\"\\ud800\"],\"data\":[", Stop::kRows),
              ElementsAre("json.bad-utf8 error @12", "json.lone-surrogate error @16"));
}

TEST(Envelope, TellsAMemberOverTheLimit) {
  const std::string text = R"({"header":["a"], "other":"12345678901234567890","data":[)";
  EXPECT_THAT(findings_of(text, Stop::kBroken, false, 30),
              ElementsAre("limit.record-size error @17 has 0/30"));
  EXPECT_THAT(findings_of(text, Stop::kRows, false, text.size()),
              ElementsAre("schema.unknown-field warning @17 /other"));
}

}  // namespace
}  // namespace crosswalk::layout
