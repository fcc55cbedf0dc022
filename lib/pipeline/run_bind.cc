// Binding a run to an input that was opened: who judges its records, and by which nodes.
//
// Rows are bound to their header, rows of nested records to the objects that they mean, JSON values
// to the nodes that the envelope around them chooses. Where a request is written, that is the
// envelope: it may hold more than the input does.
//   ndjson to a document with mode=Add   ->   records are judged as those of an Add
// Test: tests/pipeline/run_test.cc, tests/pipeline/record_checker_test.cc.
#include <algorithm>
#include <utility>

#include "check/envelope.h"
#include "check/nested_header.h"
#include "format/fields.h"
#include "json/parser.h"
#include "pipeline/envelope_mender.h"
#include "pipeline/parameters.h"
#include "pipeline/run_input.h"

namespace crosswalk::pipeline {

using format::LayoutKind;

Status Run::bind(Input& input) {
  const bool is_first = !columns_;
  for (const record::Column& column : input.head.columns) input.names.push_back(column.name);
  const bool is_nested = format::FieldTable(format::fields_of(*setup_.definition)).is_nested();
  if (has_rows(setup_.layout->kind) && is_nested) {
    bind_nested(input);
  } else if (has_rows(setup_.layout->kind)) {
    if (Status status = bind_table(input); !status.ok()) return status;
  } else {
    bind_records(input);
  }
  if (conversion_) allow_hashed_columns(input);
  if (!is_first) {
    report_other_columns(input, input.findings);
    return {};
  }
  columns_ = input.names;
  report_missing_settings(input.findings);
  report_exposed_secrets(input.findings);
  return conversion_ ? start_conversion(input) : Status();
}

Status Run::bind_table(Input& input) {
  check::BindOptions options;
  options.policy = setup_.policy;
  options.now_unix = setup_.now_unix;
  options.nfc = setup_.options->nfc;
  options.operation = setup_.operation;
  options.earlier_columns = setup_.options->earlier_columns;
  options.writes_csv = conversion_ && conversion_->target->kind == LayoutKind::kCsv;
  options.record_nodes = std::move(input.record_nodes);
  const bool is_form = input.reader->transcript() != nullptr;
  if (setup_.definition->records && (input.request || !is_form))
    options.record_nodes = nodes_by(input, input.findings);
  auto program = check::TableProgram::bind(*setup_.program, *setup_.definition, *setup_.rules,
                                           *setup_.layout, input.head, options, input.findings);
  if (!program.ok()) return program.error();
  input.table = std::move(program).value();
  if (options.writes_csv) report_nul_names(input.head, input.findings);
  return {};
}

void Run::bind_nested(Input& input) {
  NestedTask task;
  task.nodes = std::move(input.record_nodes);
  const bool is_form = input.reader->transcript() != nullptr;
  if (setup_.definition->records && (input.request || !is_form))
    task.nodes = nodes_by(input, input.findings);
  if (task.nodes.empty()) task.nodes = {setup_.definition->record};
  auto columns = check::NestedColumns::bind(*setup_.program, *setup_.definition, *setup_.layout,
                                            input.names, task.nodes);
  const bool wants_null = conversion_ && conversion_->missing == format::Missing::kNull;
  const std::vector<format::Missing>& known = setup_.definition->missing;
  if (wants_null && std::ranges::find(known, format::Missing::kNull) != known.end())
    columns->take_empty_for_null();
  task.columns = std::move(columns);
  task.missing = check::check_nested_header({*setup_.program,
                                             *setup_.definition,
                                             *setup_.rules,
                                             *setup_.layout,
                                             input.head,
                                             task.nodes,
                                             {setup_.policy, setup_.now_unix, setup_.options->nfc}},
                                            task.columns, input.findings);
  task.writes_csv = conversion_ && conversion_->target->kind == LayoutKind::kCsv;
  input.nested = std::move(task);
}

// Plain addresses that the format takes as hashes only are no fault of an input that is converted:
// they leave as hashes, or for a format that takes them.
void Run::allow_hashed_columns(Input& input) const {
  const auto hashed = conversion::hashed_columns(*setup_.definition);
  for (diagnostics::RawFinding& finding : input.findings) {
    const bool is_of_column =
        finding.column != diagnostics::kNoColumn && finding.severity == Severity::kError;
    if (!is_of_column) continue;
    const auto column = hashed.find(input.names[static_cast<std::size_t>(finding.column)]);
    if (column == hashed.end()) continue;
    finding.severity = setup_.policy->apply(finding.rule, Severity::kInfo);
    finding.hint = !conversion_->mapping
                       ? "its addresses are written as hashes, in " + column->second
                       : "the loss report says what becomes of it";
  }
}

void Run::judge_parameters(Input& input) const {
  const auto envelope = input.reader->envelope();
  const auto& place = setup_.definition->records;
  if (!envelope || !place) return;
  const check::RunOptions options{setup_.policy, setup_.now_unix};
  if (!input.request)
    input.record_nodes = check::record_nodes(*setup_.program, *place, *envelope, options);
  input.is_envelope_good =
      check_parameters(setup_, *envelope, *input.reader->transcript(), input.findings);
  if (conversion_) forgive_secrets(*setup_.definition, input.findings);
}

// Without a place for records the document is the record. A line has no envelope: it is made of
// settings; a document without one is broken, and its record is not judged.
void Run::bind_records(Input& input) {
  const auto& place = setup_.definition->records;
  const auto envelope = input.reader->envelope();
  const bool are_lines = setup_.layout->kind == LayoutKind::kNdjson;
  input.records_task.pointers = input.reader->pointers();
  input.records_task.transcript = input.reader->transcript();
  input.records_task.tells_faults = !input.reader->tells_faults();
  input.records_task.closers_around = input.reader->closers_around();
  if (!place) {
    input.records_task.nodes = {are_lines ? setup_.definition->record : 0};
  } else if (are_lines) {
    input.records_task.nodes = nodes_by(input, input.findings);
  } else if (envelope) {
    bind_items(input, *envelope);
  }
}

// A repair that chooses the judges of the records must be known before the first of them.
void Run::bind_items(Input& input, const check::Envelope& envelope) const {
  const check::RunOptions options{setup_.policy, setup_.now_unix};
  const format::RecordPlace& place = *setup_.definition->records;
  const auto nodes_of = [&](const check::Envelope& meant) {
    return check::record_nodes(*setup_.program, place, meant, options);
  };
  const bool is_judged = !place.steps.empty();
  Findings findings;
  if (repair_ && is_judged) {
    EnvelopeMender mender(setup_, wishes_);
    input.records_task.nodes = nodes_of(mender.mend(envelope));
    input.is_envelope_good = mender.is_good();
    findings = mender.take_findings();
  } else {
    input.records_task.nodes = nodes_of(input.request ? input.request->envelope() : envelope);
    if (is_judged)
      input.is_envelope_good =
          check::check_envelope(*setup_.program, place, envelope, options, findings);
  }
  if (conversion_) forgive_secrets(*setup_.definition, findings);
  input.reader->tell_of_envelope(std::move(findings));
}

// The first input says what the request is; where that is new, it is judged with it.
void Run::make_request(Input& input) {
  if (!conversion_ || !has_request(setup_, *conversion_)) return;
  auto request = std::make_shared<const Request>(setup_, *conversion_, input.reader->envelope());
  if (!columns_ && request->is_new()) request->judge(input.findings);
  if (conversion_->mapping) return;
  input.request = std::move(request);
  if (!input.reader->envelope()) return;
  if (request_) report_other_request(*input.request, input.findings);
  if (!request_) request_ = input.request;
}

// One request is written, so its members cannot be those of two. An answer is not sent: it has the
// first one's.
void Run::report_other_request(const Request& request, Findings& into) const {
  const bool is_sent = std::ranges::any_of(
      setup_.definition->operations, [](const auto& operation) { return !operation.body.empty(); });
  for (std::string& member : request.members_other_than(*request_)) {
    diagnostics::RawFinding finding = layout::finding_at(diagnostics::kInputEnvelopesDiffer, 0);
    finding.field = member;
    finding.name = std::move(member);
    report(std::move(finding), is_sent ? Severity::kError : Severity::kWarning, into);
  }
}

std::vector<format::NodeId> Run::nodes_by(const Input& input, Findings& findings) const {
  if (!input.request) return nodes_by_settings(findings);
  return check::record_nodes(*setup_.program, *setup_.definition->records,
                             input.request->envelope(), {setup_.policy, setup_.now_unix});
}

std::vector<format::NodeId> Run::nodes_by_settings(Findings& findings) const {
  const format::RecordPlace& place = *setup_.definition->records;
  const check::RunOptions options{setup_.policy, setup_.now_unix};
  const std::string text = check::envelope_of_settings(*setup_.program, setup_.options->settings);
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(text, {}, tape, faults);
  const check::Envelope envelope{text, &tape, false};
  Findings of_settings;
  if (!place.steps.empty())
    check::check_envelope(*setup_.program, place, envelope, options, of_settings);
  for (diagnostics::RawFinding& finding : of_settings) {
    finding.offset = 0;
    finding.length = 0;
    finding.pointer.clear();
    findings.push_back(std::move(finding));
  }
  return check::record_nodes(*setup_.program, place, envelope, options);
}

}  // namespace crosswalk::pipeline
