// Records as rows: cells under columns, lists, families, and what no row can hold.
#include "conversion/row_writer.h"

#include <gtest/gtest.h>

#include "conversion/column_list.h"
#include "json/parser.h"

namespace crosswalk::conversion {
namespace {

format::Field field(std::vector<std::string> path, std::string column) {
  format::Field made;
  made.path = std::move(path);
  made.column = std::move(column);
  return made;
}

/// id, name.first, tags (a list), free.* (any member, as JSON), own.* (name and value).
std::vector<format::Field> fields() {
  std::vector<format::Field> all = {field({"id"}, "id"), field({"name", "first"}, "name.first"),
                                    field({"tags"}, "tags"), field({"free"}, "free.*"),
                                    field({"own"}, "own.*")};
  all[2].is_list = true;
  all[3].family = format::Family::kMembers;
  all[3].annotation.as = format::As::kJson;
  all[4].family = format::Family::kPairs;
  all[4].pair_name = "n";
  all[4].pair_value = "v";
  return all;
}

struct Record {
  explicit Record(std::string_view json) : text(json) {
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(text, {}, tape, faults)) << json;
  }
  [[nodiscard]] RecordView view() const { return {text, &tape}; }
  std::string text;
  json::Tape tape;
};

struct Written {
  std::string bytes;
  std::vector<diagnostics::RawFinding> refusals;
};

Written write(std::string_view json, RowLayout layout = {}) {
  const Record record(json);
  std::vector<RowColumn> columns = {{"id", {}},
                                    {"name.first", {}},
                                    {"tags", {format::As::kText, true}},
                                    {"free.x", {format::As::kJson, false}},
                                    {"own.a", {}}};
  RowWriter writer(layout, fields(), columns);
  Written written;
  writer.write(record.view(), written.bytes, written.refusals);
  return written;
}

RowLayout without_quotes(format::LayoutKind kind = format::LayoutKind::kCsv) {
  RowLayout layout;
  layout.kind = kind;
  layout.dialect = {'|', 0};
  return layout;
}

TEST(RowWriter, PutsValuesUnderTheirColumns) {
  EXPECT_EQ(
      write(R"({"own":[{"n":"a","v":"7"}],"tags":["x","y"],"name":{"first":"A"},"id":"1"})").bytes,
      "1,A,\"x,y\",,7\n");
}

TEST(RowWriter, LeavesWhatIsAbsentNullOrEmptyEmpty) {
  EXPECT_EQ(write(R"({"id":null,"name":{},"tags":[],"own":[{"n":"a"}]})").bytes, ",,,,\n");
}

TEST(RowWriter, QuotesOnlyWhereNeeded) {
  EXPECT_EQ(write(R"({"id":"a\nb","name":{"first":" \"x\" "}})").bytes,
            "\"a\nb\",\" \"\"x\"\" \",,,\n");
  EXPECT_EQ(write(R"({"id":"=1;|"})").bytes, "=1;|,,,,\n");
}

TEST(RowWriter, WritesAnyValueSoThatItIsReadBack) {
  EXPECT_EQ(write(R"({"free":{"x":"007"}})", without_quotes()).bytes, "|||007|\n");
  EXPECT_EQ(write(R"({"free":{"x":"7"}})", without_quotes()).bytes, "|||\"7\"|\n");
  EXPECT_EQ(write(R"({"free":{"x":7.0}})", without_quotes()).bytes, "|||7.0|\n");
  EXPECT_EQ(write(R"({"free":{"x":""}})", without_quotes()).bytes, "|||\"\"|\n");
  EXPECT_EQ(write(R"({"free":{"x":{"b": 1}}})", without_quotes()).bytes, "|||{\"b\":1}|\n");
}

TEST(RowWriter, RefusesWhatWouldMoveCells) {
  const Written refused = write(R"({"id":"1","name":{"first":"a|b"}})", without_quotes());
  EXPECT_EQ(refused.bytes, "");
  ASSERT_EQ(refused.refusals.size(), 1U);
  EXPECT_EQ(refused.refusals[0].rule, diagnostics::kConvertDelimiterInValue);
  EXPECT_EQ(refused.refusals[0].offset, 26U);
  EXPECT_EQ(write(R"({"id":"1\n"})", without_quotes()).refusals.size(), 1U);
  EXPECT_EQ(write(R"({"id":"1\r"})", without_quotes()).refusals.size(), 1U);
}

TEST(RowWriter, RefusesPartsWithTheirSeparatorAndValuesThatAreNoCells) {
  EXPECT_EQ(write(R"({"tags":["a,b"]})").refusals.at(0).rule, diagnostics::kConvertSeparatorInPart);
  EXPECT_EQ(write(R"({"tags":[["a"]]})").refusals.at(0).rule, diagnostics::kConvertNotACell);
  EXPECT_EQ(write(R"({"id":{"x":1}})").refusals.at(0).rule, diagnostics::kConvertNotACell);
  EXPECT_EQ(write(R"({"own":[{"n":"a","v":"7","more":1}]})").refusals.at(0).rule,
            diagnostics::kConvertNotACell);
  EXPECT_EQ(write(R"({"own":[{"n":"a","v":"7"},{"n":"a","v":"8"}]})").refusals.at(0).rule,
            diagnostics::kConvertNotACell);
  EXPECT_EQ(write(R"({"id":"a\u0000"})").refusals.at(0).rule, diagnostics::kCsvNul);
}

TEST(RowWriter, EncodesTheRowsOfAForm) {
  EXPECT_EQ(write(R"({"id":"a b","name":{"first":"ë"}})", without_quotes(format::LayoutKind::kForm))
                .bytes,
            "a+b%7C%C3%AB%7C%7C%7C%0A");
}

TEST(RowWriter, BringsTextsIntoTheFormOfTheirColumn) {
  format::CellForm form;
  form.date = "DD.MM.YYYY";
  const Record record(R"({"id":"1990-12-31"})");
  std::vector<diagnostics::RawFinding> refusals;
  const auto written = [&](RowLayout layout) {
    std::string bytes;
    RowWriter(layout, fields(), {{"id", {}, form}}).write(record.view(), bytes, refusals);
    return bytes;
  };
  RowLayout json;
  json.kind = format::LayoutKind::kHeaderData;
  EXPECT_EQ(written({}), "31.12.1990\n");
  EXPECT_EQ(written(json), "[\"1990-12-31\"]");
}

TEST(RowWriter, LeavesNoLineEmptyWhereQuotesExist) {
  const Record record("{}");
  std::vector<diagnostics::RawFinding> refusals;
  const auto written = [&](const RowLayout& layout, const std::vector<RowColumn>& columns) {
    std::string bytes;
    RowWriter(layout, fields(), columns).write(record.view(), bytes, refusals);
    return bytes;
  };
  EXPECT_EQ(written({}, {{"id", {}}}), "\"\"\n");
  EXPECT_EQ(written({}, {{"id", {}}, {"tags", {}}}), ",\n");
  EXPECT_EQ(written(without_quotes(), {{"id", {}}}), "\n");
}

TEST(ColumnList, GathersColumnsInOrderOfFirstAppearance) {
  ColumnList list(fields());
  std::string unused;
  std::vector<diagnostics::RawFinding> refusals;
  for (const char* json : {R"({"id":"1","free":{"b":1}})", R"({"own":[{"n":3,"v":"x"}],"id":"2"})",
                           R"({"free":{"a":2,"b":1},"name":{"first":"A"},"z":1})"}) {
    const Record record(json);
    list.write(record.view(), unused, refusals);
  }
  EXPECT_EQ(list.columns(),
            (std::vector<std::string>{"id", "free.b", "own.3", "free.a", "name.first", "z"}));
  EXPECT_EQ(unused, "");
}

TEST(RowWriter, WritesARecordAsIfItWereTheFirst) {
  const std::vector<RowColumn> columns = {{"own.a", {}}, {"id", {}}, {"id", {}}, {"new", {}}};
  RowWriter writer({}, fields(), columns);
  for (const char* json :
       {R"({"id":"1","own":[{"n":"a","v":2}]})", R"({"own":[{"n":"b","v":2}],"new":3})",
        R"({"new":4,"other":5,"id":"6"})", R"({"own":[{"n":"a","v":"x"},{"n":"a","v":"y"}]})",
        R"({"other":1,"own":[{"n":"b","v":1},{"n":"a","v":7}]})", "{}"}) {
    const Record record(json);
    std::vector<diagnostics::RawFinding> refusals;
    std::vector<diagnostics::RawFinding> expected_refusals;
    std::string row;
    std::string expected;
    writer.write(record.view(), row, refusals);
    RowWriter({}, fields(), columns).write(record.view(), expected, expected_refusals);
    EXPECT_EQ(row, expected) << json;
    EXPECT_EQ(refusals.size(), expected_refusals.size()) << json;
  }
}

}  // namespace
}  // namespace crosswalk::conversion
