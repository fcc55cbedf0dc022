// The root annotation of a format.
#include "format/definition_reader.h"

#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::format {
namespace {

constexpr std::string_view kEvents =
    R"("checks": [{"on": "row-width", "rule": "club.width"}, {"on": "column-duplicate", "rule": "club.twice"}])";

std::string csv(const std::string& words) {
  return R"("layouts": {"csv": {)" + words + (words.empty() ? "" : ", ") + std::string(kEvents) +
         "}}";
}

std::string json_table(const std::string& words) {
  return R"("layouts": {"json": {)" + words + ", " + std::string(kEvents) + "}}";
}

std::string operation(const std::string& words) {
  return csv("") + R"(, "operations": {"send": {"method": "PUT", "url": "https://{host}/", )" +
         words + "}}";
}

Definition loaded(const std::string& annotation) {
  diagnostics::RuleCatalog rules;
  Result<Definition> definition =
      load_definition(format_text(annotation), "club/members", "f.json", rules);
  EXPECT_TRUE(definition.ok()) << definition.error().message;
  return definition ? std::move(definition).value() : Definition{};
}

std::string error_of(const std::string& annotation) {
  return format_error(format_text(annotation));
}

TEST(Definition, ReadsACsvLayout) {
  const Definition definition =
      loaded(csv(R"("delimiter": [";", "\t"], "quote": "'", "limits": {"records": 5})"));
  ASSERT_EQ(definition.layouts.size(), 1U);
  const Layout& layout = definition.layouts.front();
  EXPECT_EQ(layout.kind, LayoutKind::kCsv);
  EXPECT_EQ(layout.name, "csv");
  EXPECT_EQ(layout.delimiters, (std::vector<char>{';', '\t'}));
  EXPECT_EQ(layout.quote, '\'');
  EXPECT_EQ(layout.limits.records, 5U);
  ASSERT_EQ(layout.checks.size(), 2U);
  EXPECT_EQ(layout.checks[1].rule, "club.twice");
}

TEST(Definition, HasCommasAndNoQuotesUnlessItSaysSo) {
  const Definition definition = loaded(csv(""));
  EXPECT_EQ(definition.layouts.front().delimiters, std::vector<char>{','});
  EXPECT_EQ(definition.layouts.front().quote, 0);
}

TEST(Definition, ReadsDelimitedTextWithoutQuotes) {
  const Definition definition = loaded(R"("layouts": {"delimited": {"delimiter": ["|", "\t"], )" +
                                       std::string(kEvents) + "}}");
  const Layout& layout = definition.layouts.front();
  EXPECT_EQ(layout.kind, LayoutKind::kCsv);
  EXPECT_EQ(layout.delimiters, (std::vector<char>{'|', '\t'}));
  EXPECT_EQ(layout.quote, 0);
}

constexpr std::string_view kFormEvents =
    R"("checks": [{"on": "row-width", "rule": "club.width"}, {"on": "column-duplicate", "rule": "club.twice"},
    {"on": "columns-missing", "rule": "club.none"}, {"on": "number-gap", "rule": "club.gap"},
    {"on": "number-form", "rule": "club.form"}])";

std::string form(const std::string& words) {
  return R"("layouts": {"form": {)" + words + ", " + std::string(kFormEvents) + "}}";
}

constexpr const char* kFormWords =
    R"("columns": {"numbered": "h_"}, "delimiter": {"at": "/by", "words": {"tab": "\t", "pipe": "|"}})";

TEST(Definition, ReadsAForm) {
  const Definition definition = loaded(form(kFormWords) + R"(, "records": "/rows")");
  const Layout& layout = definition.layouts.front();
  EXPECT_EQ(layout.kind, LayoutKind::kForm);
  EXPECT_EQ(layout.quote, 0);
  EXPECT_EQ(layout.columns_prefix, "h_");
  EXPECT_EQ(layout.delimiter_member, "by");
  EXPECT_EQ(layout.delimiters, (std::vector<char>{'\t', '|'}));
  EXPECT_EQ(layout.delimiter_words[1].first, "pipe");
  EXPECT_EQ(layout.records_member, "rows");
}

TEST(Definition, FindsTheCheckOfAnEvent) {
  const Definition definition = loaded(csv(""));
  EXPECT_EQ(definition.layouts.front().check_on("column-duplicate")->rule, "club.twice");
  EXPECT_EQ(definition.layouts.front().check_on("blank-line"), nullptr);
}

TEST(Definition, ReadsAHeaderAndRowsLayout) {
  const Definition definition = loaded(json_table(
      R"("columns": {"at": "/header"}, "rows": {"at": "/data"}, "limits": {"warn": 3, "refuse": 4})"));
  const Layout& layout = definition.layouts.front();
  EXPECT_EQ(layout.kind, LayoutKind::kHeaderData);
  EXPECT_EQ(layout.columns_member, "header");
  EXPECT_EQ(layout.records_member, "data");
  EXPECT_EQ(layout.limits.warn_bytes, 3U);
  EXPECT_EQ(layout.limits.refuse_bytes, 4U);
}

TEST(Definition, TakesJsonWithoutColumnsForADocument) {
  const Definition definition = loaded(R"("layouts": {"json": {}})");
  EXPECT_EQ(definition.layouts.front().kind, LayoutKind::kDocument);
  EXPECT_EQ(definition.record, 0U);
}

TEST(Definition, KeepsLayoutsInTheOrderOfTheFile) {
  const Definition definition =
      loaded(R"("layouts": {"json": {}, "csv": {)" + std::string(kEvents) + "}}");
  EXPECT_EQ(definition.layouts[0].name, "json");
  EXPECT_EQ(definition.layouts[1].name, "csv");
  EXPECT_EQ(definition.layout("csv"), &definition.layouts[1]);
  EXPECT_EQ(definition.layout("xml"), nullptr);
}

TEST(Definition, FindsTheRecordsSchema) {
  const Definition definition = loaded(csv("") + R"(, "record": "#/definitions/member")");
  EXPECT_EQ(definition.schema.nodes[definition.record].types, kTypeObject);
}

TEST(Definition, ReadsWhatMissingLooksLike) {
  EXPECT_EQ(loaded(csv("")).missing, std::vector<Missing>{Missing::kAbsent});
  EXPECT_EQ(loaded(csv("") + R"(, "missing": ["empty", "null"])").missing,
            (std::vector<Missing>{Missing::kEmpty, Missing::kNull}));
}

TEST(Definition, ReadsTheEncodingOfACsv) {
  EXPECT_EQ(loaded(csv(R"("encoding": "Windows-1250")")).layouts[0].encoding, "windows-1250");
  EXPECT_EQ(loaded(csv("")).layouts[0].encoding, "utf-8");
  EXPECT_NE(error_of(csv(R"("encoding": "a b")")).find("wanted the name of an encoding"),
            std::string::npos);
}

std::string mapped(const std::string& root, const std::string& pointers) {
  return R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club",
  "properties": {"mail": {"x-crosswalk": {"is": [)" +
         pointers + R"(]}}}, "x-crosswalk": {)" + root + csv("") + "}}";
}

TEST(Definition, MapsFieldsToTheRecordThatItHolds) {
  EXPECT_EQ(format_error(mapped(R"("holds": "customer", )", R"("/emails", "/attributes/mail")")),
            "");
  EXPECT_EQ(format_error(mapped(R"("holds": "event", )", R"("/properties/mail")")), "");
  EXPECT_EQ(without_pointer(format_error(mapped(R"("holds": "customer", )", R"("/email")"))),
            "f.json:2:50: unknown canonical field /email (did you mean emails?)");
  EXPECT_EQ(without_pointer(format_error(mapped("", R"("/emails")"))),
            "f.json:2:49: the root does not say what the format \"holds\": customer or event");
}

TEST(Definition, CollectsWhatIsStillToDo) {
  diagnostics::RuleCatalog rules;
  const auto definition = load_definition(
      R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club",
  "properties": {"a": {"x-crosswalk": {"todo": "say what a is"}}, "b": {}},
  "x-crosswalk": {)" +
          csv("") + "}}",
      "club/members", "f.json", rules);
  ASSERT_TRUE(definition.ok()) << definition.error().message;
  EXPECT_EQ(definition.value().todos(), std::vector<std::string>{"say what a is"});
}

TEST(Definition, ReadsOperationsWithTheirChecks) {
  const Definition definition = loaded(operation(
      R"("headers": {"B": "{b}", "A": "a"}, "body": "csv", "then": "send", "checks": [
        {"columns": "superset", "rule": "club.removed"}, {"setting": "season", "rule": "club.season"},
        {"always": true, "rule": "club.note", "severity": "info"},
        {"down": {"not": {"contains": {"const": ""}}}, "rule": "club.empty"}])"));
  const Operation* send = definition.operation("send");
  ASSERT_NE(send, nullptr);
  EXPECT_EQ(send->method, "PUT");
  EXPECT_EQ(send->url, "https://{host}/");
  EXPECT_EQ(send->headers[0].first, "B");
  EXPECT_EQ(send->body, "csv");
  EXPECT_EQ(send->then, "send");
  ASSERT_EQ(send->checks.size(), 4U);
  EXPECT_EQ(send->checks[0].columns, ColumnsRule::kSuperset);
  EXPECT_EQ(send->checks[1].setting, "season");
  EXPECT_EQ(send->checks[2].kind, CheckKind::kAlways);
  EXPECT_NE(send->checks[3].node, kNoNode);
  EXPECT_EQ(definition.operation("fetch"), nullptr);
}

TEST(Definition, ReadsChecksOfTheRootItself) {
  diagnostics::RuleCatalog rules;
  const Result<Definition> definition = load_definition(
      R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club", "type": "object",
        "x-crosswalk": {"layouts": {"json": {}}, "checks": [{"on": "type", "rule": "club.object"}]}})",
      "club/members", "f.json", rules);
  ASSERT_TRUE(definition.ok()) << definition.error().message;
  EXPECT_EQ(definition.value().schema.nodes[0].annotation.checks.at(0).rule, "club.object");
}

struct Wrong {
  std::string annotation;
  const char* error;
};

class WrongDefinition : public testing::TestWithParam<Wrong> {};

TEST_P(WrongDefinition, IsRefused) {
  const std::string error = error_of(GetParam().annotation);
  EXPECT_NE(error.find(GetParam().error), std::string::npos) << error;
}

INSTANTIATE_TEST_SUITE_P(
    Layouts, WrongDefinition,
    testing::Values(
        Wrong{R"("layout": {})", "did you mean layouts?"}, Wrong{"", "a format has layouts"},
        Wrong{R"("layouts": {})", "wanted at least one layout"},
        Wrong{R"("layouts": {"yml": {}})", "unknown layout \"yml\""},
        Wrong{R"("layouts": {"xml": {}})", "an xml layout has a root"},
        Wrong{R"("layouts": {"xml": {"root": "r", "attributes": ["s"]}})", "wanted pointers"},
        Wrong{R"("layouts": {"csv": {}})", "a table layout names a rule on \"row-width\""},
        Wrong{R"("layouts": {"csv": {"checks": [{"on": "row-width", "rule": "a.b"}]}})",
              "a table layout names a rule on \"column-duplicate\""},
        Wrong{R"("layouts": {"csv": {"checks": [{"on": "row-with", "rule": "a.b"}]}})",
              "did you mean row-width?"},
        Wrong{R"("layouts": {"csv": {"checks": [{"must": true, "rule": "a.b"}]}})",
              "can't stand in a layout"},
        Wrong{csv(R"("delimiter": ["::"])"), "wanted one ASCII character, or a tab"},
        Wrong{csv(R"("delimiter": ["\n"])"), "wanted one ASCII character, or a tab"},
        Wrong{csv(R"("delimiter": [])"), "wanted at least one delimiter"},
        Wrong{csv(R"("delimiter": ["'"], "quote": "'")"), "the quote is also a delimiter"},
        Wrong{R"("layouts": {"delimited": {"quote": "'"}})", "unknown word of a delimited layout"},
        Wrong{R"("layouts": {"delimited": {}})", "a table layout names a rule on \"row-width\""},
        Wrong{R"("layouts": {"json": {"columns": {"at": "/a"}, "rows": {"at": "/b"}, "checks": [
              {"on": "row-width", "rule": "a.b"}, {"on": "column-duplicate", "rule": "a.c"},
              {"on": "blank-line", "rule": "a.d"}]}})",
              "the layout json has no event \"blank-line\""},
        Wrong{form(kFormWords), "a form needs records"},
        Wrong{form(R"("columns": {"numbered": "h_"})"), "a form has columns and delimiter"},
        Wrong{form(R"("columns": {"numbered": ""})"), "wanted {\"numbered\": \"prefix\"}"},
        Wrong{form(R"("delimiter": {"at": "/by"})"), "wanted {\"at\": \"/member\", \"words\""},
        Wrong{form(R"("delimiter": {"words": {"x": ","}})"),
              "wanted {\"at\": \"/member\", \"words\""},
        Wrong{form(R"("delimiter": {"at": "/by", "words": {}})"), "wanted at least one word"},
        Wrong{csv(R"("encoding": "")"), "wanted the name of an encoding"},
        Wrong{csv(R"("list_separator": "")"), "wanted at least one character"},
        Wrong{csv(R"("delimiter": ["\u007f"])"), "wanted one ASCII character, or a tab"},
        Wrong{R"("layouts": {"xml": {"root": "r", "attributes": [""]}})", "wanted pointers"},
        Wrong{
            R"("layouts": {"csv": {"checks": [{"on": "row-width", "rule": "a.b", "severity": "info",
              "confirm": "x"}]}})",
            "confirm can only stand at a schema node"},
        Wrong{json_table(R"("columns": {"at": "/"}, "rows": {"at": "/c"})"),
              "wanted a member of the document"},
        Wrong{form(R"("delimiter": {"at": "/by", "words": {"x": "ab"}})"), "wanted one ASCII"},
        Wrong{R"("layouts": {"form": {)" + std::string(kFormWords) + ", " + std::string(kEvents) +
                  "}}",
              "a table layout names a rule on \"columns-missing\""},
        Wrong{csv(R"("columns": {"at": "/a"})"), "unknown word of a csv layout"},
        Wrong{csv(R"("limits": {"warn": 5, "refuse": 4})"), "warn is above refuse"},
        Wrong{csv(R"("limits": {"bytes": 5})"), "unknown limit"},
        Wrong{R"("layouts": {"json": {"columns": {"at": "/a"}}})",
              "columns and rows stand together"},
        Wrong{R"("layouts": {"json": {"columns": {"at": "/a"}, "rows": {"at": "/b"}}})",
              "a table layout names a rule"},
        Wrong{R"("layouts": {"json": {)" + std::string(kEvents) + "}}", "this one has no columns"},
        Wrong{json_table(R"("columns": {"at": "/a/b"}, "rows": {"at": "/c"})"),
              "wanted a member of the document"},
        Wrong{json_table(R"("columns": {"at": "a"}, "rows": {"at": "/c"})"),
              "wanted a member of the document"},
        Wrong{json_table(R"("columns": {}, "rows": {"at": "/c"})"),
              "wanted {\"at\": \"/member\"}"}));

INSTANTIATE_TEST_SUITE_P(
    Root, WrongDefinition,
    testing::Values(
        Wrong{csv("") + R"(, "record": "#/definitions/mmber")", "leads nowhere"},
        Wrong{csv("") + R"(, "records": "data")", "wanted a pointer such as /data"},
        Wrong{csv("") + R"(, "records": "/data", "record": "#/definitions/member")",
              "records beside record"},
        Wrong{json_table(R"("columns": {"at": "/a"}, "rows": {"at": "/b"})") +
                  R"(, "records": "/data")",
              "records beside a layout of rows"},
        Wrong{form(kFormWords) + R"(, "records": "/a/b")", "the rows of a form are one parameter"},
        Wrong{R"("layouts": {"json": {}}, "records": "/nowhere")", "no property stands there"},
        Wrong{csv("") + R"(, "missing": [])", "wanted at least one of absent, null, empty"},
        Wrong{csv("") + R"(, "missing": ["null", "null"])", "the same kind of missing twice"},
        Wrong{csv("") + R"(, "missing": ["nul"])", "did you mean null?"},
        Wrong{csv("") + R"(, "operations": {"send": {"url": "x"}})", "an operation without method"},
        Wrong{csv("") + R"(, "operations": {"send": {"method": "PUT"}})",
              "an operation without url"},
        Wrong{csv("") + R"(, "operations": {"send": {"method": "PTU", "url": "x"}})",
              "did you mean PUT?"},
        Wrong{operation(R"("body": "json")"), "unknown layout \"json\""},
        Wrong{operation(R"("then": "sned")"), "did you mean send?"},
        Wrong{operation(R"("headers": {"A": 1})"), "wanted a text, found a number"},
        Wrong{operation(R"("checks": [{"on": "type", "rule": "a.b"}])"),
              "can't stand in an operation"},
        Wrong{operation(R"("checks": [{"always": false, "rule": "a.b"}])"),
              "always can only be true"},
        Wrong{operation(R"("checks": [{"columns": "same", "rule": "a.b"}])"),
              "unknown columns rule"}));

TEST(Definition, NeedsSchemaTitleAndAnnotation) {
  EXPECT_EQ(format_error("{}"), "f.json:1:1: a format has a \"$schema\"");
  EXPECT_EQ(format_error(R"({"$schema": "http://json-schema.org/draft-07/schema#"})"),
            "f.json:1:1: a format has a \"title\"");
  EXPECT_EQ(format_error(R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "x"})"),
            "f.json:1:1: a format has a \"x-crosswalk\"");
  EXPECT_EQ(format_error("true"), "f.json:1:1: a format has a \"$schema\"");
}

}  // namespace
}  // namespace crosswalk::format
