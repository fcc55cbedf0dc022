// See envelope.h. The walk to the records follows what describes the same value ($ref, allOf, the
// branch of an `if`, dependencies) and goes down one member a step.
#include "check/envelope.h"

#include <algorithm>
#include <optional>

#include "check/meaning.h"
#include "check/run.h"
#include "check/value_nodes.h"
#include "json/writer.h"

namespace crosswalk::check {
namespace {

using format::NodeId;
using json::Kind;

/// The way from the root to the records.
class Walk {
 public:
  Walk(const Program& program, const format::RecordPlace& place, const Envelope& envelope,
       const RunOptions& options)
      : code_(program.code()), place_(place), envelope_(envelope), run_(code_, options, unused_) {
    run_.read_from(envelope.text, *envelope.tape);
  }

  std::vector<NodeId> nodes() {
    visit(0, 0, 0);
    return std::move(found_);
  }

 private:
  // `token`: the value that `node` describes; nothing if it is not known.
  void visit(NodeId node, std::optional<std::uint32_t> token, std::size_t step) {
    const bool is_there = step == place_.steps.size();
    if (is_there && !place_.are_items) return add(node);
    for (const Instruction& instruction : code_.plain(node)) {
      switch (instruction.op) {
        case Op::kRef:
        case Op::kAllOf:
          visit(instruction.node, token, step);
          break;
        case Op::kIf:
          visit_branch(instruction, token, step);
          break;
        case Op::kDependency:
          visit_dependency(instruction, token, step);
          break;
        case Op::kItems:
          if (is_there) add(instruction.node);
          break;
        case Op::kMembers:
          if (!is_there) visit_member(instruction, token, step);
          break;
        default:
          break;
      }
    }
  }

  void add(NodeId node) {
    if (std::ranges::find(found_, node) == found_.end()) found_.push_back(node);
  }

  void visit_branch(const Instruction& instruction, std::optional<std::uint32_t> token,
                    std::size_t step) {
    const Branch& branch = code_.branches[instruction.operand];
    if (!token || !is_decided(branch.condition, *token)) return;
    const bool holds = run_.accepts(value_of(*token), branch.condition);
    const NodeId next = holds ? branch.consequence : branch.alternative;
    if (next != format::kNoNode) visit(next, token, step);
  }

  void visit_dependency(const Instruction& instruction, std::optional<std::uint32_t> token,
                        std::size_t step) {
    const Dependency& dependency = code_.dependencies[instruction.operand];
    if (token && dependency.node != format::kNoNode && member(*token, dependency.name))
      visit(dependency.node, token, step);
  }

  void visit_member(const Instruction& instruction, std::optional<std::uint32_t> token,
                    std::size_t step) {
    const std::string& name = place_.steps[step];
    std::vector<NodeId> nodes;
    nodes_of_member(code_, code_.members[instruction.operand], name, nodes);
    for (const NodeId node : nodes) visit(node, token ? member(*token, name) : token, step + 1);
  }

  [[nodiscard]] std::optional<std::uint32_t> member(std::uint32_t object,
                                                    std::string_view name) const {
    if (envelope_.tape->tokens[object].kind != Kind::kObject) return std::nullopt;
    const std::uint32_t found = json::member(envelope_.text, *envelope_.tape, object, name);
    return found == 0 ? std::nullopt : std::optional(found);
  }

  // A condition holds in one way or the other only if all that it asks for may be known.
  [[nodiscard]] bool is_decided(NodeId condition, std::uint32_t token) const {
    if (envelope_.is_whole) return true;
    return std::ranges::all_of(asked_names(code_, condition),
                               [&](const auto& name) { return member(token, name).has_value(); });
  }

  Value value_of(std::uint32_t token) {
    return value_at(envelope_.text, *envelope_.tape, token, scratch_);
  }

  const Program::Code& code_;
  const format::RecordPlace& place_;
  const Envelope& envelope_;
  std::vector<diagnostics::RawFinding> unused_;
  Run run_;
  std::string scratch_;
  std::vector<NodeId> found_;
};

/// The nodes of the root's member `name`, whatever else is in the envelope.
std::vector<NodeId> nodes_of_root_member(const Program::Code& code, NodeId node,
                                         std::string_view name) {
  std::vector<NodeId> all;
  std::vector<NodeId> nodes;
  for (const Instruction& instruction : code.plain(node)) {
    if (instruction.op == Op::kRef || instruction.op == Op::kAllOf) {
      nodes = nodes_of_root_member(code, instruction.node, name);
    } else if (instruction.op == Op::kMembers) {
      const Members& members = code.members[instruction.operand];
      if (!knows(code, members, name)) continue;
      nodes_of_member(code, members, name, nodes);
    } else {
      continue;
    }
    all.insert(all.end(), nodes.begin(), nodes.end());
  }
  return all;
}

}  // namespace

std::string envelope_of_settings(const Program& program,
                                 const std::vector<std::pair<std::string, std::string>>& settings) {
  const Program::Code& code = program.code();
  std::string text = "{";
  for (const auto& [name, value] : settings) {
    const std::vector<NodeId> nodes = nodes_of_root_member(code, 0, name);
    if (nodes.empty()) continue;
    if (text.size() > 1) text += ',';
    json::append_string(text, name);
    text += ':';
    if (kind_of_cell(meaning_of(code, nodes), value) == Kind::kString) {
      json::append_string(text, value);
    } else {
      text += value;
    }
  }
  return text + '}';
}

std::optional<std::uint32_t> records_token(const Envelope& envelope,
                                           const format::RecordPlace& place) {
  std::uint32_t token = 0;
  for (const std::string& step : place.steps) {
    if (envelope.tape->tokens[token].kind != Kind::kObject) return std::nullopt;
    token = json::member(envelope.text, *envelope.tape, token, step);
    if (token == 0) return std::nullopt;
  }
  return token;
}

std::vector<NodeId> record_nodes(const Program& program, const format::RecordPlace& place,
                                 const Envelope& envelope, const RunOptions& options) {
  return Walk(program, place, envelope, options).nodes();
}

bool check_envelope(const Program& program, const format::RecordPlace& place,
                    const Envelope& envelope, const RunOptions& options,
                    std::vector<diagnostics::RawFinding>& findings) {
  const Program::Code& code = program.code();
  Run run(code, options, findings);
  run.read_from(envelope.text, *envelope.tape);
  std::string scratch;
  if (envelope.is_whole) {
    const auto records = records_token(envelope, place);
    const bool are_there =
        records && (!place.are_items || envelope.tape->tokens[*records].kind == Kind::kArray);
    if (are_there) run.leave_out(*records);
    return run.judge(value_at(envelope.text, *envelope.tape, 0, scratch), 0);
  }
  const auto& tokens = envelope.tape->tokens;
  std::string name_scratch;
  bool good = true;
  for (std::uint32_t name = 1; name < tokens.front().next; name = tokens[name + 1].next) {
    const auto text = json::string_value(envelope.text, tokens[name], name_scratch);
    const Value value = value_at(envelope.text, *envelope.tape, name + 1, scratch);
    for (const NodeId node : nodes_of_root_member(code, 0, text)) good &= run.judge(value, node);
  }
  return good;
}

}  // namespace crosswalk::check
