// See document.h.
#include "pipeline/document.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/input_buffer.h"
#include "json/parser.h"
#include "layout/reporter.h"
#include "pipeline/reference_checker.h"

namespace crosswalk::pipeline {
namespace {

constexpr std::uint64_t kMaxDocumentBytes = std::uint64_t{1} << 30U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

using Findings = std::vector<diagnostics::RawFinding>;

/// Reads up to one byte more than a document may have.
Status read_all(Source& source, const RunSetup& setup, Document& document) {
  base::InputBuffer buffer(source, setup.options->block_bytes);
  for (bool has_more = true; has_more && buffer.view().size() <= kMaxDocumentBytes;) {
    const Result<bool> filled = buffer.fill();
    if (!filled.ok()) return filled.error();
    has_more = filled.value();
  }
  std::string_view text = buffer.view();
  if (text.starts_with(kByteOrderMark)) {
    document.head.bytes = kByteOrderMark;
    text.remove_prefix(kByteOrderMark.size());
  }
  document.batch.bytes = text;
  return {};
}

/// True if a strict reader goes on after such a fault.
bool leaves_a_value(const json::Fault& fault) {
  return fault.mended || fault.kind == json::FaultKind::kDuplicateKey ||
         fault.kind == json::FaultKind::kBadUtf8 || fault.kind == json::FaultKind::kLoneSurrogate;
}

/// The token that an RFC 6901 pointer leads to; the root if there is none.
std::uint32_t token_at(std::string_view text, const json::Tape& tape, std::string_view pointer) {
  for (std::uint32_t token = 0; token < tape.tokens.size(); ++token) {
    const bool is_value = tape.tokens[token].kind != json::Kind::kName;
    if (is_value && json::pointer_to(text, tape, token) == pointer) return token;
  }
  return 0;
}

/// Judges a parsed document.
/// Threads: one.
class Judge {
 public:
  Judge(const RunSetup& setup, std::string_view text, const json::Tape& tape)
      : setup_(setup), reporter_(*setup.layout, reader_options(setup)), text_(text), tape_(tape) {}

  Status judge(Findings& findings) const {
    if (setup_.options->engine == Engine::kReference) return judge_by_reference(findings);
    setup_.program->check(text_, tape_, 0, 0, {setup_.policy, setup_.now_unix}, findings);
    return {};
  }

 private:
  Status judge_by_reference(Findings& findings) const {
    auto engine = make_reference_engine(*setup_.definition, 0);
    if (!engine.ok()) return engine.error();
    std::vector<check::ReferenceFailure> failures;
    engine.value()->check(text_, failures);
    for (const check::ReferenceFailure& failure : innermost(failures)) {
      const json::Token& token = tape_.tokens[token_at(text_, tape_, failure.pointer)];
      diagnostics::RawFinding finding = layout::finding_at(rule_of(failure), token.begin);
      finding.length = token.end - token.begin;
      finding.pointer = failure.pointer;
      reporter_.report(std::move(finding), findings);
    }
    return {};
  }

  const RunSetup& setup_;
  layout::Reporter reporter_;
  std::string_view text_;
  const json::Tape& tape_;
};

/// Parses and judges the text of `document.batch`. True if it could be read.
Result<bool> judge_text(const RunSetup& setup, Document& document) {
  const std::string_view text = document.batch.bytes;
  Findings& findings = document.result.checked.findings;
  const layout::Reporter reporter(*setup.layout, reader_options(setup));
  if (text.size() > kMaxDocumentBytes) {
    reporter.report(layout::finding_at(diagnostics::kLimitRecordSize, 0), findings);
    return false;
  }
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(text, {setup.options->tolerant, setup.options->max_depth}, tape, faults);
  for (const json::Fault& fault : faults)
    reporter.report(layout::finding_of(fault, setup.options->tolerant), findings);
  if (!std::ranges::all_of(faults, leaves_a_value)) return false;
  const Status status = Judge(setup, text, tape).judge(findings);
  if (!status.ok()) return status.error();
  return true;
}

}  // namespace

Result<Document> read_document(Source& source, const RunSetup& setup) {
  Document document;
  if (Status status = read_all(source, setup, document); !status.ok()) return status.error();
  const Result<bool> is_readable = judge_text(setup, document);
  if (!is_readable.ok()) return is_readable.error();

  record::Record whole;
  whole.end = static_cast<std::uint32_t>(document.batch.bytes.size());
  if (!is_readable.value()) whole.state = record::RecordState::kUnreadable;
  document.batch.records.push_back(whole);
  check::CheckedBatch& checked = document.result.checked;
  checked.has_error.assign(1, 0);
  for (diagnostics::RawFinding& finding : checked.findings) {
    finding.record = 0;
    if (finding.severity == Severity::kError) checked.has_error[0] = 1;
  }
  layout::Reporter(*setup.layout, reader_options(setup)).sort(checked.findings);
  document.result.extent = base::measure(document.batch.bytes);
  return document;
}

}  // namespace crosswalk::pipeline
