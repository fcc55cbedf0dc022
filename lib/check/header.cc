// Names first (repeated, unknown, badly made, missing), then what the operation asks.
//
//   --operation update: columns of the earlier upload a,b; now a,c   ->   told at c, wanted b
// Test: tests/check/header_test.cc.
#include "check/header.h"

#include <algorithm>
#include <set>

#include "check/row_object.h"
#include "check/run.h"

namespace crosswalk::check {
namespace {

using diagnostics::RawFinding;

class HeaderChecks {
 public:
  HeaderChecks(const HeaderTask& task, TableProgram::Impl& impl, std::vector<RawFinding>& findings)
      : task_(task), impl_(impl), findings_(findings), failed_(impl.columns.size()) {}

  void run() {
    repeated_columns();
    name_keywords();
    if (task_.options.operation == nullptr) return;
    for (const format::Check& check : task_.options.operation->checks) operation_check(check);
  }

 private:
  // A finding at the place where the names begin; nullptr if its rule is off.
  RawFinding* add(const Failure& failure) {
    const Severity severity = impl_.run.policy->apply(failure.rule, failure.severity);
    if (severity == Severity::kOff) return nullptr;
    RawFinding& finding = findings_.emplace_back();
    finding.rule = failure.rule;
    finding.severity = severity;
    finding.offset = task_.head.columns_offset;
    return &finding;
  }

  void move_to_column(RawFinding& finding, std::size_t column) const {
    finding.column = static_cast<std::int32_t>(column);
    finding.offset = task_.head.columns[column].offset;
    finding.length = task_.head.columns[column].length;
  }

  Failure failure_of(const format::Check& check) const {
    return {impl_.rules->find(check.rule), check.severity};
  }

  void repeated_columns() {
    Failure failure{diagnostics::kCsvColumnDuplicate, Severity::kError};
    if (const format::Check* const check = task_.layout.check_on("column-duplicate")) {
      failure = failure_of(*check);
    }
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < impl_.columns.size(); ++i) {
      ColumnPlan& column = impl_.columns[i];
      if (seen.insert(column.name).second) continue;
      column.checked = false;
      failed_[i] = true;
      if (RawFinding* const finding = add(failure)) {
        move_to_column(*finding, i);
        finding->name = column.name;
      }
    }
  }

  void name_keywords() {
    RowObject names;
    names.clear();
    for (std::size_t i = 0; i < impl_.columns.size(); ++i) {
      const ColumnPlan& column = impl_.columns[i];
      if (column.checked) {
        names.add(column.name, json::Kind::kString, "", static_cast<std::uint32_t>(i));
      }
    }
    names.finish();
    std::vector<RawFinding> found;
    Run run(*impl_.code, impl_.run, found);
    run.read_from(names.text(), names.tape());
    const Value header{json::Kind::kObject, {}, 0};
    for (const Instruction& keyword : task_.keywords) {
      run.execute(for_columns(keyword), header);
      take(names, found, true);
      if (keyword.op == Op::kKnownNames) leave_out_unknown(impl_.code->members[keyword.operand]);
    }
    for (const Instruction& check : task_.checks) {
      run.execute_extra(check, header);
      take(names, found, false);
    }
  }

  // Unknown columns have a rule of their own where the format names none.
  static Instruction for_columns(Instruction keyword) {
    if (keyword.op == Op::kKnownNames && keyword.rule == diagnostics::kSchemaUnknownField) {
      keyword.rule = diagnostics::kCsvColumnUnknown;
    }
    return keyword;
  }

  void leave_out_unknown(const Members& members) {
    for (ColumnPlan& column : impl_.columns) {
      if (!knows(*impl_.code, members, column.name)) column.checked = false;
    }
  }

  // Moves findings on the object of names to the columns; a column that has failed gets no more.
  void take(const RowObject& names, std::vector<RawFinding>& found, bool plain) {
    std::vector<std::size_t> newly_failed;
    for (RawFinding& finding : found) {
      const auto column = names.column_at(finding.offset);
      if (column && failed_[*column]) continue;
      finding.pointer.clear();
      finding.field = column ? std::string() : finding.name;  // of a missing column
      finding.offset = task_.head.columns_offset;
      finding.length = 0;
      if (column) {
        move_to_column(finding, *column);
        if (plain) newly_failed.push_back(*column);
      }
      findings_.push_back(std::move(finding));
    }
    for (const std::size_t column : newly_failed) failed_[column] = true;
    found.clear();
  }

  void operation_check(const format::Check& check) {
    switch (check.kind) {
      case format::CheckKind::kColumns:
        if (!task_.options.earlier_columns) return;
        return check.columns == format::ColumnsRule::kEqual ? columns_equal(check)
                                                            : columns_kept(check);
      case format::CheckKind::kAlways:
        return told_once(check);
      default:
        return;
    }
  }

  void told_once(const format::Check& check) {
    if (RawFinding* const finding = add(failure_of(check))) finding->offset = 0;
  }

  // Told at the first column that differs; where columns are missing, at the header's beginning.
  void columns_equal(const format::Check& check) {
    const auto& earlier = *task_.options.earlier_columns;
    const auto& columns = task_.head.columns;
    std::size_t first = 0;
    while (first < columns.size() && first < earlier.size() &&
           columns[first].name == earlier[first]) {
      ++first;
    }
    if (first == columns.size() && first == earlier.size()) return;
    RawFinding* const finding = add(failure_of(check));
    if (finding == nullptr) return;
    finding->found = columns.size();
    finding->wanted = earlier.size();
    finding->name = first < earlier.size() ? earlier[first] : columns[first].name;
    if (first < columns.size()) move_to_column(*finding, first);
  }

  void columns_kept(const format::Check& check) {
    for (const std::string& name : *task_.options.earlier_columns) {
      const bool kept = std::any_of(impl_.columns.begin(), impl_.columns.end(),
                                    [&](const ColumnPlan& column) { return column.name == name; });
      if (kept) continue;
      if (RawFinding* const finding = add(failure_of(check))) {
        finding->name = name;
        finding->field = name;
      }
    }
  }

  const HeaderTask& task_;
  TableProgram::Impl& impl_;
  std::vector<RawFinding>& findings_;
  std::vector<bool> failed_;  // by column: a plain failure was told
};

}  // namespace

void check_header(const HeaderTask& task, TableProgram::Impl& impl,
                  std::vector<RawFinding>& findings) {
  HeaderChecks(task, impl, findings).run();
}

}  // namespace crosswalk::check
