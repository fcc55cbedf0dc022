// See reference_checker.h.
#include "pipeline/reference_checker.h"

#include <algorithm>
#include <array>
#include <utility>

#include "check/cell_form.h"
#include "json/tape.h"
#include "json/writer.h"
#include "layout/reporter.h"

namespace crosswalk::pipeline {
namespace {

struct WordsOfRule {
  std::string_view words;  // a part of what the engine says
  diagnostics::RuleId rule;
};

// The first entry that fits counts.
constexpr std::array<WordsOfRule, 21> kWordsOfRules = {{
    {"'pattern' constraint", diagnostics::kSchemaPattern},
    {"any enum values", diagnostics::kSchemaEnum},
    {"'const' constraint", diagnostics::kSchemaConst},
    {"'not' constraint", diagnostics::kSchemaNot},
    {"anyOf", diagnostics::kSchemaAnyOf},
    {"oneOf", diagnostics::kSchemaOneOf},
    {"exactly one child schema", diagnostics::kSchemaOneOf},
    {"if-then-else", diagnostics::kSchemaIf},
    {"'contains' constraint", diagnostics::kSchemaContains},
    {"String should be a valid", diagnostics::kSchemaFormat},
    {"Expected number", diagnostics::kSchemaRange},
    {"multiple of", diagnostics::kSchemaMultipleOf},
    {"characters in length", diagnostics::kSchemaMinLength},
    {"no more than", diagnostics::kSchemaMaxItems},
    {"no fewer than", diagnostics::kSchemaMinItems},
    {"uniqueness", diagnostics::kSchemaUniqueItems},
    {"required property", diagnostics::kSchemaRequired},
    {"'additionalProperties' constraints", diagnostics::kSchemaFalse},
    {"additional properties schema", diagnostics::kSchemaFalse},
    {"Missing dependency", diagnostics::kSchemaDependency},
    {"property name", diagnostics::kSchemaPropertyNames},
}};

/// The column that an RFC 6901 pointer leads into; `names.size()` if it leads to the row.
std::size_t column_of(std::string_view pointer, const std::vector<std::string>& names) {
  if (pointer.empty()) return names.size();
  const std::string_view segment = pointer.substr(1, pointer.find('/', 1) - 1);
  std::string name;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const bool is_escape = segment[i] == '~' && i + 1 < segment.size();
    name += !is_escape ? segment[i] : segment[++i] == '0' ? '~' : '/';
  }
  return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

}  // namespace

diagnostics::RuleId rule_of(const check::ReferenceFailure& failure) {
  for (const WordsOfRule& entry : kWordsOfRules) {
    if (failure.description.find(entry.words) != std::string::npos) return entry.rule;
  }
  return diagnostics::kSchemaType;
}

std::vector<check::ReferenceFailure> innermost(
    const std::vector<check::ReferenceFailure>& failures) {
  std::vector<check::ReferenceFailure> kept;
  for (const check::ReferenceFailure& failure : failures) {
    const bool is_told_inside = std::ranges::any_of(failures, [&](const auto& other) {
      return other.pointer.starts_with(failure.pointer + '/');
    });
    const bool is_told = std::ranges::any_of(
        kept, [&](const auto& other) { return other.pointer == failure.pointer; });
    if (!is_told_inside && !is_told) kept.push_back(failure);
  }
  return kept;
}

Result<std::unique_ptr<check::ReferenceEngine>> make_reference_engine(
    const format::Definition& definition, format::NodeId node) {
  const format::Schema& schema = definition.schema;
  return check::ReferenceEngine::compile(
      schema.bytes(schema.parts.front()),
      json::pointer_to(schema.text, schema.tape, schema.nodes[node].token));
}

Result<std::unique_ptr<RowChecker>> ReferenceChecker::make(
    const RunSetup& setup, std::shared_ptr<const check::TableProgram> program,
    std::vector<std::string> names) {
  auto engine = make_reference_engine(*setup.definition, setup.definition->record);
  if (!engine.ok()) return engine.error();
  return std::unique_ptr<RowChecker>(
      new ReferenceChecker(setup, std::move(program), std::move(names), std::move(engine).value()));
}

ReferenceChecker::ReferenceChecker(const RunSetup& setup,
                                   std::shared_ptr<const check::TableProgram> program,
                                   std::vector<std::string> names,
                                   std::unique_ptr<check::ReferenceEngine> engine)
    : setup_(setup),
      program_(std::move(program)),
      names_(std::move(names)),
      engine_(std::move(engine)) {
  empty_is_absent_ = std::ranges::find(setup.definition->missing, format::Missing::kEmpty) ==
                     setup.definition->missing.end();
}

void ReferenceChecker::check(const record::Batch& batch, check::CheckedBatch& out) {
  out.clear();
  out.findings = batch.findings;
  out.has_error.assign(batch.records.size(), 0);
  for (std::uint32_t record = 0; record < batch.records.size(); ++record) {
    if (batch.records[record].state == record::RecordState::kReadable)
      check_record(batch, record, out.findings);
  }
  for (const diagnostics::RawFinding& finding : out.findings) {
    if (finding.record != diagnostics::kNoRecord && finding.severity == Severity::kError)
      out.has_error[finding.record] = 1;
  }
  layout::Reporter(*setup_.layout, reader_options(setup_)).sort(out.findings);
}

void ReferenceChecker::check_record(const record::Batch& batch, std::uint32_t record,
                                    std::vector<diagnostics::RawFinding>& findings) {
  failures_.clear();
  const auto verdict = engine_->check(object_of(batch, batch.records[record]), failures_);
  if (verdict != check::ReferenceVerdict::kInvalid) return;
  const layout::Reporter reporter(*setup_.layout, reader_options(setup_));
  for (const check::ReferenceFailure& failure : innermost(failures_))
    reporter.report(finding_of(failure, batch, record), findings);
}

std::string ReferenceChecker::object_of(const record::Batch& batch, const record::Record& record) {
  std::string object = "{";
  std::string value;
  for (std::size_t column = 0; column < names_.size(); ++column) {
    const record::Cell& cell = batch.cells[record.first_cell + column];
    if (!read_value(batch, cell, column, value)) continue;
    if (object.size() > 1) object += ',';
    json::append_string(object, names_[column]);
    object += ':' + value;
  }
  return object + "}";
}

// The JSON of a cell; false if it is absent.
bool ReferenceChecker::read_value(const record::Batch& batch, const record::Cell& cell,
                                  std::size_t column, std::string& value) {
  value.clear();
  if (cell.kind != record::CellKind::kText) {
    value.assign(batch.bytes, cell.begin, cell.end - cell.begin);
    return true;
  }
  const check::CellValue typed =
      check::cell_value(program_->column_form(column), program_->column_as(column),
                        record::cell_text(batch.bytes, cell, scratch_), form_scratch_);
  if (typed.text.empty() && empty_is_absent_) return false;
  if (typed.kind == json::Kind::kString) {
    json::append_string(value, typed.text);
  } else {
    value = typed.text;
  }
  return true;
}

diagnostics::RawFinding ReferenceChecker::finding_of(const check::ReferenceFailure& failure,
                                                     const record::Batch& batch,
                                                     std::uint32_t record) const {
  const record::Record& row = batch.records[record];
  const std::size_t column = column_of(failure.pointer, names_);
  diagnostics::RawFinding finding = layout::finding_at(rule_of(failure), row.begin);
  finding.record = record;
  if (column == names_.size()) return finding;
  const record::Cell& cell = batch.cells[row.first_cell + column];
  finding.offset = cell.begin;
  finding.length = cell.end - cell.begin;
  finding.column = static_cast<std::int32_t>(column);
  return finding;
}

}  // namespace crosswalk::pipeline
