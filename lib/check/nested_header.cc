// See nested_header.h. Names are judged in a record that every column puts an empty text into: what
// is found there at a name is the column's fault whatever its cells hold.
#include "check/nested_header.h"

#include <algorithm>

#include "base/nearest.h"
#include "check/run.h"
#include "check/value_nodes.h"
#include "json/parser.h"

namespace crosswalk::check {
namespace {

using diagnostics::RawFinding;
using format::NodeId;
using Nodes = std::vector<NodeId>;
using Path = std::vector<std::string>;

class NestedHeaderChecks {
 public:
  NestedHeaderChecks(const NestedHeaderTask& task,
                     const std::shared_ptr<const NestedColumns>& columns,
                     std::vector<RawFinding>& findings)
      : task_(task),
        code_(task.program.code()),
        columns_(columns),
        findings_(findings),
        table_(format::fields_of(task.definition)) {}

  std::set<std::string> run() {
    for (std::uint32_t i = 0; i < columns_->columns().size(); ++i) {
      const ColumnState state = columns_->columns()[i].state;
      if (state == ColumnState::kUnknown) tell_unknown(i);
      if (state == ColumnState::kRepeated) tell_repeated(i);
    }
    judge_names();
    find_missing(task_.nodes, {});
    return std::move(missing_);
  }

 private:
  // Nothing if the rule is off.
  void tell(diagnostics::RuleId rule, Severity declared, RawFinding finding) {
    finding.rule = rule;
    finding.severity = task_.run.policy->apply(rule, declared);
    if (finding.severity != Severity::kOff) findings_.push_back(std::move(finding));
  }

  RawFinding at_column(std::uint32_t index) const {
    const record::Column& column = task_.head.columns[index];
    RawFinding finding;
    finding.offset = column.offset;
    finding.length = column.length;
    finding.column = static_cast<std::int32_t>(index);
    finding.name = column.name;
    return finding;
  }

  // The rule is the core's unless the record's schema names one for unknown members.
  void tell_unknown(std::uint32_t index) {
    diagnostics::RuleId rule = diagnostics::kCsvColumnUnknown;
    Severity severity = Severity::kError;
    for (const NodeId node : task_.nodes) {
      for_each_keyword(code_, node, [&](const Instruction& instruction) {
        if (instruction.op != Op::kKnownNames ||
            instruction.rule == diagnostics::kSchemaUnknownField)
          return;
        rule = instruction.rule;
        severity = instruction.severity;
      });
    }
    RawFinding finding = at_column(index);
    finding.hint = suggestion(finding.name);
    tell(rule, severity, std::move(finding));
  }

  // Of a family the candidate is its own beginning before the name that the column gives.
  std::string suggestion(const std::string& name) const {
    std::vector<std::string> known = table_.names();
    const std::size_t dot = name.find('.');
    for (std::string& candidate : known) {
      if (candidate.ends_with('.') && dot != std::string::npos) candidate += name.substr(dot + 1);
    }
    const auto near =
        base::nearest(name, std::vector<std::string_view>(known.begin(), known.end()));
    return near.empty() ? std::string() : "did you mean " + near.front() + '?';
  }

  void tell_repeated(std::uint32_t index) {
    const format::Check* const check = task_.layout.check_on("column-duplicate");
    if (check == nullptr)
      return tell(diagnostics::kCsvColumnDuplicate, Severity::kError, at_column(index));
    tell(task_.rules.find(check->rule), check->severity, at_column(index));
  }

  // An unknown name is what it is in a JSON record; where that is an error, tables have a rule of
  // their own. Declared severities are asked for first, since rules may change.
  void judge_names() {
    const diagnostics::RulePolicy as_declared;
    RunOptions options = task_.run;
    options.policy = &as_declared;
    NestedRow row(columns_);
    row.read_names();
    std::vector<RawFinding> found;
    Run run(code_, options, found);
    run.read_from(row.text(), row.tape());
    for (const NodeId node : task_.nodes) run.judge({json::Kind::kObject, {}, 0}, node);
    for (RawFinding& finding : found) {
      const auto place = row.place_at(finding.offset);
      if (!place || !place->is_name) continue;
      const RawFinding column = at_column(place->column);
      finding.offset = column.offset;
      finding.length = column.length;
      finding.column = column.column;
      finding.pointer.clear();
      finding.field.clear();
      const bool is_unknown = finding.rule == diagnostics::kSchemaUnknownField;
      if (is_unknown) finding.hint = suggestion(column.name);
      if (is_unknown && finding.severity == Severity::kError)
        finding.rule = diagnostics::kCsvColumnUnknown;
      tell(finding.rule, finding.severity, std::move(finding));
    }
  }

  // `nodes` describe the object at `path`, which every record has.
  void find_missing(const Nodes& nodes, const Path& path) {
    std::vector<std::string> needed;
    for (const NodeId node : nodes) visit_required(node, path, needed);
    for (const std::string& name : needed) {
      Path inner = path;
      inner.push_back(name);
      find_missing(member_nodes(code_, nodes, name), inner);
    }
  }

  void visit_required(NodeId node, const Path& path, std::vector<std::string>& needed) {
    for_each_keyword(code_, node, [&](const Instruction& instruction) {
      if (instruction.op == Op::kIf) {
        const NodeId branch = decided(instruction, path);
        if (branch != format::kNoNode) visit_required(branch, path, needed);
      }
      if (instruction.op != Op::kRequired) return;
      for (const std::string& name : code_.name_lists[instruction.operand]) {
        if (has_column(path, name)) {
          if (std::ranges::find(needed, name) == needed.end()) needed.push_back(name);
        } else {
          tell_missing(instruction, path, name);
        }
      }
    });
  }

  // A condition on members that no column can hold has the same answer for every record.
  NodeId decided(const Instruction& instruction, const Path& path) const {
    const Branch& branch = code_.branches[instruction.operand];
    const std::vector<std::string> names = asked_names(code_, branch.condition);
    const bool is_open =
        std::ranges::any_of(names, [&](const std::string& name) { return has_column(path, name); });
    if (is_open) return format::kNoNode;
    constexpr std::string_view kNothing = "{}";
    json::Tape tape;
    std::vector<json::Fault> faults;
    json::parse(kNothing, {}, tape, faults);
    std::vector<RawFinding> unused;
    Run run(code_, task_.run, unused);
    run.read_from(kNothing, tape);
    const bool holds = run.accepts({json::Kind::kObject, {}, 0}, branch.condition);
    return holds ? branch.consequence : branch.alternative;
  }

  bool has_column(Path path, const std::string& name) const {
    path.push_back(name);
    return columns_->column_at(path).has_value();
  }

  void tell_missing(const Instruction& instruction, Path path, const std::string& name) {
    path.push_back(name);
    std::string pointer;
    std::string dotted;
    for (const std::string& step : path) {
      json::append_reference_token(pointer, step);
      dotted += (dotted.empty() ? "" : ".") + step;
    }
    if (!missing_.insert(pointer).second) return;
    RawFinding finding;
    finding.offset = task_.head.columns_offset;
    finding.name = table_.column_at(path).value_or(dotted);
    finding.field = finding.name;
    finding.expected = finding.name;
    tell(instruction.rule, instruction.severity, std::move(finding));
  }

  const NestedHeaderTask& task_;
  const Program::Code& code_;
  const std::shared_ptr<const NestedColumns>& columns_;
  std::vector<RawFinding>& findings_;
  format::FieldTable table_;
  std::set<std::string> missing_;
};

}  // namespace

std::set<std::string> check_nested_header(const NestedHeaderTask& task,
                                          const std::shared_ptr<const NestedColumns>& columns,
                                          std::vector<RawFinding>& findings) {
  return NestedHeaderChecks(task, columns, findings).run();
}

}  // namespace crosswalk::check
