// Words, places and privacy of findings.
#include "diagnostics/render.h"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::diagnostics {
namespace {

constexpr std::string_view kRow = "u1,secret text,5\n";

class RenderTest : public testing::Test {
 protected:
  RenderTest() {
    context_.rules = &rules_;
    context_.file = "customers.csv";
    raw_.rule = rules_.intern("shop.score-range");
    raw_.offset = 3;
    raw_.length = 11;
    raw_.record = 0;
    raw_.column = 1;
    raw_.shape = {ShapeKind::kText, 11};
    raw_.expected = "a whole number";
    location_.place = {412, 3, 4};
    location_.record = 2;
    location_.bytes = kRow;
    location_.column_name = "num_score";
  }

  void describe(std::string message, std::string hint = "") {
    Rule words;
    words.name = "shop.score-range";
    words.message = std::move(message);
    words.hint = std::move(hint);
    rules_.describe(words);
  }

  Finding rendered() { return render(raw_, context_, location_); }

  RuleCatalog rules_;
  RenderContext context_;
  RawFinding raw_;
  Location location_;
};

TEST_F(RenderTest, CountsThingsInTheirNumber) {
  describe("row has {found cell}, the header has {wanted column}; {lost cell} {found");
  raw_.found = 1;
  raw_.wanted = 2;
  EXPECT_EQ(rendered().message, "row has 1 cell, the header has 2 columns; {lost cell} {found");
}

TEST_F(RenderTest, CarriesPlaceRecordAndSeverity) {
  raw_.severity = Severity::kWarning;
  raw_.repair = true;
  const Finding finding = rendered();
  EXPECT_EQ(finding.rule, "shop.score-range");
  EXPECT_EQ(finding.severity, Severity::kWarning);
  EXPECT_TRUE(finding.repair);
  EXPECT_EQ(finding.file, "customers.csv");
  EXPECT_EQ(finding.place, (Position{412, 3, 4}));
  EXPECT_EQ(finding.record, 2U);
  EXPECT_EQ(finding.field, "num_score");
  EXPECT_EQ(finding.pointer, std::nullopt);
  EXPECT_EQ(finding.expected, "a whole number");
  EXPECT_FALSE(finding.excerpt.has_value());
}

TEST_F(RenderTest, TellsWhatTheRuleExpectsRatherThanWhatTheKeywordDoes) {
  Rule words;
  words.name = "shop.score-range";
  words.message = "expected {expected}";
  words.expected = "a score from 0 to 9";
  rules_.describe(words);
  EXPECT_EQ(rendered().message, "expected a score from 0 to 9");
  EXPECT_EQ(rendered().expected, "a score from 0 to 9");
}

TEST_F(RenderTest, FillsTemplates) {
  raw_.found = 8;
  raw_.wanted = 9;
  raw_.name = "num_scor";
  describe("{found} of {wanted}, {shape}, {expected}, {name}, {field}, {part}", "see {field}");
  const Finding finding = rendered();
  EXPECT_EQ(finding.message, "8 of 9, text, 11 characters, a whole number, num_scor, num_score, 0");
  EXPECT_EQ(finding.hint, "see num_score");
}

TEST_F(RenderTest, LeavesBracesThatHoldNoPlaceholder) {
  for (const char* text : {"{", "}", "{}", "{\"header\":[{other}]}", "a {b", "{{x}"}) {
    describe(text);
    EXPECT_EQ(rendered().message, text);
  }
  describe("{{found}}");
  EXPECT_EQ(rendered().message, "{0}");
}

TEST_F(RenderTest, MakesAPlainMessageForARuleWithoutWords) {
  EXPECT_EQ(rendered().message, "expected a whole number, found text, 11 characters");
  raw_.shape = {};
  EXPECT_EQ(rendered().message, "expected a whole number");
  raw_.expected.clear();
  EXPECT_EQ(rendered().message, "score range");
  raw_.found = 8;
  raw_.wanted = 9;
  EXPECT_EQ(rendered().message, "score range: found 8, expected 9");
  raw_.name = "num_x";
  raw_.found = raw_.wanted;
  EXPECT_EQ(rendered().message, "score range: num_x");
}

TEST_F(RenderTest, PassesOverATemplateThatAsksForMoreThanThereIs) {
  describe("expected {expected}, found {shape}");
  raw_.expected.clear();
  EXPECT_EQ(rendered().message, "score range: text, 11 characters");
}

TEST_F(RenderTest, NumbersThePartOfAMultiValueCell) {
  raw_.part = 2;
  describe("not a hash");
  EXPECT_EQ(rendered().message, "part 2: not a hash");
  describe("value {part} is not a hash");
  EXPECT_EQ(rendered().message, "value 2 is not a hash");
}

TEST_F(RenderTest, PrefersTheHintOfTheFinding) {
  describe("m", "the rule's");
  EXPECT_EQ(rendered().hint, "the rule's");
  raw_.hint = "the finding's {found}";
  EXPECT_EQ(rendered().hint, "the finding's {found}");
}

TEST_F(RenderTest, TellsUnsafeNamesByTheirShape) {
  describe("column {name} is not known");
  raw_.name = "Jan Kowalski";
  location_.column_name = "Jan Kowalski";
  EXPECT_EQ(rendered().message, "column (name, 12 characters) is not known");
  EXPECT_EQ(rendered().field, "name, 12 characters");
  context_.show_values = true;
  EXPECT_EQ(rendered().message, "column \"Jan Kowalski\" is not known");
  EXPECT_EQ(rendered().field, "Jan Kowalski");
}

TEST_F(RenderTest, PrintsANameThatTheFormatKnows) {
  location_.column_name = "Imię i nazwisko";
  location_.is_known_name = true;
  EXPECT_EQ(rendered().field, "Imię i nazwisko");
}

TEST_F(RenderTest, PrintsValuesOnlyWhenAskedTo) {
  context_.want_excerpts = true;
  Finding finding = rendered();
  EXPECT_EQ(finding.message.find("secret"), std::string::npos);
  EXPECT_EQ(finding.excerpt->text, "··,······ ····,·");
  context_.show_values = true;
  finding = rendered();
  EXPECT_EQ(finding.message, "expected a whole number, found secret text (text, 11 characters)");
  EXPECT_EQ(finding.excerpt->text, "u1,secret text,5");
  EXPECT_EQ(finding.excerpt->mark_begin, 3U);
  EXPECT_EQ(finding.excerpt->mark_length, 11U);
}

TEST_F(RenderTest, NeverPrintsASecret) {
  context_.want_excerpts = true;
  context_.show_values = true;
  location_.is_secret = true;
  EXPECT_EQ(rendered().message, "expected a whole number, found text, 11 characters");
  EXPECT_EQ(rendered().excerpt->text, "··,······ ····,·");
}

TEST_F(RenderTest, MasksTheLineOfAFormatThatHasSecretsBesideTheFinding) {
  context_.want_excerpts = true;
  context_.show_values = true;
  context_.has_secrets = true;
  EXPECT_EQ(rendered().excerpt->text, "··,······ ····,·");
  EXPECT_EQ(rendered().message, "expected a whole number, found secret text (text, 11 characters)");
}

TEST_F(RenderTest, ShowsNamesInTheExcerptOfAHead) {
  context_.want_excerpts = true;
  location_.bytes = "customuid,num_score,jan@x.pl\n";
  location_.in_head = true;
  EXPECT_EQ(rendered().excerpt->text, "·········,·········,········");
  context_.head_names.end = location_.bytes.size();
  EXPECT_EQ(rendered().excerpt->text, "customuid,num_score,········");
}

TEST_F(RenderTest, DerivesPointersOfRowsAndNames) {
  context_.columns_member = "header";
  context_.records_member = "da/ta";
  EXPECT_EQ(rendered().pointer, "/da~1ta/1/1");
  raw_.column = kNoColumn;
  EXPECT_EQ(rendered().pointer, "/da~1ta/1");
  location_.record.reset();
  EXPECT_EQ(rendered().pointer, std::nullopt);
  location_.in_head = true;
  EXPECT_EQ(rendered().pointer, std::nullopt);
  raw_.column = 4;
  EXPECT_EQ(rendered().pointer, "/header/4");
}

TEST_F(RenderTest, NamesAMissingColumnWhereTheNamesStand) {
  context_.columns_member = "header";
  context_.records_member = "data";
  location_.in_head = true;
  location_.record.reset();
  location_.column_name = {};
  raw_.column = kNoColumn;
  raw_.name = "some_setting";
  EXPECT_EQ(rendered().field, std::nullopt);
  EXPECT_EQ(rendered().pointer, std::nullopt);
  raw_.field = "customuid";
  EXPECT_EQ(rendered().field, "customuid");
  EXPECT_EQ(rendered().pointer, "/header");
}

TEST_F(RenderTest, TakesPointerAndFieldOfDocumentsWithTheirNamesRedacted) {
  raw_.pointer = "/items/3/jan@x.pl";
  raw_.field = "jan@x.pl";
  EXPECT_EQ(rendered().pointer, "/items/3/···");
  EXPECT_EQ(rendered().field, "name, 8 characters");
  context_.show_values = true;
  EXPECT_EQ(rendered().pointer, "/items/3/jan@x.pl");
}

TEST_F(RenderTest, NamesTheFirstPlaceOfARepeatedKey) {
  raw_.related_line = 7;
  raw_.related_record = 6;
  const Finding finding = rendered();
  ASSERT_EQ(finding.related.size(), 1U);
  EXPECT_EQ(finding.related[0], (Related{"customers.csv", 7, 6}));
}

}  // namespace
}  // namespace crosswalk::diagnostics
