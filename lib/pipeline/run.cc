// See run.h. Header findings come before the first batch, findings of file-level rules after the
// last; what lies between is the loop in read_batches().
//
// The format is bound to each input's own header, so every input is judged in full even where its
// columns differ from the first one's; only the output is lost then. Test:
// tests/pipeline/run_test.cc.
#include "pipeline/run.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/machine.h"
#include "layout/reporter.h"
#include "pipeline/form_mender.h"
#include "pipeline/input_text.h"
#include "pipeline/repair_head.h"
#include "pipeline/run_input.h"
#include "text/nfc.h"

namespace crosswalk::pipeline {

using format::LayoutKind;

Run::Run(const RunSetup& setup, FindingSink sink)
    : setup_(setup), state_(std::move(sink)), selection_(setup.options->skip, setup.options->take) {
  wishes_.scope = mending::Wishes::Scope::kAsked;
  wishes_.reads_past = setup.options->tolerant;
  wishes_.zone = setup.time_zone;
  state_.stop_after = setup.options->stop_after;
  state_.on_record = setup.options->on_record;
  const std::uint64_t limit = setup.options->memory_limit;
  state_.memory_limit = limit > 0 ? limit : base::machine_memory() / 4;
}

// Whether a repeated key may be found at the end, when its record has been read long ago.
KeyMemory Run::key_memory() {
  KeyMemory memory{state_.memory_limit, {}, {}};
  if (lists_ || gathers_) return memory;
  if (lister_) memory.list = [this] { return list_repeats(); };
  const bool is_streamed = conversion_ && !conversion_->output_waits;
  if (setup_.options->stop_after > 0) {
    memory.why_in_memory = "--stop-after needs to know each repeat at once: read files, not a pipe";
  } else if (setup_.options->on_record) {
    memory.why_in_memory = "what became of a record is told at once: read what can be read again";
  } else if (conversion_ && conversion_->keep_going) {
    memory.why_in_memory = "rejected records have to be known at once: read files, not a pipe";
  } else if (is_streamed) {
    memory.why_in_memory = "what is written cannot be taken back: write to a file";
    memory.list = {};
  }
  return memory;
}

// Who lists reads the source that is being read, too, so reading goes on where it was.
Result<std::vector<ListedRepeat>> Run::list_repeats() {
  const std::uint64_t bytes_read = counted_->bytes();
  auto listed = lister_();
  if (!listed.ok()) return listed;
  std::vector<char> unused(setup_.options->block_bytes);
  for (std::uint64_t passed = 0; passed < bytes_read;) {
    const std::size_t wanted = std::min<std::uint64_t>(unused.size(), bytes_read - passed);
    const Result<std::size_t> count = source_->read(std::span(unused).first(wanted));
    if (!count.ok()) return count.error();
    if (count.value() == 0)
      return Error{ErrorKind::kIo,
                   std::string(source_->name()) + " became shorter while it was read"};
    passed += count.value();
  }
  return listed;
}

Status Run::read(Source& source) {
  if (state_.summary.files == 0) state_.keys.limit(key_memory());
  ++state_.summary.files;
  CountedSource counted(source, setup_.options->on_progress, state_.summary.bytes);
  source_ = &source;
  counted_ = &counted;
  Status status = read_input(counted);
  if (status.ok() && is_cancelled()) status = Error{ErrorKind::kIo, "cancelled"};
  state_.summary.bytes += state_.stopped ? state_.stopped_at : counted.bytes();
  return status;
}

// Nearly always nothing is left, so little memory is touched.
Status Run::read_rest(Source& source) const {
  constexpr std::size_t kBytes = 4096;
  std::array<char, kBytes> unused;
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
  std::optional<FormMender> parameters;
  Input input;
  input.encoding = text.encoding();
  if (repair_ && !input.encoding.empty())
    return Error{ErrorKind::kUsage, "only UTF-8 is repaired, and this is read as " +
                                        input.encoding + ": save it as UTF-8 first"};
  if (repair_ && setup_.layout->kind == LayoutKind::kForm)
    parameters.emplace(setup_, options, wishes_);
  if (!parameters) input.reader = layout::open_reader(*setup_.layout, text.source(), options);
  const Result<bool> is_open = parameters
                                   ? parameters->open(text.source(), input.reader, input.head)
                                   : input.reader->open(input.head);
  if (!is_open.ok()) return is_open.error();
  input.findings = std::move(input.head.findings);
  if (text.is_told_by_mark()) report_encoding(text.encoding(), input.findings);

  InputContext context(std::string(source.name()), *setup_.definition, *setup_.layout,
                       *setup_.rules, *setup_.options, input.head);
  context.set_pointers(input.reader->pointers());
  context.set_decoded(text.decoded());
  if (input.reader->transcript() != nullptr) judge_parameters(input);
  if (parameters) parameters->lead_back(input.findings);
  make_request(input);
  if (is_open.value()) {
    if (Status status = bind(input); !status.ok()) return status;
    if (input.table) context.mark_secrets(*input.table);
    if (input.nested) context.mark_columns(*input.nested->columns);
  }
  std::string head_bytes;
  if (repair_) {
    mending::Splice edits = parameters ? parameters->edits_of(input.head) : mending::Splice();
    head_bytes = repair_head(setup_, input.head, std::move(edits), input.findings);
  }
  if (parameters) std::ranges::move(parameters->take_repairs(), std::back_inserter(input.findings));
  Merge merge(state_, context, key_rules(input), std::move(input.findings));
  if (repair_) {
    if (Status status = write_repaired(head_bytes); !status.ok()) return status;
  }
  if (is_open.value()) {
    if (Status status = read_batches(input, merge); !status.ok()) return status;
  }
  if (!is_done() && !input.is_done) {
    if (Status status = read_rest(source); !status.ok()) return status;
  }
  Findings late = is_open.value() ? late_findings(input, merge, source.bytes()) : Findings{};
  if (Status status = merge.finish(std::move(late)); !status.ok()) return status;
  state_.records_before += input.records;
  return {};
}

// Those of the source, then those of what is made of its records.
std::vector<check::KeyRule> Run::key_rules(Input& input) const {
  auto rules = input.table ? input.table->key_rules() : key_rules_of(setup_);
  input.own_key_rules = rules.size();
  if (!conversion_ || !conversion_->mapping) return rules;
  for (check::KeyRule& rule : MappingStep(*conversion_->mapping).key_rules()) {
    if (format::has_rows(setup_.layout->kind)) rule.pointer.clear();
    rules.push_back(std::move(rule));
  }
  return rules;
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

void Run::report_exposed_secrets(Findings& into) const {
  for (const std::string& name : setup_.exposed_secrets) {
    diagnostics::RawFinding finding = layout::finding_at(diagnostics::kSecretOnCommandLine, 0);
    finding.field = name;
    report(std::move(finding), Severity::kWarning, into);
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
  SourceSide source{input.table, input.names, input.reader->envelope(),
                    input.reader->pointers().are_items};
  if (gathers_) {
    writing_ = Writing::gather(setup_, *conversion_, source);
    return {};
  }
  const bool is_broken = setup_.layout->records && !source.envelope;
  if (is_broken) return {};
  const bool has_members = source.envelope && setup_.definition->records &&
                           !setup_.definition->records->steps.empty() &&
                           source.envelope->tape->tokens.front().count > 1;
  if (has_members && !has_request(setup_, *conversion_))
    report(layout::finding_at(diagnostics::kConvertEnvelopeLeftOut, 0), Severity::kInfo,
           input.findings);
  auto writing = Writing::start(setup_, *conversion_, source);
  if (!writing.ok()) return writing.error();
  writing_ = std::move(writing).value();
  const bool has_limits =
      setup_.policy->apply(diagnostics::kLimitBodySize, Severity::kError) == Severity::kError;
  if (!has_limits) conversion_->limits.max_body_bytes = 0;
  encode_frame(input);
  body_.emplace(*conversion_->output, frame_, conversion_->limits, conversion_->wants_digests);
  state_.body = &*body_;
  state_.between_bytes = frame_.between.size();
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
  const bool is_lost = body_ && (body_->oversize() || body_->has_record_too_many());
  if (!is_lost || oversize_is_told_) return;
  oversize_is_told_ = true;
  if (body_->has_record_too_many()) {
    diagnostics::RawFinding finding = layout::finding_at(diagnostics::kLimitBodyRecords, 0);
    finding.wanted = 1;
    report(std::move(finding), Severity::kError, into);
    return;
  }
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
  if (repair_) return finish_repair(std::move(result));
  if (!conversion_ || gathers_) return result;
  if (writing_ && format::has_rows(conversion_->target->kind)) result.columns = writing_->columns();
  result.complete = body_ && !body_->is_lost();
  if (body_) {
    result.parts = body_->parts();
    result.records_out = body_->records_out();
  }
  if (rejects_) result.records_rejected = rejects_->count();
  result.records_dropped = state_.records_dropped;
  const std::uint64_t accounted =
      result.records_out + result.records_rejected + result.records_dropped;
  if (result.complete && accounted != result.summary.records)
    return Error{ErrorKind::kBug, "records were lost: " + std::to_string(result.summary.records) +
                                      " read, " + std::to_string(accounted) + " accounted for"};
  return result;
}

// Repeated keys are told last, so what was written may still be lost.
Result<RunResult> Run::finish_repair(RunResult result) {
  if (result.summary.errors > 0 || state_.stopped) repair_->lose();
  if (Status status = repair_->finish(result.summary.records); !status.ok()) return status.error();
  result.complete = !repair_->is_lost();
  if (!result.complete) return result;
  result.records_out = result.summary.records;
  result.parts.push_back(repair_->part());
  return result;
}

}  // namespace crosswalk::pipeline
