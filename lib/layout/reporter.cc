// See reporter.h.
#include "layout/reporter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace crosswalk::layout {

namespace {

using diagnostics::RuleId;

// By FaultKind of lib/tabular.
constexpr std::array<RuleId, 6> kTableRules = {
    diagnostics::kCsvStrayQuote, diagnostics::kCsvTextAfterQuote, diagnostics::kCsvUnclosedQuote,
    diagnostics::kCsvNul,        diagnostics::kCsvBlankLine,      diagnostics::kLimitColumns};

struct JsonRule {
  RuleId rule;
  bool mendable;
};

// By FaultKind of lib/json.
constexpr std::array<JsonRule, 12> kJsonRules = {{{diagnostics::kJsonSyntax, false},
                                                  {diagnostics::kJsonElidedElement, true},
                                                  {diagnostics::kJsonTrailingComma, true},
                                                  {diagnostics::kJsonLeadingZero, true},
                                                  {diagnostics::kJsonUnclosed, true},
                                                  {diagnostics::kJsonTextBeforeDocument, true},
                                                  {diagnostics::kJsonMemberInArray, true},
                                                  {diagnostics::kJsonDuplicateKey, false},
                                                  {diagnostics::kJsonBadUtf8, false},
                                                  {diagnostics::kJsonLoneSurrogate, false},
                                                  {diagnostics::kJsonNumberRange, false},
                                                  {diagnostics::kLimitDepth, false}}};

}  // namespace

diagnostics::RawFinding finding_at(RuleId rule, std::size_t offset) {
  diagnostics::RawFinding finding;
  finding.rule = rule;
  finding.offset = static_cast<std::uint32_t>(offset);
  return finding;
}

Reporter::Reporter(const format::Layout& layout, const ReadOptions& options)
    : layout_(layout),
      rules_(*options.rules),
      policy_(*options.policy),
      source_only_(options.source_only),
      encoding_(options.encoding) {}

void Reporter::report(diagnostics::RawFinding finding, Findings& into) const {
  const bool is_bad_utf8 =
      finding.rule == diagnostics::kCsvBadUtf8 || finding.rule == diagnostics::kJsonBadUtf8;
  if (is_bad_utf8 && !encoding_.empty()) {
    finding.rule = diagnostics::kCsvBadEncoding;
    finding.expected = "text in " + encoding_;
  }
  const Severity own = rules_.rule(finding.rule).severity;
  report_as(finding.repair ? Severity::kWarning : own, std::move(finding), into);
}

void Reporter::report_event(std::string_view event, diagnostics::RawFinding finding,
                            Findings& into) const {
  const format::Check* const check = layout_.check_on(event);
  if (check == nullptr) return report(std::move(finding), into);
  finding.rule = rules_.find(check->rule);
  report_as(check->severity, std::move(finding), into);
}

void Reporter::report_byte_order_mark(Findings& into) const {
  const Severity own = rules_.rule(diagnostics::kCsvBom).severity;
  report_as(source_only_ ? Severity::kInfo : own, finding_at(diagnostics::kCsvBom, 0), into);
}

void Reporter::report_as(Severity declared, diagnostics::RawFinding finding, Findings& into) const {
  finding.severity = policy_.apply(finding.rule, declared, finding.repair);
  if (finding.severity != Severity::kOff) into.push_back(std::move(finding));
}

void Reporter::sort(Findings& findings) const {
  std::stable_sort(findings.begin(), findings.end(), [&](const auto& a, const auto& b) {
    return diagnostics::comes_before(a, b, rules_);
  });
}

RuleId rule_of(tabular::FaultKind kind) {
  return kTableRules[static_cast<std::size_t>(kind)];
}

RuleId rule_of(json::FaultKind kind) {
  return kJsonRules[static_cast<std::size_t>(kind)].rule;
}

diagnostics::RawFinding finding_of(const json::Fault& fault, bool tolerant) {
  diagnostics::RawFinding finding = finding_at(rule_of(fault.kind), fault.offset);
  finding.expected = fault.expected;
  finding.repair = fault.mended;
  if (!tolerant && kJsonRules[static_cast<std::size_t>(fault.kind)].mendable) {
    finding.hint = "--tolerant reads past this";
  }
  return finding;
}

diagnostics::RawFinding finding_of(const json::Fault& fault, bool tolerant, std::string_view text,
                                   const json::Tape& tape, json::PathCursor& path) {
  diagnostics::RawFinding finding = finding_of(fault, tolerant);
  const bool has_place = fault.kind == json::FaultKind::kDuplicateKey || is_of_scalar(fault);
  const auto behind = std::ranges::upper_bound(tape.tokens, fault.offset, {}, &json::Token::begin);
  if (!has_place || behind == tape.tokens.begin()) return finding;
  const auto at = behind - 1;
  const auto token = static_cast<std::uint32_t>(at - tape.tokens.begin());
  const bool is_value = at->kind != json::Kind::kName;
  const bool is_of_member = is_value && token > 0 && (at - 1)->kind == json::Kind::kName;
  if (is_value && !is_of_scalar(fault)) return finding;
  std::string scratch;
  if (!is_value || is_of_member)
    finding.field = json::string_value(text, is_value ? *(at - 1) : *at, scratch);
  path.move_to(token);
  finding.pointer = path.pointer();
  return finding;
}

bool leaves_a_value(const json::Fault& fault) {
  return fault.mended || fault.kind == json::FaultKind::kDuplicateKey || is_of_scalar(fault);
}

bool is_of_scalar(const json::Fault& fault) {
  return fault.kind == json::FaultKind::kBadUtf8 || fault.kind == json::FaultKind::kLoneSurrogate ||
         fault.kind == json::FaultKind::kNumberRange;
}

}  // namespace crosswalk::layout
