// See nested_checker.h.
#include "pipeline/nested_checker.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <utility>

#include "check/ascii.h"
#include "check/down.h"
#include "check/text_rules.h"
#include "format/pointer.h"
#include "pipeline/nested_row_writer.h"

namespace crosswalk::pipeline {
namespace {

using diagnostics::RawFinding;

const record::Cell& cell_of(const record::Batch& batch, std::uint32_t record,
                            std::uint32_t column) {
  return batch.cells[batch.records[record].first_cell + column];
}

/// False if the cell surely holds no formula, told from its first byte as it stands.
bool may_be_formula(const record::Batch& batch, const record::Cell& cell) {
  if ((cell.flags & record::Cell::kFaulty) != 0 || cell.begin == cell.end) return false;
  const char first = batch.bytes[cell.begin];
  return !check::is_letter(first) && !check::is_digit(first);
}

/// The 1-based number of the element that a pointer into a list ends in; 0 if it is none.
std::uint32_t part_of(const std::string& pointer) {
  const std::size_t slash = pointer.rfind('/');
  std::uint32_t index = 0;
  const char* const begin = pointer.data() + slash + 1;
  const char* const end = pointer.data() + pointer.size();
  const auto [behind, error] = std::from_chars(begin, end, index);
  return error == std::errc() && behind == end ? index + 1 : 0;
}

}  // namespace

Result<std::unique_ptr<RowChecker>> NestedChecker::make(const RunSetup& setup, NestedTask task) {
  auto judge = RecordJudge::make(setup, task.nodes);
  if (!judge.ok()) return judge.error();
  return std::unique_ptr<RowChecker>(
      new NestedChecker(setup, std::move(task), std::move(judge).value()));
}

NestedChecker::NestedChecker(const RunSetup& setup, NestedTask task,
                             std::unique_ptr<RecordJudge> judge)
    : setup_(setup),
      task_(std::move(task)),
      judge_(std::move(judge)),
      row_(task_.columns),
      test_(lay_out_test()),
      is_told_(task_.columns->columns().size()) {}

// What every member is asked for (check/down.h), the test knows nothing of.
std::optional<check::RowTest> NestedChecker::lay_out_test() const {
  const check::Program::Code& code = setup_.program->code();
  const bool asks_members = std::ranges::any_of(task_.nodes, [&](format::NodeId node) {
    return !check::forbidden_by(code, node, *setup_.rules).empty();
  });
  if (asks_members || setup_.options->engine == Engine::kReference) return std::nullopt;
  return check::RowTest::lay_out(code, task_.columns, task_.nodes, setup_.definition->record,
                                 {setup_.policy, setup_.now_unix, setup_.options->nfc},
                                 formula_severity() != Severity::kOff);
}

Severity NestedChecker::formula_severity() const {
  const Severity declared =
      task_.writes_csv ? Severity::kWarning : setup_.rules->rule(diagnostics::kCsvFormula).severity;
  return setup_.policy->apply(diagnostics::kCsvFormula, declared);
}

void NestedChecker::check(const record::Batch& batch, check::CheckedBatch& out) {
  if (test_) test_->begin_batch(batch);
  judge_records(batch, out, [&](std::uint32_t index) { check_record(batch, index, out); });
  judge_->reporter().sort(out.findings);
}

void NestedChecker::check_record(const record::Batch& batch, std::uint32_t index,
                                 check::CheckedBatch& out) {
  if (sink_ != nullptr) {
    if (row_.has_known_kinds(batch, index)) return;
    row_.read(batch, index);
    const conversion::RecordView record{row_.text(), &row_.tape()};
    const bool is_wanted = sink_->wants(record);
    if (sink_->knows_kinds_of(record)) row_.know_kinds(batch, index);
    if (!is_wanted) return;
  }
  if (test_ && test_->is_clean(index)) {
    test_->add_keys(index, out.keys);
  } else {
    if (sink_ == nullptr) row_.read(batch, index);
    judge_row(batch, index, out);
  }
  if (sink_ != nullptr && out.has_error[index] == 0) give_to_sink(batch, index, out);
}

// Judges the row that was read last.
void NestedChecker::judge_row(const record::Batch& batch, std::uint32_t index,
                              check::CheckedBatch& out) {
  judge_->clear();
  judge_->judge(row_.text(), row_.tape());
  std::ranges::fill(is_told_, 0);
  for (RawFinding& finding : judge_->findings())
    move_to_cell(batch, index, std::move(finding), out);
  tell_formulas(batch, index, out);
  add_keys(batch, index, out);
}

// Gives the row that was read last to the sink.
void NestedChecker::give_to_sink(const record::Batch& batch, std::uint32_t index,
                                 check::CheckedBatch& out) {
  refusals_.clear();
  const std::size_t keys_before = out.made_keys.size();
  sink_->take(index, {row_.text(), &row_.tape()}, refusals_, out.made_keys);
  for (RawFinding& refusal : refusals_) {
    pipeline::move_to_cell(row_, batch, index, refusal);
    if (refusal.severity == Severity::kError) out.has_error[index] = 1;
    out.findings.push_back(std::move(refusal));
  }
  for (check::RecordKey& key : std::span(out.made_keys).subspan(keys_before))
    pipeline::move_to_cell(row_, batch, index, key);
}

void NestedChecker::move_to_cell(const record::Batch& batch, std::uint32_t index,
                                 RawFinding finding, check::CheckedBatch& out) {
  const auto place = row_.place_at(finding.offset);
  const bool is_of_header = (place && place->is_name) || task_.missing.contains(finding.pointer);
  if (is_of_header) return;
  const auto column = place ? std::optional(place->column) : column_of(finding);
  const record::Cell& cell = cell_of(batch, index, column.value_or(0));
  if (column && (cell.flags & record::Cell::kFaulty) != 0) return;
  if (place && row_.columns().columns()[place->column].typing.is_list && finding.part == 0)
    finding.part = part_of(finding.pointer);
  if (column) {
    is_told_[*column] = 1;
    finding.column = static_cast<std::int32_t>(*column);
    finding.field.clear();
  }
  finding.offset = cell.begin;
  finding.length = cell.end - cell.begin;
  finding.record = index;
  finding.pointer.clear();
  finding.related_line = 0;
  if (finding.severity == Severity::kError) out.has_error[index] = 1;
  out.findings.push_back(std::move(finding));
}

// The column of what stands in no cell: of a missing member its own, else the first one of the
// object. What concerns the whole record has none.
std::optional<std::uint32_t> NestedChecker::column_of(RawFinding& finding) const {
  std::vector<std::string> path =
      format::pointer_steps(finding.pointer).value_or(std::vector<std::string>());
  if (!finding.name.empty()) {
    const auto own = task_.columns->column_at(path);
    if (own) finding.name = task_.columns->columns()[*own].name;
    finding.field = finding.name;
    finding.expected = finding.name;
    if (own) return own;
    if (!path.empty()) path.pop_back();
  }
  return path.empty() ? std::nullopt : task_.columns->first_column_in(path);
}

void NestedChecker::tell_formulas(const record::Batch& batch, std::uint32_t index,
                                  check::CheckedBatch& out) {
  const Severity severity = formula_severity();
  if (severity == Severity::kOff) return;
  const auto& columns = task_.columns->columns();
  for (std::uint32_t i = 0; i < columns.size(); ++i) {
    if (columns[i].state != check::ColumnState::kBound || is_told_[i] != 0) continue;
    const record::Cell& cell = cell_of(batch, index, i);
    if (!may_be_formula(batch, cell)) continue;
    const std::string_view text = record::cell_text(batch.bytes, cell, scratch_);
    if (!check::is_formula(text)) continue;
    RawFinding finding = layout::finding_at(diagnostics::kCsvFormula, cell.begin);
    finding.length = cell.end - cell.begin;
    finding.record = index;
    finding.column = static_cast<std::int32_t>(i);
    finding.severity = severity;
    finding.shape = check::shape_of(check::scalar(json::Kind::kString, text), nullptr);
    if (severity == Severity::kError) out.has_error[index] = 1;
    out.findings.push_back(std::move(finding));
  }
}

void NestedChecker::add_keys(const record::Batch& batch, std::uint32_t index,
                             check::CheckedBatch& out) {
  for (const check::TakenKey& taken : judge_->keys()) {
    const auto place = row_.place_at(row_.tape().tokens[taken.token].begin);
    if (!place) continue;
    const record::Cell& cell = cell_of(batch, index, place->column);
    out.keys.push_back(
        {taken.key, index, cell.begin, cell.end - cell.begin, place->column, taken.unique});
  }
}

}  // namespace crosswalk::pipeline
