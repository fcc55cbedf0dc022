// Findings of structure, made under the severities of the run.
//
// Every reader tells what is wrong through a Reporter, so that a rule that is switched off makes no
// finding, a format's own name for an event is used where it has one, and a fault that tolerant
// reading mended is a warning marked as a repair.
//   layout with {"on":"row-width","rule":"shop.width"}  ->  the event row-width reports shop.width
//   layout without                                      ->  it reports csv.row-width
// What a switched-off rule would have told stays true: a row of the wrong width is still not
// checked. Test: tests/layout/reporter_test.cc.
#ifndef CROSSWALK_LAYOUT_REPORTER_H
#define CROSSWALK_LAYOUT_REPORTER_H

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/raw_finding.h"
#include "diagnostics/rule.h"
#include "format/definition.h"
#include "json/parser.h"
#include "json/path_cursor.h"
#include "json/tape.h"
#include "layout/reader.h"
#include "tabular/scanner.h"

namespace crosswalk::layout {

/// Findings of one batch or head.
using Findings = std::vector<diagnostics::RawFinding>;

/// A finding of `rule` at `offset`, still without severity.
diagnostics::RawFinding finding_at(diagnostics::RuleId rule, std::size_t offset);

/// Makes findings for one input.
/// Threads: immutable.
class Reporter {
 public:
  /// The layout and the options' catalog and policy must outlive it.
  Reporter(const format::Layout& layout, const ReadOptions& options);
  Reporter(format::Layout&& layout, const ReadOptions& options) = delete;

  /// Appends `finding` to `into` with its rule's severity in this run, unless that is off. A repair
  /// is declared a warning. Bytes that are not UTF-8 in an input that was decoded are those that
  /// its encoding does not define (csv.bad-encoding).
  void report(diagnostics::RawFinding finding, Findings& into) const;
  /// Appends a finding of an event (`row-width`, `blank-line`) under the layout's own rule for it,
  /// or else under the finding's.
  void report_event(std::string_view event, diagnostics::RawFinding finding, Findings& into) const;

  /// Appends the finding for a byte order mark, which stands at the start of `into`'s bytes.
  void report_byte_order_mark(Findings& into) const;

  /// Puts findings into the contract's order.
  void sort(Findings& findings) const;

 private:
  void report_as(Severity declared, diagnostics::RawFinding finding, Findings& into) const;

  const format::Layout& layout_;
  const diagnostics::RuleCatalog& rules_;
  const diagnostics::RulePolicy& policy_;
  bool source_only_;
  std::string encoding_;
};

/// The rule that a table's fault reports.
diagnostics::RuleId rule_of(tabular::FaultKind kind);
/// The rule that a JSON text's fault reports.
diagnostics::RuleId rule_of(json::FaultKind kind);
/// A finding of a JSON fault: its rule, place and expectation, a repair if it was mended, and the
/// hint to read tolerantly if that would mend it and was not asked for (`tolerant`).
diagnostics::RawFinding finding_of(const json::Fault& fault, bool tolerant);
/// The same; a repeated member gets its name and pointer, where `tape` is what was read of `text`
/// and `path` a way in it: faults come in order.
diagnostics::RawFinding finding_of(const json::Fault& fault, bool tolerant, std::string_view text,
                                   const json::Tape& tape, json::PathCursor& path);

/// True if reading goes on after such a fault and yields a value all the same.
bool leaves_a_value(const json::Fault& fault);

/// True if the fault is inside one text, name or number, which stands in the tape all the same.
bool is_of_scalar(const json::Fault& fault);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_REPORTER_H
