// See run.h. Header findings come before the first batch, findings of file-level rules after the
// last; what lies between is the loop in read_batches().
//
// The format is bound to each input's own header, so every input is judged in full even where its
// columns differ from the first one's; only the output is lost then. Test:
// tests/pipeline/run_test.cc.
#include "pipeline/run.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "check/envelope.h"
#include "check/nested_header.h"
#include "format/fields.h"
#include "json/parser.h"
#include "layout/reporter.h"
#include "pipeline/input_text.h"
#include "pipeline/nested_checker.h"
#include "pipeline/parameters.h"
#include "pipeline/record_checker.h"
#include "pipeline/reference_checker.h"
#include "pipeline/request.h"
#include "text/nfc.h"

namespace crosswalk::pipeline {

using format::LayoutKind;

struct Run::Input {
  std::unique_ptr<layout::RecordReader> reader;
  record::Head head;
  Findings findings;                                 // of the head
  std::shared_ptr<const check::TableProgram> table;  // null: records are JSON values
  RecordTask records_task;
  std::optional<NestedTask> nested;
  std::unique_ptr<const Request> request;    // null: none is written
  std::vector<format::NodeId> record_nodes;  // of a form's rows
  bool is_envelope_good = true;
  std::vector<std::string> names;
  std::string encoding;  // that it was decoded from; empty for UTF-8
  std::uint64_t records = 0;
};

Run::Run(const RunSetup& setup, FindingSink sink)
    : setup_(setup), state_(std::move(sink)), selection_(setup.options->skip, setup.options->take) {
  state_.stop_after = setup.options->stop_after;
}

Status Run::read(Source& source) {
  ++state_.summary.files;
  CountedSource counted(source, setup_.options->on_progress, state_.summary.bytes);
  Status status = read_input(counted);
  state_.summary.bytes += counted.bytes();
  return status;
}

Status Run::read_rest(Source& source) const {
  std::vector<char> unused(setup_.options->block_bytes);
  while (!is_cancelled()) {
    const Result<std::size_t> count = source.read(unused);
    if (!count.ok()) return count.error();
    if (count.value() == 0) return {};
  }
  return Error{ErrorKind::kIo, "cancelled"};
}

bool Run::is_cancelled() const {
  const std::atomic<bool>* cancel = setup_.options->cancel;
  return cancel != nullptr && cancel->load(std::memory_order_relaxed);
}

void Run::report(diagnostics::RawFinding finding, Severity declared, Findings& into) const {
  finding.severity = setup_.policy->apply(finding.rule, declared);
  if (finding.severity != Severity::kOff) into.push_back(std::move(finding));
}

Status Run::read_input(CountedSource& source) {
  InputText text(source);
  const ReadOptions& wanted = *setup_.options;
  if (Status status = text.open({wanted.encoding, setup_.layout->encoding, wanted.block_bytes});
      !status.ok())
    return status;
  layout::ReadOptions options = reader_options(setup_);
  options.source_only = conversion_.has_value();
  options.encoding = text.encoding();
  Input input;
  input.encoding = text.encoding();
  input.reader = layout::open_reader(*setup_.layout, text.source(), options);
  const Result<bool> is_open = input.reader->open(input.head);
  if (!is_open.ok()) return is_open.error();
  input.findings = std::move(input.head.findings);
  if (text.is_told_by_mark()) report_encoding(text.encoding(), input.findings);

  InputContext context(std::string(source.name()), *setup_.definition, *setup_.layout,
                       *setup_.rules, *setup_.options, input.head);
  context.set_pointers(input.reader->pointers());
  context.set_decoded(text.decoded());
  if (input.reader->transcript() != nullptr) judge_parameters(input);
  make_request(input);
  if (is_open.value()) {
    if (Status status = bind(input); !status.ok()) return status;
    if (input.table) context.mark_secrets(*input.table);
    if (input.nested) context.mark_columns(*input.nested->columns);
  }
  Merge merge(state_, context, input.table ? input.table->key_rules() : key_rules_of(setup_),
              std::move(input.findings));
  if (is_open.value()) {
    if (Status status = read_batches(input, merge); !status.ok()) return status;
  }
  if (!is_done()) {
    if (Status status = read_rest(source); !status.ok()) return status;
  }
  merge.finish(is_open.value() ? late_findings(input, merge, source.bytes()) : Findings{});
  state_.records_before += input.records;
  return {};
}

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
  if (!is_first) {
    report_other_columns(input, input.findings);
    return {};
  }
  columns_ = input.names;
  report_missing_settings(input.findings);
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
  task.columns = check::NestedColumns::bind(*setup_.program, *setup_.definition, *setup_.layout,
                                            input.names, task.nodes);
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

void Run::judge_parameters(Input& input) const {
  const auto envelope = input.reader->envelope();
  const auto& place = setup_.definition->records;
  if (!envelope || !place) return;
  const check::RunOptions options{setup_.policy, setup_.now_unix};
  if (!input.request)
    input.record_nodes = check::record_nodes(*setup_.program, *place, *envelope, options);
  input.is_envelope_good =
      check_parameters(setup_, *envelope, *input.reader->transcript(), input.findings);
}

// Without a place for records the document is the record. A line has no envelope: it is made of
// settings; a document without one is broken, and its record is not judged.
void Run::bind_records(Input& input) {
  const check::RunOptions options{setup_.policy, setup_.now_unix};
  const auto& place = setup_.definition->records;
  const auto envelope = input.reader->envelope();
  const bool are_lines = setup_.layout->kind == LayoutKind::kNdjson;
  input.records_task.pointers = input.reader->pointers();
  input.records_task.transcript = input.reader->transcript();
  input.records_task.tells_faults = !input.reader->tells_faults();
  if (!place) {
    input.records_task.nodes = {are_lines ? setup_.definition->record : 0};
  } else if (are_lines) {
    input.records_task.nodes = nodes_by(input, input.findings);
  } else if (envelope) {
    input.records_task.nodes = check::record_nodes(
        *setup_.program, *place, input.request ? input.request->envelope() : *envelope, options);
    if (place->steps.empty()) return;
    Findings findings;
    input.is_envelope_good =
        check::check_envelope(*setup_.program, *place, *envelope, options, findings);
    input.reader->tell_of_envelope(std::move(findings));
  }
}

// The first input says what the request is; where that is new, it is judged with it.
void Run::make_request(Input& input) const {
  const bool is_wanted =
      conversion_ && conversion_->step == nullptr && has_request(setup_, *conversion_);
  if (!is_wanted) return;
  input.request = std::make_unique<const Request>(setup_, *conversion_, input.reader->envelope());
  if (!columns_ && input.request->is_new()) input.request->judge(input.findings);
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

// The mark is told once, with what it was evidence of.
void Run::report_encoding(const std::string& encoding, Findings& into) const {
  std::erase_if(into, [](const auto& finding) { return finding.rule == diagnostics::kCsvBom; });
  diagnostics::RawFinding finding = layout::finding_at(diagnostics::kCsvBom, 0);
  finding.hint = "it is read as " + encoding + ", which the mark tells: save the file as UTF-8";
  report(std::move(finding), conversion_ ? Severity::kInfo : Severity::kWarning, into);
}

void Run::report_nul_names(const record::Head& head, Findings& into) const {
  for (std::size_t i = 0; i < head.columns.size(); ++i) {
    const record::Column& column = head.columns[i];
    if (column.name.find('\0') == std::string::npos) continue;
    diagnostics::RawFinding finding = layout::finding_at(diagnostics::kCsvNul, column.offset);
    finding.length = column.length;
    finding.column = static_cast<std::int32_t>(i);
    report(std::move(finding), Severity::kError, into);
  }
}

void Run::report_missing_settings(Findings& into) const {
  if (setup_.operation == nullptr) return;
  for (const format::Check& check : setup_.operation->checks) {
    if (check.kind != format::CheckKind::kSetting) continue;
    const auto& settings = setup_.options->settings;
    const bool is_set = std::ranges::any_of(settings, [&](const auto& setting) {
      return setting.first == check.setting && !setting.second.empty();
    });
    if (is_set) continue;
    diagnostics::RawFinding finding = layout::finding_at(setup_.rules->find(check.rule), 0);
    finding.name = check.setting;
    report(std::move(finding), check.severity, into);
  }
}

void Run::report_other_columns(const Input& input, Findings& into) const {
  if (input.names == *columns_) return;
  diagnostics::RawFinding finding = layout::finding_at(diagnostics::kInputColumnsDiffer, 0);
  finding.found = input.names.size();
  finding.wanted = columns_->size();
  report(std::move(finding), Severity::kError, into);
}

// What stands around the records, as it is written. Names of columns that the output's encoding
// lacks are told, which ends the output.
void Run::encode_frame(Input& input) {
  frame_ = writing_->frame();
  if (setup_.options->nfc) frame_.before = text::nfc(frame_.before);
  if (conversion_->encoding.empty()) return;
  text::Encoder encoder = *text::Encoder::open(conversion_->encoding);
  if (auto encoded = conversion::encoded(frame_, encoder)) {
    frame_ = *std::move(encoded);
    return;
  }
  bool is_told = false;
  for (std::size_t i = 0; i < input.names.size(); ++i) {
    if (!encoder.first_lacking(input.names[i])) continue;
    diagnostics::RawFinding finding = lacking_character(conversion_->encoding);
    finding.offset = input.head.columns[i].offset;
    finding.length = input.head.columns[i].length;
    finding.column = static_cast<std::int32_t>(i);
    finding.severity = Severity::kError;
    input.findings.push_back(std::move(finding));
    is_told = true;
  }
  if (is_told) return;
  diagnostics::RawFinding finding = lacking_character(conversion_->encoding);
  finding.severity = Severity::kError;
  input.findings.push_back(std::move(finding));
}

Status Run::start_conversion(Input& input) {
  if (gathers_) {
    writing_ = Writing::gather(setup_, *conversion_);
    return {};
  }
  SourceSide source{input.table, input.names, input.reader->envelope(),
                    input.reader->pointers().are_items};
  const bool is_broken = setup_.layout->records && !source.envelope;
  if (is_broken) return {};
  auto writing = Writing::start(setup_, *conversion_, source);
  if (!writing.ok()) return writing.error();
  writing_ = std::move(writing).value();
  const bool has_limits =
      setup_.policy->apply(diagnostics::kLimitBodySize, Severity::kError) == Severity::kError;
  if (!has_limits) conversion_->limits.max_body_bytes = 0;
  encode_frame(input);
  body_.emplace(*conversion_->output, frame_, conversion_->limits, conversion_->wants_digests);
  state_.body = &*body_;
  const bool has_earlier_errors = state_.log.errors() > 0;
  if (has_earlier_errors) body_->lose();
  if (conversion_->keep_going) {
    const bool is_document = setup_.layout->kind == LayoutKind::kDocument;
    const conversion::Frame frame = is_document ? reject_frame(*setup_.definition, source.envelope)
                                                : reject_frame(*setup_.layout, input.head);
    rejects_.emplace(*conversion_->output, in_encoding(frame, input.encoding));
    state_.rejects = &*rejects_;
  }
  return {};
}

std::vector<std::string> Run::gathered() const {
  return writing_ ? writing_->columns() : std::vector<std::string>();
}

Result<std::unique_ptr<RowChecker>> Run::make_checker(const Input& input) const {
  if (input.nested) return NestedChecker::make(setup_, *input.nested);
  if (!input.table) return RecordChecker::make(setup_, input.records_task);
  if (setup_.options->engine == Engine::kReference)
    return ReferenceChecker::make(setup_, input.table, input.names);
  return std::unique_ptr<RowChecker>(std::make_unique<CompiledChecker>(input.table));
}

Status Run::read_batches(Input& input, Merge& merge) {
  auto checker = make_checker(input);
  if (!checker.ok()) return checker.error();
  const auto writer = writing_ ? writing_->writer_for(input.table) : nullptr;
  JobOptions options;
  options.writer = writer.get();
  options.frame = writing_ ? &writing_->frame() : nullptr;
  options.rules = setup_.rules;
  options.policy = setup_.policy;
  options.encoded_frame = &frame_;
  options.nfc = setup_.options->nfc;
  options.pointers = input.reader->pointers();
  if (conversion_) {
    options.max_part_bytes = conversion_->limits.split_bytes;
    options.encoding = conversion_->encoding;
  }
  BatchJob job(std::move(checker).value(), options);
  record::Batch batch;
  BatchResult result;
  for (bool has_more = true; has_more && !is_done();) {
    if (is_cancelled()) return Error{ErrorKind::kIo, "cancelled"};
    const Result<bool> next = input.reader->next(batch);
    if (!next.ok()) return next.error();
    has_more = next.value();
    input.records += batch.records.size();
    selection_.apply(batch);
    std::ranges::move(batch.of_envelope, std::back_inserter(batch.findings));
    job.process(batch, gathers_ || (body_ && !body_->is_lost()), result);
    if (Status status = merge.add(batch, result); !status.ok()) return status;
  }
  return {};
}

Run::Findings Run::late_findings(const Input& input, const Merge& merge, std::uint64_t bytes) {
  Findings findings;
  if (state_.stopped) return findings;
  if (input.table) input.table->finish(merge.facts(), findings);
  if (input.records == 0 && input.is_envelope_good)
    report(layout::finding_at(diagnostics::kInputEmpty, 0), Severity::kWarning, findings);
  if (!conversion_) report_input_size(bytes, findings);
  report_oversize(findings);
  return findings;
}

void Run::report_input_size(std::uint64_t bytes, Findings& into) const {
  const format::Limits& limits = setup_.layout->limits;
  const bool is_refused = limits.refuse_bytes != 0 && bytes > limits.refuse_bytes;
  const bool is_doubtful = limits.warn_bytes != 0 && bytes > limits.warn_bytes;
  if (!is_refused && !is_doubtful) return;
  diagnostics::RawFinding finding = layout::finding_at(diagnostics::kLimitBodySize, 0);
  finding.found = bytes;
  finding.wanted = is_refused ? limits.refuse_bytes : limits.warn_bytes;
  report(std::move(finding), is_refused ? Severity::kError : Severity::kWarning, into);
}

void Run::report_oversize(Findings& into) {
  if (!body_ || !body_->oversize() || oversize_is_told_) return;
  oversize_is_told_ = true;
  diagnostics::RawFinding finding = layout::finding_at(diagnostics::kLimitBodySize, 0);
  finding.found = *body_->oversize();
  finding.wanted = conversion_->limits.max_body_bytes;
  finding.hint = "write parts into a folder, or keep one body of any size with --split-bytes 0";
  report(std::move(finding), Severity::kError, into);
}

Result<RunResult> Run::finish() {
  if (body_) {
    if (Status status = body_->finish(); !status.ok()) return status.error();
  }
  RunResult result;
  result.summary = state_.summary;
  state_.log.summarise(result.summary);
  if (columns_) result.columns = *columns_;
  if (!conversion_ || gathers_) return result;
  if (writing_ && format::has_rows(conversion_->target->kind)) result.columns = writing_->columns();
  result.complete = body_ && !body_->is_lost();
  if (body_) {
    result.parts = body_->parts();
    result.records_out = body_->records_out();
  }
  if (rejects_) result.records_rejected = rejects_->count();
  const std::uint64_t accounted = result.records_out + result.records_rejected;
  if (result.complete && accounted != result.summary.records)
    return Error{ErrorKind::kBug, "records were lost: " + std::to_string(result.summary.records) +
                                      " read, " + std::to_string(accounted) + " accounted for"};
  return result;
}

}  // namespace crosswalk::pipeline
