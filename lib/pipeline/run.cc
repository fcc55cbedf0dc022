// See run.h. Header findings come before the first batch, findings of file-level rules after the
// last; what lies between is the loop in read_batches().
//
// The format is bound to each input's own header, so every input is judged in full even where its
// columns differ from the first one's; only the output is lost then. Test:
// tests/pipeline/run_test.cc.
#include "pipeline/run.h"

#include <algorithm>
#include <utility>

#include "layout/reporter.h"
#include "pipeline/document.h"
#include "pipeline/reference_checker.h"

namespace crosswalk::pipeline {

using format::LayoutKind;

struct Run::Table {
  std::unique_ptr<layout::RecordReader> reader;
  record::Head head;
  Findings findings;  // of the head
  std::shared_ptr<const check::TableProgram> program;
  std::vector<std::string> names;
  std::uint64_t records = 0;
};

Run::Run(const RunSetup& setup, FindingSink sink)
    : setup_(setup), state_(std::move(sink)), selection_(setup.options->skip, setup.options->take) {
  state_.stop_after = setup.options->stop_after;
}

Status Run::read(Source& source) {
  ++state_.summary.files;
  CountedSource counted(source, setup_.options->on_progress, state_.summary.bytes);
  const bool is_document = setup_.layout->kind == LayoutKind::kDocument;
  Status status = is_document ? read_document(counted) : read_table(counted);
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

Status Run::read_table(CountedSource& source) {
  layout::ReadOptions options = reader_options(setup_);
  options.source_only = conversion_.has_value();
  auto reader = layout::open_reader(*setup_.layout, source, options);
  if (!reader.ok()) return reader.error();
  Table table;
  table.reader = std::move(reader).value();
  const Result<bool> is_table = table.reader->open(table.head);
  if (!is_table.ok()) return is_table.error();
  table.findings = std::move(table.head.findings);

  InputContext context(std::string(source.name()), *setup_.definition, *setup_.layout,
                       *setup_.rules, *setup_.options, table.head);
  if (is_table.value()) {
    if (Status status = bind(table); !status.ok()) return status;
    context.mark_secrets(*table.program);
  }
  Merge merge(state_, context, table.program.get(), std::move(table.findings));
  if (is_table.value()) {
    if (Status status = read_batches(table, merge); !status.ok()) return status;
  }
  if (!is_done()) {
    if (Status status = read_rest(source); !status.ok()) return status;
  }
  merge.finish(late_findings(table, merge, source.bytes()));
  state_.records_before += table.records;
  return {};
}

Status Run::bind(Table& table) {
  check::BindOptions options;
  options.policy = setup_.policy;
  options.now_unix = setup_.now_unix;
  options.operation = setup_.operation;
  options.earlier_columns = setup_.options->earlier_columns;
  options.writes_csv = conversion_ && conversion_->target->kind == LayoutKind::kCsv;
  auto program = check::TableProgram::bind(*setup_.program, *setup_.definition, *setup_.rules,
                                           *setup_.layout, table.head, options, table.findings);
  if (!program.ok()) return program.error();
  table.program = std::move(program).value();
  for (const record::Column& column : table.head.columns) table.names.push_back(column.name);
  if (options.writes_csv) report_nul_names(table.head, table.findings);
  if (columns_) {
    report_other_columns(table, table.findings);
    return {};
  }
  columns_ = table.names;
  report_missing_settings(table.findings);
  return conversion_ ? start_conversion(table) : Status();
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

void Run::report_other_columns(const Table& table, Findings& into) const {
  if (table.names == *columns_) return;
  diagnostics::RawFinding finding = layout::finding_at(diagnostics::kInputColumnsDiffer, 0);
  finding.found = table.names.size();
  finding.wanted = columns_->size();
  report(std::move(finding), Severity::kError, into);
}

Status Run::start_conversion(const Table& table) {
  std::vector<conversion::PlanColumn> columns;
  for (std::size_t i = 0; i < table.names.size(); ++i)
    columns.push_back({table.names[i], table.program->column_as(i)});
  auto plan = conversion::TablePlan::compile(
      columns, {setup_.layout, conversion_->target, conversion_->missing});
  if (!plan.ok()) return plan.error();
  plan_ = std::move(plan).value();
  const bool has_limits =
      setup_.policy->apply(diagnostics::kLimitBodySize, Severity::kError) == Severity::kError;
  if (!has_limits) conversion_->limits.max_body_bytes = 0;
  body_.emplace(*conversion_->output, plan_->frame(), conversion_->limits,
                conversion_->wants_digests);
  state_.body = &*body_;
  const bool has_earlier_errors = state_.log.errors() > 0;
  if (has_earlier_errors) body_->lose();
  if (conversion_->keep_going) {
    rejects_.emplace(*conversion_->output, reject_frame(*setup_.layout, table.head));
    state_.rejects = &*rejects_;
  }
  return {};
}

Result<std::unique_ptr<RowChecker>> Run::make_checker(const Table& table) const {
  if (setup_.options->engine == Engine::kReference)
    return ReferenceChecker::make(setup_, table.program, table.names);
  return std::unique_ptr<RowChecker>(std::make_unique<CompiledChecker>(table.program));
}

Status Run::read_batches(Table& table, Merge& merge) {
  auto checker = make_checker(table);
  if (!checker.ok()) return checker.error();
  JobOptions options;
  options.plan = plan_ ? &*plan_ : nullptr;
  options.rules = setup_.rules;
  options.policy = setup_.policy;
  options.max_part_bytes = conversion_ ? conversion_->limits.split_bytes : 0;
  BatchJob job(std::move(checker).value(), options);
  record::Batch batch;
  BatchResult result;
  for (bool has_more = true; has_more && !is_done();) {
    if (is_cancelled()) return Error{ErrorKind::kIo, "cancelled"};
    const Result<bool> next = table.reader->next(batch);
    if (!next.ok()) return next.error();
    has_more = next.value();
    table.records += batch.records.size();
    selection_.apply(batch);
    job.process(batch, body_ && !body_->is_lost(), result);
    if (Status status = merge.add(batch, result); !status.ok()) return status;
  }
  return {};
}

Run::Findings Run::late_findings(const Table& table, const Merge& merge, std::uint64_t bytes) {
  Findings findings;
  if (table.program == nullptr || state_.stopped) return findings;
  table.program->finish(merge.facts(), findings);
  if (table.records == 0)
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

Status Run::read_document(Source& source) {
  if (conversion_)
    return Error{ErrorKind::kUsage, "documents of " + setup_.definition->name +
                                        " cannot be converted: they are not made of rows"};
  auto document = pipeline::read_document(source, setup_);
  if (!document.ok()) return document.error();
  const Document& read = document.value();
  const InputContext context(std::string(source.name()), *setup_.definition, *setup_.layout,
                             *setup_.rules, *setup_.options, read.head);
  Merge merge(state_, context, nullptr, {});
  if (Status status = merge.add(read.batch, read.result); !status.ok()) return status;
  merge.finish({});
  ++state_.records_before;
  return {};
}

Result<RunResult> Run::finish() {
  if (body_) {
    if (Status status = body_->finish(); !status.ok()) return status.error();
  }
  RunResult result;
  result.summary = state_.summary;
  state_.log.summarise(result.summary);
  if (columns_) result.columns = *columns_;
  if (!conversion_) return result;
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
