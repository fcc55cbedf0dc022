// Rows with a cell too many, and what the hint says of them.
#include "check/width_hint.h"

#include "table_support.h"

namespace crosswalk::check {
namespace {

constexpr const char* kRecord = R"({"type": "object", "properties": {
  "id": {"type": "string", "pattern": "^[0-9]+$", "x-crosswalk": {"as": "text"}},
  "tags": {"type": "string", "x-crosswalk": {"parts": {"by": ",", "item": {"minLength": 1}}}},
  "note": {"type": "string"},
  "age": {"type": ["integer", "string"], "pattern": "^$", "x-crosswalk": {"as": "number"}},
  "sex": {"enum": ["m", "f", ""]}}})";

record::Batch batch_of(const std::string& row) {
  record::Batch batch;
  batch.bytes = row + "\n";
  tabular::Scan scan;
  tabular::scan(batch.bytes, true, {}, scan);
  batch.records = scan.records;
  batch.cells = scan.cells;
  return batch;
}

std::string hint_of(const std::string& header, const std::string& row) {
  Club club(club_format(kRecord, R"(["empty"])"));
  club.bind(header);
  record::Batch batch = batch_of(row);
  Sweep sweep(club.table->impl());
  sweep.begin_batch(batch, false);
  return width_hint(batch, batch.records.front(), club.table->impl(), sweep);
}

TEST(WidthHint, NamesTheOnlyColumnThatCanHoldTheDelimiter) {
  EXPECT_EQ(hint_of("id,tags,age", "7,red,blue,31"), "quote tags: it holds a comma");
  EXPECT_EQ(hint_of("id,tags,age", "7,red,blue,green,31"), "quote tags: it holds a comma");
  EXPECT_EQ(hint_of("tags,age,sex", "red,blue,31,f"), "quote tags: it holds a comma");
  EXPECT_EQ(hint_of("id,age,note", "7,31,likes tea,and cake"), "quote note: it holds a comma");
  EXPECT_EQ(hint_of("note", "likes tea,and cake"), "quote note: it holds a comma");
}

TEST(WidthHint, PrefersAColumnOfSeveralValues) {
  EXPECT_EQ(hint_of("id,note,tags,sex", "7,hello,red,blue,f"), "quote tags: it holds a comma");
}

TEST(WidthHint, SaysNothingWhereItCannotBeTold) {
  EXPECT_EQ(hint_of("id,note,age", "7,31"), "") << "too few cells";
  EXPECT_EQ(hint_of("id,age,sex", "7,31,f,x"), "") << "no column can hold it";
  EXPECT_EQ(hint_of("note,note2,age", "a,b,c,31"), "") << "two can, or are unknown";
  EXPECT_EQ(hint_of("id,tags,age", "x,red,blue,31"), "") << "another cell is wrong besides";
  EXPECT_EQ(hint_of("id,tags,age", "7,\"red\",blue,31"), "") << "quotes stand inside already";
}

TEST(WidthHint, IsTheHintOfTheFindingThatTheReaderMade) {
  Club club(club_format(kRecord, R"(["empty"])"));
  club.bind("id,tags,age");
  club.batch = batch_of("7,red,blue,31");
  club.batch.records.front().state = record::RecordState::kWrongWidth;
  diagnostics::RawFinding width;
  width.rule = club.rules.find("v.width");
  width.severity = Severity::kError;
  width.record = 0;
  club.batch.findings.push_back(width);
  club.checker->check(club.batch, club.checked);
  ASSERT_EQ(club.checked.findings.size(), 1U);
  EXPECT_EQ(club.checked.findings.front().hint, "quote tags: it holds a comma");
}

}  // namespace
}  // namespace crosswalk::check
