// Parameters of forms: what each becomes, and what is wrong with them.
#include "layout/form_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/forms.h"
#include "support/readings.h"

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What a form comes to.
struct HeadReading {
  std::vector<std::string> columns;   ///< `name@offset`
  std::vector<std::string> findings;  ///< `rule severity @offset field`
  std::string envelope;
  std::optional<char> delimiter;
  bool has_gap = false;
};

HeadReading read_form(std::string_view text, std::uint32_t max_columns = 100) {
  diagnostics::RuleCatalog rules;
  const diagnostics::RulePolicy policy;
  ReadOptions options;
  options.rules = &rules;
  options.policy = &policy;
  options.max_columns = max_columns;
  const format::Layout layout = tests::form_layout(rules);
  const Reporter reporter(layout, options);
  FormHead head(layout, options, reporter);
  head.read(text, 0);
  HeadReading reading;
  for (const record::Column& column : head.columns())
    reading.columns.push_back(column.name + '@' + std::to_string(column.offset));
  for (const diagnostics::RawFinding& finding : head.take_findings())
    reading.findings.push_back(rules.rule(finding.rule).name + " @" +
                               std::to_string(finding.offset) + ' ' + finding.field);
  reading.envelope = head.envelope().json;
  reading.delimiter = head.delimiter();
  reading.has_gap = head.has_gap();
  return reading;
}

TEST(FormHead, TellsColumnsRowsAndTheRestApart) {
  const HeadReading reading = read_form("by=pipe&h2=name&h1=id&rows=1%7CAnn&user=a+b%22");
  EXPECT_THAT(reading.columns, ElementsAre("id@19", "name@11"));
  EXPECT_EQ(reading.envelope, R"({"by":"pipe","rows":[],"user":"a b\""})");
  EXPECT_EQ(reading.delimiter, '|');
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(FormHead, DecodesNames) {
  const HeadReading reading = read_form("%75ser=x&h%31=id&r%6Fws=1");
  EXPECT_EQ(reading.envelope, R"({"user":"x","rows":[]})");
  EXPECT_THAT(reading.columns, ElementsAre("id@14"));
}

TEST(FormHead, TakesParametersWithoutASignOrAValue) {
  EXPECT_EQ(read_form("h1=id&&user&by=&").envelope, R"({"user":"","by":""})");
}

TEST(FormHead, LeadsTheEnvelopeBackToTheForm) {
  diagnostics::RuleCatalog rules;
  const diagnostics::RulePolicy policy;
  ReadOptions options;
  options.rules = &rules;
  options.policy = &policy;
  const format::Layout layout = tests::form_layout(rules);
  const Reporter reporter(layout, options);
  FormHead head(layout, options, reporter);
  head.read("h1=id&user=a+b&by=x", 0);
  const record::Transcript& envelope = head.envelope();  // {"user":"a b","by":"x"}
  EXPECT_EQ(envelope.origin_of(1).begin, 6U);
  EXPECT_EQ(envelope.origin_of(8).begin, 11U);
  EXPECT_EQ(envelope.origin_of(8).length, 3U);
  EXPECT_EQ(envelope.origin_of(14).begin, 15U);
}

TEST(FormHead, TellsAGapOnceAtTheNumberBehindIt) {
  EXPECT_THAT(read_form("h1=a&h3=b&h5=c").findings, ElementsAre("v.gap @5 h3"));
  EXPECT_THAT(read_form("h2=a&h3=b").findings, ElementsAre("v.gap @0 h2"));
  EXPECT_THAT(read_form("h0=a&h1=b").findings, ElementsAre("v.gap @0 h0"));
  EXPECT_TRUE(read_form("h2=a").has_gap);
  EXPECT_FALSE(read_form("h2=b&h1=a").has_gap);
}

TEST(FormHead, ReadsANumberThatIsWrittenWronglyAsWhatItMeans) {
  const HeadReading reading = read_form("h02=b&h1=a");
  EXPECT_THAT(reading.findings, ElementsAre("v.form @0 h02"));
  EXPECT_THAT(reading.columns, ElementsAre("a@9", "b@4"));
  EXPECT_THAT(read_form("h01=x&h1=a").columns, ElementsAre("a@9"));
  EXPECT_THAT(read_form("h1a=x&h2=a").findings, ElementsAre("v.form @0 h1a"));
}

TEST(FormHead, TakesAPrefixWithoutANumberForAMember) {
  EXPECT_EQ(read_form("h1=a&h=b&hx=c").envelope, R"({"h":"b","hx":"c"})");
}

TEST(FormHead, TellsThatNoColumnIsNamed) {
  EXPECT_THAT(read_form("by=pipe&rows=1").findings, ElementsAre("v.none @0 "));
}

TEST(FormHead, KeepsTheFirstOfARepeatedParameter) {
  const HeadReading reading = read_form("h1=id&user=a&user=b&h1=x");
  EXPECT_THAT(reading.findings,
              ElementsAre("form.duplicate-param @13 user", "form.duplicate-param @20 h1"));
  EXPECT_EQ(reading.envelope, R"({"user":"a"})");
}

TEST(FormHead, TellsWhatCannotBeDecoded) {
  EXPECT_THAT(read_form("h1=id&user=10%&us%er=1").findings,
              ElementsAre("form.bad-percent @13 user", "form.bad-percent @17 "));
  EXPECT_THAT(read_form("h1=id&user=Zo%EB%zz").findings, ElementsAre("form.bad-percent @16 user"));
  EXPECT_THAT(read_form("h1=id&user=Zo%EB").findings, ElementsAre("form.bad-utf8 @13 user"));
}

TEST(FormHead, LeavesTheRowsAlone) {
  EXPECT_THAT(read_form("h1=id&rows=%EB%").findings, IsEmpty());
}

TEST(FormHead, TakesOnlySomeDelimiters) {
  EXPECT_EQ(read_form("h1=id&by=tab").delimiter, '\t');
  EXPECT_EQ(read_form("h1=id&by=%7C").delimiter, std::nullopt);
  EXPECT_EQ(read_form("h1=id").delimiter, std::nullopt);
}

TEST(FormHead, ReadsPastBlanksAroundAColumnName) {
  const HeadReading reading = read_form("h1=+id");
  EXPECT_THAT(reading.columns, ElementsAre("id@3"));
  EXPECT_THAT(reading.findings, ElementsAre("csv.header-space @3 "));
}

TEST(FormHead, StopsAtTheLimitOfColumns) {
  const HeadReading reading = read_form("h1=a&h2=b&h3=c", 2);
  EXPECT_THAT(reading.findings, ElementsAre("limit.columns @10 "));
  EXPECT_EQ(reading.columns.size(), 2U);
  EXPECT_TRUE(reading.has_gap);
}

}  // namespace
}  // namespace crosswalk::layout
