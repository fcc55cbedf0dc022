// Binding: the record schema is taken apart once, keyword by keyword.
//
// Keywords about names run on the header now; the nodes of members become the plan of their column;
// what looks at several members at once is left for whole rows. Where an empty cell means that the
// value is absent, keywords that ask which members are there must wait for the rows too.
//   {"required":["a"],"properties":{"a":{"minLength":1}},"dependencies":{"a":["b"]}}
//     ->  header: required, dependencies;  column a: MIN_LENGTH;  rows: nothing
// Does not work: a record schema whose `type` is not object. Test: tests/check/bind_test.cc.
#include <algorithm>

#include "check/analyse.h"
#include "check/down.h"
#include "check/header.h"
#include "check/meaning.h"
#include "check/run.h"
#include "check/table_plan.h"

namespace crosswalk::check {
namespace {

using format::NodeId;

// True if the instruction asks for names only, so that the header alone decides it.
bool asks_names_only(const Program::Code& code, const Instruction& instruction) {
  switch (instruction.op) {
    case Op::kFalse:
    case Op::kType:
    case Op::kMinProperties:
    case Op::kMaxProperties:
    case Op::kRequired:
    case Op::kPropertyNames:
    case Op::kKnownNames:
    case Op::kDependency:
    case Op::kRef:
    case Op::kNot:
    case Op::kAllOf:
    case Op::kAnyOf:
    case Op::kOneOf:
    case Op::kIf:
    case Op::kMust:
      break;
    default:
      return false;
  }
  const auto nodes = nodes_on_same_value(code, instruction);
  return std::all_of(nodes.begin(), nodes.end(), [&](NodeId node) {
    const auto plain = code.plain(node);
    return code.extras(node).empty() &&
           std::all_of(plain.begin(), plain.end(),
                       [&](const Instruction& inner) { return asks_names_only(code, inner); });
  });
}

class Binder {
 public:
  Binder(TableProgram::Impl& impl, const format::Definition& definition, HeaderTask& task)
      : impl_(impl), definition_(definition), task_(task) {}

  Status bind() {
    for (const record::Column& column : task_.head.columns) {
      impl_.columns.emplace_back().name = column.name;
    }
    if (task_.options.record_nodes.empty()) take_apart(definition_.record);
    for (const NodeId node : task_.options.record_nodes) take_apart(node);
    for (std::uint32_t i = 0; i < impl_.columns.size(); ++i) bind_column(i);
    bind_downs_of_all();
    if (!error_.empty()) {
      return Error{ErrorKind::kUsage, definition_.name + ": " + error_};
    }
    return {};
  }

 private:
  void take_apart(NodeId node) {
    for (const Instruction& instruction : impl_.code->plain(node)) {
      const bool leads_on = instruction.op == Op::kRef || instruction.op == Op::kAllOf;
      if (leads_on || (instruction.applies & kObjectKind) != 0) take_keyword(instruction);
      if (hands_on(instruction.op) && !leads_on && leads_to_extras(instruction)) {
        impl_.row_checks.push_back(instruction);
      }
    }
    for (const Instruction& instruction : impl_.code->extras(node)) {
      if (instruction.op == Op::kUnique) {
        bind_unique(impl_.code->keys[instruction.operand]);
        continue;
      }
      const bool on_header = asks_names_only(*impl_.code, instruction) && impl_.empty_is_value;
      const bool names_of_columns = on_header || is_about_each_name(instruction);
      (names_of_columns ? task_.checks : impl_.row_checks).push_back(instruction);
    }
    for (const format::Check& check : impl_.code->schema->nodes[node].annotation.checks) {
      if (check.kind == format::CheckKind::kDown) downs_.push_back(&check);
    }
  }

  void take_keyword(const Instruction& instruction) {
    switch (instruction.op) {
      case Op::kRef:
      case Op::kAllOf:
        return take_apart(instruction.node);
      case Op::kType:
        if ((instruction.operand & kObjectKind) == 0) error_ = "a record of a table is an object";
        return;
      case Op::kMembers:
        return members_.push_back(instruction.operand);
      case Op::kRequired:
        required_.push_back(instruction);
        return task_.keywords.push_back(instruction);
      case Op::kPropertyNames:
      case Op::kKnownNames:
      case Op::kUnknownNames:
        return task_.keywords.push_back(instruction);
      default:
        break;
    }
    const bool on_header = asks_names_only(*impl_.code, instruction) && impl_.empty_is_value;
    (on_header ? task_.keywords : impl_.row_keywords).push_back(instruction);
  }

  bool leads_to_extras(const Instruction& instruction) const {
    const auto nodes = nodes_on_same_value(*impl_.code, instruction);
    return std::any_of(nodes.begin(), nodes.end(), [&](NodeId node) {
      return (impl_.code->nodes[node].extras & kObjectKind) != 0;
    });
  }

  // True for a `must` that is about names one by one, whichever of them a row leaves out.
  bool is_about_each_name(const Instruction& instruction) const {
    if (instruction.op == Op::kPropertyNames || instruction.op == Op::kKnownNames) return true;
    if (instruction.op != Op::kMust && instruction.op != Op::kRef) return false;
    const auto plain = impl_.code->plain(instruction.node);
    return std::all_of(plain.begin(), plain.end(),
                       [&](const Instruction& inner) { return is_about_each_name(inner); });
  }

  void bind_unique(const UniqueKey& key) {
    UniqueCheck unique;
    unique.failure = {key.rule.rule, key.rule.severity};
    for (const auto& steps : key.pointers) {
      const auto column = steps.size() == 1 ? column_called(steps.front()) : std::nullopt;
      if (!column) return;  // told as missing already, if it must be there
      unique.columns.push_back(*column);
    }
    for (const std::uint32_t column : unique.columns) impl_.columns[column].is_key = true;
    impl_.uniques.push_back(std::move(unique));
  }

  std::optional<std::uint32_t> column_called(std::string_view name) const {
    for (std::uint32_t i = 0; i < impl_.columns.size(); ++i) {
      if (impl_.columns[i].name == name) return i;
    }
    return std::nullopt;
  }

  void bind_column(std::uint32_t index) {
    ColumnPlan& column = impl_.columns[index];
    std::vector<NodeId> nodes;
    for (const std::uint32_t table : members_) {
      nodes_of_member(*impl_.code, impl_.code->members[table], column.name, nodes);
      column.nodes.insert(column.nodes.end(), nodes.begin(), nodes.end());
    }
    column.as = meaning_of(*impl_.code, column.nodes);
    for (const NodeId node : column.nodes) read_annotations(node, index);
    for (const Instruction& required : required_) {
      const auto& names = impl_.code->name_lists[required.operand];
      if (impl_.empty_is_value || std::find(names.begin(), names.end(), column.name) == names.end())
        continue;
      column.required = Failure{required.rule, required.severity};
    }
    // A node that lets everything pass costs nothing per cell.
    std::erase_if(column.nodes, [&](NodeId node) {
      return impl_.code->nodes[node].can_fail == 0 && impl_.code->nodes[node].extras == 0;
    });
  }

  void read_annotations(NodeId node, std::uint32_t index) {
    ColumnPlan& column = impl_.columns[index];
    const format::Node& schema = impl_.code->schema->nodes[node];
    if (column.pii == format::Pii::kNone) column.pii = schema.annotation.pii;
    if (!schema.annotation.cell.is_usual()) column.form = &schema.annotation.cell;
    column.has_parts |= schema.annotation.parts.has_value();
    for (const format::Check& check : schema.annotation.checks) {
      if (check.kind == format::CheckKind::kDown) bind_down(check, index);
    }
    for (const Instruction& instruction : impl_.code->plain(node)) {
      if (instruction.op == Op::kRef || instruction.op == Op::kAllOf) {
        read_annotations(instruction.node, index);
      }
    }
  }

  void bind_down(const format::Check& check, std::uint32_t index) {
    DownCheck down;
    down.condition = check.node;
    down.failure = {impl_.rules->find(check.rule), check.severity};
    down.column = index;
    std::vector<NodeId> leaves;
    collect_leaves(*impl_.code, check.node, leaves);
    for (const NodeId node : leaves) down.leaves.push_back({impl_.leaf_count++, node});
    auto& own = impl_.columns[index].leaves;
    own.insert(own.end(), down.leaves.begin(), down.leaves.end());
    impl_.downs.push_back(std::move(down));
  }

  // A `down` at the record or in the operation is one at every column.
  void bind_downs_of_all() {
    if (task_.options.operation != nullptr) {
      for (const format::Check& check : task_.options.operation->checks) {
        if (check.kind == format::CheckKind::kDown) downs_.push_back(&check);
      }
    }
    for (const format::Check* const check : downs_) {
      for (std::uint32_t i = 0; i < impl_.columns.size(); ++i) bind_down(*check, i);
    }
  }

  TableProgram::Impl& impl_;
  const format::Definition& definition_;
  HeaderTask& task_;
  std::vector<std::uint32_t> members_;  // tables of kMembers instructions of the record
  std::vector<Instruction> required_;
  std::vector<const format::Check*> downs_;  // asked of every column
  std::string error_;
};

}  // namespace

Result<std::shared_ptr<const TableProgram>> TableProgram::bind(
    const Program& program, const format::Definition& definition,
    const diagnostics::RuleCatalog& rules, const format::Layout& layout, const record::Head& head,
    const BindOptions& options, std::vector<diagnostics::RawFinding>& findings) {
  auto impl = std::make_unique<Impl>();
  impl->code = &program.code();
  impl->rules = &rules;
  impl->run = {options.policy, options.now_unix, options.nfc};
  impl->writes_csv = options.writes_csv;
  impl->header = head.columns;
  const auto& missing = definition.missing;
  impl->empty_is_value =
      std::find(missing.begin(), missing.end(), format::Missing::kEmpty) != missing.end();
  HeaderTask task{head, layout, options, {}, {}};
  const Status bound = Binder(*impl, definition, task).bind();
  if (!bound) return bound.error();
  check_header(task, *impl, findings);
  return std::shared_ptr<const TableProgram>(new TableProgram(std::move(impl)));
}

}  // namespace crosswalk::check
