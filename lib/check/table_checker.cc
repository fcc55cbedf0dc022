// The loop over cells: sweep the columns, then judge what is left: type the text by its column, run
// its keywords, look for damaged text, note facts.
//
// A cell that failed a plain keyword is not asked whether its text is damaged: its cause has been
// told. Cells that the sweep (check/sweep.h) found clean are not judged. Whole rows are put
// together as objects only if some keyword needs them.
//   customuid 4.86E+10   passes as text, then text.spreadsheet-number
//   num_a 4.86E+10       a number: nothing to tell
// Test: tests/check/table_test.cc; twin: tests/check/twin_test.cc.
#include <algorithm>
#include <limits>
#include <span>

#include "check/cell_form.h"
#include "check/key_set.h"
#include "check/row_object.h"
#include "check/run.h"
#include "check/sweep.h"
#include "check/table_plan.h"
#include "check/text_rules.h"
#include "check/width_hint.h"
#include "json/parser.h"
#include "text/nfc.h"

namespace crosswalk::check {
namespace {

using diagnostics::RawFinding;
using json::Kind;
using record::Cell;
using record::CellKind;

// The decoded text of a cell longer than this is not kept for the next batch.
constexpr std::size_t kKeptText = std::size_t{1} << 20U;

Kind json_kind(CellKind kind) {
  switch (kind) {
    case CellKind::kNumber:
      return Kind::kNumber;
    case CellKind::kTrue:
      return Kind::kTrue;
    case CellKind::kFalse:
      return Kind::kFalse;
    case CellKind::kNull:
      return Kind::kNull;
    default:
      return Kind::kString;
  }
}

}  // namespace

struct TableChecker::Scratch {
  explicit Scratch(const TableProgram::Impl& bound)
      : impl(bound),
        run(*bound.code, bound.run, found),
        sweep(bound),
        doubtful(bound.columns.size()) {}

  void check_records(const record::Batch& batch, CheckedBatch& out);

  const TableProgram::Impl& impl;

 private:
  void add_width_hints(const record::Batch& batch, CheckedBatch& out) const;
  void check_group(const record::Batch& batch, std::uint32_t first, CheckedBatch& out);
  void check_record(const record::Batch& batch, std::uint32_t index, std::uint32_t bit,
                    CheckedBatch& out);
  // Most cells are their own text, and the call is saved.
  std::string_view text_of(const record::Batch& batch, const Cell& cell) {
    if (cell.flags != 0) return record::cell_text(batch.bytes, cell, text);
    return {batch.bytes.data() + cell.begin, cell.end - cell.begin};
  }
  Value value_of(const record::Batch& batch, const Cell& cell, const ColumnPlan& column);
  bool judge_cell(const record::Batch& batch, std::uint32_t index, const Cell& cell,
                  ColumnFacts& facts);
  bool judge_value(const Cell& cell, const ColumnPlan& column, const Value& value);
  bool is_absent(const Cell& cell, std::string_view characters) const;
  void check_text(const Cell& cell, const ColumnPlan& column, const Value& value);
  void add_core_finding(diagnostics::CoreRule rule, const Value& value);
  void add_finding(const Failure& failure, const Value& value);
  void note_facts(const ColumnPlan& column, const Value& value, ColumnFacts& facts);
  void check_row(const record::Batch& batch, const record::Record& record, bool good);
  void move_to_cells(const record::Batch& batch, const record::Record& record, std::size_t first);
  void add_keys(const record::Batch& batch, std::uint32_t index, CheckedBatch& out);
  bool append_key_text(const record::Batch& batch, const Cell& cell, bool only_one);

  bool may_lose_characters = false;  // in this batch
  Run run;
  Sweep sweep;
  std::vector<Sweep::Mask> doubtful;  // by column: records of the group at hand
  std::vector<RawFinding> found;      // of the record at hand
  Place place;
  std::uint64_t record_number = 0;  // in the input
  RowObject row;
  std::string text;
  std::string form_text;
  std::string key_text;
  std::string_view key_view;
  json::Tape tape;
  std::vector<json::Fault> faults;
};

Value TableChecker::Scratch::value_of(const record::Batch& batch, const Cell& cell,
                                      const ColumnPlan& column) {
  if (cell.kind == CellKind::kContainer) {
    const std::string_view raw =
        std::string_view(batch.bytes).substr(cell.begin, cell.end - cell.begin);
    tape.clear();
    faults.clear();
    json::ParseOptions options;
    options.max_depth = std::numeric_limits<std::uint32_t>::max();  // the reader has seen to depth
    json::parse(raw, options, tape, faults);
    run.read_from(raw, tape);
    return value_at(raw, tape, 0, text);
  }
  const std::string_view characters = text_of(batch, cell);
  if (cell.kind != CellKind::kText) return scalar(json_kind(cell.kind), characters);
  const CellValue value = cell_value(column.form, column.as, characters, form_text);
  return scalar(value.kind, value.text);
}

bool TableChecker::Scratch::is_absent(const Cell& cell, std::string_view characters) const {
  return !impl.empty_is_value && cell.kind == CellKind::kText && characters.empty();
}

// Returns true if no plain keyword failed.
bool TableChecker::Scratch::judge_cell(const record::Batch& batch, std::uint32_t index,
                                       const Cell& cell, ColumnFacts& facts) {
  const ColumnPlan& column = impl.columns[index];
  place.offset = cell.begin;
  place.length = cell.end - cell.begin;
  place.column = static_cast<std::int32_t>(index);
  const Value value = value_of(batch, cell, column);
  if (is_absent(cell, value.text)) {
    if (column.required) add_finding(*column.required, value);
    return !column.required;
  }
  const bool good = judge_value(cell, column, value);
  note_facts(column, value, facts);
  return good;
}

bool TableChecker::Scratch::judge_value(const Cell& cell, const ColumnPlan& column,
                                        const Value& value) {
  for (const format::NodeId node : column.nodes) {
    if (!run.judge(value, node)) return false;
  }
  if (!value.is_container()) check_text(cell, column, value);
  return true;
}

void TableChecker::Scratch::check_text(const Cell& cell, const ColumnPlan& column,
                                       const Value& value) {
  using format::Pii;
  if ((column.pii == Pii::kId || column.pii == Pii::kPhone) && is_spreadsheet_number(value.text)) {
    add_core_finding(diagnostics::kTextSpreadsheetNumber, value);
  }
  if (value.kind != Kind::kString) return;
  if ((column.pii == Pii::kId || column.pii == Pii::kEmail) && !column.has_parts &&
      has_blank_end(value.text)) {
    add_core_finding(diagnostics::kTextKeyBlank, value);
  }
  if (asks_nfc(column) && !impl.run.nfc && !text::is_nfc(value.text)) {
    add_core_finding(diagnostics::kTextNotNfc, value);
  }
  if (may_lose_characters && has_lost_character(value.text)) {
    add_core_finding(diagnostics::kTextLostCharacter, value);
  }
  if (!impl.writes_csv && cell.kind == CellKind::kText && is_formula(value.text)) {
    add_core_finding(diagnostics::kCsvFormula, value);
  }
  if (impl.writes_csv && is_formula(value.text)) {
    add_finding({diagnostics::kCsvFormula, Severity::kWarning}, value);
  }
}

void TableChecker::Scratch::add_core_finding(diagnostics::CoreRule rule, const Value& value) {
  add_finding({rule, impl.rules->rule(rule).severity}, value);
}

void TableChecker::Scratch::add_finding(const Failure& failure, const Value& value) {
  const Severity severity = impl.run.policy->apply(failure.rule, failure.severity);
  if (severity == Severity::kOff) return;
  RawFinding& finding = found.emplace_back();
  finding.rule = failure.rule;
  finding.severity = severity;
  finding.offset = place.offset;
  finding.length = place.length;
  finding.record = place.record;
  finding.column = place.column;
  finding.shape = shape_of(value, &tape);
}

void TableChecker::Scratch::note_facts(const ColumnPlan& column, const Value& value,
                                       ColumnFacts& facts) {
  for (const Leaf& leaf : column.leaves) {
    if (run.accepts(value, leaf.node)) facts.note(leaf.number, 1, record_number);
  }
}

void TableChecker::Scratch::check_row(const record::Batch& batch, const record::Record& record,
                                      bool good) {
  row.clear();
  for (std::uint32_t i = 0; i < record.cell_count; ++i) {
    const Cell& cell = batch.cells[record.first_cell + i];
    const ColumnPlan& column = impl.columns[i];
    if (!column.checked || (cell.flags & Cell::kFaulty) != 0) continue;
    const Value value = value_of(batch, cell, column);
    if (is_absent(cell, value.text)) continue;
    const std::string_view raw =
        std::string_view(batch.bytes).substr(cell.begin, cell.end - cell.begin);
    row.add(column.name, value.kind, value.is_container() ? raw : value.text, i);
  }
  row.finish();
  run.read_from(row.text(), row.tape());
  run.stand_at(nullptr);
  const std::size_t first = found.size();
  const Value object{Kind::kObject, {}, 0};
  for (const Instruction& keyword : impl.row_keywords) good &= run.execute(keyword, object);
  if (good) {
    for (const Instruction& check : impl.row_checks) run.execute_extra(check, object);
  }
  move_to_cells(batch, record, first);
}

// A member that an empty cell leaves out is told at that cell; what belongs to no column, at the
// record's first cell.
void TableChecker::Scratch::move_to_cells(const record::Batch& batch, const record::Record& record,
                                          std::size_t first) {
  for (RawFinding& finding : std::span(found).subspan(first)) {
    auto column = row.column_at(finding.offset);
    for (std::uint32_t i = 0; !column && i < record.cell_count; ++i) {
      if (!finding.name.empty() && impl.columns[i].name == finding.name) column = i;
    }
    const Cell& cell = batch.cells[record.first_cell + column.value_or(0)];
    finding.offset = cell.begin;
    finding.length = cell.end - cell.begin;
    finding.record = place.record;
    if (column) finding.column = static_cast<std::int32_t>(*column);
    finding.pointer.clear();
    finding.field.clear();
  }
}

// Appends a cell's characters to the key; false if the cell has no key. A key of one cell is a
// view.
bool TableChecker::Scratch::append_key_text(const record::Batch& batch, const Cell& cell,
                                            bool only_one) {
  const bool has_text = cell.kind == CellKind::kText || cell.kind == CellKind::kString ||
                        cell.kind == CellKind::kNumber;
  if (!has_text || (cell.flags & Cell::kFaulty) != 0) return false;
  key_view = text_of(batch, cell);
  if (key_view.empty()) return false;
  if (only_one) return true;
  key_text += std::to_string(key_view.size()) + ':';
  key_text += key_view;
  key_view = key_text;
  return true;
}

void TableChecker::Scratch::add_keys(const record::Batch& batch, std::uint32_t index,
                                     CheckedBatch& out) {
  const record::Record& record = batch.records[index];
  for (std::uint32_t number = 0; number < impl.uniques.size(); ++number) {
    const UniqueCheck& unique = impl.uniques[number];
    if (impl.run.policy->apply(unique.failure.rule, unique.failure.severity) == Severity::kOff) {
      continue;
    }
    key_text.clear();
    const bool complete =
        std::all_of(unique.columns.begin(), unique.columns.end(), [&](std::uint32_t column) {
          return append_key_text(batch, batch.cells[record.first_cell + column],
                                 unique.columns.size() == 1);
        });
    if (!complete) continue;
    const std::uint32_t column = unique.columns.front();
    const Cell& cell = batch.cells[record.first_cell + column];
    out.keys.push_back({impl.run.nfc ? make_key(text::nfc(key_view)) : make_key(key_view), index,
                        cell.begin, cell.end - cell.begin, column, number});
  }
}

void TableChecker::Scratch::check_records(const record::Batch& batch, CheckedBatch& out) {
  may_lose_characters = batch.is_encoded || may_have_lost_characters(batch.bytes);
  sweep.begin_batch(batch, may_lose_characters);
  add_width_hints(batch, out);
  for (std::uint32_t first = 0; first < batch.records.size(); first += Sweep::kGroup) {
    check_group(batch, first, out);
  }
  sweep.finish_batch(out.facts);
  if (text.capacity() > kKeptText) std::string().swap(text);
}

void TableChecker::Scratch::add_width_hints(const record::Batch& batch, CheckedBatch& out) const {
  for (RawFinding& finding : out.findings) {
    if (finding.record >= batch.records.size()) continue;
    const record::Record& record = batch.records[finding.record];
    const bool is_width = record.state == record::RecordState::kWrongWidth;
    if (is_width && finding.hint.empty()) finding.hint = width_hint(batch, record, impl, sweep);
  }
}

// Sweeps the columns of a group of records, and judges the cells that are left.
void TableChecker::Scratch::check_group(const record::Batch& batch, std::uint32_t first,
                                        CheckedBatch& out) {
  const std::size_t left = batch.records.size() - first;
  const auto count = static_cast<std::uint32_t>(std::min<std::size_t>(left, Sweep::kGroup));
  Sweep::Mask readable = 0;
  for (std::uint32_t bit = 0; bit < count; ++bit) {
    const bool can_check = batch.records[first + bit].state == record::RecordState::kReadable;
    readable |= Sweep::Mask{can_check} << bit;
    if (!can_check) out.has_error[first + bit] = 1;
  }
  const bool needs_rows = !impl.row_keywords.empty() || !impl.row_checks.empty();
  Sweep::Mask to_judge = needs_rows ? readable : 0;
  for (std::uint32_t column = 0; column < doubtful.size(); ++column) {
    if (!impl.columns[column].checked) continue;
    doubtful[column] = sweep.doubtful(column, first, readable, out.facts);
    to_judge |= doubtful[column];
  }
  for (std::uint32_t bit = 0; bit < count; ++bit) {
    if ((to_judge >> bit & 1U) != 0) check_record(batch, first + bit, bit, out);
    if ((readable >> bit & 1U) != 0) add_keys(batch, first + bit, out);
  }
}

// Judges the doubtful cells of a record, which is number `bit` of its group.
void TableChecker::Scratch::check_record(const record::Batch& batch, std::uint32_t index,
                                         std::uint32_t bit, CheckedBatch& out) {
  const record::Record& record = batch.records[index];
  found.clear();
  place.record = index;
  record_number = batch.first_record + index;
  run.stand_at(&place);
  bool good = true;
  for (std::uint32_t i = 0; i < record.cell_count; ++i) {
    if ((doubtful[i] >> bit & 1U) == 0) continue;
    const Cell& cell = batch.cells[record.first_cell + i];
    if ((cell.flags & Cell::kFaulty) == 0) good &= judge_cell(batch, i, cell, out.facts);
  }
  if (!impl.row_keywords.empty() || !impl.row_checks.empty()) check_row(batch, record, good);
  for (RawFinding& finding : found) {
    if (finding.severity == Severity::kError) out.has_error[index] = 1;
    out.findings.push_back(std::move(finding));
  }
}

TableChecker::TableChecker(std::shared_ptr<const TableProgram> program)
    : program_(std::move(program)), scratch_(std::make_unique<Scratch>(program_->impl())) {}
TableChecker::~TableChecker() = default;

void TableChecker::check(const record::Batch& batch, CheckedBatch& out) {
  out.clear();
  out.has_error.resize(batch.records.size());
  out.facts.seen.resize(scratch_->impl.leaf_count);
  out.findings.insert(out.findings.end(), batch.findings.begin(), batch.findings.end());
  for (const RawFinding& finding : batch.findings) {
    if (finding.severity == Severity::kError && finding.record < out.has_error.size()) {
      out.has_error[finding.record] = 1;
    }
  }
  scratch_->check_records(batch, out);
  const auto& rules = *scratch_->impl.rules;
  std::stable_sort(out.findings.begin(), out.findings.end(),
                   [&rules](const RawFinding& a, const RawFinding& b) {
                     return diagnostics::comes_before(a, b, rules);
                   });
}

}  // namespace crosswalk::check
