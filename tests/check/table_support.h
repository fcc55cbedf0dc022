// Tables made from texts, bound and judged, for the tests of this folder.
#ifndef CROSSWALK_TESTS_CHECK_TABLE_SUPPORT_H
#define CROSSWALK_TESTS_CHECK_TABLE_SUPPORT_H

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/table.h"
#include "format/loader.h"
#include "json/row_scanner.h"
#include "tabular/scanner.h"

namespace crosswalk::check {

/// A format whose records are `record`, with both table layouts; `missing` as JSON, such as
/// `["empty"]`; `operations` as JSON.
inline std::string club_format(const std::string& record, const std::string& missing,
                               const std::string& operations = "{}") {
  const std::string checks = R"("checks": [{"on": "row-width", "rule": "v.width"},
      {"on": "column-duplicate", "rule": "v.twice"}])";
  return R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club",
    "definitions": {"member": )" +
         record + R"(}, "x-crosswalk": {"record": "#/definitions/member", "missing": )" + missing +
         R"(, "layouts": {"csv": {"delimiter": [","], "quote": "\"", )" + checks +
         R"(}, "json": {"columns": {"at": "/header"}, "rows": {"at": "/data"}, )" + checks +
         R"(}}, "operations": )" + operations + "}}";
}

/// A format and its program, and tables bound to it.
class Club {
 public:
  explicit Club(std::string format_text, std::string layout = "csv") : layout_(std::move(layout)) {
    auto loaded = format::load_definition(format_text, "club/members", "f.json", rules);
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
    definition = std::make_unique<const format::Definition>(std::move(loaded).value());
    auto compiled = Program::compile(definition->schema, rules);
    EXPECT_TRUE(compiled) << (compiled ? "" : compiled.error().message);
    program = std::move(compiled).value();
  }

  /// Binds the columns of a header line (or of `["a","b"]` for JSON); what it finds stands in
  /// `found`.
  void bind(std::string header, BindOptions options = {}) {
    found.clear();
    head = read_head(std::move(header));
    options.policy = &policy;
    options.now_unix = 1'700'000'000;
    auto bound = TableProgram::bind(*program, *definition, rules, *definition->layout(layout_),
                                    head, options, found);
    ASSERT_TRUE(bound) << bound.error().message;
    table = std::move(bound).value();
    checker = std::make_unique<TableChecker>(table);
  }

  /// Judges rows; what they hold wrong stands in `found`.
  const CheckedBatch& check(std::string rows) {
    batch = read_rows(std::move(rows));
    checker->check(batch, checked);
    found = checked.findings;
    return checked;
  }

  /// `rule@offset` of each of `found`, with blanks between.
  [[nodiscard]] std::string told() const {
    std::string text;
    for (const diagnostics::RawFinding& finding : found) {
      if (!text.empty()) text += ' ';
      text += rules.rule(finding.rule).name + '@' + std::to_string(finding.offset);
    }
    return text;
  }

  diagnostics::RuleCatalog rules;
  diagnostics::RulePolicy policy;
  std::unique_ptr<const format::Definition> definition;
  std::unique_ptr<const Program> program;
  std::shared_ptr<const TableProgram> table;
  std::unique_ptr<TableChecker> checker;
  record::Head head;
  record::Batch batch;
  CheckedBatch checked;
  std::vector<diagnostics::RawFinding> found;

 private:
  record::Head read_head(std::string bytes) const {
    record::Head made;
    made.bytes = std::move(bytes);
    const record::Batch cells = read_rows(made.bytes);
    std::string scratch;
    for (const record::Cell& cell : cells.cells) {
      made.columns.push_back({std::string(record::cell_text(made.bytes, cell, scratch)), cell.begin,
                              cell.end - cell.begin, true});
    }
    return made;
  }

  record::Batch read_rows(std::string rows) const {
    record::Batch made;
    made.bytes = std::move(rows);
    if (layout_ == "json") {
      bool at_first = true;
      std::vector<json::RowFault> faults;
      json::scan_rows(made.bytes, true, {}, 1'000'000, at_first, made.records, made.cells, faults);
      return made;
    }
    tabular::Scan scan;
    tabular::scan(made.bytes, true, {}, scan);
    made.records = scan.records;
    made.cells = scan.cells;
    return made;
  }

  std::string layout_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_TESTS_CHECK_TABLE_SUPPORT_H
